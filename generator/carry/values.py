"""A cell of somebody's file in, what is typed into the new workbook out, with what is to be said of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from generator.carry.days import Order, day
from generator.carry.reading.sheets import Cell
from generator.carry.today import Field
from generator.workbooks.table import Typed

_EXACT = 15
"""Figures that a spreadsheet keeps of a number; from the sixteenth on there are zeros."""
_SHORTENED = re.compile(r"\d(?:\.\d+)?E\+\d{1,2}")
"""What Excel makes of a long number in a narrow column, and saves so as a text with commas."""
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)(?:[:：][0-5]\d)?")
_SERIALS = range(20_000, 80_000)
"""Numbers that are a day of 1954 to 2119: what a day looks like whose cell was shown as a number."""


class Answer(NamedTuple):
    """What is taken, and why something is to be said of it (a field of `NoteWords`), if it is."""

    value: Typed | None
    why: str = ""


def carried(cell: Cell, field: Field, before: Mapping[str, str]) -> Answer:
    """What stood in our own workbook: nothing of it is judged, so nothing is lost.

    `before` are the ids of what could be chosen in the old workbook, by what it was called there, in small letters.
    """
    match field.column.kind:
        case "day":
            answer = _carried_day(cell)
        case "moment":
            answer = _carried_moment(cell, field, before)
        case "time":
            answer = _time(cell, Answer(written(cell), "text_for_time"))
        case "number":
            answer = _carried_number(cell)
        case "choice":
            answer = _carried_choice(cell, field, before)
        case "text":
            answer = Answer(written(cell), _of_text(cell))
    return answer._replace(why=answer.why or _of_formula(cell))


def taken(cell: Cell, field: Field, order: Order, choices: Mapping[str, str]) -> Answer:
    """What stands in a list of hers: taken only where it is what the column is for.

    `choices` are what the map says that her own words mean, in small letters.
    """
    if cell.kind == "error":
        return Answer(None, "error")
    match field.column.kind:
        case "day" | "moment":
            answer = _taken_day(cell, order)
        case "time":
            answer = _time(cell, Answer(None, "no_time"))
        case "number":
            number = _whole(cell)
            answer = Answer(number) if number and _may_be(number, field) else Answer(None, "no_number")
        case "choice":
            said = written(cell).strip().lower()
            chosen = field.column.choices.get(field.said.get(choices.get(said, said).strip().lower(), ""))
            answer = Answer(chosen, "" if chosen else "no_such_choice")
        case "text":
            answer = Answer(written(cell).strip(), _of_text(cell))
    return answer._replace(why=answer.why or (_of_formula(cell) if answer.value is not None else ""))


def written(cell: Cell) -> str:
    """A cell as text, as its reader sees it: a day as a day, a number with all its figures."""
    if cell.kind == "day" and (found := cell.day):
        return found.isoformat()
    return cell.said


def _of_formula(cell: Cell) -> str:
    if not cell.formula:
        return ""
    return "formula_as_text" if cell.kind == "text" and cell.said.startswith("=") else "formula"


def _of_text(cell: Cell) -> str:
    if cell.kind == "error":
        return "error_kept"
    if cell.kind == "text" and _SHORTENED.fullmatch(cell.said.strip()):
        return "figures_lost"
    return "rounded" if cell.kind == "number" and cell.said.isdigit() and len(cell.said) > _EXACT else ""


def _carried_day(cell: Cell) -> Answer:
    if cell.kind in ("day", "number") and (found := cell.day):
        # With an hour it stays the number it is.
        return Answer(found if float(cell.said) == int(float(cell.said)) else float(cell.said))
    return Answer(cell.said, "text_for_day")


def _carried_moment(cell: Cell, field: Field, before: Mapping[str, str]) -> Answer:
    """Older workbooks had a choice where a moment stands now: its words come over in today's."""
    chosen = _carried_choice(cell, field, before)
    return _carried_day(cell) if chosen.why else chosen


def _time(cell: Cell, none: Answer) -> Answer:
    """A time of day as the part of a day that Excel counts; the reader gives what is shown as one as 09:30."""
    if cell.kind == "text" and (found := _CLOCK.fullmatch(cell.said.strip())):
        return Answer((int(found[1]) * 60 + int(found[2])) / 1440)
    return none


def _carried_number(cell: Cell) -> Answer:
    if cell.kind == "number":
        return _number(cell.said)
    if cell.kind == "text" and (number := _whole(cell)) is not None:
        return Answer(number, "text_made_number")
    return Answer(written(cell), "text_for_number")


def _number(said: str) -> Answer:
    if sum(map(str.isdigit, said)) > _EXACT:
        return Answer(said, "rounded")
    try:
        return Answer(int(said) if said.lstrip("-").isdigit() else float(said))
    except ValueError:
        return Answer(said, "text_for_number")


def _carried_choice(cell: Cell, field: Field, before: Mapping[str, str]) -> Answer:
    said = written(cell)
    plain = said.strip().lower()
    now = next(
        filter(None, (field.column.choices.get(ids.get(plain, "")) for ids in (before, field.said))), ""
    )
    return Answer(now) if now else Answer(said, "choice_gone")


def _taken_day(cell: Cell, order: Order) -> Answer:
    if cell.kind == "day":
        return Answer(cell.day, "" if cell.day else "no_day")
    if cell.kind == "number" and cell.said.isdigit() and int(cell.said) in _SERIALS:
        return Answer(cell.day, "number_for_day")
    found = day(cell.said, order)
    return Answer(found) if isinstance(found, date) else Answer(None, found)


def _whole(cell: Cell) -> int | None:
    said = cell.said.strip()
    if cell.kind not in ("text", "number") or not said.isascii() or not said.isdigit() or len(said) > _EXACT:
        return None
    return int(said)


def _may_be(number: int, field: Field) -> bool:
    return number >= 1 and (not field.column.most or number <= field.column.most)
