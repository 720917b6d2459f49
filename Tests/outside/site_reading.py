"""Pages of the site as people meet them: by eye, keyboard, screen reader, paper, without script."""
import base64
import re

from site_accessibility import PAGE_CHECKS
from site_badges import element, svg
from site_driver import verdict


def try_pages(jury, browser, address, site, pictures):
    """Each page as it is: structure, names, contrasts, small screens, without script."""
    titles = set()
    for path in sorted(site.glob("*.html")):
        page = browser.page(address + path.name)
        titles.add(page.run("document.title"))
        for label, media, width in [
            ("light", {"name": "prefers-color-scheme", "value": "light"}, 1000),
            ("dark", {"name": "prefers-color-scheme", "value": "dark"}, 1000),
            ("narrow", {"name": "prefers-color-scheme", "value": "light"}, 320),
        ]:
            look(page, media, width)
            for problem in page.run(PAGE_CHECKS):
                jury.hear(f"{path.name}, {label}", False, problem)
            jury.hear(f"{path.name}, {label}", True)
            picture(page, pictures, f"{path.stem}-{label}")
        loaded = {event["request"]["url"] for event in page.heard("Network.requestWillBeSent")}
        jury.hear(f"{path.name} asks nobody else",
                  all(u.startswith((address, "data:")) for u in loaded), loaded)
        jury.same(f"{path.name}, console", page.heard("Log.entryAdded"), [])
        links = page.run("[...document.links].map((link) => link.getAttribute('href'))")
        for link in links:
            inside = not re.match(r"[a-z]+:|#", link)
            jury.hear(f"{path.name}: {link}", not inside or (site / link.split("#")[0]).is_file())
        page.ask("Emulation.setScriptExecutionDisabled", value=True)
        page.open(address + path.name)
        text = page.run("document.body.innerText")
        jury.hear(f"{path.name} without script", len(text) > 300, text)
        if path.name == "verifier.html":
            jury.hear("it says what it needs", "besoin de JavaScript" in text, text)
            jury.hear("nothing idle is shown", "Fichier du badge" not in text, text)
        page.close()
    jury.same("each page has its title", len(titles), len(list(site.glob("*.html"))))


def look(page, media, width):
    page.ask("Emulation.setEmulatedMedia", features=[media])
    page.ask("Emulation.setDeviceMetricsOverride", width=width, height=800, mobile=False,
             deviceScaleFactor=1)


def picture(page, folder, name):
    if folder:
        shot = page.ask("Page.captureScreenshot", captureBeyondViewport=True)
        (folder / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))


def try_keyboard(jury, browser, address, issuer, folder, pictures):
    """The result as the keyboard, a screen reader, a small screen and a printer meet it."""
    page = browser.page(address)
    met = tabs(page, 5)
    jury.same("the first stop skips to the content", met[0], "#contenu")
    jury.hear("the file input is reached", "fichier" in met, met)
    path = folder / "clavier.jwt"
    path.write_bytes(issuer.jwt().encode())
    verdict(page, path)
    met = tabs(page, 3)
    jury.same("after the verdict", met[-3:], ["adresse", "Comparer", "autre"])
    for label, media, width in [("light", "light", 1000), ("dark", "dark", 1000),
                                ("narrow", "light", 320)]:
        look(page, {"name": "prefers-color-scheme", "value": media}, width)
        for problem in page.run(PAGE_CHECKS):
            jury.hear(f"a verdict, {label}", False, problem)
        jury.hear(f"a verdict, {label}", True)
        picture(page, pictures, f"verdict-{label}")
    nodes = page.ask("Accessibility.getFullAXTree")["nodes"]
    names = {(node.get("role", {}).get("value"), node.get("name", {}).get("value"))
             for node in nodes if not node.get("ignored")}
    jury.hear("the verdict is a heading", ("heading", "Badge valable") in names, names)
    jury.hear("the result is a region", ("region", "Badge valable") in names, names)
    jury.hear("there is a live region", any(role == "status" for role, _ in names), names)
    jury.hear("the address is named", any(
        role == "textbox" and name.startswith("Courriel") for role, name in names), names)
    page.ask("Emulation.setEmulatedMedia", media="print")
    text = page.run("document.body.innerText")
    jury.hear("on paper: the verdict and the facts", "Badge valable" in text
              and "sans surveillance" in text, text)
    jury.hear("on paper: no button nor menu", not re.search(
        "Comparer|Vérifier un autre|Accueil", text), text)
    page.close()


def tabs(page, count):
    """What Tab meets: an id, else an address, else a text; each must show its focus."""
    met = []
    for _ in range(count):
        page.press("Tab", "Tab", 9)
        name, outline = page.run("""(() => {
          const here = document.activeElement;
          const style = getComputedStyle(here);
          return [here.id || here.getAttribute("href") || here.textContent,
                  style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1];
        })()""")
        met.append(name if outline else f"{name} without a visible focus")
    return met


def try_folder(jury, browser, copy, issuer, folder):
    """The site opened from a folder, without a server."""
    page = browser.page(f"file://{copy}/verifier.html")
    path = folder / "hors-ligne.svg"
    path.write_bytes(svg(element(issuer.jwt())))
    jury.same("opened from a folder", verdict(page, path)["verdict"], "valable")
    page.close()
    for path in sorted(copy.glob("*.html")):
        page = browser.page(f"file://{path}")
        broken = page.run("[...document.images].filter((i) => !i.naturalWidth).length")
        jury.same(f"{path.name}: pictures from a folder", broken, 0)
        page.close()
