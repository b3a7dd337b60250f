"""All forms of a shop in one file: to print them by hand, and to fill them in on a screen."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial

from generator.design.acroform import make_fillable
from generator.design.field_font import typed_glyphs
from generator.design.joining import Part, joined, written
from generator.design.printing import Job, Printer
from generator.edition import Edition
from generator.outlines.entries import Entry, entries
from generator.outlines.form import outline
from generator.output import OutputFile, Progress, silently
from generator.playbook.problems import Problem
from generator.printables import form
from generator.printables.sheet import SetSheet, set_in

FILL = "forms-fill"
"""The id of the file to fill in on a screen."""


@dataclass(frozen=True)
class OnScreen:
    """A form laid out to be filled in on a screen."""

    it: SetSheet
    job: Job
    entries: tuple[Entry, ...]

    @property
    def title(self) -> str:
        return self.it.sheet.title


@dataclass(frozen=True)
class FormFiles:
    """The family of the files that hold all forms."""

    editions: tuple[Edition, ...]
    printer: Printer

    @cached_property
    def outputs(self) -> tuple[OutputFile, ...]:
        return tuple(self._fill(edition) for edition in self.editions if any(_on_screen(edition)))

    def problems(self, _only: Collection[str] | None, _done: Progress) -> Iterator[Problem]:
        return iter(())

    def _fill(self, edition: Edition) -> OutputFile:
        folder = "" if edition.first else f"{edition.language}/"
        return OutputFile(
            id=FILL,
            of="forms",
            kind="forms",
            language=edition.language,
            title=edition.labels.sheet.form.fill_title,
            path=f"{folder}files/{FILL}.pdf",
            audience="staff",
            content=partial(filled_on_screen, edition, self.printer),
            route=("forms",),
            page="print.html",
        )


def _on_screen(edition: Edition) -> Iterator[int]:
    return (at for at, each in enumerate(edition.playbook.forms) if "screen" in each.outputs)


def on_screen(edition: Edition) -> Iterator[OnScreen]:
    """Every form that asks for a screen, with the stamp it has on paper: it is the same form."""
    words, colon = edition.labels.sheet.form, edition.labels.colon
    for index in _on_screen(edition):
        paper = form.sheet(edition, index, edition.playbook.forms[index])
        view = {**paper.view, "screen": True}
        sheet = replace(paper, styles=(*paper.styles, "form_screen.css"), view=view)
        it = set_in(edition, sheet)
        job = Job(it.html, set_in(edition, paper).stamp, pictured=False)
        printed = outline(edition, edition.playbook.forms[index])
        yield OnScreen(it, job, entries(printed, words, colon))


def filled_on_screen(edition: Edition, printer: Printer) -> bytes:
    """The file to fill in on a screen."""
    forms = tuple(on_screen(edition))
    printer.make_ready((each.job for each in forms), silently)
    parts = [Part(printer.pdf(each.job), each.it.sheet.id, each.title) for each in forms]
    file = joined(parts, edition.labels.sheet.form.fill_title, typed_glyphs())
    make_fillable(file, [entry for each in forms for entry in each.entries])
    return written(file)
