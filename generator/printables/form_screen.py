"""Forms to fill in on a screen: laid out like the printed ones, all in one file, so that its font is there once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.design.acroform import make_fillable
from generator.design.field_font import typed_glyphs
from generator.design.joining import Part, joined, told, written
from generator.design.printing import Job, Printer
from generator.edition import Edition
from generator.outlines.entries import Entry, entries
from generator.outlines.outlined import outline
from generator.output import silently
from generator.printables import form
from generator.printables.sheet import SetSheet, Sheet, set_in

FILL = "forms-fill"
"""The id of the file."""


@dataclass(frozen=True)
class OnScreen:
    """A form laid out to be filled in on a screen."""

    it: SetSheet
    job: Job
    entries: tuple[Entry, ...]


def screen_forms(edition: Edition) -> Iterator[int]:
    """The places of the forms that ask for a screen."""
    return (at for at, each in enumerate(edition.playbook.forms) if "screen" in each.outputs)


def on_screen(edition: Edition) -> Iterator[OnScreen]:
    """Every form that asks for a screen, with the stamp it has on paper: it is the same form."""
    words, colon = edition.labels.sheet.form, edition.labels.colon
    for index in screen_forms(edition):
        paper = form.sheet(edition, index, edition.playbook.forms[index])
        view = {**paper.view, "screen": True}
        it = set_in(edition, replace(paper, styles=(*paper.styles, "form_screen.css"), view=view))
        job = Job(it.html, set_in(edition, paper).stamp, pictured=False)
        printed = outline(edition, edition.playbook.forms[index])
        yield OnScreen(it, job, entries(printed, words, colon))


def filled_on_screen(edition: Edition, printer: Printer) -> bytes:
    """The file: a page that says how, and the forms."""
    forms, title = tuple(on_screen(edition)), edition.labels.sheet.screen.title
    printer.make_ready((each.job for each in forms), silently)
    sheets = [Part(printer.pdf(each.job), each.it.sheet.id, str(each.it.sheet.title)) for each in forms]
    cover = set_in(edition, _cover(edition, _listed(forms, printer)))
    first = Part(printer.pdf(replace(cover.job, pictured=False)), FILL, str(title))
    every = [entry for each in forms for entry in each.entries]

    def made() -> bytes:
        file = joined([first, *sheets], str(title), typed_glyphs())
        make_fillable(file, every)
        return written(file.pdf)

    return printer.joined(told([first, *sheets], str(title), *map(repr, every)), made)


def _listed(forms: tuple[OnScreen, ...], printer: Printer) -> Iterator[tuple[str, int]]:
    """Each form with the number of its first page."""
    page = 2
    for each in forms:
        yield each.it.sheet.title, page
        page += printer.printed(each.job).pages


def _cover(edition: Edition, listed: Iterator[tuple[str, int]]) -> Sheet:
    return Sheet(
        id=FILL,
        of="forms",
        kind="screen",
        title=edition.labels.sheet.screen.title,
        template="form_cover.html",
        styles=("form_cover.css",),
        view={"listed": tuple(listed)},
        route=("forms",),
        paper="A4",
        audience="staff",
        page="print.html",
    )
