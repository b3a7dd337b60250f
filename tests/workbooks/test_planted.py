"""What could be wrong with a workbook is planted in the register of complaints, and each time it is found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from openpyxl import Workbook
from openpyxl.styles import Protection
from openpyxl.worksheet.worksheet import Worksheet

from generator.workbooks.registers import Register
from generator.workbooks.table import FIRST, HEADS, Table
from tests.workbooks.complained import FORM
from tests.workbooks.ledger import differences, faults, opened
from tests.workbooks.shops import SKIN_CARE, set_in

Plant = Callable[[Worksheet, Table], None]


@cache
def register() -> Register:
    return Register(set_in(SKIN_CARE, "zh"), form=FORM, lines=12)


@cache
def content() -> bytes:
    return register().file()


def rule(sheet: Worksheet, table: Table, column: str) -> object:
    letter = table.letter(column)
    rules = sheet.data_validations.dataValidation
    return next(each for each in rules if str(each.sqref).startswith(f"{letter}{FIRST}:"))


def swapped(sheet: Worksheet, _: Table) -> None:
    first, second = sheet.cell(HEADS, 4), sheet.cell(HEADS, 5)
    first.value, second.value = second.value, first.value


def dropped(sheet: Worksheet, table: Table) -> None:
    sheet[table.cell("closed_on", HEADS)].value = None


def unlocked(sheet: Worksheet, table: Table) -> None:
    sheet[table.cell("status", FIRST + 3)].protection = Protection(locked=False)


def typed_over(sheet: Worksheet, table: Table) -> None:
    sheet[table.cell("customer", FIRST)].value = "=1+1"


def named_a_table(sheet: Worksheet, table: Table) -> None:
    sheet[table.cell("due_on", FIRST)].value = "=[@受理日期]+1"


def a_new_function(sheet: Worksheet, table: Table) -> None:
    sheet[table.cell("status", FIRST)].value = '=_xlfn.IFS(A5=1,"x")'


def anything_goes(sheet: Worksheet, table: Table) -> None:
    sheet.data_validations.dataValidation.remove(rule(sheet, table, "received_at"))


def another_list(sheet: Worksheet, table: Table) -> None:
    category, severity = (rule(sheet, table, each) for each in ("category", "severity"))
    category.formula1 = severity.formula1  # type: ignore[attr-defined]  # openpyxl’s descriptors are attributes that its types do not name


def no_filter(sheet: Worksheet, _: Table) -> None:
    sheet.auto_filter.ref = None


def upright(sheet: Worksheet, _: Table) -> None:
    sheet.page_setup.orientation = "portrait"


def without_heads_on_later_pages(sheet: Worksheet, _: Table) -> None:
    sheet.print_title_rows = "1:1"


def with_a_password(sheet: Worksheet, _: Table) -> None:
    sheet.protection.password = "secret"


def open_to_all(sheet: Worksheet, _: Table) -> None:
    sheet.protection.sheet = False


PLANTED: tuple[tuple[Plant, str], ...] = (
    (swapped, "the heads are"),
    (dropped, "the heads are"),
    (unlocked, "the formula is not locked"),
    (typed_over, "locked"),
    (named_a_table, "[@"),
    (a_new_function, "_xlfn"),
    (anything_goes, "anything may be typed"),
    (another_list, "one may choose"),
    (no_filter, "is filtered"),
    (upright, "printed otherwise"),
    (without_heads_on_later_pages, "printed otherwise"),
    (with_a_password, "password"),
    (open_to_all, "not protected"),
)


def test_nothing_is_wrong_with_it_as_it_is() -> None:
    assert list(faults(opened(content()), register().tables)) == []


@pytest.mark.parametrize(("plant", "said"), PLANTED, ids=lambda each: getattr(each, "__name__", ""))
def test_what_is_planted_is_found(plant: Plant, said: str) -> None:
    made, table = opened(content()), register().table
    plant(made[table.tab], table)
    found = list(faults(made, register().tables))
    assert found, said
    assert all(each.startswith(f"{table.tab}: ") for each in found)
    assert any(said in each for each in found), found


def kept_wrong(book: Workbook, cell: str, value: object) -> None:
    book[register().table.tab][cell].value = value


@pytest.mark.parametrize(
    ("column", "value"), [("due_on", date(1899, 12, 30)), ("status", "在办"), ("state", 3)]
)
def test_a_wrong_value_kept_in_one_cell_is_found(column: str, value: object) -> None:
    """`say_what_they_said` holds every empty workbook to what LibreOffice reckons by these differences."""
    true, kept = opened(content(), values=True), opened(content(), values=True)
    cell = register().table.cell(column, FIRST + 5)
    kept_wrong(kept, cell, value)
    assert differences(kept, true) == [f"{register().table.tab}!{cell}"]
