"""The generator for programs: load a playbook, check it, make what is printed from it. Nothing is written to disk.

from generator import api

loaded = api.load("playbook.yaml")
for problem in api.check("playbook.yaml").problems:
    print(problem.place, problem.says(loaded.language), problem.remedy(loaded.language))
for file in api.make("playbook.yaml", ids=("form-complaint-sheet",)):
    Path(file.path).name, file.content()
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from generator import build
from generator.build import Checked
from generator.output import OutputFile, Progress, silently
from generator.playbook import load as reading
from generator.playbook.load import Loaded
from generator.playbook.problems import Problem, Problems

if TYPE_CHECKING:
    from generator.design.printing import Printer

__all__ = ["Checked", "Loaded", "OutputFile", "Problem", "Problems", "check", "load", "make"]

Where = str | PathLike[str]


def load(playbook: Where, *, on: date | None = None) -> Loaded:
    """What the file and those it includes say: the playbook if it can be used, and every problem with its place.

    `on` is the day to hold the review date against; it is not looked at without one.
    """
    return reading.load(Path(playbook), on=on)


def check(
    playbook: Where, *, printing: bool = False, on: date | None = None, done: Progress = silently
) -> Checked:
    """The problems that nobody has accepted; with `printing` also those of the sheets, which takes a minute.

    NoPrinter (`generator.design.printing`) where sheets are asked for and cannot be printed.
    """
    return build.check(Path(playbook), printer=_printer() if printing else None, on=on, done=done)


def make(playbook: Where, *, ids: Collection[str] | None = None) -> tuple[OutputFile, ...]:
    """Everything that is printed, or what is named by `ids`; the bytes are made when `content` is called.

    Problems where there is an error in the playbook or in a sheet that was asked for, KeyError for an unknown id.
    """
    made = build.site(Path(playbook), printer=_printer(), only=ids)
    files = tuple(file for file in made.outputs if file.listed and (ids is None or file.id in ids))
    if unknown := set(ids or ()) - {file.id for file in files}:
        raise KeyError(", ".join(sorted(unknown)))
    return files


def _printer() -> Printer:
    # Imported here: checking without sheets needs no engine, and must not wait for one.
    from generator.engines.printers import printer

    return printer()
