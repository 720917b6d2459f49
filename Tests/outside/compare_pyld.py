#!/usr/bin/env python3
"""Outside opinion on canonicalisation: PyLD and our closed tables give the same bytes.

    compare_pyld.py PROBE [--count 200] [--seed 1] [--keep FOLDER]

PROBE       the program canonical-probe, built
--keep      where to leave the documents and both canonical forms when they differ

Documents are drawn at random from the contexts themselves, the least used word first, so that each
word and each type is used; shared and blank identifiers, graphs, lists, repeats and nodes that look
alike come with them. What PyLD refuses (types that contradict each other) we must refuse too.
Left out, where PyLD departs from RDFC-1.0: control characters other than tab and line breaks, which
it does not escape; blank nodes that refer to themselves, which it counts twice; an empty list given
twice to one node, which it writes twice. To be run by the Python of a virtual environment that holds
openbadgeslib[ldp]==4.6.3, for its PyLD and for its copies of the contexts, which are checked against
the pinned hashes. No network is used.
Exit: 0 all the same, 1 a difference, 2 nothing to compare with.
"""
import argparse
import hashlib
import json
import random
import subprocess
import sys
import unicodedata
from importlib.resources import files
from pathlib import Path

V2 = "https://www.w3.org/ns/credentials/v2"
OB = "https://purl.imsglobal.org/spec/ob/v3p0/"
# The published bytes by which badges are signed: file of openbadgeslib, SHA-256.
FILES = {
    V2: ("credentials-v2.json", "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734"),
    OB + "context-3.0.3.json": (
        "ob-v3p0-context-3.0.3.json", "3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84"),
    OB + "context-3.0.2.json": (
        "ob-v3p0-context-3.0.2.json", "00666ad080ba407687ed1846b7f5e7495f5019042b202a727de47c48a1755c53"),
    OB + "extensions.json": (
        "ob-v3p0-extensions.json", "87c06c81bc2317663bf288d740d94fddd2818c4342b186270ff6371dfaa63f93"),
}
LISTS = [
    [V2, OB + "context-3.0.3.json", OB + "extensions.json"],
    [V2, OB + "context-3.0.3.json"],
    [V2, OB + "context-3.0.2.json", OB + "extensions.json"],
    [V2],
]
TEXTS = [
    "", "Teamwork", "IA générative : usage éclairé", "1. lire ;\n2. répondre.", "« a » \u202f— b’c",
    'il dit "oui"', "c:\\dossier\\x", "tab\tet\r\nretour", "😀 \U0001f469\u200d\U0001f4bb", "e\u0301 é",
    "\u2028\u2029\u00a0", "\ufeffmarque", "ﬁ\uffee", " ", "@context", "_:b0", "2026-11-21T09:12:33Z",
    "data:image/png;base64,iVBORw0KGgo=", "urn:uuid:1", "zzz" * 200,
]
NUMBERS = [
    0, 1, -1, 42, 9007199254740991, -9007199254740991, 0.5, -2.5, 8.3, 0.1, 1e-7, 1.25e-9, 5e-324,
    2.2250738585072014e-308, 123456.789, 99999999999999.95, 0.30000000000000004, 9.999999999999999,
    4503599627370495.5, 1234567890123456.5, 1.0000000000000002, 0.1 + 0.7,
]
PLACES = ["urn:uuid:", "https://école.example/é/", "did:web:ville.example#", "did:key:z6Mk", "mailto:a@"]


class Table:
    """The words and types of a list of contexts, read from the files."""

    def __init__(self, urls, contexts):
        self.urls, self.terms, self.types = urls, {}, {}
        for url in urls:
            self.read(contexts[url])

    def read(self, context):
        for name, value in context.items():
            if name.startswith("@") or value in ("@id", "@type"):
                continue
            value = {"@id": value} if isinstance(value, str) else value
            if name[0].isupper() or name[0].isdigit():
                self.types[name] = self.words(value.get("@context") or {})
            else:
                self.terms[name] = value

    @staticmethod
    def words(context):
        return {
            name: {"@id": value} if isinstance(value, str) else value
            for name, value in context.items()
            if not name.startswith("@") and value not in ("@id", "@type")
        }


class Maker:
    """Draws documents; `used` counts the words and types, so that the rarest come first."""

    def __init__(self, seed, tables):
        self.draw, self.tables, self.used = random.Random(seed), tables, {}
        self.names = [None]

    def rarest(self, names, prefix):
        name = min(names, key=lambda n: (self.used.get(prefix + n, 0), self.draw.random()))
        self.used[prefix + name] = self.used.get(prefix + name, 0) + 1
        return name

    def iri(self):
        return self.draw.choice(PLACES) + str(self.draw.randrange(10**6))

    def identifier(self):
        kind = self.draw.random()
        if kind < 0.45:
            return None
        if kind < 0.8:
            return self.iri()
        shared = ["urn:shared:1", "urn:shared:2", "_:a", "_:b", "_:c0_d"]
        return self.draw.choice([name for name in shared if name != self.names[-1]])

    def json(self, depth=0):
        kind = self.draw.randrange(6 if depth < 2 else 4)
        if kind == 4:
            return [self.json(depth + 1) for _ in range(self.draw.randrange(3))]
        if kind == 5:
            return {t[:9]: self.json(depth + 1) for t in self.draw.sample(TEXTS, 2)}
        return [None, True, self.draw.choice(NUMBERS), self.draw.choice(TEXTS)][kind]

    def scalar(self):
        return self.draw.choice([self.draw.choice(TEXTS), self.draw.choice(NUMBERS), self.draw.random() < 0.5,
                                 self.draw.choice(TEXTS)])

    def value(self, table, key, term, depth, scope):
        kind, scope = term.get("@type"), dict(scope, **Table.words(term.get("@context") or {}))
        if key == "verifiableCredential":
            urls = self.draw.choice(LISTS)
            return dict(self.node(self.tables[tuple(urls)], depth + 1, {}), **{"@context": urls})
        if term.get("@container") == "@graph":
            return self.node(table, depth + 1, scope, "DataIntegrityProof")
        if kind == "@json":
            return self.json()
        if kind == "@vocab":
            return self.rarest(Table.words(term["@context"]), "purpose ")
        if kind == "@id":
            return self.iri() if depth > 3 or self.draw.random() < 0.4 else self.node(table, depth + 1, scope)
        if kind or term.get("@container") == "@list":
            return self.scalar()
        draw = self.draw.random()
        if draw < 0.08:
            return {"@value": self.draw.choice(TEXTS), "@language": self.draw.choice(["fr", "en-gb", "zh-hant-tw"])}
        if draw < 0.11:
            return {"@value": self.draw.choice(TEXTS)}
        if draw < (0.85 if term.get("@context") else 0.4) and depth < 4:
            return self.node(table, depth + 1, scope)
        return self.scalar()

    def values(self, table, key, term, depth, scope):
        if term.get("@type") == "@json" or self.draw.random() < 0.55:
            return self.value(table, key, term, depth, scope)
        found = [self.value(table, key, term, depth, scope) for _ in range(self.draw.randrange(3))]
        if found and self.draw.random() < 0.5:
            found.append(json.loads(json.dumps(found[0])))
        self.draw.shuffle(found)
        return found

    def node(self, table, depth, scope, kind=None):
        node, types = {}, []
        if kind or self.draw.random() < 0.85:
            types.append(kind or self.rarest(table.types, "type "))
            if self.draw.random() < 0.12:
                types.append(self.draw.choice(sorted(table.types)))
            node["type"] = types[0] if len(types) == 1 and self.draw.random() < 0.4 else types
        if (name := self.identifier()) is not None:
            node["id"] = name
        self.names.append(name)
        if depth > 1 and not scope and self.draw.random() < 0.05:
            node["@context"] = self.draw.choice([table.urls, table.urls[:1], table.urls[0]])
        words = dict(table.terms, **scope)
        own = {n: t for k in sorted(types) for n, t in table.types[k].items()}
        for _ in range(self.draw.randrange(2 if depth else 3, 4 if depth > 2 else 7)):
            place = own if own and self.draw.random() < 0.7 else words
            prefix = (" ".join(sorted(types)) if place is own else "") + "/"
            key = self.rarest(place, prefix)
            # The innermost definition is the one that holds.
            term = own.get(key) or words[key]
            node[key] = self.values(table, key, term, depth, scope)
            if node[key] == [] and term.get("@container") == "@list" and self.names[-1]:
                node[key] = ["A"]
        self.names.pop()
        items = list(node.items())
        self.draw.shuffle(items)
        return dict(items)

    def document(self):
        urls = self.draw.choices(LISTS, [6, 2, 2, 1])[0]
        table = self.tables[tuple(urls)]
        kind = self.draw.choices(["VerifiableCredential", "VerifiablePresentation", None], [6, 1, 3])[0]
        return dict(self.node(table, 0, {}, kind), **{"@context": urls})


def missing(maker):
    """The words and types that no document used."""
    every = set()
    for table in maker.tables.values():
        every |= {"type " + k for k in table.types} | {"/" + t for t in table.terms}
        every |= {f"{k}/{t}" for k, words in table.types.items() for t in words}
    return sorted(every - set(maker.used))


def pinned():
    """The contexts by address; an exception when one is not the one that is signed by."""
    folder = files("openbadgeslib.ob3") / "contexts"
    contexts = {}
    for url, (name, expected) in FILES.items():
        content = (folder / name).read_bytes()
        found = hashlib.sha256(content).hexdigest()
        if found != expected:
            raise ValueError(f"{name} is not the pinned context: {found}")
        contexts[url] = json.loads(content)["@context"]
    return contexts


def theirs(document, contexts, explored):
    """PyLD's canonical form; `explored` gets a mark each time nodes alike had to be told apart."""
    from pyld import canon, jsonld

    class Watched(canon.URDNA2015):
        def hash_n_degree_quads(self, name, issuer):
            explored.append(name)
            return super().hash_n_degree_quads(name, issuer)

    def load(url, _options):
        return {"document": {"@context": contexts[url]}, "documentUrl": url, "contextUrl": None,
                "contentType": "application/ld+json"}

    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": load, "base": ""}
    jsonld.URDNA2015 = Watched
    try:
        return jsonld.normalize(document, options)
    except jsonld.JsonLdError as error:
        return f"! {error}"


def ours(probe, documents):
    lines = "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents)
    # JSON allows these two in texts, but a reader of lines may stop at them.
    lines = lines.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    result = subprocess.run([probe], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    found, current = [], []
    for line in result.stdout.decode().split("\n")[:-1]:
        if line == "=" or line.startswith("! "):
            found.append(line if line != "=" else "".join(current))
            current = []
        else:
            current.append(line + "\n")
    return found


def report(index, document, mine, their, folder):
    print(f"document {index}: different")
    if mine.startswith("!") or their.startswith("!"):
        print(f"  ours:   {mine[:300]!r}\n  PyLD's: {their[:300]!r}")
    else:
        a, b = set(mine.splitlines()), set(their.splitlines())
        for mark, lines in (("ours", a - b), ("PyLD", b - a)):
            for line in sorted(lines)[:4]:
                print(f"  {mark}: {line}")
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{index}.json").write_text(json.dumps(document, ensure_ascii=False, indent=1))
        (folder / f"{index}.ours.nq").write_text(mine)
        (folder / f"{index}.pyld.nq").write_text(their)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("probe")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    try:
        contexts = pinned()
    except (ImportError, OSError, ValueError) as error:
        print(f"Nothing was compared: {error}", file=sys.stderr)
        return 2
    maker = Maker(options.seed, {tuple(urls): Table(urls, contexts) for urls in LISTS})
    documents = [maker.document() for _ in range(options.count)]
    answers = ours(options.probe, documents)
    if len(answers) != len(documents):
        print(f"{len(documents)} documents, {len(answers)} answers")
        return 1
    wrong = refused = quads = blanks = alike = 0
    for index, (document, mine) in enumerate(zip(documents, answers)):
        explored = []
        their = theirs(document, contexts, explored)
        alike += bool(explored)
        quads, blanks = quads + mine.count("\n"), blanks + len(set(w for w in mine.split() if w.startswith("_:c14n")))
        refused += mine.startswith("!") and their.startswith("!")
        if mine != their and not (mine.startswith("!") and their.startswith("!")):
            wrong += 1
            report(index, document, mine, their, options.keep)
    lost = missing(maker)
    print(f"{len(documents)} documents, {quads} quads, {blanks} blank nodes, {alike} documents with nodes alike:"
          f" {wrong} different, {refused} refused by both, {len(lost)} words or types never used {lost[:8]}")
    return 1 if wrong or lost else 0


if __name__ == "__main__":
    sys.exit(main())
