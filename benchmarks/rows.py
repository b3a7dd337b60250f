"""The rows of the table: what is done to a shop, what is timed, and what it may take beside the base."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import median

from benchmarks.preview import waits
from benchmarks.revision import ROOT, Side
from benchmarks.shop import change_fact, change_reply, change_version, copied, migrated
from benchmarks.workbook import full, opened

RUNS = 2
EDITS, EDITS_OF_BASE = 20, 5
"""Saved replies whose preview is waited for; the base takes its time over each."""


@dataclass
class Bench:
    """The sides, their shops, and a folder to work in."""

    now: Side
    base: Side | None
    scratch: Path
    with_later: bool = False
    """Whether what came since the base is made, too."""
    kept: dict[str, float] = field(default_factory=dict)
    """What the base took for a whole build and for a saved reply: later rows are held against it."""
    _numbers: count[int] = field(default_factory=lambda: count(1))

    def sides(self) -> list[Side]:
        return [self.base, self.now] if self.base else [self.now]

    def shop(self, side: Side) -> Path:
        """The playbook to build; the same for both sides."""
        folder = self.scratch / f"shop-{side.name}"
        if not folder.is_dir():
            copied(self.base.root if self.base else ROOT, folder)
            if self.base and side is self.now:
                migrated(folder)
        return folder / "playbook.yaml"

    def environment(self, side: Side) -> dict[str, str]:
        return {
            "XDG_CACHE_HOME": str(self.scratch / f"cache-{side.name}"),
            "NO_MKDOCS_2_WARNING": "1",
            # As in a shop, whatever the terminal says: Python keeps what it has compiled.
            "PYTHONDONTWRITEBYTECODE": "",
        }

    def empty(self, side: Side) -> None:
        """As if the side had never run here."""
        shutil.rmtree(self.scratch / f"cache-{side.name}", ignore_errors=True)
        for folder in ("site", "trainer", "packs"):
            shutil.rmtree(self.shop(side).parent / folder, ignore_errors=True)

    def run(self, side: Side, *words: str) -> float:
        """Seconds that a command takes in a fresh process."""
        command = [str(side.python), "-c", self._program(side, words[0]), *words]
        command += ["--playbook", str(self.shop(side))]
        begun = time.perf_counter()
        ran = subprocess.run(
            command,
            cwd=side.root,
            env={**os.environ, **self.environment(side)},
            capture_output=True,
            text=True,
        )
        if ran.returncode:
            sys.exit(f"{side.name}: {' '.join(words)}: {ran.stderr or ran.stdout}")
        return time.perf_counter() - begun

    def _program(self, side: Side, word: str) -> str:
        """The command as it is typed; beside a base it makes only what the base makes."""
        if side is not self.now:
            return "from generator.__main__ import main\nmain()"
        later = "only_what_it_builds" if word == "build" else "only_what_it_has"
        if self.with_later:
            later = "everything" if word == "build" else ""
        less = f"from benchmarks import as_base\nas_base.{later}()\n" if self.base and later else ""
        return f"from generator.start import commands\nrun = commands()\n{less}run()"

    def next_number(self) -> int:
        return next(self._numbers)


@dataclass(frozen=True)
class Row:
    """A line of the table. The base does the same, or the row is held against what it took for something else."""

    name: str
    seconds: Callable[[Bench, Side], float]
    goal: float | None = None
    against: str = ""
    """The name of the base's figure to compare with, where the base has nothing of this kind to do."""
    keep: str = ""

    def measured(self, bench: Bench) -> str:
        before: float | None = None
        if bench.base and not self.against:
            before = self.seconds(bench, bench.base)
            bench.kept[self.keep] = before
        elif self.against:
            before = bench.kept.get(self.against)
        now = self.seconds(bench, bench.now)
        return line(self.name, before, now, self.goal)


def line(name: str, before: float | None, now: float, goal: float | None) -> str:
    shown = f"{before:9.2f}" if before is not None else " " * 9
    ratio = f"{now / before:7.3f}" if before else " " * 7
    aim = f"{goal:6.2f}" if goal else " " * 6
    mark = "" if not before or not goal or now / before <= goal else "  missed"
    return f"{name:58} {shown} {now:9.2f} {ratio} {aim}{mark}"


def _check(bench: Bench, side: Side) -> float:
    return min(_cold(bench, side, "check", "--no-print") for _ in range(RUNS))


def _cold(bench: Bench, side: Side, *words: str) -> float:
    bench.empty(side)
    return bench.run(side, *words)


def _without_sheets(bench: Bench, side: Side) -> float:
    return min(_cold(bench, side, "build", "--no-print") for _ in range(RUNS))


def _everything(bench: Bench, side: Side) -> float:
    return min(_cold(bench, side, "build") for _ in range(RUNS))


def _after(change: Callable[[Path, int], object]) -> Callable[[Bench, Side], float]:
    """A whole build after one change, with everything before it built already."""

    def seconds(bench: Bench, side: Side) -> float:
        bench.run(side, "build")
        taken = []
        for _ in range(RUNS):
            change(bench.shop(side).parent, bench.next_number())
            taken.append(bench.run(side, "build"))
        return min(taken)

    return seconds


def _preview(of: Callable[[list[float]], float]) -> Callable[[Bench, Side], float]:
    def seconds(bench: Bench, side: Side) -> float:
        name = f"waits-{side.name}"
        if name not in _WAITED:
            edits = EDITS if side is bench.now else EDITS_OF_BASE
            _WAITED[name] = waits(side, bench.shop(side), bench.environment(side), edits)
        return of(_WAITED[name])

    return seconds


def _with_later(seconds: Callable[[Bench, Side], float]) -> Callable[[Bench, Side], float]:
    """The same with all that came since the base."""

    def of_all(bench: Bench, side: Side) -> float:
        bench.with_later = True
        try:
            return seconds(bench, side)
        finally:
            bench.with_later = False

    return of_all


def _added(bench: Bench, side: Side) -> float:
    """How much longer a build without sheets takes with workbooks, exports and the look for answers in it."""
    return _with_later(_without_sheets)(bench, side) - _without_sheets(bench, side)


def _full_workbook(bench: Bench, side: Side) -> float:
    """LibreOffice with the customers' workbook, every line filled; started once before, so that its profile is there."""
    file = bench.scratch / "customers.xlsx"
    file.write_bytes(full(bench.shop(side)))
    return min(opened(file, bench.scratch) for _ in range(RUNS + 1))


_WAITED: dict[str, list[float]] = {}

ROWS = (
    Row("read and check, no sheets, empty cache", _check, 0.3),
    Row("build without sheets, empty cache", _without_sheets, 0.5),
    Row("build of everything, empty cache", _everything, 0.55, keep="everything"),
    Row("the same again, nothing changed", _after(lambda _shop, _number: None), 0.05, against="everything"),
    Row("after one changed reply", _after(change_reply), 0.08, against="everything"),
    Row("after one changed fact that eight sheets print", _after(change_fact), 0.15, against="everything"),
    Row("after version and date changed", _after(change_version), against="everything"),
    Row("everything, with all that came since", _with_later(_everything), against="everything"),
    Row("and after one changed reply", _with_later(_after(change_reply)), against="everything"),
    Row("and after one changed fact", _with_later(_after(change_fact)), against="everything"),
    Row("what came since adds to a build without sheets", _added, against="nothing"),
    Row("LibreOffice reckons 2,000 customers and 5,000 orders", _full_workbook, against="nothing"),
    Row("serve: saved reply to new page, median", _preview(median), 0.13, keep="preview"),
    Row("serve: saved reply to new page, worst of 20", _preview(max), 0.26, against="preview"),
)
