#!/usr/bin/env python3
"""Badges that openbadgeslib makes, read by our program; and their forgeries, refused by it.

    foreign_badges.py PROGRAM [--root REPOSITORY]

PROGRAM     the built `parcours` (or `parcours-gestion`)
REPOSITORY  when REPOSITORY/../shared/badges/data exists, its samples are read as files too

To be run by the Python of a virtual environment that holds openbadgeslib[ldp]==4.6.3. No network.
One line per check. Exit: 0 all as expected, 1 a surprise, 2 bad usage.
"""
import argparse
import json
import struct
import subprocess
import sys
import tempfile
import zlib
from datetime import datetime, timedelta, timezone
from pathlib import Path

from openbadgeslib.keys import KeyFactory, KeyType
from openbadgeslib.ob2.models import (
    Assertion, BadgeClass, CryptographicKey, IdentityObject, Profile, Verification)
from openbadgeslib.ob2.signer import OB2Signer
from openbadgeslib.ob3.credential import Achievement, Issuer, OpenBadgeCredential
from openbadgeslib.ob3.credential import IdentityObject as NewerIdentity
from openbadgeslib.ob3.did import did_jwk_from_jwk, did_key_from_pem
from openbadgeslib.ob3.ldp import OB3LdpSigner
from openbadgeslib.ob3.signer import OB3Signer

EMAIL = "camille@ville.example"
SITE = "https://ville.example"
NOW = datetime.now(timezone.utc).replace(microsecond=0)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
VALID, INVALID, UNUSABLE, REVOKED, DATES, STRANGER = range(6)


def png():
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0"))
            + chunk(b"IEND", b""))


class Jury:
    """Runs the program, compares, counts."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.checks = self.surprises = 0

    def trust(self, name, files):
        folder = self.folder / name
        for path, data in files.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
        folder.mkdir(exist_ok=True)
        return folder

    def same(self, label, data, suffix, trust, code, reason=None, email=None):
        file = self.folder / f"badge{suffix}"
        file.write_bytes(data)
        command = [self.program, "badge", "verifier", file, "--json", "--confiance", trust]
        done = subprocess.run(
            command + (["--destinataire", email] if email else []), capture_output=True, timeout=60)
        reasons = [check.get("raison") for check in json.loads(done.stdout or b"{}").get("controles", [])
                   if check["etat"] != "respecte"]
        good = done.returncode == code and (reason is None or reason in reasons)
        self.checks += 1
        self.surprises += not good
        print(f"{'ok ' if good else 'KO '} {label}: {done.returncode} {reasons}")
        if not good:
            print(f"    expected {code} {reason or ''}", done.stderr.decode()[:300])


def credential(issuer, **more):
    return OpenBadgeCredential(
        issuer=Issuer(id=issuer, name="Ville d’Exemple", url=SITE), name="Découverte",
        recipient_id=f"mailto:{EMAIL}", issuance_date=NOW - timedelta(days=1),
        expiration_date=more.pop("expiration_date", NOW + timedelta(days=365)),
        achievement=Achievement(
            id=f"{SITE}/decouverte", name="Découverte", description="Les bons réflexes.",
            criteria_narrative="Terminé neuf modules."), **more)


def controller(did, name, jwk):
    return {"id": did, "assertionMethod": [f"{did}#{name}"], "verificationMethod": [
        {"id": f"{did}#{name}", "type": "JsonWebKey", "controller": did, "publicKeyJwk": jwk}]}


def public(jwk):
    return {name: jwk[name] for name in ("kty", "crv", "x", "y", "n", "e") if name in jwk}


def pair(kind):
    secret, known = KeyFactory(kind).generate_keypair()
    return secret, known


def tokens(jury):
    for name, kind in (("ES256", KeyType.ECC), ("RS256", KeyType.RSA), ("EdDSA", KeyType.ED25519)):
        secret, known = pair(kind)
        signer, forger = OB3Signer(secret, name), OB3Signer(pair(kind)[0], name)
        jwk = public(signer._public_jwk())
        web = "did:web:ville.example"
        text = f"{SITE}/emetteur\nNotre ville\n".encode()
        issuers = {
            "did:web": (web, {"ville.example/.well-known/did.json": controller(web, "cle-1", jwk)}),
            "https, PEM": (f"{SITE}/emetteur", {"ville.txt": text + known}),
            "https, jwks": (f"{SITE}/emetteur", {
                "ville.txt": text, "ville.example/.well-known/jwks.json": {"keys": [jwk]}}),
            "did:jwk": (did_jwk_from_jwk(jwk), {
                "ville.txt": f"{did_jwk_from_jwk(jwk)}\nNotre ville".encode()}),
        }
        for place, (issuer, files) in issuers.items():
            trust = jury.trust(f"{name}-{place}", files)
            label = f"{name}, {place}"
            badge = credential(issuer)
            for suffix, data in ((".svg", signer.sign_into_svg(badge, SVG)),
                                 (".png", signer.sign_into_png(badge, png())),
                                 (".jwt", signer.sign(badge).encode())):
                jury.same(f"{label}{suffix}", data, suffix, trust, VALID, email=EMAIL)
            jury.same(f"{label}, other holder", data, ".jwt", trust, INVALID,
                      "destinataire-autre", email="autre@ville.example")
            jury.same(f"{label}, forged", forger.sign_into_svg(badge, SVG), ".svg", trust, INVALID,
                      "entete-cle")
            past = credential(issuer, expiration_date=NOW - timedelta(hours=1))
            jury.same(f"{label}, expired", signer.sign(past).encode(), ".jwt", trust, DATES, "expire")
        blind = jury.trust("nobody", {})
        jury.same(f"{name}, no key given", signer.sign(credential(web)).encode(), ".jwt", blind,
                  INVALID, "cle-non-donnee")


def documents(jury):
    secret, known = pair(KeyType.ED25519)
    did = did_key_from_pem(known)
    web = "did:web:ville.example"
    for issuer, signer, files in (
            (did, OB3LdpSigner(secret), {"ville.txt": f"{did}\nNotre ville".encode()}),
            (web, OB3LdpSigner(secret, f"{web}#cle-1"), {
                "ville.example/.well-known/did.json": controller(
                    web, "cle-1", public(OB3Signer(secret, "EdDSA")._public_jwk()))})):
        trust = jury.trust(f"rdfc-{issuer[:7]}", files)
        label = f"eddsa-rdfc-2022, {issuer[:7]}"
        badge = credential(issuer, identifiers=[NewerIdentity.create(EMAIL)])
        text = signer.sign_to_json(badge)
        for suffix, data in ((".svg", signer.sign_into_svg(badge, SVG)),
                             (".png", signer.sign_into_png(badge, png())),
                             (".json", text.encode())):
            jury.same(f"{label}{suffix}", data, suffix, trust, VALID, email=EMAIL)
        altered = text.replace("Terminé", "Réussi").replace("Termin\\u00e9", "R\\u00e9ussi")
        jury.same(f"{label}, altered", altered.encode(), ".json", trust, INVALID, "signature")
        jury.same(f"{label}, stranger", text.encode(), ".json", jury.trust("other", {
            "o.txt": f"{did_key_from_pem(pair(KeyType.ED25519)[1])}\nAutre".encode()}),
            STRANGER if issuer == did else INVALID)
    forger = OB3LdpSigner(pair(KeyType.ED25519)[0])
    fragment = forger.verification_method.split("#")[1]
    stolen = OB3LdpSigner(forger.privkey_pem, f"{web}#{fragment}")
    jury.same("a key in somebody else's fragment", stolen.sign_to_json(credential(web)).encode(),
              ".json", trust, INVALID, "cle-d-un-autre")


def older(jury):
    secret, known = pair(KeyType.RSA)
    profile, key, badge = (f"{SITE}/{name}.json" for name in ("emetteur", "cle-1", "decouverte"))
    files = {
        "ville.example/emetteur.json": Profile(
            id=profile, name="Ville", url=SITE, email="badges@ville.example",
            public_key=[key]).to_dict(),
        "ville.example/cle-1.json": CryptographicKey(
            id=key, owner=profile, public_key_pem=known.decode()).to_dict(),
        "ville.example/decouverte.json": BadgeClass(
            id=badge, name="Découverte", description="Les bons réflexes.", image=f"{SITE}/i.png",
            criteria=f"{SITE}/criteres", issuer=profile).to_dict(),
    }
    trust = jury.trust("older", files)
    assertion = Assertion(
        recipient=IdentityObject.create(EMAIL, salt="sel"), badge=badge, issued_on=NOW - timedelta(days=1),
        verification=Verification(type="SignedBadge", creator=key))
    signer, forger = OB2Signer(secret), OB2Signer(pair(KeyType.RSA)[0])
    for suffix, data in ((".svg", signer.sign_into_svg(assertion, SVG)),
                         (".png", signer.sign_into_png(assertion, png())),
                         (".jws", signer.sign(assertion).encode())):
        jury.same(f"2.0{suffix}", data, suffix, trust, VALID, email=EMAIL)
    jury.same("2.0, forged", forger.sign(assertion).encode(), ".jws", trust, INVALID, "signature")
    jury.same("2.0, no document", data, ".jws", jury.trust("nobody", {}), INVALID, "document-absent")


def samples(jury, root):
    data = root.parent / "shared/badges/data"
    if not (data / "README.md").exists():
        print("NOT CHECKED: the published samples, for ../shared/badges/data is not beside the project")
        return
    folder = data / "vectors/1edtech-validator-ob30"
    trust = data / "vectors/url-dir"
    for name in ("simple.json", "simple-context-alias.json", "simple-context-version.json",
                 "simple-did-web-method.json", "simple-multiple-proofs.json", "simple-json.png",
                 "simple-json.svg", "complete.json"):
        jury.same(name, (folder / name).read_bytes(), Path(name).suffix, trust, VALID)
    for file in sorted(folder.glob("simple-err-*.json")):
        code = DATES if "expired" in file.name else INVALID
        jury.same(file.name, file.read_bytes(), ".json", trust, code)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=Path)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    choices = parser.parse_args()
    if not choices.program.is_file():
        parser.error(f"no program at {choices.program}")
    with tempfile.TemporaryDirectory() as folder:
        jury = Jury(choices.program.resolve(), Path(folder))
        tokens(jury)
        documents(jury)
        older(jury)
        samples(jury, choices.root.resolve())
    print(f"{jury.checks} checks, {jury.surprises} surprises")
    return 1 if jury.surprises else 0


if __name__ == "__main__":
    sys.exit(main())
