#!/usr/bin/env python3
"""Outside opinion on fresh badges: other people's verifiers accept them and refuse altered ones.

    verify_badges.py BADGES PUBLIC_PEM [--root REPOSITORY]

BADGES      a folder of fresh .svg and .jwt badges (VC-JWT, ES256) and nothing else of those kinds
PUBLIC_PEM  the issuer's public key
REPOSITORY  when REPOSITORY/../shared/badges/verify_ob3.py exists, it gives a second opinion

To be run by the Python of a virtual environment that holds openbadgeslib[ldp]==4.6.3, and, for the
second opinion, PyLD, jsonschema, cryptography, rfc8785 and lxml. No network is used.
One line per check. Exit: 0 all as expected, 1 a surprise, 2 nothing to check or bad usage.
"""
import argparse
import base64
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils

TOKEN = re.compile(r'(<openbadges:credential [^>]*verify=")([^"]+)("/>)')


def decoded(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def compact(value):
    return encoded(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def signature(key, signed):
    r, s = utils.decode_dss_signature(key.sign(signed.encode(), ec.ECDSA(hashes.SHA256())))
    return encoded(r.to_bytes(32, "big") + s.to_bytes(32, "big"))


def public_jwk(key):
    numbers = key.public_key().public_numbers()
    x, y = (encoded(n.to_bytes(32, "big")) for n in (numbers.x, numbers.y))
    return {"kty": "EC", "crv": "P-256", "x": x, "y": y}


def altered(token):
    """The same token after each of the forgeries that a verifier must notice."""
    head, body, sign = token.split(".")
    header, payload = json.loads(decoded(head)), json.loads(decoded(body))
    forger = ec.generate_private_key(ec.SECP256R1())

    payload["name"] += " (altered)"
    name = compact(payload)
    payload["validUntil"], payload["exp"] = "2099-01-01T00:00:00Z", 4070908800
    flipped = bytearray(decoded(sign))
    flipped[40] ^= 1
    none = compact({**header, "alg": "none"})
    embedded = compact({**header, "jwk": public_jwk(forger)})
    bare = compact({"alg": "ES256", "jwk": public_jwk(forger), "typ": "JWT"})

    yield "payload: name", f"{head}.{name}.{sign}"
    yield "payload: expiry", f"{head}.{compact(payload)}.{sign}"
    yield "signature: one bit", f"{head}.{body}.{encoded(bytes(flipped))}"
    yield "signature: cut", f"{head}.{body}.{sign[:-4]}"
    yield "alg none, unsigned", f"{none}.{body}."
    yield "alg none, signature kept", f"{none}.{body}.{sign}"
    for name, forged in [
        ("foreign key", head),
        ("foreign key in the header", embedded),
        ("foreign key instead of kid", bare),
    ]:
        yield name, f"{forged}.{body}.{signature(forger, f'{forged}.{body}')}"


class Badge:
    """A fresh file, and how to write another token in its place."""

    def __init__(self, path):
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        if path.suffix == ".svg":
            found = TOKEN.search(self.text)
            if not found:
                raise ValueError(f"{path.name}: no openbadges:credential element")
            self.token = found.group(2)
        else:
            self.token = self.text.strip()
        self.subject = json.loads(decoded(self.token.split(".")[1]))["sub"]

    def holding(self, token):
        if self.path.suffix == ".svg":
            return TOKEN.sub(lambda found: found.group(1) + token + found.group(3), self.text)
        return token


class Jury:
    """The outside verifiers, and the count of their surprises."""

    def __init__(self, pem, second):
        self.pem, self.second = pem, second
        self.checks = self.surprises = 0

    def hear(self, path, badge, label, good):
        if path.suffix == ".svg":  # openbadgeslib reads pictures only
            command = [str(Path(sys.executable).parent / "openbadges"), "verify"]
            command += ["-k", str(self.pem), "-r", badge.subject, "-i", str(path)]
            self.ask("openbadgeslib", command, badge, label, good)
        if self.second:
            command = [sys.executable, str(self.second), str(path)]
            self.ask("verify_ob3", command, badge, label, good)

    def ask(self, juror, command, badge, label, good):
        run = subprocess.run(command, capture_output=True, text=True, timeout=120)
        said = (run.stdout + run.stderr).strip().splitlines() or [""]
        # 1 is "invalid"; any other code would be an accident, which proves nothing.
        expected = run.returncode == (0 if good else 1) and "Recipient mismatch" not in run.stdout
        self.checks += 1
        self.surprises += not expected
        verdict = "accepted" if run.returncode == 0 else f"refused ({run.returncode})"
        mark = "ok  " if expected else "FAIL"
        print(f"{mark} {juror}: {badge.path.name}, {label}: {verdict}", flush=True)
        if not expected:
            print(f"     {said[-1][:300]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("badges", type=Path)
    parser.add_argument("pem", type=Path)
    parser.add_argument("--root", type=Path)
    options = parser.parse_args()
    second = options.root and options.root.resolve().parent / "shared/badges/verify_ob3.py"
    jury = Jury(options.pem, second if second and second.is_file() else None)
    paths = sorted(p for p in options.badges.iterdir() if p.suffix in (".svg", ".jwt"))
    if not any(path.suffix == ".svg" for path in paths):
        print(f"no badge in {options.badges}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        for badge in map(Badge, paths):
            jury.hear(badge.path, badge, "as issued", True)
            for label, token in altered(badge.token):
                copy = Path(folder) / ("altered" + badge.path.suffix)
                copy.write_text(badge.holding(token), encoding="utf-8")
                jury.hear(copy, badge, label, False)
    print(f"{jury.checks} checks, {jury.surprises} surprises")
    return 1 if jury.surprises else 0


if __name__ == "__main__":
    sys.exit(main())
