#!/usr/bin/env python3
"""Statistics of the question banks and three guessers who know nothing of the subject.

  blind_guessers.py MODULES

Reads the Markdown without the program's parser. Prints one line per finding (file: id: what) and the
guessers' success beside chance. Exits 1 when a guesser beats both chance + 5 points and the 95 % bound of
chance, or when a bank's longest proposition is right more often than its 99 % bound allows.
"""
import math, re, sys, unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

NUANCES = ("souvent", "parfois", "peut", "selon", "general", "avant", "d'abord", "puis", "verifi", "relis", "si ",
           "sauf", "certain", "plutot", "apres", "ensuite")
ENDINGS = ("issements", "issement", "ements", "ations", "ement", "ation", "aient", "antes", "ences", "ances", "iques",
           "ables", "euses", "trice", "ites", "ions", "ance", "ence", "ique", "able", "euse", "eurs", "ente", "ants", "ees",
           "ait", "ais", "ant", "ent", "ion", "eur", "ite", "ive", "ifs", "ons", "ont", "era", "ees", "ee", "es", "er",
           "ez", "ir", "if", "e", "s", "x")


def folded(text):
    text = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    return "".join(c for c in text if not unicodedata.combining(c))


def stem(word):
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def stems(text):
    return {stem(w) for w in re.findall(r"[a-z]{5,}", folded(text))}


@dataclass
class Question:
    path: str
    name: str
    fiche: dict
    statement: str
    options: list = field(default_factory=list)  # (right, text)

    @property
    def kind(self):
        return self.fiche.get("type", "")

    @property
    def bank(self):
        return self.fiche.get("banque") or self.fiche.get("refs", "?").replace(",", " ").split()[0]

    @property
    def key(self):
        return next(i for i, (right, _) in enumerate(self.options) if right)

    @property
    def lengths(self):
        return [len(t) for _, t in self.options]


def read(folder):
    """Every question of the banks."""
    for path in sorted(Path(folder).glob("*/banque.md")):
        for section in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            name, _, rest = section.partition("\n")
            comment = re.search(r"<!--\n(.*?)-->", rest, re.S)
            fiche = dict(re.findall(r"^(\w+) : (.*)$", comment.group(1), re.M)) if comment else {}
            body = rest[comment.end():] if comment else rest
            options = [(m in "xX", re.sub(r"<!--.*?-->", "", t).strip())
                       for m, t in re.findall(r"^- \[([ xX])\] (.*)$", body, re.M)]
            statement = re.split(r"^(?:- |1\. |### )", body, maxsplit=1, flags=re.M)[0]
            yield Question(f"{path.parent.name}/{path.name}", name.strip(), fiche, statement, options)


def bound(trials, level):
    """The least count that chance exceeds with probability at most 1 - level; trials: one probability each."""
    odds = [1.0]
    for p in trials:
        odds = [(odds[i] if i < len(odds) else 0) * (1 - p) + (odds[i - 1] * p if i else 0) for i in range(len(odds) + 1)]
    total = 0.0
    for count, probability in enumerate(odds):
        total += probability
        if total >= level:
            return count
    return len(trials)


def chi_square(observed):
    """The p-value of equal shares, by the Wilson-Hilferty approximation."""
    expected, free = sum(observed) / len(observed), len(observed) - 1
    x = sum((o - expected) ** 2 / expected for o in observed)
    z = ((x / free) ** (1 / 3) - (1 - 2 / (9 * free))) / math.sqrt(2 / (9 * free))
    return 0.5 * math.erfc(z / math.sqrt(2))


def guess(question, score):
    """The chance of success of a guesser who takes the highest score, ties drawn."""
    scores = [score(question, text) for _, text in question.options]
    best = [i for i, s in enumerate(scores) if s == max(scores)]
    return (question.key in best) / len(best)


GUESSERS = {
    "la plus longue": lambda q, t: len(t),
    "la plus nuancée": lambda q, t: sum(n in folded(t) for n in NUANCES),
    "le plus d’échos": lambda q, t: len(stems(t) & stems(q.statement)),
}


def advice(questions):
    """Findings on single questions: Q02, Q03, Q08."""
    for q in questions:
        if q.kind in ("unique", "multiple") and q.options:
            ratio = max(q.lengths) / max(1, min(q.lengths))
            if ratio > 2:
                yield f"{q.path}: {q.name}: Q03 longueurs max/min {ratio:.1f}"
        if q.kind == "unique":
            others = [n for i, n in enumerate(q.lengths) if i != q.key]
            if q.lengths[q.key] > 1.4 * max(others):
                yield f"{q.path}: {q.name}: Q02 bonne réponse {q.lengths[q.key]} contre {max(others)}"
            wrong = set().union(*(stems(t) for i, (_, t) in enumerate(q.options) if i != q.key))
            echo = (stems(q.statement) & stems(q.options[q.key][1])) - wrong
            if echo:
                yield f"{q.path}: {q.name}: Q08 écho {', '.join(sorted(echo))}"


def balance(banks):
    """Findings on whole banks: Q01, Q02, Q13, Q14, levels and trades; and whether one is an error."""
    for name, questions in sorted(banks.items()):
        unique = [q for q in questions if q.kind == "unique"]
        places = [sum(q.key == i for q in unique) for i in range(4)]
        longest = [q for q in unique if q.lengths[q.key] == max(q.lengths) and q.lengths.count(max(q.lengths)) == 1]
        limit = bound([1 / len(q.options) for q in unique], 0.99)
        multiple = [sum(r for r, _ in q.options) for q in questions if q.kind == "multiple"]
        truths = [r for q in questions if q.kind == "vrai-faux" for r, _ in q.options]
        levels = [sum(q.fiche.get("niveau") == str(i) for q in questions) for i in (1, 2, 3)]
        admitted = sum(q.kind not in ("texte", "reecrire") and q.fiche.get("examen") != "non" for q in questions)
        trades = defaultdict(int)
        for q in questions:
            trades[q.fiche.get("metier", "tous")] += 1
        print(f"{name:10} {len(questions):3} questions, {admitted} à l’examen ; niveaux {levels} ; clé en "
              f"{places} ; plus longue juste {len(longest)}/{len(unique)} (borne {limit}) ; multiples {multiple} ; "
              f"vrais {sum(truths)}/{len(truths)} ; métiers {dict(trades)}")
        if len(unique) >= 12 and chi_square(places) < 0.01:
            yield False, f"{name}: Q01 place de la clé {places}"
        if len(longest) > limit:
            yield True, f"{name}: Q02 la plus longue est juste {len(longest)} fois, borne {limit}"
        if len(multiple) >= 3 and len(set(multiple)) == 1:
            yield False, f"{name}: Q13 toujours {multiple[0]} bonnes réponses"
        if len(truths) >= 10 and not 0.4 <= sum(truths) / len(truths) <= 0.6:
            yield False, f"{name}: Q14 {sum(truths)} vrais sur {len(truths)}"


def main():
    questions = list(read(sys.argv[1]))
    banks, failed = defaultdict(list), False
    for question in questions:
        banks[question.bank].append(question)
    for line in advice(questions):
        print(line)
    for serious, line in balance(banks):
        print(line)
        failed |= serious
    unique = [q for q in questions if q.kind == "unique"]
    trials = [1 / len(q.options) for q in unique]
    chance, limit = sum(trials) / max(1, len(unique)), bound(trials, 0.95) / max(1, len(unique))
    for name, score in GUESSERS.items():
        rate = sum(guess(q, score) for q in unique) / max(1, len(unique))
        beaten = rate > max(chance + 0.05, limit)
        failed |= beaten
        print(f"devineur « {name} » : {rate:.1%} ; hasard {chance:.1%}, borne {limit:.1%}, {len(unique)} questions"
              + (" : TROP" if beaten else ""))
    sys.exit(failed)


if __name__ == "__main__":
    main()
