"""What the checks of the site share: a count, a server, and the verification page in use."""
import functools
import http.server
import json
import threading

STATE = """(() => {
  const part = (id) => document.getElementById(id);
  return {
    verdict: part("resultat").dataset.verdict, title: part("verdict").textContent,
    source: part("source").textContent, heard: part("annonce").textContent,
    focus: document.activeElement.id, facts: part("faits").textContent,
    holder: !part("comparaison").hidden, shown: !part("resultat").hidden,
    checks: Object.fromEntries([...part("controles").children].map(
      (item) => [item.dataset.controle, [item.dataset.etat, item.dataset.raison]])),
    sentences: [...part("controles").children].map((item) => item.textContent),
  };
})()"""


class Jury:
    """Counts checks, and tells those that surprise."""

    def __init__(self):
        self.checks = self.surprises = 0

    def hear(self, label, held, detail=""):
        self.checks += 1
        if not held:
            self.surprises += 1
            print(f"FAIL {label}: {detail}", flush=True)

    def same(self, label, found, wanted):
        self.hear(label, found == wanted, f"{found!r} instead of {wanted!r}")


class Server:
    """A folder served on this machine, and what was asked of it."""

    def __init__(self, folder):
        self.asked = asked = []

        class Handler(http.server.SimpleHTTPRequestHandler):
            def log_request(self, *_):
                asked.append(self.path)

            def log_message(self, *_):
                pass

        handler = functools.partial(Handler, directory=str(folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def verdict(page, path):
    """Gives a file to the page and waits for its answer."""
    page.give("#fichier", path)
    name = json.dumps(f"« {path.name} »".replace("« ", "«\u202f").replace(" »", "\u202f»"))
    page.wait(f"document.getElementById('source').textContent.includes({name})")
    return page.run(STATE)


def compared(page, address):
    """Types an address and presses Enter."""
    page.run("document.getElementById('adresse').focus()")
    page.ask("Input.insertText", text=address)
    page.run("document.getElementById('annonce').textContent = ''")
    page.press("Enter", "Enter", 13, "\r")
    page.wait("document.getElementById('annonce').textContent !== ''")
    return page.run(STATE)
