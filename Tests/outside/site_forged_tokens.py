"""Tokens that the verification page must refuse: forged, malformed, or read in two ways.

Each is (name, bytes, verdict, flaw); the flaw is looked for among the reasons that the page gives.
"""
from cryptography.hazmat.primitives import hashes, hmac, serialization

from site_badges import CONTEXTS, compact, encoded, with_subject


def tokens(issuer):
    """Forged and malformed tokens."""
    claims = issuer.claims(issuer.credential())
    token = issuer.token(claims)
    head, body, sign = token.split(".")
    flipped = bytearray(issuer.es.sign(b""))
    flipped[40] ^= 1
    altered = encoded(compact({**claims, "name": "Autre"}))
    none = encoded(compact({"alg": "none", "kid": issuer.es.kid, "typ": "JWT"}))
    pem = issuer.es.key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    shared = hmac.HMAC(pem, hashes.SHA256())
    hs = encoded(compact({"alg": "HS256", "kid": issuer.es.kid, "typ": "JWT"}))
    shared.update(f"{hs}.{body}".encode())
    for name, text, code in [
        ("contenu", f"{head}.{altered}.{sign}", "signature"),
        ("bit", f"{head}.{body}.{encoded(bytes(flipped))}", "signature"),
        ("coupe", f"{head}.{body}.{sign[:80]}", "signature"),
        ("vide", f"{head}.{body}.", "signature"),
        ("none", f"{none}.{body}.", "algorithme"),
        ("none-signe", f"{none}.{body}.{sign}", "algorithme"),
        ("hs256", f"{hs}.{body}.{encoded(shared.finalize())}", "algorithme"),
        ("etranger", issuer.token(claims, issuer.stranger), "signature"),
        ("deux-parties", f"{head}.{body}", "jeton-parties"),
        ("quatre-parties", f"{token}.{sign}", "jeton-parties"),
        ("bourrage", f"{head}.{body}.{sign}==", "jeton-base64"),
        ("espace", f"{head}. {body}.{sign}", "jeton-base64"),
        ("coupure", f"{head}.{body[:40]}\n{body[40:]}.{sign}", "jeton-base64"),
        ("plus", f"{head}.{body}.+{sign[1:]}", "jeton-base64"),
        ("bits-perdus", f"{head}.{body}.{sign[:-1]}{next_letter(sign[-1])}", "jeton-base64"),
    ]:
        yield f"jeton-{name}.jwt", text.encode(), "refuse", code
    yield "deux-lignes.jwt", token.encode() + b"\n\n", "refuse", "jeton-base64"


def next_letter(letter):
    """Another spelling of the same last byte: base64url of 64 bytes leaves four bits unused."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return letters[letters.index(letter) + 1]


def headers(issuer):
    """Headers that the standard forbids, or that name another key."""
    claims = issuer.claims(issuer.credential())
    sound = {"alg": "ES256", "kid": issuer.es.kid, "typ": "JWT"}
    multikey = f"{issuer.did}#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
    for name, header, key, code in [
        ("jwk", {**sound, "jwk": issuer.stranger.jwk}, issuer.stranger, "entete-cle"),
        ("jwk-seul", {"alg": "ES256", "jwk": issuer.stranger.jwk}, issuer.stranger, "entete-cle"),
        ("crit", {**sound, "crit": ["b64"], "b64": False}, issuer.es, "entete-crit"),
        ("x5c", {**sound, "x5c": []}, issuer.es, "entete-membre"),
        ("cty", {**sound, "cty": "vc"}, issuer.es, "entete-membre"),
        ("proto", b'{"alg":"ES256","__proto__":{"typ":"JWT"},"kid":"x"}', issuer.es,
         "entete-membre"),
        ("typ", {**sound, "typ": "vc+jwt"}, issuer.es, "entete-type"),
        ("sans-alg", {"kid": issuer.es.kid}, issuer.es, "algorithme"),
        ("alg-prototype", {**sound, "alg": "constructor"}, issuer.es, "algorithme"),
        ("alg-tableau", {**sound, "alg": ["ES256"]}, issuer.es, "algorithme"),
        ("sans-kid", {"alg": "ES256"}, issuer.es, "cle-absente"),
        ("kid-inconnu", {**sound, "kid": f"{issuer.did}#autre"}, issuer.es, "cle-d-un-autre"),
        ("kid-multicle", {**sound, "kid": multikey}, issuer.stranger, "cle-d-un-autre"),
        ("kid-relatif", {**sound, "kid": "#es256"}, issuer.es, "cle-d-un-autre"),
        ("kid-etranger", {**sound, "kid": "did:web:autre.example#es256"}, issuer.es,
         "cle-d-un-autre"),
        ("rs-sur-ec", {**sound, "alg": "RS256"}, issuer.rs, "algorithme"),
        ("es-sur-rsa", {**sound, "kid": issuer.rs.kid}, issuer.es, "algorithme"),
        ("eddsa", {**sound, "alg": "EdDSA", "kid": issuer.ed.kid}, issuer.ed, "algorithme"),
        ("es-sur-ed", {**sound, "kid": issuer.ed.kid}, issuer.es, "algorithme"),
        ("double", compact(sound).replace(b"{", b'{"alg":"none",'), issuer.es, "jeton-cle-double"),
    ]:
        yield f"entete-{name}.jwt", issuer.token(claims, key, header).encode(), "refuse", code
    local = {**issuer.credential(), "issuer": "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt"}
    stranger = issuer.token({**issuer.claims(local), "iss": local["issuer"]}, issuer.stranger)
    yield "autre-emetteur.jwt", stranger.encode(), "autre-emetteur", "emetteur-inconnu"
    look = {**local, "issuer": {"id": issuer.did + "x", "type": "Profile", "name": issuer.name}}
    yield "sosie.json", compact(issuer.document(look)), "autre-emetteur", "emetteur-inconnu"


def contents(issuer):
    """Well signed, and yet no badge: an issuer's key signs other things too, or is misused."""
    credential = issuer.credential()
    claims = issuer.claims(credential)
    for name in ("iss", "jti", "sub", "nbf", "exp"):
        without = {key: value for key, value in claims.items() if key != name}
        yield f"sans-{name}.jwt", issuer.token(without).encode(), "refuse", "declarations"
        other = claims[name] + 1 if isinstance(claims[name], int) else claims[name] + "0"
        yield f"autre-{name}.jwt", issuer.token(
            {**claims, name: other}).encode(), "refuse", "declarations"
    endless = issuer.claims(issuer.credential(validUntil=None))
    yield "exp-de-trop.jwt", issuer.token(
        {**endless, "exp": claims["exp"]}).encode(), "refuse", "declarations"
    yield "nbf-texte.jwt", issuer.token(
        {**claims, "nbf": str(claims["nbf"])}).encode(), "refuse", "declarations"
    unnamed = with_subject(credential, id=None)
    yield "sans-sujet.jwt", issuer.token(
        {**issuer.claims(unnamed), "sub": "urn:uuid:0"}).encode(), "refuse", "declarations"
    subject = credential["credentialSubject"]
    achievement = subject["achievement"]
    hidden = {**subject["identifier"][0], "hashed": "oui"}
    for name, members, code in [
        ("vc", {"vc": {}}, "membre-vc"), ("contextes", {"@context": CONTEXTS[::-1]}, "contextes"),
        ("contexte-texte", {"@context": CONTEXTS[0]}, "contextes"),
        ("contexte-autre", {"@context": [CONTEXTS[0], "https://a.example/"]}, "contextes"),
        ("type", {"type": ["VerifiableCredential"]}, "type"),
        ("type-autre", {"type": ["OpenBadgeCredential"]}, "type"),
        ("id", {"id": "sans schéma"}, "identifiant"),
        ("emetteur", {"issuer": [issuer.did]}, "emetteur-forme"),
        ("emetteur-type", {"issuer": {"id": issuer.did}}, "emetteur-forme"),
        ("date-fraction", {"validFrom": "2026-01-01T00:00:00.Z"}, "date-forme"),
        ("date-jour", {"validFrom": "2026-02-30T00:00:00Z"}, "date-forme"),
        ("date-zone", {"validFrom": "2026-01-01T00:00:00"}, "date-forme"),
        ("date-nulle", {"validUntil": None, "awardedDate": 5}, "date-forme"),
        ("sujet", {"credentialSubject": [subject]}, "titulaire-forme"),
        ("identite", {"credentialSubject": {**subject, "identifier": [hidden]}},
         "titulaire-forme"),
        ("criteres", {"credentialSubject": {**subject, "achievement": {
            **achievement, "criteria": "texte"}}}, "reussite-forme"),
        ("reussite", {"credentialSubject": {**subject, "achievement": {
            **achievement, "type": "Badge"}}}, "reussite-forme"),
        ("preuve", {"evidence": {"type": "Evidence"}}, "preuve-forme"),
    ]:
        changed = {key: value for key, value in {**claims, **members}.items() if value is not None}
        yield f"forme-{name}.jwt", issuer.token(changed).encode(), "refuse", code
    yield "forme-2.jws", issuer.token({
        "@context": "https://w3id.org/openbadges/v2", "type": "Assertion"}).encode(
        ), "illisible", "badge-ancien"


def texts(issuer):
    """JSON that two readers may read in two ways."""
    text = compact(issuer.claims(issuer.credential()))
    key = b'"name":"IA'
    for name, body, code in [
        ("cle-double", text.replace(key, b'"name":"Autre",' + key, 1), "jeton-cle-double"),
        ("cle-echappee", text.replace(key, b'"\\u006eame":"Autre",' + key, 1), "jeton-cle-double"),
        ("cle-composee", text.replace(key, '"é":1,"e\u0301":2,'.encode() + key, 1),
         "jeton-cle-double"),
        ("cle-proto", text.replace(key, b'"__proto__":1,"__proto__":2,' + key, 1),
         "jeton-cle-double"),
        ("marque", b"\xef\xbb\xbf" + text, "jeton-json"),
        ("reste", text + b"{}", "jeton-json"), ("latin", text.replace("é".encode(), b"\xe9"),
                                                "jeton-json"),
        ("surrogat", text.replace(key, b'"x":"\\ud800",' + key, 1), "jeton-json"),
        ("virgule", text[:-1] + b",}", "jeton-json"),
        ("commentaire", text.replace(key, b"/**/" + key, 1), "jeton-json"),
        ("controle", text.replace(key, b'"x":"\t",' + key, 1), "jeton-json"),
        ("infini", text.replace(key, b'"x":1e999,' + key, 1), "jeton-json"),
        ("nul", text.replace(key, b'"x":1e-999,' + key, 1), "jeton-json"),
        ("grand", text.replace(key, b'"x":9007199254740993,' + key, 1), "jeton-json"),
        ("zero", text.replace(key, b'"x":01,' + key, 1), "jeton-json"),
        ("nan", text.replace(key, b'"x":NaN,' + key, 1), "jeton-json"),
        ("profond", text.replace(key, b'"x":' + b"[" * 24 + b"]" * 24 + b"," + key, 1),
         "jeton-trop-profond"),
        ("abime", b"[" * 100000, "jeton-trop-profond"), ("nombre", b"5", "jeton-json"),
    ]:
        yield f"texte-{name}.jwt", issuer.token(body).encode(), "refuse", code
    spelled = text.replace(key, b'"x":"\\ud83d\\ude00\\/\\u00E9",' + b'"y":1e21,"z":-0.5e-7,' + key)
    yield "texte-permis.jwt", issuer.token(spelled).encode(), "valable", None
