#!/usr/bin/env python3
"""The table of outside opinions in the library's page, made from what the verifiers said.

  opinions.py README RESULTS [--write]

RESULTS holds a line a verifier and container: proof, container, verifier, fresh badges accepted, forged ones
refused, separated by tabs. Without --write, the table in the page must be the same. Exit: 0 same or written,
1 stale, 2 nothing to read.
"""
import re, sys
from pathlib import Path

MARKS = ("<!-- avis -->\n", "<!-- fin des avis -->\n")


def table(lines):
    rows = ["| proof and issuer | container | verifier | fresh, accepted | forged, refused |", "|---|---|---|---|---|"]
    rows += [f"| {' | '.join(line.split(chr(9)))} |" for line in sorted(set(lines))]
    return "\n".join(rows) + "\n"


def main():
    page, results = Path(sys.argv[1]), Path(sys.argv[2])
    if not results.is_file():
        sys.exit(2)
    text = page.read_text(encoding="utf-8")
    pattern = re.compile(re.escape(MARKS[0]) + "(.*?)" + re.escape(MARKS[1]), re.S)
    made = pattern.sub(lambda _: MARKS[0] + table(results.read_text(encoding="utf-8").splitlines()) + MARKS[1], text)
    if "--write" in sys.argv:
        page.write_text(made, encoding="utf-8")
    elif made != text:
        print(f"{page}: the table of outside opinions is stale; run with --write")
        sys.exit(1)


if __name__ == "__main__":
    main()
