"""Prints how long an owner waits, beside an earlier revision in the same run: `make bench BASE=ea3ed9f`.

Both sides build the earlier revision's own playbook, in turn, each in a fresh process with a cache folder of its
own; the faster of two runs counts. Without a base, or where it is not in this clone, the new times stand alone.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.alone import alone
from benchmarks.forms import NAME, forms
from benchmarks.growth import growth
from benchmarks.revision import NotThere, Side, taken, this
from benchmarks.rows import ROWS, Bench


def main() -> None:
    words = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    words.add_argument("--base", default="", help="the revision to compare with")
    words.add_argument("--only", default="", help="only the rows whose name holds this")
    asked = words.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        base = _base(asked.base, Path(scratch) / "base")
        bench = Bench(this(), base, Path(scratch))
        print(f"{'':58} {base.name if base else '':>9} {'now':>9} {'ratio':>7} {'goal':>6}")
        for row in ROWS:
            if asked.only in row.name:
                print(row.measured(bench), flush=True)
        if asked.only in "MkDocs alone, WeasyPrint alone, laid out by weasyprint, by browser":
            for each in alone(bench):
                print(each, flush=True)
        if asked.only in NAME:
            for each in forms(Path(scratch)):
                print(each, flush=True)
        if asked.only in "own part alone":
            for each in growth(bench):
                print(each, flush=True)


def _base(revision: str, into: Path) -> Side | None:
    if not revision:
        return None
    try:
        return taken(revision, into)
    except NotThere as reason:
        print(f"{reason}; new times stand alone", file=sys.stderr)
        return None


if __name__ == "__main__":
    main()
