#!/usr/bin/env python3
"""The published site in a real browser: verdicts, silence on the network, accessibility.

    site_chromium.py SITE [--badges FOLDER [--only]] [--chromium COMMAND] [--pictures FOLDER]

SITE      a folder written by `parcours-gestion emetteur publier`
FOLDER    badges issued for that site, with `attendus.json`: {"file": expected}, where expected is
          a verdict of the page ("valable", "retire"…), an exit code of `badge verifier`, or
          {"verdict": expected, "courriel": address to type, "ensuite": verdict after it}
only      nothing but the badges of FOLDER
pictures  where to put screenshots, for people

The pages of SITE are looked at as they are. A copy whose keys and lists are replaced is tried with
two hundred badges made here, good and forged. Needs chromium and, for Python, cryptography and
rfc8785. No network is used. One line per check that fails. Exit: 0 all as expected, 1 a surprise,
2 nothing to check or bad usage.
"""
import argparse
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

from chromium_pipe import Browser, Failure
from site_badges import EMAIL, Issuer, element, svg
from site_driver import STATE, Jury, Server, compared, verdict
from site_forgeries import every
from site_reading import try_folder, try_keyboard, try_pages

DATA = re.compile(r'(<script type="application/json" id="donnees">)(.*?)(</script>)', re.S)
CODES = {
    0: {"valable", "valable-compare"}, 1: {"refuse", "autre-titulaire"}, 2: {"illisible"},
    3: {"retire", "suspendu"}, 4: {"expire", "pas-encore-valable"}, 5: {"autre-emetteur"},
}
def try_badges(jury, page, issuer, folder):
    """Every badge made here, one after the other on the same page."""
    count = 0
    for name, data, wanted, reason in every(issuer):
        path = folder / name
        path.write_bytes(data)
        state = verdict(page, path)
        reasons = {code for _, code in state["checks"].values()}
        jury.same(name, state["verdict"], wanted)
        jury.hear(f"{name}, reason", reason is None or reason in reasons, f"{reason}: {reasons}")
        jury.hear(f"{name}, focus", state["focus"] == "verdict", state["focus"])
        jury.hear(f"{name}, told", state["heard"].endswith(f"{state['title']}."), state["heard"])
        jury.hear(
            f"{name}, words", state["title"].startswith("Badge valable") == (wanted == "valable"),
            state["title"])
        # Nothing is shown of what no key of the issuer signed.
        proven = state["checks"]["preuve"][0] == "respecte"
        jury.hear(f"{name}, facts", proven == bool(state["facts"]), state["facts"])
        jury.hear(f"{name}, sentences", not any("undefined" in s for s in state["sentences"]),
                  state["sentences"])
        count += 1
    return count


def try_holder(jury, page, issuer, folder):
    """The comparison of an address, and a new file after it."""
    path = folder / "titulaire.jwt"
    path.write_bytes(issuer.jwt().encode())
    state = verdict(page, path)
    jury.hear("an address may be compared", state["holder"])
    state = compared(page, f"  {EMAIL.upper()} ")
    jury.same("the holder's address", state["verdict"], "valable-compare")
    jury.same("focus after a comparison", state["focus"], "verdict")
    for typed in ("   ", "zzz", "a b@ville.example"):
        page.run("document.getElementById('adresse').value = ''")
        state = compared(page, typed)
        jury.same(f"« {typed} » accuses nobody", state["verdict"], "valable-compare")
    page.run("document.getElementById('adresse').value = ''")
    state = compared(page, "autre@ville.example")
    jury.same("another address", state["verdict"], "autre-titulaire")
    jury.hear("another address is not valid", "valable" not in state["title"], state["title"])
    page.run("document.getElementById('autre').click()")
    state = page.run(STATE)
    jury.hear("everything is forgotten", not state["shown"] and not state["facts"], state)
    jury.same("focus after « autre »", state["focus"], "fichier")
    credential = issuer.credential()
    credential["credentialSubject"]["identifier"] = [{
        "type": "IdentityObject", "hashed": False, "identityType": "emailAddress",
        "identityHash": "Ana@Ville.example"}]
    path.write_bytes(issuer.token(issuer.claims(credential)).encode())
    verdict(page, path)
    jury.same("an address in clear", compared(page, EMAIL)["verdict"], "valable-compare")


def try_facts(jury, page, issuer, folder):
    """What is shown of a badge is its text, never its marks."""
    hostile = "<img src=x onerror=\"document.title='pris'\">\u202e\u0007é"
    credential = issuer.credential()
    subject = credential["credentialSubject"]
    subject["achievement"]["name"] = hostile
    subject["identifier"] = [{"type": "IdentityObject", "hashed": False, "identityType": "name",
                              "identityHash": "Ana <b>Le Goff</b>"}]
    path = folder / "<b>hostile & compagnie.json"
    path.write_bytes(json.dumps(issuer.document(credential)).encode())
    state = verdict(page, path)
    jury.same("a hostile name", state["verdict"], "valable")
    for text in [issuer.name, "<img src=x onerror", "Ana <b>Le Goff</b>", "terminé les modules",
                 "sans surveillance", credential["id"]]:
        jury.hear(f"the facts hold « {text} »", text in state["facts"], state["facts"])
    jury.hear("no control character", not re.search("[\u202e\u0007]", state["facts"]))
    made = page.run("document.querySelectorAll('#resultat img, #resultat b').length")
    jury.same("no element comes from a badge", made, 0)


def try_drop(jury, page, issuer, folder):
    """A file dropped on the page is checked, not opened."""
    path = folder / "depose.svg"
    path.write_bytes(svg(element(issuer.jwt())))
    page.drop(path, 200, 300)
    page.wait("document.getElementById('source').textContent.includes('depose.svg')")
    jury.same("a dropped file", page.run(STATE)["verdict"], "valable")


def try_lesser_browsers(jury, browser, address, issuer, folder):
    """What a browser cannot check is told, and never called valid."""
    token, document = folder / "moindre.jwt", folder / "moindre.json"
    token.write_bytes(issuer.jwt().encode())
    document.write_bytes(json.dumps(issuer.document()).encode())
    no_ed = """const importKey = SubtleCrypto.prototype.importKey;
      SubtleCrypto.prototype.importKey = function (format, key, method, ...rest) {
        return method.name === "Ed25519"
          ? Promise.reject(new DOMException("no", "NotSupportedError"))
          : importKey.call(this, format, key, method, ...rest);
      };"""
    no_crypto = "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });"
    ten_days = "const now = Date.now; Date.now = () => now() - 864000000;"
    for before, path, wanted, reason in [
        (no_ed, document, "incomplet", "navigateur"), (no_ed, token, "valable", None),
        (no_crypto, token, "incomplet", "page-non-sure"),
        (no_crypto, document, "incomplet", "page-non-sure"),
        ("delete globalThis.DecompressionStream;", token, "incomplet", "navigateur-ancien"),
        (ten_days, token, "incomplet", "horloge"),
        ("File.prototype.arrayBuffer = () => Promise.reject(new Error('x'));", token,
         "illisible", "lecture"),
    ]:
        page = browser.page(address, before)
        state = verdict(page, path)
        reasons = {code for _, code in state["checks"].values()}
        label = f"{path.name} after {before[:40]!r}"
        jury.same(label, state["verdict"], wanted)
        jury.hear(f"{label}, reason", reason is None or reason in reasons, reasons)
        page.close()


def try_silence(jury, page, server, address):
    """Nothing leaves the page, whatever a script in it would try."""
    loaded = [event["request"]["url"] for event in page.heard("Network.requestWillBeSent")]
    jury.same("requests of the page", [u for u in loaded if not u.startswith("data:")], [address])
    tries = """(async () => {
      const refused = [];
      document.addEventListener("securitypolicyviolation",
        (event) => refused.push(event.effectiveDirective));
      await fetch("/fuite").catch(() => {});
      try { navigator.sendBeacon("/fuite", "x"); } catch {}
      try { new WebSocket(location.origin.replace("http", "ws") + "/fuite"); } catch {}
      new Image().src = "/fuite";
      const add = (name, members) => {
        document.body.append(Object.assign(document.createElement(name), members));
      };
      add("script", { textContent: "document.title = 'pris'" });
      add("script", { src: "/fuite" });
      add("iframe", { src: "/fuite" });
      add("style", { textContent: "body { background: url(/fuite) }" });
      add("link", { rel: "stylesheet", href: "/fuite" });
      add("img", { src: "/fuite" });
      add("form", { action: "/fuite", method: "post" });
      document.body.lastChild.submit();
      await new Promise((done) => setTimeout(done, 300));
      return [[...new Set(refused)].sort(), document.title];
    })()"""
    refused, title = page.run(tries)
    wanted = {"connect-src", "form-action", "frame-src", "img-src", "script-src-elem",
              "style-src-elem"}
    jury.hear("every way out is closed", wanted <= set(refused), refused)
    jury.hear("no foreign script runs", "pris" not in title, title)
    jury.hear("nothing reaches the server", not any("fuite" in p for p in server.asked),
              server.asked)


def try_issued(jury, page, folder):
    """Badges that the program issued, against what is expected of them."""
    wanted = json.loads((folder / "attendus.json").read_text(encoding="utf-8"))
    for name, expected in sorted(wanted.items()):
        expected = expected if isinstance(expected, dict) else {"verdict": expected}
        state = verdict(page, folder / name)
        jury.hear(name, state["verdict"] in verdicts(expected["verdict"]),
                  f"{state['verdict']}: {state['sentences']}")
        if "courriel" in expected:
            state = compared(page, expected["courriel"])
            jury.hear(f"{name}, {expected['courriel']}",
                      state["verdict"] in verdicts(expected["ensuite"]), state["verdict"])
    return len(wanted)


def verdicts(expected):
    return CODES[expected] if isinstance(expected, int) else {expected}


def replaced(site, folder):
    """A copy of the site in which the keys and the lists are those of tests."""
    copy = folder / "site"
    shutil.copytree(site, copy)
    path = copy / "verifier.html"
    text = path.read_text(encoding="utf-8")
    found = DATA.search(text)
    data = json.loads(found.group(2))
    issuer = Issuer(data)
    written = json.dumps(issuer.data(data)).replace("<", "\\u003c")
    path.write_text(text[:found.start(2)] + written + text[found.end(2):], encoding="utf-8")
    return copy, issuer


def check_issued(options):
    """Nothing but the badges that were issued, on the site as it is."""
    jury, server = Jury(), Server(options.site)
    with Browser(options.chromium) as browser:
        try_issued(jury, browser.page(server.address + "verifier.html"), options.badges)
    return jury


def check(options, work):
    jury = Jury()
    copy, issuer = replaced(options.site, work)
    badges = work / "badges"
    badges.mkdir()
    published, tried = Server(options.site), Server(copy)
    address = tried.address + "verifier.html"
    with Browser(options.chromium) as browser:
        try_pages(jury, browser, published.address, options.site, options.pictures)
        if options.badges:
            page = browser.page(published.address + "verifier.html")
            count = try_issued(jury, page, options.badges)
            print(f"{count} badges of {options.badges}")
            page.close()
        page = browser.page(address)
        print(f"{try_badges(jury, page, issuer, badges)} badges made here")
        for attempt in (try_holder, try_facts, try_drop):
            attempt(jury, page, issuer, badges)
        try_silence(jury, page, tried, address)
        page.close()
        try_lesser_browsers(jury, browser, address, issuer, badges)
        try_keyboard(jury, browser, address, issuer, badges, options.pictures)
        try_folder(jury, browser, copy, issuer, badges)
    known = {f"/{path.relative_to(copy)}" for path in copy.rglob("*")}
    asked = [path for path in published.asked + tried.asked if path not in known]
    jury.same("asked of the servers", asked, [])
    return jury


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("--badges", type=Path)
    parser.add_argument("--only", action="store_true")
    parser.add_argument("--chromium", default="chromium")
    parser.add_argument("--pictures", type=Path)
    options = parser.parse_args()
    options.site = options.site.resolve()
    options.badges = options.badges and options.badges.resolve()  # the browser opens the files by itself
    if not (options.site / "verifier.html").is_file():
        print(f"no site in {options.site}", file=sys.stderr)
        return 2
    if options.only and not options.badges:
        print("--only needs --badges", file=sys.stderr)
        return 2
    if options.badges and not (options.badges / "attendus.json").is_file():
        print(f"no attendus.json in {options.badges}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as work:
        try:
            jury = check_issued(options) if options.only else check(options, Path(work))
        except Failure as failure:
            print(f"FAIL {failure}")
            return 1
    print(f"{jury.checks} checks, {jury.surprises} surprises")
    return 1 if jury.surprises else 0


if __name__ == "__main__":
    sys.exit(main())
