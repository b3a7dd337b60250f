"""Paper: every printed sheet. To add one, write a module with `sheets(edition)` and name it in PRINTABLES."""

from __future__ import annotations

from collections.abc import Iterator

from generator.design.type import missing
from generator.edition import Edition
from generator.output import OutputFile, Progress, silently
from generator.playbook.checks.texts import texts
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.text import ANY
from generator.playbook.problems import Problem
from generator.printables import (
    checklist,
    form,
    pdf,
    poster,
    promise_card,
    promise_poster,
    quiz,
    quiz_key,
    referral_card,
    role_play,
    usage,
)
from generator.printables.sheet import (
    Printable,
    SetSheet,
    Sheet,
    overflowing,
    pictured,
    printed,
    set_in,
    words_of,
)

PRINTABLES: tuple[Printable, ...] = (
    poster,
    promise_poster,
    promise_card,
    usage,
    referral_card,
    checklist,
    form,
    quiz,
    quiz_key,
    role_play,
)


def sheets(edition: Edition) -> Iterator[Sheet]:
    for printable in PRINTABLES:
        yield from printable.sheets(edition)


def set_all(editions: tuple[Edition, ...]) -> tuple[SetSheet, ...]:
    """Every sheet of every edition as a finished page."""
    return tuple(set_in(edition, sheet) for edition in editions for sheet in sheets(edition))


def outputs(pages: tuple[SetSheet, ...]) -> Iterator[OutputFile]:
    """Every sheet as a PDF, and for those in the handbook a picture of the first page."""
    for page in pages:
        yield printed(page)
        if page.sheet.audience != "trainer":
            yield pictured(page)


def problems(pages: tuple[SetSheet, ...], playbook: Playbook, done: Progress = silently) -> Iterator[Problem]:
    """What can only be seen when sheets are set: letters too small, characters no font has, overflow."""
    editions = {page.edition.language: page.edition for page in pages}
    faults = [fault for edition in editions.values() for fault in _faults_of_measure(edition)]
    faults += [fault for page in pages for fault in _without_glyph(page, playbook)]
    yield from faults
    if not any(fault.level == "error" for fault in faults):
        pdf.make_ready((page.html for page in pages), done)
        for page in pages:
            yield from overflowing(page)


def _faults_of_measure(edition: Edition) -> Iterator[Problem]:
    for printable in PRINTABLES:
        if hasattr(printable, "problems"):
            yield from printable.problems(edition)


def _without_glyph(page: SetSheet, playbook: Playbook) -> Iterator[Problem]:
    """The lines of the playbook that put a character on a sheet which the print fonts do not have."""
    words, language = words_of(page.html), page.edition.language
    for character in sorted(missing(words)):
        for route, text in texts(playbook):
            said = text.said.get(language) or text.said.get(ANY, "")
            if character in said and "".join(said.split())[:4] in "".join(words.split()):
                details = {"character": character, "code": f"U+{ord(character):04X}"}
                yield Problem("no-glyph", (*route, language) if language in text.said else route, details)
