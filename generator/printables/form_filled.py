"""A form with what is already known written in its places, the rest of it blank: static words, right in every viewer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.design.joining import Part, joined_for_paper
from generator.design.printing import Job, Printer
from generator.design.wrapping import MM_PER_PT, lines
from generator.edition import Edition
from generator.outlines.filled import NUMBER, SCORES, TICK
from generator.outlines.form import FormOutline
from generator.output import silently
from generator.playbook.model.forms import Form
from generator.playbook.model.record import Route
from generator.playbook.problems import Problem
from generator.printables import form as on_paper
from generator.printables.form_cells import Cell
from generator.printables.form_layout import Row, Steps, Table
from generator.printables.form_measures import number_wide
from generator.printables.sheet import Sheet, set_in

LARGE, SMALL, STEP = 11.0, 7.5, 0.5
"""The largest and the smallest type that is filled in, in points; below that nobody reads it."""
LEADING = 1.3
MARK = 13.0
"""The type of a tick."""
NUMBER_HIGH, OTHER_HIGH = 8.0, 6.4
"""In mm: the height above the line for the number, and behind an option."""
ABOVE = 1.5
"""What of a row in a table is left free above and below words, in mm."""


@dataclass(frozen=True)
class Typed:
    """Words as they stand in their place."""

    words: str
    points: float


def sheet(edition: Edition, index: int, form: Form, written: Mapping[str, str]) -> Sheet:
    """`form`, which stands at `index` in the playbook, with `written` in its places."""
    paper = on_paper.sheet(edition, index, form)
    typed = {
        at: Typed(words, MARK if words == TICK else _points(words, room))
        for at, room in _rooms(paper.view)
        if (words := written.get(at))
    }
    return replace(paper, styles=(*paper.styles, "form_filled.css"), view={**paper.view, "typed": typed})


def problems(edition: Edition, index: int, form: Form, written: Mapping[str, str]) -> Iterator[Problem]:
    """What is longer than its place holds even in small type."""
    for at, room in _rooms(on_paper.sheet(edition, index, form).view):
        words = written.get(at, "")
        if words != TICK and not _fits(words, room, SMALL):
            details = {"name": at, "value": words, "room": f"{room[0]:.0f}"}
            yield Problem("entry-too-long", _route(at), details)


def _route(at: str) -> Route:
    """Where a place stands in a file of values: rows are counted from 0 there."""
    first, *more = at.split("/")
    return (first, int(more[0]) - 1, *more[1:]) if more and more[0].isdigit() else (first,)


def printed(edition: Edition, sheets: list[Sheet], title: str, printer: Printer) -> bytes:
    """Several of them in one file to print."""
    set_ = [set_in(edition, each) for each in sheets]
    # It is the same form, so it has the stamp of the blank one.
    blank = [set_in(edition, replace(each, view={**each.view, "typed": {}})).stamp for each in sheets[:1]]
    jobs = [Job(it.html, blank[0], pictured=False) for it in set_]
    printer.make_ready(jobs, silently)
    parts = [
        Part(printer.pdf(job), f"{it.sheet.id}-{number}", title)
        for number, (job, it) in enumerate(zip(jobs, set_, strict=True), 1)
    ]
    return joined_for_paper(parts, title, one_font=printer.engine.takes_entries)


_Room = tuple[float, float]
"""The width and the height of a place, in mm."""


def _rooms(view: Mapping[str, Any]) -> Iterator[tuple[str, _Room]]:
    """Every place that takes words or a tick, with its room."""
    form: FormOutline = view["form"]
    yield form.number.id if form.number else NUMBER, (number_wide(form), NUMBER_HIGH)
    for block in (block for page in view["pages"] for block in page):
        for strip in block.strips:
            table = form.sections[block.number].table
            if isinstance(strip, Table) and table:
                for row in range(strip.before + 1, strip.before + strip.rows + 1):
                    for cell in strip.cells:
                        yield from _in_cell(cell, f"{table.id}/{row}/{cell.field.id}", strip.row - ABOVE)
            else:
                yield from ((at, room) for cell in strip.cells for at, room in _in_row(cell, strip))


def _in_row(cell: Cell, strip: Row | Steps) -> Iterator[tuple[str, _Room]]:
    yield from _in_cell(cell, cell.field.id, strip.room if isinstance(strip, Row) else cell.room)


def _in_cell(cell: Cell, at: str, high: float) -> Iterator[tuple[str, _Room]]:
    yield at, (cell.inner - cell.unit, high)
    if cell.field.kind.draws == "score":
        yield from ((f"{at}/{score}", (0.0, 0.0)) for score in range(1, SCORES + 1))
    for line in cell.choices:
        for option in line:
            yield f"{at}/{option.id}", (0.0, 0.0)
            if option.other:
                yield f"{at}/{option.id}/other", (cell.rest(line), OTHER_HIGH)


def _points(words: str, room: _Room) -> float:
    """The largest type in which they fit."""
    points = LARGE
    while points > SMALL and not _fits(words, room, points):
        points -= STEP
    return points


def _fits(words: str, room: _Room, points: float) -> bool:
    return not words or lines(words, room[0], points) * points * MM_PER_PT * LEADING <= room[1]
