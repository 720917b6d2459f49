#!/usr/bin/env python3
"""The table of outside opinions in the library's page, made from what the verifiers said.

    opinions.py README RESULTS [--write] [--absent VERIFIER]

RESULTS holds a line a verifier and container: proof, container, verifier, fresh badges accepted, forged ones
refused, withdrawn ones told, separated by tabs. Without --write, the table in the page must be the same, but for
the rows of a VERIFIER that could not be asked on this machine.
Exit: 0 same or written, 1 stale, 2 nothing to read.
"""
import argparse
import re
import sys
from pathlib import Path

MARKS = ("<!-- avis -->\n", "<!-- fin des avis -->\n")
HEAD = ["| proof and issuer | container | verifier | fresh, accepted | forged, refused | withdrawn, told |",
        "|---|---|---|---|---|---|"]
PLACE = re.compile(re.escape(MARKS[0]) + "(.*?)" + re.escape(MARKS[1]), re.S)


def rows(results, page, absent):
    made = {f"| {' | '.join(line.split(chr(9)))} |" for line in results.splitlines()}
    kept = {row for row in PLACE.search(page)[1].splitlines() if absent and f"| {absent} |" in row}
    return sorted(made | kept)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("page", type=Path)
    parser.add_argument("results", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--absent")
    options = parser.parse_args()
    if not options.results.is_file():
        print(f"no results in {options.results}", file=sys.stderr)
        return 2
    text = options.page.read_text(encoding="utf-8")
    table = "\n".join(HEAD + rows(options.results.read_text(encoding="utf-8"), text, options.absent)) + "\n"
    made = PLACE.sub(lambda _: MARKS[0] + table + MARKS[1], text)
    if options.write:
        options.page.write_text(made, encoding="utf-8")
    elif made != text:
        print(f"{options.page}: the table of outside opinions is stale; run with --write")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
