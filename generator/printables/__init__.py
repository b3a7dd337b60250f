"""Paper: every printed sheet. To add one, write a module with `sheets(edition)` and name it in PRINTABLES."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from functools import cached_property, partial
from typing import Any

from generator.design.printing import Printer
from generator.design.split import begun
from generator.edition import Edition
from generator.output import Family, OutputFile, Progress
from generator.playbook.model.playbook import Playbook
from generator.playbook.problems import Problem
from generator.printables import (
    checklist,
    form,
    notice,
    path,
    poster,
    price_list,
    promise_card,
    promise_poster,
    qr,
    quiz,
    quiz_key,
    reach,
    read_sheet,
    referral_card,
    role_play,
    sign_off,
    usage,
)
from generator.printables.form_files import FormFiles
from generator.printables.glyphs import without_glyph
from generator.printables.pack import Pack, packs
from generator.printables.quiz_files import QuizFiles
from generator.printables.sheet import (
    Printable,
    SetSheet,
    Sheet,
    pictured,
    printed,
    set_in,
)
from generator.printables.too_long import overflows

PRINTABLES: tuple[Printable, ...] = (
    poster,
    price_list,
    notice,
    promise_poster,
    promise_card,
    usage,
    referral_card,
    checklist,
    form,
    quiz,
    quiz_key,
    role_play,
    path,
    read_sheet,
    sign_off,
)


def paper(playbook: Playbook, editions: tuple[Edition, ...], printer: Printer | None) -> Iterator[Family]:
    """The families of everything printed, and of what is laid out like it, if there is something to do it with."""
    if printer:
        sheets = Paper(playbook, editions, printer)
        yield sheets
        yield FormFiles(editions, printer, lambda: sheets.sheets, playbook)
        yield QuizFiles(editions, printer, lambda: sheets.sheets)


@dataclass(frozen=True)
class Paper:
    """The family of everything printed."""

    playbook: Playbook
    editions: tuple[Edition, ...]
    printer: Printer

    @cached_property
    def sheets(self) -> tuple[SetSheet, ...]:
        return set_all(self.editions)

    @cached_property
    def outputs(self) -> tuple[OutputFile, ...]:
        """Every sheet as a PDF, and for those in the handbook a picture of the first page."""
        return tuple(file for sheet in self.sheets for file in _files(sheet, self.printer))

    def packs(self) -> Iterator[Pack]:
        """What a copy shop is handed."""
        return packs(self.sheets, self.printer)

    def problems(self, only: Collection[str] | None, done: Progress) -> Iterator[Problem]:
        """Letters too small, characters no font has, and where there are none of these, overflow."""
        chosen = [page for page in self.sheets if only is None or page.sheet.id in only]
        faults: list[Problem] = []
        if chosen:
            faults += (fault for edition in self.editions for fault in _faults_of_measure(edition))
            faults += (fault for page in chosen for fault in without_glyph(page, self.playbook))
            faults += qr.too_fine(page.stamp.address for page in chosen if page.stamp.address)
            faults += reach.problems(self.editions)
        yield from faults
        if not any(fault.level == "error" for fault in faults):
            self.printer.make_ready((page.job for page in chosen), done)
            for page in chosen:
                yield from overflows(page, self.printer, sheets)


def sheets(edition: Edition) -> Iterator[Sheet]:
    for printable in PRINTABLES:
        yield from printable.sheets(edition)


def set_all(editions: tuple[Edition, ...]) -> tuple[SetSheet, ...]:
    """Every sheet of every edition as a finished page; those of a second language are set at the same time."""
    first, *others = editions
    waiting = [(edition, begun(partial(_set_apart, edition))) for edition in others]
    found = [set_in(first, sheet) for sheet in sheets(first)]
    found += (SetSheet(edition, *parts) for edition, result in waiting for parts in result())
    return tuple(found)


def _set_apart(edition: Edition) -> list[tuple[Any, ...]]:
    """The sheets of an edition for another process, each as its parts but the edition, which is known there."""
    parts = [field.name for field in fields(SetSheet) if field.name != "edition"]
    pages = (set_in(edition, sheet) for sheet in sheets(edition))
    return [tuple(getattr(page, name) for name in parts) for page in pages]


def _files(page: SetSheet, printer: Printer) -> Iterator[OutputFile]:
    yield printed(page, printer)
    if page.sheet.audience != "trainer":
        yield pictured(page, printer)


def _faults_of_measure(edition: Edition) -> Iterator[Problem]:
    for printable in PRINTABLES:
        yield from printable.problems(edition)
