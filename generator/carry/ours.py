"""A file in: whether it is one of our own workbooks, and where each of its columns stands.

Every column has a name of the workbook of its own (`Table.cell_names`): it goes along when somebody moves the column,
inserts another or renames the sheet, and spreadsheet programs keep it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.carry.reading.sheets import Opened, Sheet, at
from generator.carry.today import Today
from generator.workbooks.lists import IDS
from generator.workbooks.table import HEADS, SET, SHEET, letters, named

_CELL = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_ENOUGH = 3
"""So many columns known by name make it ours: nobody's own list has one."""


@dataclass(frozen=True)
class OldColumn:
    """A column of the old workbook. Its id has `_` for `-`, as names have."""

    id: str
    at: int
    head: str


@dataclass(frozen=True)
class OldTable:
    """A sheet of the old workbook that has lines."""

    id: str
    sheet: Sheet
    columns: tuple[OldColumn, ...]


@dataclass(frozen=True)
class Ours:
    """One of our own workbooks, of whatever version."""

    tables: tuple[OldTable, ...]
    settings: Mapping[str, tuple[Sheet, int, int]]
    """What is set once for the whole workbook: sheet, row and column, by its id."""
    choices: Mapping[str, str]
    """The ids of what could be chosen, by what it was called, in small letters; what two lists call the same is left out."""
    added: tuple[Sheet, ...]
    """Sheets that are not of our making."""
    known: int
    """How many of today's columns it has."""


def recognised(opened: Opened, today: Today) -> Ours | None:
    """The workbook as one of this kind; None if it is another, or somebody's own."""
    places = places_of(opened)
    known = places.keys() & {
        named(table.names, column.id) for table in today.tables[today.language] for column in table.columns
    }
    if len(known) < _ENOUGH:
        return None
    settings = {
        name.removeprefix(f"{SET}_"): place for name, place in places.items() if name.startswith(f"{SET}_")
    }
    made = {sheet.name for sheet, _, _ in places.values()}
    added = tuple(sheet for sheet in opened.sheets if sheet.name not in made)
    return Ours(tuple(_tables(places)), settings, _choices(opened.sheets), added, len(known))


def language_of(ours: Ours, today: Today) -> str:
    """The playbook's language that the old workbook speaks; its first if that cannot be told."""
    there = {table.sheet.name for table in ours.tables}

    def alike(language: str) -> int:
        return sum(table.tab in there for table in today.tables[language])

    return max(today.playbook.about.languages, key=alike)


def _choices(sheets: Iterable[Sheet]) -> dict[str, str]:
    """From the hidden lists: each stands beside the list of its ids."""
    found: dict[str, set[str]] = defaultdict(set)
    for sheet in sheets:
        heads = {cell.said: at for at, cell in sheet.rows.get(1, {}).items()}
        pairs = [
            (heads[head.removesuffix(IDS)], at)
            for head, at in heads.items()
            if head.endswith(IDS) and head.removesuffix(IDS) in heads
        ]
        for name, id_ in pairs:
            for row in range(2, sheet.last + 1):
                if said := sheet.cell(row, name).said:
                    found[said.strip().lower()].add(sheet.cell(row, id_).said)
    return {said: ids.pop() for said, ids in found.items() if len(ids) == 1}


def places_of(opened: Opened) -> dict[str, tuple[Sheet, int, int]]:
    """The sheet, row and column that each name of a file stands for."""
    return dict(_places(opened))


def _places(opened: Opened) -> Iterator[tuple[str, tuple[Sheet, int, int]]]:
    """The cell that each name stands for."""
    sheets = {sheet.name: sheet for sheet in opened.sheets}
    for name, stands_for in opened.names.items():
        found = _CELL.fullmatch(stands_for.strip().lstrip("="))
        if found and (sheet := sheets.get((found[1] or found[2]).replace("''", "'"))):
            yield name, (sheet, int(found[4]), at(found[3]))


def _tables(places: Mapping[str, tuple[Sheet, int, int]]) -> Iterator[OldTable]:
    """A sheet for each beginning of names."""
    columns: dict[str, list[OldColumn]] = defaultdict(list)
    sheets: dict[str, Sheet] = {}
    for name, (sheet, _, column) in places.items():
        table, _, id_ = name.partition("_")
        if table not in (SET, SHEET) and id_:
            sheets[table] = sheet
            columns[table].append(OldColumn(id_, column, sheet.cell(HEADS, column).said or letters(column)))
    for table, sheet in sheets.items():
        yield OldTable(table, sheet, tuple(columns[table]))
