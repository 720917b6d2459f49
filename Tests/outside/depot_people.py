"""The people around a depot of demandes: learners who ask for a badge, and the issuer who answers.

    town = Town(folder)
    town.settle(programs, repository)
    issuer = Issuer(town)
    agent = Account(town, "agent-1", 1)

Run by root, each person has an account (uid) of their own, as in a real depot; otherwise all share one.
What the learners' dialogue asks is known by `learner.py` and by `Account.answer` alone.
"""
import contextlib
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from unittest import mock

import learner
import sealed_request

PROGRAMS = ("parcours", "parcours-gestion")
FORMS = ("svg", "png", "json", "jwt")
LATER = ("faketime", "-f", "+366d")
IS_ROOT = os.getuid() == 0
FIRST_UID, DEPOT_GROUP = 21000, 21999
# What `learner.py` types of the person, when this module does not.
ANSWER = learner.answer


def plain(text):
    """The text on one line; no-break spaces become spaces too."""
    return " ".join(text.split())


def rights(path):
    return path.stat().st_mode & 0o777


class Town:
    """One folder of this machine: the programs, the content, the depot and everybody's home."""

    def __init__(self, base):
        self.base = base
        self.depot = base / "depot"
        self.asked = self.depot / "demandes"
        self.badges = self.depot / "badges"
        self.card = base / "emetteur.json"
        self.trust = base / "confiance"

    def settle(self, programs, repository):
        """Copies what is run and what is read, where every account may read it."""
        self.base.chmod(0o755)
        for program in PROGRAMS:
            shutil.copy(programs / program, self.base)
        for folder in ("Modules", "Badges"):
            shutil.copytree(repository / folder, self.base / folder)
        self.write_next_version(self.base / "Modules-2")

    def write_next_version(self, folder):
        """The same course under another version, a word of one answer changed."""
        shutil.copytree(self.base / "Modules", folder)
        course, bank = folder / "parcours.md", min(folder.glob("*/banque.md"))
        course.write_text(re.sub(r"(?m)^version : .*$", "version : 9.9.9", course.read_text(), count=1))
        bank.write_text(re.sub(r"(?m)^(  > .*)$", r"\1 Vraiment.", bank.read_text(), count=1))

    def unfinished(self):
        """What a program left half written."""
        found = [path for path in self.base.rglob("*") if ".partiel" in path.name or ".nouveau" in path.name]
        return sorted(str(path.relative_to(self.base)) for path in found)


class Account:
    """A person of this machine: a home and, by root, a uid of their own."""

    def __init__(self, town, folder, number, modules="Modules", has_depot=True):
        self.town, self.home, self.modules = town, town.base / folder, town.base / modules
        self.uid = FIRST_UID + number if IS_ROOT else os.getuid()
        self.name, self.email = f"Agent N{number}", f"agent{number}@ville.example"
        self.wish = str(number % 3 + 1)  # 1: nothing of the person, 2: their name, 3: their address, hashed
        self.has_depot = has_depot
        self.said = self.file = ""
        self.settle()

    def settle(self):
        folder = self.home / ".config/parcours"
        folder.mkdir(parents=True)
        depot = f"depot : {self.town.depot}\n" if self.has_depot else ""
        (folder / "parcours.conf").write_text(f"emetteur : {self.town.card}\n{depot}")
        for path in (self.home, *self.home.rglob("*")):
            os.chown(path, self.uid, -1)

    @property
    def stem(self):
        """The name of the demande, and of what answers it, without an ending."""
        return self.file.removesuffix(".json")

    @property
    def demande(self):
        """Where the demande was put."""
        return (self.town.asked if self.has_depot else self.home / "Parcours IAG") / self.file

    def command(self, *words, prefix=()):
        """A program and its words, as this person runs it; `prefix` is a program that runs it in turn."""
        account = ["setpriv", f"--reuid={self.uid}", f"--regid={self.uid}", "--clear-groups"] if IS_ROOT else []
        surroundings = [f"HOME={self.home}", f"PATH={os.environ['PATH']}", "LC_ALL=C.UTF-8",
                        f"PARCOURS_MODULES={self.modules}", f"PARCOURS_BADGES={self.town.base / 'Badges'}"]
        program = [self.town.base / words[0], *words[1:]]
        return [str(word) for word in (*account, "env", "-i", *surroundings, *prefix, *program)]

    def run(self, *words, prefix=(), typed=b""):
        return subprocess.run(self.command(*words, prefix=prefix), input=typed, timeout=300, capture_output=True)

    def page(self):
        """What the page of the badge says."""
        said = self.run("parcours", "--lineaire", typed=b"badge\nquitter\n").stdout.decode()
        return plain(said.split("> badge")[-1])

    def answer(self, text, known, wishes):
        """What this person types after `text`: all that is known of the dialogue, with `learner.answer`."""
        said = plain(text)
        if "Votre demande scellée est" in said:
            return "quitter"
        if "la demande ? Tapez oui ou non" in said:
            return "oui"
        if "Le nom à afficher" in said:
            return self.name
        if "adresse de courriel" in said:
            return self.email
        return ANSWER(text, known, wishes)

    def journey(self):
        """Takes the whole course by a pipe and asks: what was said last, and the name of the demande."""
        transcript = self.town.base / f"{self.home.name}.txt"
        arguments = ["learner.py", str(self.modules), "--transcript", str(transcript), "--badge", self.wish]
        arguments += ["--", *self.command("parcours")]
        with mock.patch.object(learner, "answer", self.answer), mock.patch.object(sys, "argv", arguments):
            with contextlib.redirect_stdout(io.StringIO()):
                learner.main()
        journal = (self.home / ".local/share/parcours/journal.jsonl").read_text()
        files = re.findall(r'"e":"requested","file":"([^"]+)"', journal)
        return plain(transcript.read_text()[-900:]), files[-1] if files else ""

    def verify(self, badge, *words):
        """The exit code of our verifier, a year later. (`parcours` is static: its clock cannot be faked.)"""
        done = self.run("parcours-gestion", "badge", "verifier", badge, "--confiance", self.town.trust, *words,
                        prefix=LATER)
        return done.returncode

    def put(self, path, content):
        """Writes a file of this person, readable by the depot's group."""
        path.write_bytes(content)
        os.chown(path, self.uid, DEPOT_GROUP if IS_ROOT else -1)
        path.chmod(0o640)

    def make_folder(self, path, mode):
        path.mkdir()
        os.chown(path, self.uid, DEPOT_GROUP if IS_ROOT else -1)
        path.chmod(mode)


class Round:
    """What one `delivrer` did: its exit code, whether it was killed, its report by file."""

    def __init__(self, done):
        self.code, self.said = done.returncode, done.stdout
        self.is_killed = b"Caught" in done.stderr
        rows = csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig")), delimiter=";")
        self.rows = {row["Fichier"]: row for row in rows}

    def row(self, name):
        """The line about a demande: under its badge's name once it was served."""
        shown = name.replace("\x1b", "").replace("\n", " ")
        nothing = {"Résultat": "", "Explication": ""}
        return self.rows.get(shown) or self.rows.get(name.removesuffix(".json") + ".svg") or nothing


class Issuer(Account):
    """Who delivers: an account that reads the depot's demandes, a year later than the learners."""

    def __init__(self, town):
        super().__init__(town, "rh", 999)
        self.folder = self.home / "emetteur"

    def open(self):
        """Makes the depot and the issuer, then publishes its card."""
        town = self.town
        for path, mode in ((town.depot, 0o755), (town.depot / "suivi", 0o3733), (town.asked, 0o3733),
                           (town.badges, 0o711)):
            self.make_folder(path, mode)
        self.create(self.folder, "Ville d'Exemple", "https://badges.ville.example/iag")
        return self.publish()

    def create(self, folder, name, address):
        self.run("parcours-gestion", "emetteur", "creer", "--emetteur", folder, "--nom", name,
                 "--adresse", address, "--sans-phrase-secrete")

    def issue(self, verb, *words, prefix=()):
        return self.run("parcours-gestion", "emetteur", verb, "--emetteur", self.folder, *words, prefix=prefix)

    def publish(self, prefix=()):
        """The site, laid out as the Web is, and the card for the learners: whether it was made."""
        done = self.issue("publier", self.home / "site", prefix=prefix)
        if done.returncode == 0:
            web = self.town.trust / "badges.ville.example/iag"
            shutil.copytree(self.home / "site", web, dirs_exist_ok=True)
            shutil.copy(web / self.town.card.name, self.town.card)
        return done.returncode == 0

    def deliver(self, *words, cut=None):
        """`delivrer`, on the depot unless told; killed at the nth system call of a name when `cut` says so."""
        killer = ()
        if cut:
            call, number = cut
            killer = ("strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}",
                      "-e", f"inject={call}:signal=KILL:when={number}")
        place = () if "--demande" in words else ("--depot", self.town.depot)
        return Round(self.issue("delivrer", *place, *words, prefix=(*LATER, *killer)))

    def opened(self, sealed):
        """What a demande holds, opened by another implementation."""
        return json.loads(sealed_request.opened((self.folder / "cles/x25519-1.pem").read_bytes(), sealed))

    @property
    def ledger(self):
        return (self.folder / "registre.jsonl").read_text()
