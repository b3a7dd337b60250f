"""What does not fit on a form: each a Problem with its place, instead of words over words or pages without end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.design.wrapping import length, lines
from generator.edition import Edition
from generator.outlines.filled import filled, from_example
from generator.outlines.form import Blanks, Field, FormOutline, Part
from generator.outlines.outlined import outline
from generator.playbook.calendar import Calendar
from generator.playbook.model.forms import Form, FormField, Section
from generator.playbook.model.record import Route
from generator.playbook.model.widths import characters
from generator.playbook.problems import Problem
from generator.printables.form_blocks import blocks, head_height, logo_of, reach_of
from generator.printables.form_cells import Cell, least_in_table
from generator.printables.form_layout import led, table
from generator.printables.form_measures import CHARACTER, NUMBER_MOST, Paper, paper
from generator.printables.form_pages import Block, pages, too_high

NUMBER, REMARK_GAP = 9.4, 4.0
"""In mm: the number before a heading with its gap, and the gap before the remark beside it."""
TITLE, REMARK = 11.0, 8.0
"""A heading and the remark beside it, in points."""


def problems(edition: Edition) -> Iterator[Problem]:
    """Fields and tables wider than the sheet, options wider than their field, parts higher than a page."""
    for index, form in enumerate(edition.playbook.forms):
        printed = outline(edition, form)
        if edition.first:
            given = from_example(form.example, ("forms", index, "example"))
            yield from filled(printed, given, Calendar.of(edition.playbook.shop)).problems
        if {"paper", "screen"} & {*form.outputs}:
            yield from _out_of_room(edition, form, printed, ("forms", index))
        for number, section in enumerate(printed.sections if edition.first else ()):
            # A field that stands for many is still written once: its place is that in the file.
            fields = form.sections[number].fields
            yield from _too_wide(fields, section, paper(printed), ("forms", index, "sections", number))


def _too_wide(fields: Iterable[FormField], section: Part, on: Paper, route: Route) -> Iterator[Problem]:
    for index, field in enumerate(fields):
        room = NUMBER_MOST if field.number else on.width
        wide = CHARACTER * (characters(field.width, on.columns) if field.width is not None else 0)
        if wide > room:
            yield _problem(field.id, wide, room, (*route, "fields", index, "width"))
    if section.table:
        wide = sum(map(least_in_table, section.table.columns)) + sum(led(section.table))
        if wide > on.width:
            yield _problem(section.table.id, wide, on.width, (*route, "repeat", "columns"))
        yield from _unsigned(section.table, on, route)


def _unsigned(repeat: Blanks, on: Paper, route: Route) -> Iterator[Problem]:
    """Columns too narrow for a signature."""
    for index, column in enumerate(table(repeat, on=on).cells):
        least = column.field.kind.column
        if column.field.kind.signs and column.mm < least - 0.05:
            details = {"name": column.field.id, "width": f"{column.mm:.0f}", "room": f"{least:.0f}"}
            where = (*route, "repeat", "columns", index)
            if column.field.width is None:
                yield Problem("signature-too-narrow", where, details)
            else:
                yield Problem("signature-too-narrow", (*where, "width"), details)


def _problem(name: str, width: float, room: float, route: Route) -> Problem:
    details = {"name": name, "width": f"{width:.0f}", "room": f"{room:.0f}"}
    return Problem("field-too-wide", route, details)


def _out_of_room(edition: Edition, form: Form, printed: FormOutline, route: Route) -> Iterator[Problem]:
    """Options longer than their field, and parts of which a page cannot hold even a piece; each said once."""
    for number, section in enumerate(printed.sections):
        if not _heading_fits(edition, section, paper(printed)):
            where = (*route, "sections", number, "hint" if section.hint else "title")
            details = {"title": section.title, "language": f"in-{edition.language}"}
            yield Problem("heading-too-long", where, details, at_key=True)
    parts = blocks(edition, printed)
    head = head_height(printed, reach_of(edition, printed), logo_of(edition, printed))
    for block in parts:
        where = (*route, "sections", block.number)
        for cell in (cell for strip in block.strips for cell in strip.cells):
            yield from _options(edition, cell, _place(form.sections[block.number], cell.field, where))
    yield from _grown(edition, form, parts, paper(printed), head, route)
    over = {
        (block.kind, block.number): (block, room) for block, room in too_high(parts, head, paper(printed))
    }
    for block, room in over.values():
        high = {"height": f"{block.height:.0f}", "room": f"{max(room, 0):.0f}"}
        details = {"title": form.title, "language": f"in-{edition.language}", **high}
        yield Problem(
            "form-too-high", (*route, *_stands(form, block.kind, block.number)), details, at_key=True
        )


def _grown(
    edition: Edition, form: Form, parts: Sequence[Block], on: Paper, head: float, route: Route
) -> Iterator[Problem]:
    """A form on more pages than its author wants."""
    there = pages(parts, head, on) if form.pages else ()
    if form.pages and len(there) > form.pages:
        begins = next((block for block in there[form.pages] if block.kind == "section"), None)
        details = {
            "pages": str(len(there)),
            "most": str(form.pages),
            "section": str(form.sections[begins.number].title if begins else form.title),
            "language": f"in-{edition.language}",
        }
        yield Problem("form-grew", (*route, "pages"), details)


def _heading_fits(edition: Edition, section: Part, on: Paper) -> bool:
    """Whether the remarks beside a heading take two lines at most, which is what its height holds."""
    beside = section.beside(edition.labels.sheet.form)
    room = on.width - NUMBER - length(section.title, TITLE, bold=True)
    return room > REMARK_GAP and lines(beside, room - REMARK_GAP, REMARK) <= 2 if beside else room > 0


def _options(edition: Edition, cell: Cell, route: Route) -> Iterator[Problem]:
    for option, wide in cell.too_wide:
        width = {"width": f"{wide:.0f}", "room": f"{cell.inner:.0f}"}
        details = {"name": cell.field.id, "option": option.label, "language": f"in-{edition.language}"}
        yield Problem("option-too-wide", route, details | width, at_key=True)


def _place(section: Section, field: Field, route: Route) -> Route:
    """Where a field, or the one it was written out from, stands in a section."""
    columns = section.repeat.columns if section.repeat else ()
    for before, those in ((("fields",), section.fields), (("repeat", "columns"), columns)):
        for index, each in enumerate(those):
            if each.id == field.id or (each.for_each and field.id.startswith(f"{each.id}_")):
                return (*route, *before, index)
    return route


def _stands(form: Form, kind: str, number: int) -> Route:
    if kind == "section":
        return ("sections", number, "title")
    return ("privacy" if form.privacy else "consents",)
