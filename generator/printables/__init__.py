"""Paper: every printed sheet. To add one, write a module with `sheets(edition)` and name it in PRINTABLES."""

from __future__ import annotations

from collections.abc import Iterator

from generator.design.type import missing
from generator.edition import Edition
from generator.output import OutputFile
from generator.playbook.checks.texts import texts
from generator.playbook.model import Playbook
from generator.playbook.problems import Problem
from generator.printables import pdf, poster
from generator.printables.sheet import Printable, Sheet, html_of, overflowing, pictured, printed, words_of

PRINTABLES: tuple[Printable, ...] = (poster,)


def sheets(edition: Edition) -> Iterator[Sheet]:
    for printable in PRINTABLES:
        yield from printable.sheets(edition)


def outputs(edition: Edition) -> Iterator[OutputFile]:
    """Every sheet as a PDF, and for those in the handbook a picture of the first page."""
    for sheet in sheets(edition):
        yield printed(edition, sheet)
        if sheet.audience != "trainer":
            yield pictured(edition, sheet)


def make_ready(editions: tuple[Edition, ...]) -> None:
    """Makes all PDFs at once, on all cores."""
    pdf.make_ready(html_of(edition, sheet) for edition in editions for sheet in sheets(edition))


def problems(edition: Edition, playbook: Playbook) -> Iterator[Problem]:
    """What can only be seen when sheets are set: letters too small, characters no font has, overflow."""
    for printable in PRINTABLES:
        if hasattr(printable, "problems"):
            yield from printable.problems(edition)
    faulty = list(_without_glyph(edition, playbook))
    yield from faulty
    if not faulty:
        for sheet in sheets(edition):
            yield from overflowing(edition, sheet)


def _without_glyph(edition: Edition, playbook: Playbook) -> Iterator[Problem]:
    """The lines of the playbook that put a character on a sheet which the print fonts do not have."""
    for sheet in sheets(edition):
        words = words_of(html_of(edition, sheet))
        for character in sorted(missing(words)):
            for route, text in texts(playbook):
                said = text.said.get(edition.language) or text.said.get("", "")
                if character in said and "".join(said.split())[:4] in "".join(words.split()):
                    details = {"character": character, "code": f"U+{ord(character):04X}"}
                    where = (*route, edition.language) if edition.language in text.said else route
                    yield Problem("no-glyph", where, details)
