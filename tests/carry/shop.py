"""A shop with its workbook: made, typed into, carried over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.carry.ours import recognised
from generator.carry.over import Carried, carried_over
from generator.carry.reading import opened
from generator.carry.today import Today
from generator.edition import edition
from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.workbooks.books import BOOKS
from generator.workbooks.customers import CustomersBook
from generator.workbooks.table import FIRST, Filled, Table
from tests.carry.files import saved
from tests.conftest import ROOT
from tests.workbooks.shops import workbook

PEOPLE, ORDERS = "person", "order"


@cache
def playbook() -> Playbook:
    found = load(ROOT / "playbook.yaml").playbook
    assert found is not None
    return found


def today(of: Playbook, language: str = "zh") -> Today:
    return Today(of, BOOKS[0], language)


@cache
def now(language: str = "zh") -> Today:
    """That of the playbook as it is."""
    return today(playbook(), language)


def made(of: Playbook, language: str = "zh", filled: Filled | None = None) -> Workbook:
    """The workbook as its owner opens it, with few lines."""
    return load_workbook(BytesIO(workbook(edition(of, language), filled=filled)))


def typed(book: Workbook, of: Playbook, lines: Filled, language: str = "zh") -> Workbook:
    """The same with something typed in, below the heads of its columns."""
    for table in CustomersBook(edition(of, language)).tables:
        for line, values in lines.get(table.names, {}).items():
            for column, value in values.items():
                put(book[table.tab], table, FIRST + line - 1, column, value)
    return book


def put(sheet: Worksheet, table: Table, row: int, column: str, value: Any) -> None:
    whole_day = datetime.combine(value, datetime.min.time()) if type(value) is date else value
    cell = sheet[table.cell(column, row)]
    cell.value = whole_day
    if isinstance(value, str):
        cell.data_type = "s"


def carried(book: Workbook, into: Today) -> Carried:
    ours = recognised(opened(saved(book)), into)
    assert ours is not None
    return carried_over(ours, into)


def said(found: Carried) -> Mapping[str, list[str]]:
    """What stands in the notes, by reason."""
    reasons: dict[str, list[str]] = {}
    for note in found.notes:
        reasons.setdefault(note.why, []).append(note.said)
    return reasons
