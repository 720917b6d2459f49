#!/usr/bin/env python3
"""Learners ask for their badge by a sealed demande; the issuer answers a year later, then forgers try.

    requests_year_later.py PROGRAMS [--root REPOSITORY] [--learners N]

PROGRAMS    the folder of the two built programs
REPOSITORY  its content is followed; verify_ob3.py, beside it, gives a second opinion when it is there
N           how many learners ask through the depot (3)

Each learner takes the whole course in a home of their own. `delivrer` runs 366 days later (faketime), is killed at
chosen system calls (strace) and started again; then come replayed, altered, forged and impossible demandes.
To be run by a Python that has `cryptography`, with faketime, strace and setpriv installed, by root for accounts
that are apart. One line per surprise, and what could not be done is said.
Exit: 0 all as expected, 1 a surprise, 2 something needed is missing.
"""
import argparse
import base64
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

try:
    from depot_forgeries import Forger, flipped
    from depot_people import FORMS, IS_ROOT, LATER, PROGRAMS, Account, Issuer, Town, plain, rights
except ModuleNotFoundError as absent:
    print(f"Il manque : {absent.name}", file=sys.stderr)
    sys.exit(2)

# (system call, its number): where `delivrer` is killed, one after the other.
CUTS = (("fdatasync", 1), ("rename", 1), ("rename", 3), ("unlink", 1), ("fdatasync", 2), ("fsync", 9),
        ("write", 12), ("rename", 6), ("fdatasync", 4))
DAY = 86_400


class Checks:
    """What was expected, and the surprises."""

    def __init__(self):
        self.count = self.surprises = 0

    def hold(self, what, holds, seen=""):
        self.count += 1
        if not holds:
            self.surprises += 1
            print(f"FAIL {what}: {seen}", flush=True)

    def same(self, what, seen, expected):
        self.hold(what, seen == expected, f"{seen}, expected {expected}")


class Story:
    """The town, its people, and everything that was said in public."""

    def __init__(self, town, learners, checks):
        self.town, self.checks = town, checks
        self.issuer = Issuer(town)
        checks.hold("the card is published", self.issuer.open())
        self.agents = [Account(town, f"agent-{number}", number) for number in range(learners)]
        self.altered = Account(town, "alteree", 995)
        self.newer = Account(town, "version", 996, modules="Modules-2")
        self.namesake = Account(town, "homonyme", 997)
        self.by_hand = Account(town, "main", 998, has_depot=False)
        self.rounds, self.spoken, self.private = [], [], {"reponse"}
        self.first = b""  # the demande of the first agent, which is destroyed once served

    @property
    def everyone(self):
        return [*self.agents, self.altered, self.newer, self.namesake, self.by_hand]

    def deliver(self, *words, cut=None):
        done = self.issuer.deliver(*words, cut=cut)
        self.rounds.append(done)
        return done

    def hear(self, sentence):
        self.spoken.append(sentence)
        return sentence

    def waiting(self):
        return {path.name for path in self.town.asked.iterdir()}

    def answers(self):
        return {path.name: path.read_bytes() for path in self.town.badges.iterdir()}


def ask(story):
    """Everyone takes the course and asks."""
    with multiprocessing.get_context("fork").Pool(2) as pool:
        for person, result in zip(story.everyone, pool.map(Account.journey, story.everyone)):
            person.said, person.file = result
            story.hear(person.said)
            check_asked(story, person)
    story.first = story.agents[0].demande.read_bytes()
    said = story.hear(story.agents[0].page())
    story.checks.hold("the page says to wait", "n’a pas encore répondu" in said, said)


def check_asked(story, person):
    status = person.demande.stat()
    mode, words = (0o640, "est remise à") if person.has_depot else (0o600, "est prête, pour")
    checks, who = story.checks, person.home.name
    checks.same(f"{who}: demande's owner, rights", (status.st_uid, rights(person.demande)), (person.uid, mode))
    checks.hold(f"{who}: what the page says", f"{words} : Ville d'Exemple" in person.said, person.said)
    request = story.issuer.opened(person.demande.read_bytes())
    story.private |= {person.email} | {question["id"] for question in request["questions"]}


def put_in_the_way(story):
    """One demande is damaged, another takes the name of a demande that is served before."""
    content = story.altered.demande.read_bytes()
    story.altered.put(story.altered.demande, flipped(content, len(content) - 50))
    story.namesake.demande.rename(story.town.base / story.namesake.file)


def answer_in_spite_of_kills(story):
    """`delivrer`, killed in many places, then left to finish."""
    checks, town = story.checks, story.town
    killed, unfinished = 0, 0
    for cut in CUTS:
        killed += story.deliver(cut=cut).is_killed
        unfinished += bool(town.unfinished())
    begun = time.monotonic()
    checks.same("exit of the round that finishes", story.deliver().code, 0)
    print(f"  {killed} kills, {unfinished} of them in the middle of a file, then finished in "
          f"{time.monotonic() - begun:.2f} s")
    checks.hold("kills, and files cut in the middle", killed > 3 and unfinished > 0, (killed, unfinished))
    checks.same("nothing is half written after the resume", town.unfinished(), [])
    dates = re.findall(r'"t":"([^"]+)","e":"issued"', story.issuer.ledger)
    after = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 365 * DAY))
    checks.hold("one badge for each, a year later", len(dates) == len(story.agents) and min(dates) > after, dates)
    due = {f"{person.stem}.{form}" for person in story.agents for form in FORMS}
    due.add(f"{story.altered.stem}.refus.txt")
    checks.same("badges and a refusal in the depot", set(story.answers()), due)
    modes = {rights(path) for path in town.badges.iterdir()}
    checks.same("their rights", modes, {0o644})
    checks.same("only the demande of another version is left", story.waiting(), {story.newer.file})


def answer_by_hand(story):
    """A demande handed over as a file; its badge goes to a folder."""
    issuer, person, checks = story.issuer, story.by_hand, story.checks
    handed, output = issuer.home / person.file, issuer.home / "sortie"
    content = person.demande.read_bytes()
    issuer.put(handed, content)
    done = story.deliver("--demande", handed, "--sortie", output)
    checks.same("by hand: exit and result", (done.code, done.row(person.file)["Résultat"]), (0, "délivré"))
    checks.hold("by hand: the demande is destroyed", not handed.exists())
    made = sorted(path.name for path in output.iterdir())
    checks.same("by hand: files", made, sorted(f"{person.stem}.{form}" for form in FORMS))
    issuer.put(handed, content)
    done = story.deliver("--demande", handed, "--sortie", output)
    checks.same("by hand, again", (done.code, done.row(person.file)["Résultat"]), (0, "déjà délivré"))
    # Each door refuses what is made for the other, and keeps it.
    other = issuer.home / story.namesake.file
    issuer.put(other, (story.town.base / other.name).read_bytes())
    row = story.deliver("--demande", other, "--sortie", output).row(other.name)
    is_kept = "faite pour un dépôt" in row["Explication"] and other.exists()
    checks.hold("a depot's demande, by hand: refused and kept", is_kept, row)


def collect_everything(story):
    """The site is published, a year later too; everyone finds their badge."""
    story.checks.hold("the site is published", story.issuer.publish(LATER))
    for person in story.agents:
        collect(story, person)
    by_hand = [story.issuer.home / f"sortie/{story.by_hand.stem}.{form}" for form in FORMS]
    story.checks.same("by hand: verified", [story.issuer.verify(path) for path in by_hand], [0] * len(FORMS))
    # Now, the status list is dated a year ahead: the program that cannot be faked believes nothing of it.
    person = story.agents[0]
    badge = person.home / "export/badge.svg"
    done = person.run("parcours", "badge", "verifier", badge, "--confiance", story.town.trust)
    story.checks.same("a status list of the future is not believed", done.returncode, 6)


def collect(story, person):
    """The learner opens the program again: the badge is there, and holds."""
    checks, who, mine = story.checks, person.home.name, person.home / "export"
    said = person.page()
    checks.hold(f"{who}: the page tells of the badge", "a délivré votre badge" in said, said)
    person.run("parcours", "badge", "exporter", mine)
    for form in FORMS:
        got, sent = mine / f"badge.{form}", story.town.badges / f"{person.stem}.{form}"
        is_same = got.exists() and got.read_bytes() == sent.read_bytes()
        checks.hold(f"{who}, {form}: exported as it was sent", is_same)
        checks.hold(f"{who}, {form}: private", got.exists() and rights(got) == 0o600)
        checks.same(f"{who}, {form}: verified", story.issuer.verify(sent), 0)
    svg, badge = mine / "badge.svg", (mine / "badge.json").read_text()
    emails = (person.email, "autre@ville.example")
    codes = [person.verify(svg, "--destinataire", email) for email in emails]
    checks.same(f"{who}: recipient", codes, [0 if person.wish == "3" else 1, 1])
    checks.same(f"{who}: name shown", person.name in badge, person.wish == "2")
    checks.hold(f"{who}: modality", "en autonomie" in badge, badge)


def second_opinion(story, verifier):
    if not verifier.is_file():
        print("NON FAIT : verify_ob3.py n'est pas à côté du projet ; pas de deuxième avis.")
        return
    trust = story.town.trust
    for form in FORMS:
        badge = story.agents[0].home / f"export/badge.{form}"
        command = [*LATER, sys.executable, verifier, badge, "--did-dir", trust, "--url-dir", trust,
                   "--require-status"]
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
        story.checks.same(f"verify_ob3.py, {form} ({(done.stdout + done.stderr)[-300:]})", done.returncode, 0)


def read_the_refusal(story):
    """Whose demande was damaged on the way reads so."""
    said = story.hear(story.altered.page())
    expected = "L’émetteur n’a pas délivré le badge. Votre demande est abîmée, ou n’est pas"
    story.checks.hold("the page tells of the refusal", expected in said, said)


def forge(story):
    """Hostile demandes beside honest ones: each refused, said, and destroyed unless it may be served one day."""
    checks, town, before = story.checks, story.town, story.answers()
    forgeries = list(Forger(story.issuer, story.agents[0], story.first).forgeries())
    for forgery in forgeries:
        forgery.put(town.asked)
    cut = story.deliver(cut=("unlink", 2))
    told = set(story.answers()) - set(before)
    # The second file removed (the first is a missing `.partiel`) is the demande whose refusal was just told.
    told_first = cut.is_killed and len(told) == 1
    checks.hold("killed once a refusal is told, before its demande is destroyed", told_first, told)
    done = story.deliver()
    checks.same("exit of the round of forgeries", done.code, 0)
    for forgery in forgeries:
        row = done.row(forgery.name)
        is_said = forgery.reason in row["Explication"] and row["Explication"].endswith(".")
        checks.hold(f"{forgery.name!r}: refused, and why", row["Résultat"] == "refusé" and is_said, row)
        check_told(story, forgery)
    staying = {forgery.name for forgery in forgeries if forgery.stays}
    checks.same("what waits for another day", story.waiting(), staying | {story.newer.file})
    after = story.answers()
    checks.hold("badges are untouched", before.items() <= after.items(), set(before) - set(after))
    others = [name for name in set(after) - set(before) if not name.endswith(".refus.txt")]
    checks.same("nothing but refusals is new", others, [])
    checks.same("nothing is half written", town.unfinished(), [])


def check_told(story, forgery):
    """What the agent would read in the depot."""
    path = story.town.badges / forgery.refusal
    if forgery.stays:
        story.checks.hold(f"{forgery.name!r}: no refusal is told", not path.exists())
    else:
        said = story.hear(path.read_text()) if path.exists() else "no file"
        story.checks.hold(f"{forgery.name!r}: the refusal told", forgery.told in said, said)


def ask_again(story):
    """The same demande, put back twice, changes nothing."""
    checks, agent, before, ledger = story.checks, story.agents[0], story.answers(), story.issuer.ledger
    for turn in ("once", "twice"):
        agent.put(agent.demande, story.first)
        done = story.deliver()
        result = done.row(agent.file)["Résultat"]
        checks.same(f"asked again, {turn}", (done.code, result), (0, "déjà délivré"))
        checks.hold(f"asked again, {turn}: destroyed", not agent.demande.exists())
    checks.hold("asked again: nothing more", before == story.answers() and ledger == story.issuer.ledger)


def collide(story):
    """A demande under the name of somebody else's badge stays; under its own name, it is served."""
    checks, person, before = story.checks, story.namesake, story.answers()
    taken = story.agents[0].demande
    (story.town.base / person.file).rename(taken)
    row = story.deliver().row(taken.name)
    is_said = row["Résultat"] == "refusé" and "porte déjà ce nom" in row["Explication"]
    checks.hold("collision: refused, and why", is_said, row)
    checks.hold("collision: it stays", taken.exists(), story.waiting())
    checks.hold("collision: nothing is touched", before == story.answers())
    taken.rename(person.demande)
    checks.same("renamed, it is served", story.deliver().row(person.file)["Résultat"], "délivré")


def install_the_other_version(story):
    row = story.deliver("--modules", story.newer.modules).row(story.newer.file)
    story.checks.same("the other version, once installed", row["Résultat"], "délivré")


def read_all_that_was_said(story):
    """Nothing private left the demandes, and each sentence is short."""
    checks, answers = story.checks, story.answers()
    shown = [done.said for done in story.rounds] + [story.issuer.ledger.encode(), *answers.values()]
    for path in (*story.town.badges.glob("*.jwt"), *(story.issuer.home / "sortie").glob("*.jwt")):
        shown.append(base64.urlsafe_b64decode(path.read_text().split(".")[1] + "=="))
    shown = b"\n".join(shown)
    checks.same("no question, answer or address came out", [w for w in story.private if w.encode() in shown], [])
    reasons = {row["Explication"] for done in story.rounds for row in done.rows.values()}
    sentences = re.split(r"[.!?](?:\s|$)", "\n".join((*story.spoken, *reasons)))
    longest = max((plain(sentence) for sentence in sentences), key=count_words)
    checks.hold("no sentence of more than twenty words", count_words(longest) <= 20, longest)


def count_words(sentence):
    return len(re.findall(r"[\w’'-]+", sentence))


def tell(story, verifier):
    begun = time.monotonic()
    ask(story)
    print(f"  {len(story.everyone)} demandes in {time.monotonic() - begun:.1f} s")
    put_in_the_way(story)
    answer_in_spite_of_kills(story)
    answer_by_hand(story)
    collect_everything(story)
    second_opinion(story, verifier)
    read_the_refusal(story)
    forge(story)
    ask_again(story)
    collide(story)
    install_the_other_version(story)
    read_all_that_was_said(story)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("programs", type=Path)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    parser.add_argument("--learners", type=int, default=3)
    options = parser.parse_args()
    programs, root = options.programs.resolve(), options.root.resolve()
    needed = ["faketime", "strace", "setpriv", *(str(programs / name) for name in PROGRAMS)]
    missing = [name for name in needed if not shutil.which(name)]
    missing += [str(root / name) for name in ("Modules", "Badges") if not (root / name).is_dir()]
    if missing or options.learners < 1:
        print("Il manque :", ", ".join(missing) or "au moins une personne", file=sys.stderr)
        return 2
    if not IS_ROOT:
        print("NON FAIT : sans être root, toutes les personnes ont le même compte.")
    checks, base = Checks(), Path(tempfile.mkdtemp())
    try:
        town = Town(base)
        town.settle(programs, root)
        tell(Story(town, options.learners, checks), root.parent / "shared/badges/verify_ob3.py")
    finally:
        shutil.rmtree(base, ignore_errors=True)
    print(f"  {checks.count} checks of demandes answered a year later, {checks.surprises} surprises")
    return 1 if checks.surprises else 0


if __name__ == "__main__":
    sys.exit(main())
