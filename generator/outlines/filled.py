"""What is given for the places of a form in; what is written in each out, and a Problem where it cannot be.

Nobody but the person may sign, or agree to be contacted: neither is ever filled in for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, get_args

from generator.outlines.entries import digits
from generator.outlines.form import Field, FormOutline, Supply
from generator.playbook.calendar import Calendar, Span, used_up
from generator.playbook.model.forms import FilledIn
from generator.playbook.model.record import Route
from generator.playbook.problems import Problem

TICK = "✓"
NUMBER = "_number"
"""The place of the number of a form that has no field of its own for it."""
SCORES = 5


@dataclass(frozen=True)
class Given:
    """Something to write in a place."""

    name: str
    """The id of a field, or of a column of a table."""
    value: object
    route: Route
    """Where it stands in what was read."""
    row: int = 0
    """The row of the table, the first being 1; 0 outside of tables."""


@dataclass
class Filled:
    """What is written on a form, by the place as `outlines/entries.py` names it, less the form's own name."""

    written: dict[str, str] = field(default_factory=dict)
    """The words of a place, or a tick."""
    problems: list[Problem] = field(default_factory=list)


def filled(form: FormOutline, given: Iterable[Given], calendar: Calendar) -> Filled:
    """The places that are filled in; days that follow from one of them are reckoned."""
    found, columns = Filled(), dict(_places(form))
    for each in given:
        place = columns.get((each.row > 0, each.name))
        if place is None:
            known = ", ".join(name for in_row, name in columns if in_row == (each.row > 0))
            found.problems.append(Problem("no-such-entry", each.route, {"name": each.name, "known": known}))
            continue
        table, asked = place
        if table is not None and each.row > table[1]:
            details = {"name": each.name, "row": str(each.row), "most": str(table[1])}
            found.problems.append(Problem("no-such-row", each.route, details))
            continue
        at = f"{table[0]}/{each.row}/{each.name}" if table else each.name
        try:
            found.written |= {at + more: words for more, words in _written(asked, each.value)}
        except _Unfit as fault:
            found.problems.append(Problem(fault.kind, each.route, {"name": each.name, **fault.details}))
    found.written |= dict(_reckoned(form, found.written, calendar))
    return found


def from_example(example: Iterable[FilledIn], route: Route) -> Iterator[Given]:
    """What a playbook gives as an example of a form; `route` leads to it."""
    for at, each in enumerate(example):
        value: object = True
        if each.chosen:
            *others, last = each.chosen
            value = (*others, {last: each.said} if each.said else last)
        elif each.said is not None:
            value = str(each.said)
        yield Given(each.field, value, (*route, at), each.row or 0)


def from_values(form: FormOutline, values: Mapping[str, Any]) -> Iterator[Given]:
    """What a file of values gives: a value by the id of its field, a list of rows by the id of its table."""
    tables = {part.table.id for part in form.sections if part.table}
    for name, value in values.items():
        if name in tables and isinstance(value, (tuple, list)):
            for at, row in enumerate(value):
                if isinstance(row, Mapping):
                    yield from (
                        Given(str(each), said, (name, at, each), at + 1) for each, said in row.items()
                    )
                else:
                    yield Given(str(row), row, (name, at), at + 1)
        else:
            yield Given(str(name), value, (name,))


_Table = tuple[str, int]
"""The id of a table, and how many rows it has on paper."""


def _places(form: FormOutline) -> Iterator[tuple[tuple[bool, str], tuple[_Table | None, Field]]]:
    if form.number:
        yield (False, form.number.id), (None, form.number)
    for part in form.sections:
        yield from (((False, each.id), (None, each)) for each in part.fields)
        if part.table:
            table = (part.table.id, part.table.blank_rows)
            yield from (((True, each.id), (table, each)) for each in part.table.columns)


class _Unfit(Exception):
    def __init__(self, kind: str, **details: str) -> None:
        self.kind, self.details = kind, details
        super().__init__(kind)


def _written(asked: Field, value: object) -> Iterator[tuple[str, str]]:
    """What follows the name of its place, with the words there."""
    kind = asked.kind
    if not kind.entered:
        raise _Unfit("entry-by-hand")
    match kind.excel:
        case "choice" | "several":
            yield from _chosen(asked, value)
        case "score":
            if str(value) not in map(str, range(1, SCORES + 1)):
                raise _Unfit("entry-unfit", value=_plain(value), expected="a-score")
            yield f"/{value}", TICK
        case "yes":
            if not isinstance(value, bool):
                raise _Unfit("entry-unfit", value=_plain(value), expected="yes-or-no")
            yield from (("", TICK),) if value else ()
        case "day":
            yield "", _day(value)
        case "number":
            yield "", _figure(value, kind.keys)
        case _:
            yield "", _text(asked, value)


def _chosen(asked: Field, value: object) -> Iterator[tuple[str, str]]:
    chosen = value if isinstance(value, (tuple, list)) else (value,)
    if asked.kind.one and len(chosen) != 1:
        raise _Unfit("entry-unfit", value=_plain(value), expected="one-option")
    options = {option.id: option for option in asked.options}
    for each in chosen:
        names = each if isinstance(each, Mapping) else {each: ""}
        for name, words in names.items():
            option = options.get(str(name))
            if option is None or (words and not option.other):
                raise _Unfit("no-such-option", value=_plain(name), known=", ".join(options))
            yield f"/{option.id}", TICK
            if words:
                yield f"/{option.id}/other", str(words)


def _text(asked: Field, value: object) -> str:
    if isinstance(value, (Mapping, tuple, list, bool)) or value is None or not str(value).strip():
        raise _Unfit("entry-unfit", value=_plain(value), expected="a-text")
    if (most := digits(asked)) and not re.fullmatch(rf"[0-9]{{1,{most}}}", str(value)):
        raise _Unfit("entry-unfit", value=_plain(value), expected="figures")
    return str(value).strip()


def _day(value: object) -> str:
    try:
        if isinstance(value, date) or re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
            return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        pass
    raise _Unfit("entry-unfit", value=_plain(value), expected="a-day")


_FIGURES = {
    "numeric": (r"\d+", "a-whole-number"),
    "decimal": (r"\d+(\.\d+)?", "an-amount"),
    "signed": (r"-?\d+(\.\d+)?", "a-figure"),
}
"""What a figure looks like, and what one is called where something else is written."""


def _figure(value: object, keys: str) -> str:
    pattern, expected = _FIGURES[keys]
    if isinstance(value, bool) or not re.fullmatch(pattern, str(value)):
        raise _Unfit("entry-unfit", value=_plain(value), expected=expected)
    return str(value)


def _plain(value: object) -> str:
    return "…" if isinstance(value, (Mapping, tuple, list)) else str(value)


def _reckoned(form: FormOutline, written: Mapping[str, str], calendar: Calendar) -> Iterator[tuple[str, str]]:
    """The days that follow from one that is written, where nothing is written in their place."""
    for part in form.sections:
        for each in part.fields:
            rule = each.rule
            if rule and each.id not in written and rule.reckoned_from(written, rule.figures):
                unit = next(unit for unit in get_args(Span) if unit == rule.unit)
                start = _end_of(rule.supply, date.fromisoformat(written[rule.start]), written)
                day = calendar.reckoned(start, rule.amount, unit)
                yield each.id, day.isoformat() if day else ""


def _end_of(supply: Supply | None, start: date, written: Mapping[str, str]) -> date | None:
    """The day on which it is used up; the start itself where nothing is."""
    if supply is None:
        return start
    number, holds, daily = (
        float(written.get(each) or 0) for each in (supply.number, supply.amount, supply.daily)
    )
    return used_up(start, lasts=supply.lasts, number=number, holds=holds, daily=daily)
