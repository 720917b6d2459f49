"""Badges for the verification page: good ones, and one for each way of forging one.

Everything is made with `cryptography`, `rfc8785` and the standard library: nothing of the program
that publishes the page is used.
"""
import base64
import gzip
import hashlib
import json
import struct
import uuid
import zlib
from datetime import datetime, timedelta, timezone

import rfc8785
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils

NAMESPACE = "https://purl.imsglobal.org/ob/v3p0"
CONTEXTS = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
]
EMAIL, SALT = "ana@ville.example", "0f" * 16
REVOKED, SUSPENDED, FREE = 23, 4242, 131071
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def base58(data):
    number, text = int.from_bytes(data, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = BASE58[digit] + text
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + text


def date(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def instant(text):
    return int(datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())


def status_list(*indexes, length=16384):
    bits = bytearray(length)
    for index in indexes:
        bits[index // 8] |= 0x80 >> index % 8
    return "u" + encoded(gzip.compress(bytes(bits), mtime=0))


class Key:
    """A private key, its public JWK and how it signs."""

    def __init__(self, kid, kind):
        self.kid, self.kind = kid, kind
        if kind == "ES256":
            self.key = ec.generate_private_key(ec.SECP256R1())
            point = self.key.public_key().public_numbers()
            x, y = (encoded(n.to_bytes(32, "big")) for n in (point.x, point.y))
            self.jwk = {"kty": "EC", "crv": "P-256", "x": x, "y": y}
        elif kind == "RS256":
            self.key = rsa.generate_private_key(65537, 2048)
            numbers = self.key.public_key().public_numbers()
            self.jwk = {"kty": "RSA", "n": encoded(numbers.n.to_bytes(256, "big")), "e": "AQAB"}
        else:
            self.key = ed25519.Ed25519PrivateKey.generate()
            raw = self.key.public_key().public_bytes_raw()
            self.jwk = {"kty": "OKP", "crv": "Ed25519", "x": encoded(raw)}

    def sign(self, signed):
        if self.kind == "ES256":
            r, s = utils.decode_dss_signature(self.key.sign(signed, ec.ECDSA(hashes.SHA256())))
            return r.to_bytes(32, "big") + s.to_bytes(32, "big")
        if self.kind == "RS256":
            return self.key.sign(signed, padding.PKCS1v15(), hashes.SHA256())
        return self.key.sign(signed)

    def published(self, state="active", **members):
        return {"kid": self.kid, "jwk": self.jwk, "state": state, **members}


class Issuer:
    """An issuer of tests, in the place of the one of a published page."""

    def __init__(self, site):
        self.did, self.name, self.base = site["did"], site["issuer"], "https://badges.test/"
        self.now = datetime.now(timezone.utc).replace(microsecond=0)
        self.es = Key(f"{self.did}#es256", "ES256")
        self.rs = Key(f"{self.did}#rs256", "RS256")
        self.ed = Key(f"{self.did}#ed25519", "Ed25519")
        self.old = Key(f"{self.did}#ancienne", "ES256")
        self.lost = Key(f"{self.did}#perdue", "ES256")
        self.lost_ed = Key(f"{self.did}#perdue-ed", "Ed25519")
        self.stranger = Key(f"{self.did}#es256", "ES256")
        self.since = self.now - timedelta(days=100)
        self.revocations = f"{self.base}status/retraits"
        self.suspensions = f"{self.base}status/suspensions"

    def data(self, site):
        """The page's data with these keys and lists."""
        lost = {"state": "compromised", "since": int(self.since.timestamp())}
        keys = [self.es, self.rs, self.ed]
        lists = [
            (self.revocations, "revocation", status_list(REVOKED)),
            (self.suspensions, "suspension", status_list(SUSPENDED)),
            (f"{self.base}status/abimee", "revocation", "u" + encoded(b"no gzip")),
            (f"{self.base}status/courte", "revocation", status_list(length=8)),
            (f"{self.base}status/bombe", "revocation", status_list(length=1 << 24)),
        ]
        stale = {"url": f"{self.base}status/perimee", "purpose": "revocation",
                 "encoded": status_list(), "validUntil": int(self.now.timestamp()) - 60}
        return {
            **site, "published": int(self.now.timestamp()),
            "keys": [key.published() for key in keys] + [
                self.old.published("retired"), self.lost.published(**lost),
                self.lost_ed.published(**lost)],
            "lists": [dict(zip(("url", "purpose", "encoded"), one)) for one in lists] + [stale],
        }

    def place(self, index, purpose="revocation", url=None):
        url = url or (self.revocations if purpose == "revocation" else self.suspensions)
        return {
            "id": f"{url}#{index}", "type": "BitstringStatusListEntry", "statusPurpose": purpose,
            "statusListIndex": str(index), "statusListCredential": url}

    def credential(self, **members):
        """A sound credential; a member given as None is left out."""
        hashed = hashlib.sha256((EMAIL + SALT).encode()).hexdigest()
        credential = {
            "@context": CONTEXTS, "id": f"urn:uuid:{uuid.uuid4()}",
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": "IA générative : usage éclairé",
            "issuer": {"id": self.did, "type": ["Profile"], "name": self.name},
            "validFrom": date(self.now - timedelta(days=30)),
            "validUntil": date(self.now + timedelta(days=700)),
            "credentialSubject": {
                "id": f"urn:uuid:{uuid.uuid4()}", "type": ["AchievementSubject"],
                "identifier": [{
                    "type": "IdentityObject", "hashed": True, "identityType": "emailAddress",
                    "identityHash": f"sha256${hashed}", "salt": SALT}],
                "achievement": {
                    "id": f"{self.base}decouverte", "type": ["Achievement"],
                    "achievementType": "Badge", "name": "IA générative : usage éclairé",
                    "description": "La personne connaît les bons réflexes.",
                    "criteria": {"narrative":
                                 "La personne a :\n1. terminé les modules ;\n2. réussi l’examen."},
                    "inLanguage": "fr"}},
            "evidence": [{"type": ["Evidence"], "narrative":
                          "Parcours version 1.0, en autonomie, sans surveillance."}],
            "credentialStatus": [self.place(FREE), self.place(7, "suspension")],
        }
        credential.update(members)
        return {key: value for key, value in credential.items() if value is not None}

    def claims(self, credential):
        claims = {
            **credential, "iss": self.did, "jti": credential["id"],
            "sub": credential["credentialSubject"].get("id"),
            "nbf": instant(credential["validFrom"])}
        if "validUntil" in credential:
            claims["exp"] = instant(credential["validUntil"])
        return claims

    def token(self, claims, key=None, header=None, kid=None):
        """A compact JWS over any claims, or over bytes as they are."""
        key = key or self.es
        header = header or {"alg": key.kind, "kid": kid or key.kid, "typ": "JWT"}
        header = header if isinstance(header, bytes) else compact(header)
        body = claims if isinstance(claims, bytes) else compact(claims)
        signed = f"{encoded(header)}.{encoded(body)}"
        return f"{signed}.{encoded(key.sign(signed.encode()))}"

    def jwt(self, key=None, **members):
        return self.token(self.claims(self.credential(**members)), key)

    def proof(self, credential, key=None, **members):
        """An eddsa-jcs-2022 proof; members are changed before it is made."""
        key = key or self.ed
        proof = {
            "@context": credential["@context"], "type": "DataIntegrityProof",
            "cryptosuite": "eddsa-jcs-2022", "created": credential["validFrom"],
            "verificationMethod": key.kid, "proofPurpose": "assertionMethod", **members}
        proof = {name: value for name, value in proof.items() if value is not None}
        hashed = [hashlib.sha256(rfc8785.dumps(one)).digest() for one in (proof, credential)]
        return {**proof, "proofValue": "z" + base58(key.sign(b"".join(hashed)))}

    def document(self, credential=None, key=None, **members):
        credential = credential or self.credential()
        proof = self.proof(credential, key, **members)
        return {**credential, "proof": [self.rdfc(), proof]}

    def rdfc(self):
        """A proof of the other suite, that the page cannot look at: any signature will do."""
        return {
            "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022",
            "created": date(self.now), "verificationMethod": self.ed.kid,
            "proofPurpose": "assertionMethod", "proofValue": "z" + base58(self.ed.sign(b"rdfc"))}


def with_subject(credential, **members):
    subject = {**credential["credentialSubject"], **members}
    subject = {key: value for key, value in subject.items() if value is not None}
    return {**credential, "credentialSubject": subject}


def element(token, namespace=NAMESPACE):
    return f'<openbadges:credential xmlns:openbadges="{namespace}" verify="{token}"/>'


def svg(inside, head="", root="svg", space="http://www.w3.org/2000/svg"):
    return f'{head}<{root} xmlns="{space}">{inside}<title>Badge</title></{root}>'.encode()


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def text_chunk(text, kind=b"iTXt", keyword=b"openbadgecredential", fields=b"\0\0\0\0"):
    return chunk(kind, keyword + b"\0" + fields + text)


def png(*chunks):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    tail = chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + tail
