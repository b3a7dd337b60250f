"""Own part alone, from the shipped size to ten times as much: how time grows with size, and what memory it takes.

MkDocs and WeasyPrint have no part in it: the playbook is read, checked, set in its languages, and every page, search
entry and sheet is made up to the point where it would be handed to them.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from math import log
from pathlib import Path
from typing import Any

import yaml

from benchmarks.revision import ROOT
from benchmarks.rows import Bench

SIZES = (1, 3, 10)
MULTIPLIED = ("products", "norms", "scripts", "authority", "strategy", "checklists", "forms", "glossary")
"""Chapters whose items may stand there several times; the questions of training go with them."""
GOAL, MOST_MB = 1.1, 1024
"""The exponent of time over size, and the memory at ten times the size."""


def growth(bench: Bench) -> Iterator[str]:
    taken = {}
    for times in SIZES:
        playbook = bench.scratch / f"times-{times}" / "playbook.yaml"
        playbook.parent.mkdir()
        playbook.write_text(multiplied(ROOT / "playbook.yaml", times), "utf-8")
        command = [sys.executable, "-m", "benchmarks.growth", str(playbook)]
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        if ran.returncode:
            sys.exit(f"own part alone, {times} times the size: {ran.stderr}")
        taken[times] = json.loads(ran.stdout)
        seconds, megabytes = taken[times]
        yield f"{f'own part alone, {times:2} times the shipped size':58} {'':9} {seconds:9.2f} {megabytes:7.0f} MB"
    (first, _), (last, megabytes) = taken[SIZES[0]], taken[SIZES[-1]]
    exponent = log(last / first) / log(SIZES[-1] / SIZES[0])
    missed = "" if exponent <= GOAL and megabytes <= MOST_MB else "  missed"
    yield f"{'own part alone: exponent of time over size':58} {'':9} {exponent:9.2f} {'':7} {GOAL:6.2f}{missed}"


def multiplied(playbook: Path, times: int) -> str:
    """A playbook in which every item that may is there so many times, each with an id of its own."""
    from generator.playbook.read.include import read
    from generator.playbook.read.validation import chapters, known_keys

    data = _plain(read(playbook, known_keys(), frozenset(chapters())).root.data)
    for chapter in MULTIPLIED:
        data[chapter] = _often(data[chapter], times)
    data["training"]["questions"] = _often(data["training"]["questions"], times)
    return str(yaml.dump(data, Dumper=_WithoutAliases, allow_unicode=True, sort_keys=False))


class _WithoutAliases(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _often(items: list[Any], times: int) -> list[Any]:
    return [_again(item, number) if number else item for number in range(times) for item in items]


def _again(item: dict[str, Any], number: int) -> dict[str, Any]:
    """The same under another id; what can be named only once, such as the back of a sheet, is left out."""
    kept = {name: value for name, value in item.items() if name != "back"}
    return {**kept, "id": f"{item['id']}-{number}"}


def _plain(value: Any) -> Any:
    match value:
        case dict():
            return {name: _plain(inner) for name, inner in value.items()}
        case tuple():
            return [_plain(inner) for inner in value]
        case _:
            return value


def own_part(playbook: Path) -> tuple[float, float]:
    """Seconds of one core, and megabytes, of everything that is ours."""
    from generator.build import site
    from generator.engines.printers import printer

    begun = time.process_time()
    made = site(playbook, printer=printer(), only=())
    assert made.outputs
    for edition in made.editions:
        for page in made.pages(edition):
            assert page.html
            assert page.content
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return time.process_time() - begun, used / (1024 if sys.platform.startswith("linux") else 1024**2)


if __name__ == "__main__":
    print(json.dumps(own_part(Path(sys.argv[1]))))
