"""What it costs that all forms are in one file to fill in, beside WeasyPrint's bare rendering of the same sheets.

Both lay out every form of the shipped shop that asks for a screen, in both languages, on one core, nothing kept: the
one as it is, each sheet a file of its own, the other joined, with one font and its places made fields.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from benchmarks.alone import WEASYPRINT_ALONE, timed
from benchmarks.revision import ROOT
from benchmarks.rows import line
from generator.design.store import PLACE
from generator.edition import editions
from generator.playbook.load import load
from generator.printables.form_screen import on_screen

FILLED = """
import sys
from pathlib import Path
from generator.edition import editions
from generator.engines.printers import printer
from generator.playbook.load import load
from generator.printables.form_screen import filled_on_screen
for edition in editions(load(Path(sys.argv[1])).playbook):
    Path(sys.argv[2], edition.language + ".pdf").write_bytes(filled_on_screen(edition, printer("weasyprint")))
"""
NAME = "forms to fill in, beside WeasyPrint's bare sheets"


def forms(scratch: Path) -> Iterator[str]:
    folder = scratch / "forms"
    count = laid_out(folder)
    environment = {**os.environ, PLACE: ""}
    bare = timed(WEASYPRINT_ALONE, environment, str(folder))
    ours = timed(FILLED, environment, str(ROOT / "playbook.yaml"), str(folder))
    yield line(f"{count} {NAME}", bare, ours, None)


def laid_out(folder: Path) -> int:
    """The sheets as plain files, for WeasyPrint alone; gives how many there are."""
    folder.mkdir()
    playbook = load(ROOT / "playbook.yaml").playbook
    assert playbook is not None
    pages = [form.it.html for edition in editions(playbook) for form in on_screen(edition)]
    for number, html in enumerate(pages):
        (folder / f"{number:03}.html").write_text(html, "utf-8")
    return len(pages)
