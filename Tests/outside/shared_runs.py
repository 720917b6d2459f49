#!/usr/bin/env python3
"""No run of nine words may be shared between the course and its source documents.

  shared_runs.py MODULES SOURCES

Words are letters alone, folded. RU titles, quoted with their credit, and names of documents are admitted:
they are read from principes.md, sources.md and the modules' titles. Prints each run; exits 1 when there is one.
"""
import re, sys, unicodedata
from pathlib import Path

LENGTH = 9


def words(text):
    text = re.sub(r"<!--.*?-->", " ", text, flags=re.S)
    text = unicodedata.normalize("NFD", text.lower())
    return re.findall(r"[a-z]+", "".join(c for c in text if not unicodedata.combining(c)))


def runs(found):
    return {tuple(found[i:i + LENGTH]): i for i in range(len(found) - LENGTH + 1)}


def main():
    modules, sources = Path(sys.argv[1]), Path(sys.argv[2])
    known = {}
    for path in sorted(sources.glob("*.txt")):
        for run in runs(words(path.read_text(encoding="utf-8", errors="replace"))):
            known.setdefault(run, path.name)
    principles = (modules / "principes.md").read_text(encoding="utf-8")
    titles = " ".join(" ".join(words(t)) for t in re.findall(r"^titre : (.*)$", principles, re.M))
    count = 0
    for path in sorted(modules.rglob("*.md")):
        for run in runs(words(path.read_text(encoding="utf-8"))):
            if run in known and " ".join(w for w in run if w != "ru") not in titles:
                count += 1
                print(f"{path.relative_to(modules)}: « {' '.join(run)} » ({known[run]})")
    print(f"{count} suite(s) de {LENGTH} mots en commun avec les sources.")
    sys.exit(count > 0)


if __name__ == "__main__":
    main()
