"""Opens and seals a demande by another implementation of HPKE (RFC 9180) than the program's.

    sealed_request.py open KEY.pem SEALED        prints the canonical JSON
    sealed_request.py seal CARD.json REQUEST     prints a sealed file

Base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305; `cryptography` gives the
primitives only.
"""

import base64
import hashlib
import hmac
import json
import sys

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.serialization import load_pem_private_key

KEM = b"KEM" + (0x0020).to_bytes(2, "big")
SUITE = b"HPKE" + b"".join(n.to_bytes(2, "big") for n in (0x0020, 0x0001, 0x0003))
BLOCK = 4096


def extract(suite, salt, label, ikm):
    return hmac.new(salt or bytes(32), b"HPKE-v1" + suite + label + ikm, hashlib.sha256).digest()


def expand(suite, prk, label, info, length):
    info = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    out, block, count = b"", b"", 1
    while len(out) < length:
        block = hmac.new(prk, block + info + bytes([count]), hashlib.sha256).digest()
        out, count = out + block, count + 1
    return out[:length]


def aead(secret, enc, public, info):
    """The cipher and the nonce of the first message."""
    prk = extract(KEM, b"", b"eae_prk", secret)
    shared = expand(KEM, prk, b"shared_secret", enc + public, 32)
    context = (
        b"\0" + extract(SUITE, b"", b"psk_id_hash", b"") + extract(SUITE, b"", b"info_hash", info)
    )
    secret = extract(SUITE, shared, b"secret", b"")
    key = expand(SUITE, secret, b"key", context, 32)
    return ChaCha20Poly1305(key), expand(SUITE, secret, b"base_nonce", context, 12)


def bound(issuer, key_id):
    header = {"cle": key_id, "emetteur": issuer, "v": 1}
    header = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    return b"parcours demande de badge\n" + header, header


def letters(value):
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def value(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def opened(pem, sealed):
    private = load_pem_private_key(pem, None)
    file = json.loads(sealed)
    assert list(file) == ["v", "emetteur", "cle", "enc", "chiffre"] and file["v"] == 1
    enc = value(file["enc"])
    info, header = bound(file["emetteur"], file["cle"])
    secret = private.exchange(X25519PublicKey.from_public_bytes(enc))
    cipher, nonce = aead(secret, enc, private.public_key().public_bytes_raw(), info)
    plaintext = cipher.decrypt(nonce, value(file["chiffre"]), header)
    assert len(plaintext) % BLOCK == 0
    return plaintext.rstrip(b"\0")


def sealed(card, request):
    card = json.loads(card)
    public = value(card["cle"]["x"])
    info, header = bound(card["did"], card["cle"]["kid"])
    ephemeral = X25519PrivateKey.generate()
    enc = ephemeral.public_key().public_bytes_raw()
    cipher, nonce = aead(
        ephemeral.exchange(X25519PublicKey.from_public_bytes(public)), enc, public, info
    )
    padded = request + bytes(-len(request) % BLOCK)
    file = {
        "v": 1, "emetteur": card["did"], "cle": card["cle"]["kid"], "enc": letters(enc),
        "chiffre": letters(cipher.encrypt(nonce, padded, header)),
    }
    return json.dumps(file, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


if __name__ == "__main__":
    command, first, second = sys.argv[1:]
    with open(first, "rb") as one, open(second, "rb") as two:
        act = {"open": opened, "seal": sealed}[command]
        sys.stdout.buffer.write(act(one.read(), two.read()))
