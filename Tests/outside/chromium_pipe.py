"""A headless Chromium driven through its debugging pipe: no driver, no port, no package.

    with Browser() as browser:
        page = browser.page("http://127.0.0.1:8000/")
        page.run("document.title")
"""
import fcntl
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections import deque

FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--no-default-browser-check", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-default-apps", "--disable-extensions", "--mute-audio",
    # Nothing outside this machine can be reached, whatever the browser wants for itself.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--remote-debugging-pipe",
]
PATIENCE = 30


class Failure(Exception):
    """The browser refused, died or did not answer."""


class Browser:
    """A browser of its own, with an empty profile that is thrown away."""

    def __init__(self, command="chromium"):
        command = shutil.which(command) or shutil.which("chromium-browser")
        if not command:
            raise Failure("chromium is not installed")
        self.profile = tempfile.mkdtemp(prefix="chromium-")
        flags = FLAGS + [f"--user-data-dir={self.profile}"]
        # Chromium reads its orders on descriptor 3 and answers on descriptor 4.
        orders, self.orders = os.pipe()
        self.answers, answers = os.pipe()
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (orders, answers)]

        def connect():
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        self.process = subprocess.Popen(
            [command, *flags, "about:blank"], preexec_fn=connect, pass_fds=[3, 4, *ends],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for end in (orders, answers, *ends):
            os.close(end)
        os.set_blocking(self.answers, False)
        self.count, self.pending, self.events = 0, b"", deque()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.ask("Browser.close")
            self.process.wait(10)
        except (Failure, OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def ask(self, method, session=None, **parameters):
        """Gives an order and waits for its answer; events that come meanwhile are kept."""
        self.count += 1
        order = {"id": self.count, "method": method, "params": parameters}
        if session:
            order["sessionId"] = session
        os.write(self.orders, json.dumps(order).encode() + b"\0")
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for message in self._messages():
                if message.get("id") == order["id"]:
                    if "error" in message:
                        raise Failure(f"{method}: {message['error']}")
                    return message["result"]
                self.events.append(message)
        raise Failure(f"{method}: no answer in {PATIENCE} s")

    def pump(self, seconds=0.05):
        """Takes in the events of a while."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.events.extend(self._messages())

    def _messages(self):
        try:
            data = os.read(self.answers, 1 << 20)
        except BlockingIOError:
            time.sleep(0.002)
            return []
        if not data:
            raise Failure("the browser is gone")
        *messages, self.pending = (self.pending + data).split(b"\0")
        return [json.loads(message) for message in messages]

    def page(self, address, before=None):
        """A tab at that address, with a script run before the page's own when wanted."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        return Page(self, target, address, before)


class Page:
    """One tab."""

    def __init__(self, browser, target, address, before):
        self.browser, self.target = browser, target
        attached = browser.ask("Target.attachToTarget", targetId=target, flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "DOM", "Log"):
            self.ask(f"{domain}.enable")
        if before:
            self.ask("Page.addScriptToEvaluateOnNewDocument", source=before)
        self.open(address)

    def ask(self, method, **parameters):
        return self.browser.ask(method, self.session, **parameters)

    def open(self, address):
        """Goes there and waits for the page to be complete."""
        self.ask("Page.navigate", url=address)
        self.wait("document.readyState === 'complete' && location.href !== 'about:blank'")

    def run(self, expression):
        """The value of a JavaScript expression, awaited."""
        answer = self.ask(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise Failure(f"{expression[:200]}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def wait(self, expression):
        """Waits until an expression is true."""
        until = time.monotonic() + PATIENCE
        while not self.run(expression):
            if time.monotonic() > until:
                raise Failure(f"never true: {expression[:200]}")
            time.sleep(0.01)

    def give(self, selector, path):
        """Chooses a file in an input, as a person does in the dialog."""
        found = self.ask("Runtime.evaluate", expression=f"document.querySelector({selector!r})")
        self.ask(
            "DOM.setFileInputFiles", files=[str(path)], objectId=found["result"]["objectId"])

    def drop(self, path, x, y):
        """Drops a file there."""
        data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            self.ask("Input.dispatchDragEvent", type=kind, x=x, y=y, data=data)

    def press(self, key, code, number, text=""):
        """Presses a key and releases it."""
        for kind in ("keyDown", "keyUp"):
            parameters = {"text": text} if text and kind == "keyDown" else {}
            self.ask(
                "Input.dispatchKeyEvent", type=kind, key=key, code=code,
                windowsVirtualKeyCode=number, **parameters)

    def heard(self, method):
        """The parameters of the events of that kind so far."""
        self.browser.pump()
        return [
            event["params"] for event in self.browser.events
            if event.get("method") == method and event.get("sessionId") == self.session]

    def close(self):
        self.browser.ask("Target.closeTarget", targetId=self.target)
