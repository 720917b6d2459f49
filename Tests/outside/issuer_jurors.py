"""The verifiers that judge a published issuer's badges, each asked the same question without a network.

    for juror in jurors(...):
        juror.says(path)     "accepted", "refused", "withdrawn", or a sentence about an accident

The issuer's pages are read from a folder laid out as the Web is: WEB/host/path. Whatever a verifier fetches comes
from there; a page that is not there is an error.
"""
import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from openbadgeslib.errors import LibOpenBadgesException
from openbadgeslib.ob2.verifier import OB2Verifier
from openbadgeslib.ob3.ldp import OB3LdpVerifier
from openbadgeslib.ob3.verifier import OB3Verifier
from openbadgeslib.verify import verify_badge

ACCEPTED, REFUSED, WITHDRAWN = "accepted", "refused", "withdrawn"
NEWER = (".json", ".jwt", ".svg", ".png")


def fetcher(web):
    """An `url -> bytes` that knows the folder alone."""

    def fetch(address):
        parts = urlsplit(address)
        return (web / parts.netloc / parts.path.lstrip("/")).read_bytes()

    return fetch


def p256_pem(did_document, fragment="p256-1"):
    """The public key that signs VC-JWT, as a PEM, from the published did.json."""
    jwk = next(method["publicKeyJwk"] for method in did_document["verificationMethod"]
               if method["id"].endswith("#" + fragment))
    x, y = (int.from_bytes(base64.urlsafe_b64decode(jwk[name] + "=="), "big") for name in "xy")
    return ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


class Command:
    """A verifier that is a program: its exit codes say it."""

    def __init__(self, name, suffixes, command, words):
        self.name, self.suffixes, self.command, self.words = name, suffixes, command, words

    def says(self, path):
        run = subprocess.run([str(part) for part in self.command] + [str(path)], capture_output=True, text=True,
                             timeout=120, env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"})
        last = (run.stdout + run.stderr).strip().splitlines()[-1:] or [""]
        return self.words.get(run.returncode, f"accident {run.returncode}: {last[0][:200]}")


class Library:
    """openbadgeslib, by the entry that each container needs: its command reads pictures only."""

    name, suffixes = "openbadgeslib", NEWER + (".jws",)

    def __init__(self, web, issuer):
        self.fetch, self.issuer = fetcher(web), issuer
        document = json.loads(self.fetch(f"https://{issuer.removeprefix('did:web:').replace(':', '/')}/did.json"))
        self.pem = p256_pem(document)
        # It reads the signing key of Open Badges 2.0 by itself, always from the network: it is given the page's.
        page = self.fetch(f"https://{issuer.removeprefix('did:web:').replace(':', '/')}/ob2/rsa-1.json")
        self.rsa = json.loads(page)["publicKeyPem"].encode()

    def says(self, path):
        try:
            self.read(path)
        except LibOpenBadgesException as refusal:
            return WITHDRAWN if "has been revoked" in str(refusal) or "'revocation' is set" in str(refusal) else REFUSED
        return ACCEPTED

    def read(self, path):
        # Our lists carry a Data Integrity proof; openbadgeslib checks lists signed as VC-JWT alone.
        options = {"check_status": True, "verify_status_list": False, "download": self.fetch}
        if path.suffix == ".jws":
            OB2Verifier(self.rsa, download=self.fetch).verify(path.read_text(), check_revocation=True)
        elif path.suffix == ".json":
            OB3LdpVerifier(issuer_did=self.issuer).verify(path.read_text(encoding="utf-8"), **options)
        elif path.suffix == ".jwt":
            OB3Verifier.for_issuer_did(self.issuer, self.fetch).verify(path.read_text().strip(), **options)
        else:
            result = verify_badge(path.read_bytes(), "3", pubkey_pem=self.pem, check_status=True,
                                  verify_status_list=False, download=self.fetch)
            if not result.valid:
                raise LibOpenBadgesException(result.reason)


def jurors(programs, web, issuer, shared=None, older=None):
    """Our program, openbadgeslib, and the verifiers that are at hand: `shared` is their folder, `older` a Python 3.8."""
    site = web / issuer.removeprefix("did:web:").replace(":", "/")
    yield Command("parcours", NEWER + (".jws",), [programs / "parcours", "badge", "verifier", "--confiance", site],
                  {0: ACCEPTED, 1: REFUSED, 3: WITHDRAWN})
    yield Library(web, issuer)
    if shared:
        yield Command("verify_ob3", NEWER, [sys.executable, shared / "verify_ob3.py", "--did-dir", web, "--url-dir", web,
                                            "--require-status"], {0: ACCEPTED, 1: REFUSED, 3: WITHDRAWN})
    if shared and older:
        # openbadges 1.1.2 has one word for what is revoked and what is false.
        yield Command("openbadges 1.1.2", (".jws",), [older, shared / "verify_ob2.py", "--url-dir", web],
                      {0: ACCEPTED, 1: REFUSED})
