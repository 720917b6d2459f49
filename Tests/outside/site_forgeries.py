"""Every badge that the verification page is tried with: (name, bytes, verdict, flaw or omission).

The flaw is looked for among the reasons that the page gives; None asks for none.
"""
import json
import os
from datetime import timedelta

from site_badges import (
    CONTEXTS, FREE, NAMESPACE, REVOKED, SUSPENDED, compact, date, element, png, svg, text_chunk,
    with_subject)
from site_forged_pictures import pictures
from site_forged_tokens import contents, headers, texts, tokens


def identity(kind, value):
    return [{"type": "IdentityObject", "hashed": False, "identityType": kind,
             "identityHash": value}]


def good(issuer):
    """What the page must accept, in every container."""
    credential = issuer.credential()
    claims = issuer.claims(credential)
    token = issuer.token(claims)
    document = issuer.document()
    rich = issuer.credential(extra={"nombre": 0.1, "grand": 1e21, "\U0001f600": 1, "\ufb33": 2,
                                    "\u20ac": "é\u2028\"\\\t", "zéro": -0.0})
    named = with_subject(credential, identifier=identity("name", "Ana Le Goff"))
    nobody = with_subject(credential, identifier=None)
    clear = with_subject(credential, identifier=identity("emailAddress", "ana@ville.example"))
    offset = issuer.credential(validFrom="2026-01-02T01:00:00+01:00")
    yield "jeton.jwt", token.encode(), "valable", "sans-courriel"
    yield "jeton-ligne.jwt", token.encode() + b"\r\n", "valable", None
    yield "rs256.jwt", issuer.jwt(issuer.rs).encode(), "valable", None
    yield "image.svg", svg(element(token)), "valable", None
    head = '\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!-- une image -->\n'
    yield "image-declaree.svg", svg(element(token), head), "valable", None
    yield "image-document.svg", svg(
        f'<openbadges:credential xmlns:openbadges="{NAMESPACE}"><![CDATA['
        f"{json.dumps(document)}]]></openbadges:credential>"), "valable", "seconde-signature"
    yield "image.png", png(text_chunk(token.encode())), "valable", None
    yield "image-document.png", png(text_chunk(compact(document))), "valable", None
    yield "document.json", compact(document), "valable", "seconde-signature"
    swapped = {**document, "proof": document["proof"][::-1]}
    yield "document-inverse.json", json.dumps(swapped, indent=2).encode(), "valable", None
    alone = {**document, "proof": document["proof"][1]}
    yield "document-seul.json", compact(alone), "valable", None
    yield "document-riche.json", compact(issuer.document(rich)), "valable", None
    yield "cle-retiree.jwt", issuer.jwt(issuer.old).encode(), "valable", None
    yield "sans-fin.jwt", issuer.jwt(validUntil=None).encode(), "valable", None
    yield "nomme.jwt", issuer.token(issuer.claims(named)).encode(), "valable", "nom-a-comparer"
    yield "anonyme.jwt", issuer.token(issuer.claims(nobody)).encode(), "valable", "sans-identite"
    yield "courriel.jwt", issuer.token(issuer.claims(clear)).encode(), "valable", "sans-courriel"
    yield "decalage.jwt", issuer.token(
        {**issuer.claims(offset), "nbf": 1767312000}).encode(), "valable", None
    yield "un-statut.jwt", issuer.jwt(credentialStatus=issuer.place(5)).encode(), "valable", None


def outdated(issuer):
    """Authentic, but no longer or not yet valid, or not wholly checked."""
    def jwt(**members):
        return issuer.jwt(**members).encode()

    day = timedelta(days=1)
    yield "expire.jwt", jwt(validUntil=date(issuer.now - day)), "expire", "expire"
    yield "futur.jwt", jwt(validFrom=date(issuer.now + day)), "pas-encore-valable", None
    yield "retire.jwt", jwt(credentialStatus=issuer.place(REVOKED)), "retire", "retire"
    yield "retire-et-expire.jwt", jwt(
        validUntil=date(issuer.now - day),
        credentialStatus=issuer.place(REVOKED)), "retire", "expire"
    yield "suspendu.jwt", jwt(credentialStatus=[
        issuer.place(FREE), issuer.place(SUSPENDED, "suspension")]), "suspendu", "suspendu"
    yield "retire.svg", svg(element(issuer.jwt(
        credentialStatus=issuer.place(REVOKED)))), "retire", "retire"
    revoked = issuer.credential(credentialStatus=issuer.place(REVOKED))
    yield "retire.json", compact(issuer.document(revoked)), "retire", "retire"
    yield "sans-statut.jwt", jwt(credentialStatus=None), "incomplet", "sans-statut"
    yield "suspension-seule.jwt", jwt(
        credentialStatus=issuer.place(5, "suspension")), "incomplet", "sans-statut"
    unknown = issuer.place(5, url="https://ailleurs.example/liste")
    missing = "liste-de-retraits-absente"
    yield "liste-absente.jwt", jwt(credentialStatus=unknown), "incomplet", missing
    yield "retire-et-absente.jwt", jwt(
        credentialStatus=[unknown, issuer.place(REVOKED)]), "retire", "retire"
    unreadable = "liste-de-retraits-illisible"
    place = issuer.place(5)
    for name, status in {
        "entier": {**place, "statusListIndex": 5}, "zero": {**place, "statusListIndex": "05"},
        "signe": {**place, "statusListIndex": "-5"}, "hexa": {**place, "statusListIndex": "0x5"},
        "hors-liste": issuer.place(131072), "autre-type": {**place, "type": "StatusList2021Entry"},
        "autre-usage": {**place, "statusPurpose": "suspension"},
        "deux-bits": {**place, "statusSize": 2}, "vide": [], "texte": "libre",
        "abimee": issuer.place(5, url=f"{issuer.base}status/abimee"),
        "courte": issuer.place(5, url=f"{issuer.base}status/courte"),
        "bombe": issuer.place(5, url=f"{issuer.base}status/bombe"),
    }.items():
        yield f"statut-{name}.jwt", jwt(credentialStatus=status), "incomplet", unreadable
    stale = issuer.place(5, url=f"{issuer.base}status/perimee")
    yield "statut-perimee.jwt", jwt(
        credentialStatus=stale), "incomplet", "liste-de-retraits-perimee"
    yield "cle-perdue-apres.jwt", issuer.jwt(issuer.lost).encode(), "refuse", "cle-compromise"
    early = {"validFrom": date(issuer.since - day)}
    yield "cle-perdue-avant.jwt", issuer.jwt(
        issuer.lost, **early).encode(), "incomplet", "cle-compromise-depuis"
    late = issuer.document(issuer.credential(**early), issuer.lost_ed, created=date(issuer.now))
    yield "cle-perdue-apres.json", compact(late), "refuse", "cle-compromise"
    older = issuer.document(issuer.credential(**early), issuer.lost_ed)
    yield "cle-perdue-avant.json", compact(older), "incomplet", "cle-compromise-depuis"


def documents(issuer):
    """Documents with their proofs inside."""
    document = issuer.document()
    rdfc, jcs = document["proof"]
    credential = {key: value for key, value in document.items() if key != "proof"}

    def proofs(*all_of_them):
        return {**credential, "proof": list(all_of_them)}

    later = {**credential, "validUntil": date(issuer.now + timedelta(days=9999))}
    appended = CONTEXTS + ["https://evil.example/contexte"]
    for name, value, verdict, code in [
        ("date", {**document, "validUntil": later["validUntil"]}, "refuse", "signature"),
        ("membre", {**document, "extra": 1}, "refuse", "signature"),
        ("contexte", {**document, "@context": appended}, "refuse", "contextes"),
        ("deux-contextes", {**credential, "@context": appended, "proof": {
            **jcs, "@context": appended}}, "refuse", "signature"),
        ("proof-date", proofs({**jcs, "created": date(issuer.now)}), "refuse", "signature"),
        ("proof-membre", proofs({**jcs, "domain": "a"}), "refuse", "preuve-ambigue"),
        ("proof-but", proofs(issuer.proof(credential, proofPurpose="authentication")), "refuse",
         "preuve-ambigue"),
        ("proof-type", proofs(issuer.proof(credential, type="Autre")), "refuse", "preuve-ambigue"),
        ("proof-sans-date", proofs(issuer.proof(credential, created=None)), "refuse",
         "preuve-ambigue"),
        ("proof-expiree", proofs(issuer.proof(credential, expires=date(
            issuer.now - timedelta(hours=1)))), "refuse", "preuve-expiree"),
        ("proof-future", proofs(issuer.proof(credential, expires=date(
            issuer.now + timedelta(hours=1)))), "valable", None),
        ("sans-contexte", proofs(issuer.proof(credential, **{"@context": None})), "valable", None),
        ("rdfc-seul", proofs(rdfc), "incomplet", "procede-non-controle"),
        ("sans-proof", credential, "refuse", "preuve-absente"),
        ("proof-vide", proofs(), "refuse", "preuve-absente"),
        ("proof-texte", proofs("jcs"), "refuse", "preuve-ambigue"),
        ("deux-jcs", proofs(jcs, jcs), "refuse", "preuve-ambigue"),
        ("cle-etrangere", proofs(issuer.proof(credential, verificationMethod=issuer.ed.kid + "x")),
         "refuse", "cle-d-un-autre"),
        ("cle-ec", proofs(issuer.proof(credential, verificationMethod=issuer.es.kid)), "refuse",
         "algorithme"),
        ("signature-courte", proofs({**jcs, "proofValue": "z111"}), "refuse", "preuve-ambigue"),
        ("signature-zero", proofs({**jcs, "proofValue": jcs["proofValue"][:-1] + "0"}), "refuse",
         "preuve-ambigue"),
        ("signature-un", proofs({**jcs, "proofValue": "z1" + jcs["proofValue"][1:]}), "refuse",
         "preuve-ambigue"),
        ("signature-base", proofs({**jcs, "proofValue": "u" + jcs["proofValue"][1:]}), "refuse",
         "preuve-ambigue"),
        ("2", {"@context": "https://w3id.org/openbadges/v2"}, "illisible", "badge-ancien"),
    ]:
        yield f"document-{name}.json", compact(value), verdict, code
    doubled = compact(document).replace(b'"id":', b'"id":"urn:uuid:0","id":', 1)
    yield "document-cle-double.json", doubled, "refuse", "jeton-cle-double"


def files(issuer):
    """Files that are no badge."""
    token = issuer.jwt().encode()
    for name, data, code in [
        ("vide.svg", b"", "vide"), ("gros.svg", svg(element("x") + " " * (2 << 20)), "trop-gros"),
        ("texte.txt", "Bonjour à tous".encode(), "format-inconnu"),
        ("hasard.png", os.urandom(4096).replace(b"<", b"x"), "format-inconnu"),
        ("page.html", b"<!DOCTYPE html><title>x</title>", "format-inconnu"),
        ("attestation.html", b"\xef\xbb\xbf\n<html lang=fr>", "format-inconnu"),
        ("suivi.json", b'{"v":1,"course":"x"}', "json-sans-badge"),
        ("jeton-accent.jwt", token + "é".encode(), "format-inconnu"),
        ("pdf.pdf", b"%PDF-1.7", "format-inconnu"), ("lettre.jwt", b"e", "format-inconnu"),
    ]:
        yield name, data, "illisible", code
    big = {**issuer.claims(issuer.credential()), "x": "y" * 1_200_000}
    yield "presque-gros.svg", svg(element(issuer.token(big))), "valable", None


def every(issuer):
    """All of the above, each name once."""
    seen = set()
    for family in (good, outdated, tokens, headers, contents, texts, documents, pictures, files):
        for name, data, verdict, code in family(issuer):
            if name in seen:
                raise ValueError(f"twice: {name}")
            seen.add(name)
            yield name, data, verdict, code
