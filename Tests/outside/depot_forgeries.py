"""Demandes that must not give a badge, to be put in a depot.

    for forgery in Forger(issuer, person, sealed).forgeries():
        forgery.put(folder)

`sealed` is a demande of `person` that gave a badge. What opens one and seals another is sealed_request.py.
"""
import json
import os
import uuid

import sealed_request

STAYS, GONE = True, False
NO_FILE = "pas un fichier de demande"
# In the report, the words of each reason; for the agent, what cannot be opened has one sentence.
UNREADABLE = "Votre demande est abîmée, ou n’est pas pour cet émetteur"


def flipped(content, place):
    """The bytes with one bit changed."""
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1:]


def shuffled_again(order):
    """Another order of the same options; what is shown in one order only, or in several parts, is left alone."""
    steady = sorted(order)
    is_whole = steady == list(range(len(order))) or steady == list(range(1, len(order) + 1))
    return order[::-1] if is_whole and order != steady else order


class Forgery:
    """One demande: its file, and what `delivrer` must say and do about it."""

    def __init__(self, owner, name, content, reason, stays=GONE, told=None):
        self.owner, self.name, self.content = owner, f"z-{name}", content
        self.reason, self.stays, self.told = reason, stays, told or reason

    @property
    def refusal(self):
        """The name of what tells the agent why, in `badges`."""
        return self.name.removesuffix(".json") + ".refus.txt"

    def put(self, folder):
        self.owner.put(folder / self.name, self.content)


class Oddity(Forgery):
    """What stands under a demande's name and is no file that may be read."""

    def __init__(self, owner, name, make, reason=NO_FILE):
        super().__init__(owner, name, b"", reason, STAYS)
        self.make = make

    def put(self, folder):
        self.make(folder / self.name)


class Forger:
    """Makes forgeries of one person's demande, with everything that the issuer publishes."""

    def __init__(self, issuer, person, sealed):
        self.issuer, self.person, self.sealed = issuer, person, sealed
        self.request = issuer.opened(sealed)
        issuer.create(issuer.home / "autre", "Autre", "https://a.example/")
        self.card = self.card_of(issuer.folder)
        self.other = self.card_of(issuer.home / "autre")

    def card_of(self, folder):
        return json.loads((folder / "cles/x25519-1.json").read_text())

    def forged(self, card=None, **changes):
        """A well sealed demande under a new identifier, with those changes."""
        request = {**self.request, "id": f"urn:uuid:{uuid.uuid4()}", **changes}
        request = {key: value for key, value in request.items() if value is not None}
        text = json.dumps(request, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return sealed_request.sealed(json.dumps(card or self.card), text.encode())

    def forgeries(self):
        yield from self.damaged()
        yield from self.misaddressed()
        yield from self.undeserved()
        yield from self.oddities()

    def make(self, name, content, reason, stays=GONE, told=None):
        return Forgery(self.person, f"{name}.json", content, reason, stays, told)

    def damaged(self):
        """Bytes that are no demande any more."""
        start = self.sealed.index(b'"enc"')
        for place in range(start, len(self.sealed), (len(self.sealed) - start) // 12):
            yield self.make(f"octet-{place}", flipped(self.sealed, place), "", told=UNREADABLE)
        for name, content in {"vide": b"", "coupee": self.sealed[:-99], "prose": b"bonjour\n"}.items():
            yield self.make(name, content, "ne peut pas être lue", told=UNREADABLE)
        later = self.sealed.replace(b'{"v":1,', b'{"v":2,')
        yield self.make("format", later, "Mettez le programme à jour", STAYS)

    def misaddressed(self):
        """Demandes for somebody else, or of somebody else."""
        wrong_key = {**self.card, "cle": self.other["cle"]}
        lost_key = {**self.card, "cle": {**self.card["cle"], "kid": "x25519-9"}}
        yield self.make("emetteur", self.forged(self.other), "autre émetteur", STAYS)
        yield self.make("cle", self.forged(wrong_key), "ne s’ouvre pas", told=UNREADABLE)
        yield self.make("inconnue", self.forged(lost_key), "clé inconnue", STAYS)
        yield self.make("collegue", self.forged(compte=self.person.uid + 1), "autre compte")
        yield self.make("sans-compte", self.forged(compte=None), "--demande FICHIER", STAYS)
        yield self.make("rejouee", self.sealed, "déjà reçu son badge")

    def undeserved(self):
        """Demandes that open, about an exam that gives no badge."""
        questions = self.request["questions"]
        blank = [{"id": question["id"], "ordre": question["ordre"]} for question in questions]
        shuffled = [{**question, "ordre": shuffled_again(question["ordre"])} for question in questions[::-1]]
        given, other = "déjà donné un badge", "ne correspond pas au parcours"
        yield self.make("tirage", self.forged(), given)
        assert shuffled != questions[::-1], "no question of this exam can be shuffled"
        yield self.make("melange", self.forged(questions=shuffled), given)
        yield self.make("fausse", self.forged(questions=blank), "Les réponses ne permettent pas")
        yield self.make("moins", self.forged(questions=blank[1:]), other)
        yield self.make("atelier", self.forged(modalite="atelier"), "liste des présents")
        yield self.make("avenir", self.forged(acheve="2099-01-01T00:00:00Z"), "l’avenir", STAYS)
        yield self.make("vieille", self.forged(acheve="2020-01-01T00:00:00Z"), "24 mois", STAYS)

    def oddities(self):
        """What is no plain file of a plain name."""
        for name, content in (("enorme.json", bytes(10 << 20)), ("sans-suffixe", self.sealed),
                              ("\x1b[31m\n.json", self.sealed)):
            yield Forgery(self.person, name, content, NO_FILE, STAYS)
        yield Oddity(self.person, "lien.json", self.link)
        yield Oddity(self.person, "tube.json", os.mkfifo)
        yield Oddity(self.person, "dossier.json", os.mkdir)
        yield Oddity(self.person, "double.json", self.second_name)
        yield Oddity(self.person, "fermee.json", self.closed, "Ce compte ne peut pas lire cette demande")

    def link(self, path):
        path.symlink_to(self.issuer.town.card)

    def second_name(self, path):
        first = self.issuer.town.depot / "double"
        self.person.put(first, self.sealed)
        os.link(first, path)

    def closed(self, path):
        self.person.put(path, self.sealed)
        path.chmod(0)
