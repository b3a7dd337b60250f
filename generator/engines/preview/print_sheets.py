"""Prints all sheets of a playbook into a folder, for a preview that goes on meanwhile: PLAYBOOK FOLDER."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator import build
from generator.design.printing import NoPrinter, SheetFault
from generator.engines.preview.background import RESULT, Printed
from generator.engines.printers import printer
from generator.output import OutputFile
from generator.playbook.problems import Problems
from generator.renewal import Listed


def main(playbook: Path, folder: Path) -> None:
    threading.Thread(target=_end_with_the_preview, daemon=True).start()
    with suppress(AttributeError, OSError):
        os.nice(10)  # Who writes goes before who prints.
    try:
        made = build.site(playbook, printer=printer())
        printed = Printed(tuple(_written(made, folder)), sheets=tuple(_listed(made)))
    except Problems as found:
        printed = Printed(faults=found.problems)
    except (NoPrinter, SheetFault) as fault:
        printed = Printed(failed=str(fault))
    unfinished = folder / f".{RESULT}"
    unfinished.write_bytes(pickle.dumps(printed))
    unfinished.replace(folder / RESULT)


def _written(made: build.Made, folder: Path) -> Iterator[OutputFile]:
    """The files of the site in the folder, as outputs that are read from there."""
    for family in made.families:
        for file in family.outputs:
            if file.folder == "site":
                place = folder / file.path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(file.content())
                yield replace(file, content=partial(Path.read_bytes, place))


def _listed(made: build.Made) -> Iterator[Listed]:
    for file in made.outputs:
        if file.listed and file.code:
            yield Listed(file.language, file.id, file.title, file.code)


def _end_with_the_preview() -> None:
    """Waits for the end of what the preview says, which is nothing; then all it has started goes, too."""
    sys.stdin.buffer.read()
    if os.name == "posix":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
