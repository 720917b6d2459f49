#!/usr/bin/env python3
"""A collectivité's badges, from creation to withdrawal, judged by other people's verifiers.

    issued_badges.py PROGRAMS WORK [--root REPOSITORY] [--older PYTHON] [--results FILE]

PROGRAMS    the folder of the two built programs
WORK        an empty or missing folder: what is made stays there, for site_chromium.py: `site` as published before
            the withdrawal, `apres` after it, `badges` and `badges-apres` with their attendus.json
REPOSITORY  its content is what the badges tell of; verify_ob3.py and verify_ob2.py are taken beside it when there
PYTHON      a Python 3.8 with openbadges 1.1.2, for the signed assertions of Open Badges 2.0
FILE        where to add what each verifier said, for opinions.py

An issuer with an address delivers a list, publishes, withdraws one badge, publishes again. Each container of each
badge is shown to each verifier, fresh, forged and withdrawn. No network is used.
One line per surprise. Exit: 0 all as expected, 1 a surprise, 2 nothing could be made.
"""
import argparse
import base64
import hashlib
import hmac
import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from issuer_jurors import ACCEPTED, NEWER, REFUSED, WITHDRAWN, jurors, p256_pem
from verify_badges import Badge, altered

HOST, EMAIL = "badges.ville.example", "camille@ville.example"
ISSUER = f"did:web:{HOST}:iag"
LIST = ("date;modalité;courriel;nom;référence\n"
        f"21/11/2026;en autonomie;{EMAIL};;a1\n20/11/2026;en atelier encadré;;Ana Exemple;a2\n"
        "19/11/2026;en autonomie;;;a3\n")


def coded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decoded(part):
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def forged_tokens(token, pem):
    """The token after each of the forgeries that a verifier must notice; `pem` is the issuer's public key."""
    head, body, seal = token.strip().split(".")
    header, claims = decoded(head), decoded(body)

    def part(value):
        return coded(json.dumps(value, ensure_ascii=False).encode())

    older = "recipient" in claims
    for name, change in {
        "expiry": {"expires": "2099-01-01T00:00:00Z"} if older else {"validUntil": "2099-01-01T00:00:00Z", "exp": 4070908800},
        "evidence": {"evidence": [{"type": "Evidence" if older else ["Evidence"], "narrative": "Autre chose."}]},
        "identifier": {"id": "urn:uuid:00000000-0000-4000-8000-000000000000"},
        "status": {"verification": {"type": "SignedBadge", "creator": f"https://{HOST}/autre.json"}} if older
        else {"credentialStatus": None},
    }.items():
        changed = {key: value for key, value in {**claims, **change}.items() if value is not None}
        yield name, f"{head}.{part(changed)}.{seal}"
    other = "A" if seal[0] != "A" else "B"
    yield "signature: one letter", f"{head}.{body}.{other}{seal[1:]}"
    yield "signature: cut", f"{head}.{body}.{seal[:-4]}"
    yield "no signature", f"{head}.{body}."
    yield "alg none", f"{part({**header, 'alg': 'none'})}.{body}."
    confused = f"{part({**header, 'alg': 'HS256'})}.{body}"
    yield "alg HS256 with the public key", f"{confused}.{coded(hmac.new(pem, confused.encode(), hashlib.sha256).digest())}"
    yield "two bodies", f"{head}.{body}.{body}.{seal}"
    yield "a letter in the body", f"{head}.{body[:40]}{'A' if body[40] != 'A' else 'B'}{body[41:]}.{seal}"


def forgeries(path, pem):
    """The bytes of each forgery of one badge file, with its name."""
    badge = Badge(path)
    if path.suffix == ".json":
        for name, document in altered(json.loads(badge.bytes)):
            yield name, badge.holding(document)
    elif path.suffix in (".svg", ".png"):
        token = badge.token()
        for name, forged in forged_tokens(token, pem):
            yield name, badge.with_token(forged)
    else:
        for name, forged in forged_tokens(badge.bytes.decode(), pem):
            yield name, forged.encode()


class Issuer:
    """The city's issuer, through its program alone."""

    def __init__(self, programs, root, work):
        self.program, self.work, self.home = programs / "parcours-gestion", work, work / "emetteur"
        self.content = ["--modules", root / "Modules", "--badges", root / "Badges"]

    def run(self, *arguments, entry=""):
        command = [self.program, "emetteur", *arguments, "--emetteur", self.home]
        run = subprocess.run([str(part) for part in command], input=entry, capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"emetteur {arguments[0]}: {run.returncode}: {run.stderr.strip()}")
        return run.stdout

    def publish(self, name):
        """The site in its folder, and the Web of which it is a part."""
        self.run("publier", self.work / name)
        web = self.work / f"web-{name}"
        shutil.copytree(self.work / name, web / HOST / "iag")
        return web


class Hearing:
    """What each verifier said, against what was expected."""

    def __init__(self):
        self.checks, self.surprises, self.said = 0, 0, {}

    def hear(self, juror, path, label, expected):
        said = juror.says(path)
        if juror.name.startswith("openbadges 1") and expected == WITHDRAWN:
            expected = REFUSED
        good = said == expected
        self.checks += 1
        self.surprises += not good
        row = self.said.setdefault((path.suffix, juror.name), {ACCEPTED: 0, REFUSED: 0, WITHDRAWN: 0})
        row[label if label in row else REFUSED] += good
        if not good:
            print(f"FAIL {juror.name}: {path.name}, {label}: {said}, expected {expected}", flush=True)


def same_facts(folder):
    """Every container of a badge tells the same."""
    document = json.loads((folder / "badge.json").read_text(encoding="utf-8"))
    document.pop("proof")
    for suffix in NEWER[1:]:
        badge = Badge(folder / f"badge{suffix}")
        token = badge.bytes.decode().strip() if suffix == ".jwt" else badge.token()
        claims = decoded(token.split(".")[1])
        for registered in ("iss", "sub", "jti", "nbf", "exp", "iat"):
            claims.pop(registered, None)
        assert claims == document, f"{folder.name}: {suffix} tells something else than .json"
    if (folder / "badge.jws").is_file():
        older = decoded((folder / "badge.jws").read_text().split(".")[1])
        assert (older["id"], older["issuedOn"], older["expires"], older["evidence"][0]["narrative"]) == (
            document["id"], document["validFrom"], document["validUntil"], document["evidence"][0]["narrative"])
        identity = document["credentialSubject"]["identifier"][0]
        assert (older["recipient"]["identity"], older["recipient"]["salt"]) == (identity["identityHash"], identity["salt"])


def expected_by_page(folders, work, name, withdrawn):
    """The badges side by side, and what the page must say of each."""
    place = work / name
    place.mkdir()
    wanted = {}
    for number, folder in enumerate(folders, 1):
        for path in sorted(folder.glob("badge.*")):
            copy = f"{number}-{path.name}"
            shutil.copy(path, place / copy)
            wanted[copy] = 3 if number == withdrawn else 0
            if number == 1 and not withdrawn and path.suffix != ".jws":
                wanted[copy] = {"verdict": 0, "courriel": EMAIL, "ensuite": "valable-compare"}
            if path.suffix == ".jws":
                wanted[copy] = 2  # the page reads Open Badges 3.0 alone, and says so
    (place / "attendus.json").write_text(json.dumps(wanted), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("programs", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    parser.add_argument("--older", type=Path)
    parser.add_argument("--results", type=Path)
    options = parser.parse_args()
    shutil.rmtree(options.work, ignore_errors=True)
    options.work.mkdir(parents=True)
    work = options.work.resolve()
    shared = options.root.resolve().parent / "shared/badges"
    shared = shared if (shared / "verify_ob3.py").is_file() else None
    if not shared:
        print("NON FAIT : verify_ob3.py et verify_ob2.py ne sont pas à côté du projet.")

    issuer = Issuer(options.programs.resolve(), options.root.resolve(), work)
    issuer.run("creer", "--nom", "Ville d’Exemple", "--adresse", f"https://{HOST}/iag", "--rsa",
               "--courriel", "badges@ville.example", "--sans-phrase-secrete")
    issuer.run("delivrer", "--csv", "-", "--sortie", work / "delivres", *issuer.content, entry=LIST)
    folders = sorted((work / "delivres").iterdir())
    assert len(folders) == 3, folders
    web = issuer.publish("site")
    pem = p256_pem(json.loads((work / "site/did.json").read_text()))
    for folder in folders:
        same_facts(folder)

    hearing, tasks = Hearing(), []
    forged = work / "faux"
    forged.mkdir()
    jury = list(jurors(issuer.program.parent, web, ISSUER, shared, options.older))
    for folder in folders:
        tasks += [(j, path, ACCEPTED, ACCEPTED) for path in folder.glob("badge.*") for j in jury if path.suffix in j.suffixes]
    for path in sorted(folders[0].glob("badge.*")):
        for number, (label, data) in enumerate(forgeries(path, pem)):
            copy = forged / f"{number}{path.suffix}"
            copy.write_bytes(data)
            tasks += [(j, copy, label, REFUSED) for j in jury if path.suffix in j.suffixes]
    withdrawn = json.loads((folders[0] / "badge.json").read_text(encoding="utf-8"))["id"]
    issuer.run("revoquer", withdrawn, "--motif", "essai")
    jury = list(jurors(issuer.program.parent, issuer.publish("apres"), ISSUER, shared, options.older))
    for folder in folders:
        verdict = WITHDRAWN if folder == folders[0] else ACCEPTED
        tasks += [(j, path, verdict, verdict) for path in folder.glob("badge.*") for j in jury if path.suffix in j.suffixes]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda task: hearing.hear(*task), tasks))

    expected_by_page(folders, work, "badges", None)
    expected_by_page(folders, work, "badges-apres", 1)
    print(f"  {hearing.checks} checks of badges issued by a city, {hearing.surprises} surprises")
    if options.results:
        proofs = {".json": "eddsa-rdfc-2022 and eddsa-jcs-2022, did:web", ".jws": "Open Badges 2.0, RS256, https"}
        with options.results.open("a", encoding="utf-8") as file:
            for (suffix, name), row in sorted(hearing.said.items()):
                file.write(f"{proofs.get(suffix, 'VC-JWT ES256, did:web')}\t{suffix}\t{name}\t{row[ACCEPTED]}\t"
                           f"{row[REFUSED]}\t{row[WITHDRAWN]}\n")
    return 1 if hearing.surprises else 0


if __name__ == "__main__":
    sys.exit(main())
