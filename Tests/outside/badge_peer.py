#!/usr/bin/env python3
"""The same operations by openbadgeslib 4.6.3, printed as `badge-bench` prints its own.

  badge_peer.py SVG

The picture is the same; the credential has the same facts. One core, the best of five rounds.
"""
import sys, time
from datetime import datetime, timedelta, timezone

from cryptography.hazmat.primitives import serialization as s
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from openbadgeslib.ob3.credential import OpenBadgeCredential
from openbadgeslib.ob3.ldp import OB3LdpSigner
from openbadgeslib.ob3.signer import OB3Signer
from openbadgeslib.verify import verify_badge

PAYLOAD = {
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                 "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"],
    "id": "urn:uuid:9d2f5b1c-1111-4222-8333-444455556666", "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "name": "IA générative : usage éclairé — Découverte",
    "issuer": {"id": "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2", "type": ["Profile"],
               "name": "Ville d’Exemple", "url": "https://ville.example/badges"},
    "validFrom": "2026-11-21T09:12:33Z", "validUntil": "2028-11-20T09:12:33Z",
    "credentialSubject": {
        "id": "urn:uuid:0a1b2c3d-aaaa-4bbb-8ccc-ddddeeeeffff", "type": ["AchievementSubject"],
        "identifier": [{"type": "IdentityObject", "hashed": True, "identityType": "emailAddress",
                        "identityHash": "sha256$" + "0" * 64, "salt": "000102030405060708090a0b0c0d0e0f"}],
        "achievement": {
            "id": "urn:uuid:77777777-8888-4999-8aaa-bbbbccccdddd", "type": ["Achievement"], "achievementType": "Badge",
            "name": "IA générative : usage éclairé — Découverte",
            "description": "La personne connaît les bons réflexes face à une IA générative.",
            "criteria": {"narrative": "1. terminé neuf modules ;\n2. réussi un examen de 30 questions."},
            "inLanguage": "fr", "tag": ["RGPD", "esprit critique", "service public"],
            "alignment": [{"type": ["Alignment"], "targetName": "CRCN 4.2", "targetFramework": "CRCN", "targetCode": "4.2",
                           "targetUrl": "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000039005162"}]}},
    "evidence": [{"type": ["Evidence"], "narrative": "Parcours version 1.0.0, terminé le 21 novembre 2026."}],
}
PRIVATE = (s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption())
PUBLIC = (s.Encoding.PEM, s.PublicFormat.SubjectPublicKeyInfo)


def measure(name, body):
    for _ in range(5):
        body()
    best = 0
    for _ in range(5):
        start, count = time.perf_counter(), 0
        while time.perf_counter() - start < 0.4:
            body()
            count += 1
        best = max(best, count / (time.perf_counter() - start))
    print(f"{name} : {best:.0f} /s", flush=True)


def main():
    svg = open(sys.argv[1], "rb").read()
    edwards, curve = ed25519.Ed25519PrivateKey.generate(), ec.generate_private_key(ec.SECP256R1())
    ldp = OB3LdpSigner(edwards.private_bytes(*PRIVATE))
    jwt = OB3Signer(curve.private_bytes(*PRIVATE), "ES256")
    payload = dict(PAYLOAD, issuer=dict(PAYLOAD["issuer"], id=OB3LdpSigner._did_key_vm(edwards.private_bytes(*PRIVATE)).split("#")[0]))
    begin = datetime(2026, 11, 21, 9, 12, 33, tzinfo=timezone.utc)
    claims = {"iss": payload["issuer"]["id"], "jti": payload["id"], "sub": payload["credentialSubject"]["id"],
              "nbf": int(begin.timestamp()), "exp": int((begin + timedelta(days=730)).timestamp())}
    credential = OpenBadgeCredential.from_jwt_payload({**payload, **claims})
    document, token = ldp.sign_into_svg(credential, svg), jwt.sign_into_svg(credential, svg)
    edwards_pem, curve_pem = edwards.public_key().public_bytes(*PUBLIC), curve.public_key().public_bytes(*PUBLIC)
    check_document = lambda: verify_badge(document, "3", pubkey_pem=edwards_pem)
    check_token = lambda: verify_badge(token, "3", pubkey_pem=curve_pem)
    for check in (check_document, check_token):
        result = check()
        if not result.valid:
            sys.exit(f"openbadgeslib refuse son propre badge : {result}")
    measure("rdfc signer+garnir", lambda: ldp.sign_into_svg(credential, svg))
    measure("rdfc signer+garnir+vérifier", lambda: verify_badge(ldp.sign_into_svg(credential, svg), "3", pubkey_pem=edwards_pem))
    measure("es256 signer+garnir", lambda: jwt.sign_into_svg(credential, svg))
    measure("es256 signer+garnir+vérifier", lambda: verify_badge(jwt.sign_into_svg(credential, svg), "3", pubkey_pem=curve_pem))
    measure("rdfc vérifier", check_document)
    measure("es256 vérifier", check_token)


if __name__ == "__main__":
    main()
