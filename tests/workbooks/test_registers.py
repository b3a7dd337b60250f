"""The register of each form that asks for Excel: its columns are the form's, its days and counts are Python's."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.edition import Edition, edition
from generator.outlines.form import outline
from generator.playbook.calendar import Calendar
from generator.playbook.load import load
from generator.workbooks import Book, books
from generator.workbooks.forms import forms_in_excel
from generator.workbooks.table import FIRST, HEADS
from tests.conftest import ROOT
from tests.workbooks.calc import reckoned

LINES, MONTH = 1, 2
SHOPS = ("playbook.yaml", "examples/paint-store/playbook.yaml")
MONDAY = date(2027, 2, 1)
"""The week before the sample is closed for the Spring Festival."""


def shop(path: str) -> list[tuple[Edition, Book]]:
    playbook = load(ROOT / path).playbook
    assert playbook is not None
    registers = [each for each in books(playbook) if each.id.startswith("register-")]
    return [
        (edition(playbook, language), each) for language in playbook.about.languages for each in registers
    ]


def opened(it: Edition, register: Book) -> Workbook:
    return load_workbook(BytesIO(register.content(it, {})))


@pytest.mark.parametrize("path", SHOPS)
def test_a_form_that_asks_for_excel_has_a_register_in_each_language(path: str) -> None:
    made = shop(path)
    playbook = made[0][0].playbook
    asked = {form.id for _, form in forms_in_excel(made[0][0].written)}
    assert asked
    assert len(made) == len(asked) * len(playbook.about.languages)
    for it, register in made:
        content = register.content(it, {})
        assert len(content) < 200_000
        assert content == register.content(it, {})


@pytest.mark.parametrize("path", SHOPS)
def test_its_heads_are_the_labels_of_the_form_in_their_order(path: str) -> None:
    for it, register in shop(path):
        form = outline(it, it.item("forms", register.of.removeprefix("forms.")))
        heads = [str(cell.value) for cell in opened(it, register).worksheets[LINES][HEADS]]
        labels = [
            field.label
            for part in form.sections
            for field in part.fields
            if field.kind.excel not in ("none", "several") and not field.rule
        ]
        places = [heads.index(label) for label in labels]
        assert places == sorted(places), register.id


@pytest.mark.parametrize("path", SHOPS)
def test_an_empty_register_says_what_it_says_when_reckoned(path: str, tmp_path: Path) -> None:
    for number, (it, register) in enumerate(shop(path)):
        stored = load_workbook(BytesIO(register.content(it, {})), data_only=True)
        fresh = opened(it, register)
        if len(fresh.worksheets) > MONTH + 1:
            fresh.worksheets[MONTH]["C3"] = datetime.combine(it.playbook.about.date, datetime.min.time())
        values = reckoned(fresh, tmp_path, f"book{number}")
        for before, after in zip(stored.worksheets, values.worksheets, strict=True):
            for row in before.iter_rows():
                for cell in row:
                    assert (cell.value or "") == (after[cell.coordinate].value or ""), (
                        register.id,
                        before.title,
                        cell.coordinate,
                    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_week_of_complaints_is_due_counted_and_closed_as_python_reckons(
    language: str, tmp_path: Path
) -> None:
    it, register = next(
        (it, each)
        for it, each in shop("playbook.yaml")
        if each.id == "register-complaint-sheet" and it.language == language
    )
    fields = {
        field.id: field
        for part in outline(it, it.item("forms", "complaint-sheet")).sections
        for field in part.fields
    }
    today = MONDAY + timedelta(days=5)
    categories = [option.label for option in fields["category"].options]
    cases = [
        (MONDAY + timedelta(days=number // 2), categories[number % 3], number in (0, 5))
        for number in range(12)
    ]
    book = opened(it, register)
    sheet = book.worksheets[LINES]
    at = {str(cell.value): cell.column for cell in sheet[HEADS]}
    for row, (received, category, closed) in enumerate(cases, FIRST):
        put(sheet, row, at[fields["received_on"].label], received)
        sheet.cell(row, at[fields["category"].label], category)
        if closed:
            put(sheet, row, at[fields["closed_on"].label], received + timedelta(days=1))
    book.worksheets[MONTH]["C3"] = datetime.combine(today, datetime.min.time())
    book.worksheets[MONTH]["E3"] = datetime.combine(MONDAY, datetime.min.time())
    values = reckoned(book, tmp_path)

    shown = values.worksheets[LINES]
    calendar = Calendar.of(it.playbook.shop)
    status = it.labels.workbooks.registers.status
    rule = fields["due_on"].rule
    assert rule is not None
    for row, (received, _, closed) in enumerate(cases, FIRST):
        due = calendar.reckoned(received, rule.amount, "working_day")
        assert due is not None
        assert plain(shown.cell(row, at[fields["due_on"].label]).value) == due
        late = status.late if due < today else status.today if due == today else status.open
        assert shown.cell(row, at[status.head]).value == (status.closed if closed else late)
    assert not shown.cell(FIRST + len(cases), at[status.head]).value
    month = values.worksheets[MONTH]
    heads = [cell.value for cell in month[HEADS]]
    column = heads.index(fields["category"].label) + 1
    counted = {
        month.cell(row, column).value: month.cell(row, column + 1).value for row in range(FIRST, FIRST + 3)
    }
    assert counted == Counter(category for _, category, _ in cases)
    assert month["G3"].value == len(cases)


def put(sheet: Worksheet, row: int, column: int, day: date) -> None:
    sheet.cell(row, column, datetime.combine(day, datetime.min.time()))


def plain(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value
