#!/usr/bin/env python3
"""Outside opinion on fresh badges: other people's verifiers accept them and refuse altered ones.

    verify_badges.py BADGES [--root REPOSITORY] [--program PARCOURS] [--results FILE]

BADGES      a folder of fresh badges of one award: badge.json (Open Badges 3.0, Data Integrity), and
            badge.svg and badge.png that hold the same document
REPOSITORY  when REPOSITORY/../shared/badges/verify_ob3.py exists, it gives a second opinion
PARCOURS    our own program, asked the same
FILE        where to add what each verifier said, for opinions.py

To be run by the Python of a virtual environment that holds openbadgeslib[ldp]==4.6.3, and, for the
second opinion, PyLD, jsonschema, cryptography, rfc8785 and lxml. No network is used: the issuer is a did:key.
One line per check. Exit: 0 all as expected, 1 a surprise, 2 nothing to check or bad usage.
"""
import argparse
import json
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

BODY = re.compile(r"(<openbadges:credential[^>]*>)(.*?)(</openbadges:credential>)", re.S)
TOKEN = re.compile(r'(<openbadges:credential[^>]* verify=")([^"]*)(")')
KEYWORD = b"openbadgecredential\0"
ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def altered(document):
    """The same document after each of the forgeries that a verifier must notice."""

    def change(*path, to):
        copy = json.loads(json.dumps(document))
        place = copy
        for key in path[:-1]:
            place = place[key]
        if to is None:
            del place[path[-1]]
        else:
            place[path[-1]] = to
        return copy

    proofs = document["proof"]
    if isinstance(proofs, list):  # the forgeries below touch the document, or the first proof with the document
        document, proofs = {**document, "proof": proofs[0]}, proofs[0]
    value = proofs["proofValue"]
    other = value[:-1] + ALPHABET[(ALPHABET.index(value[-1]) + 1) % 58]
    forger = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
    yield "name", change("name", to=document["name"] + " (altered)")
    yield "expiry", change("validUntil", to="2099-01-01T00:00:00Z")
    yield "evidence", change("evidence", 0, "narrative", to="Autre chose.")
    yield "criteria", change("credentialSubject", "achievement", "criteria", "narrative", to="Rien.")
    yield "holder", change("credentialSubject", "id", to="urn:uuid:00000000-0000-4000-8000-000000000000")
    yield "issuer", change("issuer", "id", to=forger)
    yield "signature: one letter", change("proof", "proofValue", to=other)
    yield "signature: cut", change("proof", "proofValue", to=value[:-4])
    yield "proof date", change("proof", "created", to="2020-01-01T00:00:00Z")
    yield "proof purpose", change("proof", "proofPurpose", to="authentication")
    yield "foreign method", change("proof", "verificationMethod", to=f"{forger}#{forger[8:]}")
    yield "no proof", change("proof", to=None)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


class Badge:
    """A fresh file, and how to write another document in its place."""

    def __init__(self, path):
        self.path, self.bytes = path, path.read_bytes()

    def holding(self, document):
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        if self.path.suffix == ".json":
            return text.encode()
        if self.path.suffix == ".svg":
            body = "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"
            return BODY.sub(lambda found: found[1] + body + found[3], self.bytes.decode()).encode()
        return self.with_text(text)

    def token(self):
        """The VC-JWT that a picture holds."""
        if self.path.suffix == ".svg":
            return TOKEN.search(self.bytes.decode())[2]
        return next(data for kind, data in self.chunks() if kind == b"iTXt" and data.startswith(KEYWORD)
                    )[len(KEYWORD) + 4:].decode()

    def with_token(self, token):
        if self.path.suffix == ".svg":
            return TOKEN.sub(lambda found: found[1] + token + found[3], self.bytes.decode()).encode()
        return self.with_text(token)

    def chunks(self):
        place = 8
        while place < len(self.bytes):
            size = struct.unpack(">I", self.bytes[place:place + 4])[0]
            yield self.bytes[place + 4:place + 8], self.bytes[place + 8:place + 8 + size]
            place += 12 + size

    def with_text(self, text):
        held = KEYWORD + bytes(4) + text.encode()
        return self.bytes[:8] + b"".join(
            chunk(kind, held if kind == b"iTXt" and data.startswith(KEYWORD) else data) for kind, data in self.chunks())


class Jury:
    """The verifiers, and the count of their surprises."""

    def __init__(self, subject, second, program):
        self.subject, self.second, self.program = subject, second, program
        self.checks = self.surprises = 0
        self.said = {}  # (juror, suffix): [good accepted, forged refused]

    def hear(self, path, label, good):
        if path.suffix != ".json":  # openbadgeslib reads pictures only
            command = [str(Path(sys.executable).parent / "openbadges"), "verify", "--resolve-did"]
            # 2: the proof holds, and the did:key is nobody it was told to trust.
            self.ask("openbadgeslib", command + ["-r", self.subject, "-i", str(path)], path, label, good, 2)
        if self.second:
            self.ask("verify_ob3", [sys.executable, str(self.second), str(path)], path, label, good, 0)
        if self.program:
            self.ask("parcours", [self.program, "badge", "verifier", str(path)], path, label, good, 5)

    def ask(self, juror, command, path, label, good, accepted):
        run = subprocess.run(command, capture_output=True, text=True, timeout=120)
        said = (run.stdout + run.stderr).strip().splitlines() or [""]
        # 1 is "invalid"; any other code would be an accident, which proves nothing.
        expected = run.returncode == (accepted if good else 1)
        self.checks += 1
        self.surprises += not expected
        counts = self.said.setdefault((juror, path.suffix), [0, 0])
        counts[0 if good else 1] += expected
        verdict = "accepted" if run.returncode == accepted else f"refused ({run.returncode})"
        print(f"{'ok  ' if expected else 'FAIL'} {juror}: {path.suffix}, {label}: {verdict}", flush=True)
        if not expected:
            print(f"     {said[-1][:300]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("badges", type=Path)
    parser.add_argument("--root", type=Path)
    parser.add_argument("--program")
    parser.add_argument("--results", type=Path)
    options = parser.parse_args()
    paths = [options.badges / f"badge{suffix}" for suffix in (".json", ".svg", ".png")]
    if not all(path.is_file() for path in paths):
        print(f"no badge in {options.badges}", file=sys.stderr)
        return 2
    document = json.loads(paths[0].read_text(encoding="utf-8"))
    second = options.root and options.root.resolve().parent / "shared/badges/verify_ob3.py"
    second = second if second and second.is_file() else None
    if not second:
        print("NON FAIT : verify_ob3.py n'est pas à côté du projet ; pas de deuxième avis.")
    jury = Jury(document["credentialSubject"]["id"], second, options.program)
    with tempfile.TemporaryDirectory() as folder:
        for badge in map(Badge, paths):
            jury.hear(badge.path, "as issued", True)
            for label, forged in altered(document):
                copy = Path(folder) / ("altered" + badge.path.suffix)
                copy.write_bytes(badge.holding(forged))
                jury.hear(copy, label, False)
    print(f"{jury.checks} checks, {jury.surprises} surprises")
    if options.results:
        with options.results.open("a", encoding="utf-8") as file:
            for (juror, suffix), (accepted, refused) in sorted(jury.said.items()):
                file.write(f"eddsa-rdfc-2022, did:key\t{suffix}\t{juror}\t{accepted}\t{refused}\t–\n")
    return 1 if jury.surprises else 0


if __name__ == "__main__":
    sys.exit(main())
