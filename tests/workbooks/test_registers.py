"""The register of each form that asks for Excel: its columns are the form's, its days and counts are Python's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
from generator.workbooks.registers import Register
from generator.workbooks.table import FIRST, HEADS
from tests.conftest import ROOT
from tests.workbooks.calc import all_reckoned, reckoned

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
        heads = [str(cell.value) for cell in opened(it, register)[Register(it, form.id).table.tab][HEADS]]
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
    fresh = {f"{it.language}-{register.id}": _on_its_day(it, register) for it, register in shop(path)}
    for (it, register), values in zip(shop(path), all_reckoned(fresh, tmp_path), strict=True):
        stored = load_workbook(BytesIO(register.content(it, {})), data_only=True)
        for before, after in zip(stored.worksheets, values.worksheets, strict=True):
            for row in before.iter_rows():
                for cell in row:
                    assert (cell.value or "") == (after[cell.coordinate].value or ""), (
                        register.id,
                        before.title,
                        cell.coordinate,
                    )


def _on_its_day(it: Edition, register: Book) -> Workbook:
    """The workbook on the day of the playbook, as which its values were kept."""
    fresh = opened(it, register)
    month = it.labels.workbooks.registers.tabs.month
    if month in fresh.sheetnames:
        fresh[month]["B3"] = datetime.combine(it.playbook.about.date, datetime.min.time())
    return fresh


@dataclass(frozen=True)
class Case:
    """A complaint as it is typed."""

    received: date
    category: str
    answered: date | None = None
    closed: date | None = None
    called: date | None = None


def cases(categories: Sequence[str]) -> tuple[Case, ...]:
    """Twelve of a week, two a day, in every state; two more of the months before."""
    week = [MONDAY + timedelta(days=number // 2) for number in range(12)]
    typed: dict[int, tuple[int | None, int | None, int | None]] = {
        0: (0, 1, 2),
        1: (3, None, None),
        3: (None, 1, None),
        4: (1, 1, 3),
        5: (0, 0, None),
        7: (1, 2, None),
        8: (None, 1, None),
    }
    made = []
    for number, received in enumerate(week):
        days = [
            received + timedelta(each) if each is not None else None
            for each in typed.get(number, (None,) * 3)
        ]
        made.append(Case(received, categories[number % 3], *days))
    earlier = Case(
        MONDAY - timedelta(40), categories[1], *(MONDAY - timedelta(each) for each in (40, 39, 38))
    )
    return (*made, earlier, replace(earlier, received=MONDAY - timedelta(120)))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_week_of_complaints_is_due_counted_and_closed_as_python_reckons(
    language: str, tmp_path: Path
) -> None:
    it, register = complaints(language)
    fields = {
        field.id: field
        for part in outline(it, it.item("forms", "complaint-sheet")).sections
        for field in part.fields
    }
    today = MONDAY + timedelta(days=5)
    every = cases([option.label for option in fields["category"].options])
    words, book = it.labels.workbooks.registers, opened(it, register)
    sheet = book[Register(it, "complaint-sheet").table.tab]
    at = {str(cell.value): cell.column for cell in sheet[HEADS]}
    heads = {
        "received": fields["received_on"].label,
        "answered": words.case.answered_on,
        "closed": fields["closed_on"].label,
        "called": words.case.called_on,
    }
    for row, case in enumerate(every, FIRST):
        sheet.cell(row, at[fields["category"].label], case.category)
        sheet.cell(row, at[fields["customer"].label], f"顾客{row - FIRST}")
        sheet.cell(row, at[fields["s_sorry"].label], words.yes)
        for name, head in heads.items():
            if day := getattr(case, name):
                put(sheet, row, at[head], day)
    month = book[words.tabs.month]
    month["B3"] = datetime.combine(today, datetime.min.time())
    month["D3"] = datetime.combine(MONDAY, datetime.min.time())
    values = reckoned(book, tmp_path)

    shown, reckons = values[sheet.title], Reckoned(it, today)
    for row, case in enumerate(every, FIRST):
        assert plain(shown.cell(row, at[fields["due_on"].label]).value) == reckons.due(case)
        assert shown.cell(row, at[words.case.head]).value == reckons.status(case), row
    assert not shown.cell(FIRST + len(every), at[words.case.head]).value

    seen = [(f"顾客{number}", reckons.status(case), reckons.by(case)) for number, case in enumerate(every)]
    urgent = (words.case.today, words.case.late, words.case.call, words.case.call_late)
    todo = values[words.tabs.todo]
    to_do = columns_of(todo, fields["customer"].label, words.case.head, words.case.by)
    assert [line for line in to_do if line[0]] == [line for line in seen if line[1] in urgent]
    calls = [line[1] in urgent[2:] for line in seen]
    assert any(calls)
    first = next(number for number, line in enumerate(seen) if line[1] in urgent[2:])
    messages = [said for (said,) in columns_of(todo, words.case.message) if said]
    assert len(messages) == sum(calls)
    assert f"顾客{first}" in messages[0]

    this = [case for case in every if case.received >= MONDAY]
    before = [case for case in every if date(2026, 11, 1) <= case.received < MONDAY]
    counted, what = {}, ""
    for said, answer, now, then in columns_of(
        values[words.tabs.month], words.what, words.answer, words.count, words.before
    ):
        what = said or what
        counted[what, answer] = (now, then)
    label = fields["category"].label
    for name in {case.category for case in every}:
        now = sum(case.category == name for case in this)
        assert counted[label, name] == (now, sum(case.category == name for case in before))
    head = words.case.measures.head
    assert {name: now for (of, name), (now, _) in counted.items() if of == head} == reckons.month(this)
    assert [now for (_, name), (now, _) in counted.items() if name == fields["s_sorry"].label] == [len(this)]


class Reckoned:
    """What the playbook says of a case: days by the shop's calendar, the call-back from its closing."""

    def __init__(self, it: Edition, today: date) -> None:
        self.it, self.today, self.calendar = it, today, Calendar.of(it.playbook.shop)
        self.words = it.labels.workbooks.registers.case

    def span(self, fact: str, start: date | None) -> date | None:
        found = self.it.item("facts", fact)
        return self.calendar.reckoned(start, found.value, found.unit, open_end=True)

    def due(self, case: Case) -> date:
        found = self.it.item("facts", "answer_days")
        due = self.calendar.reckoned(case.received, found.value, found.unit)
        assert due is not None
        return due

    def call(self, case: Case) -> date | None:
        return self.span("callback_days", case.closed)

    def by(self, case: Case) -> date | None:
        return self.call(case) if case.closed else self.due(case)

    def status(self, case: Case) -> str:
        words, by = self.words, self.by(case)
        assert by is not None
        late, today = by < self.today, by == self.today
        if case.called:
            return words.called
        if case.closed:
            return words.call_late if late else words.call if today else words.waiting
        if case.answered:
            return words.answered
        return words.late if late else words.today if today else words.open

    def month(self, this: Sequence[Case]) -> dict[str, object]:
        """All closed in the month were received in it."""
        words, closed = self.words.measures, [case for case in this if case.closed]
        answers = [
            (case.answered or case.closed, self.due(case)) for case in this if case.answered or case.closed
        ]
        days = [(case.closed - case.received).days for case in closed if case.closed]
        statuses = [self.status(case) for case in this]
        return {
            words.received: len(this),
            words.in_time: sum(said <= due for said, due in answers if said),
            words.too_late: sum(said > due for said, due in answers if said),
            words.overdue: statuses.count(self.words.late),
            words.closed: len(closed),
            words.average: round(sum(days) / len(days), 1),
            words.longest: max(days),
            words.called: sum(
                case.called <= by for case in closed if case.called and (by := self.call(case)) is not None
            ),
            words.not_called: statuses.count(self.words.call_late),
        }


def complaints(language: str) -> tuple[Edition, Book]:
    return next(
        (it, each)
        for it, each in shop("playbook.yaml")
        if each.id == "register-complaint-sheet" and it.language == language
    )


def columns_of(sheet: Worksheet, *heads: str) -> list[tuple[Any, ...]]:
    """The lines of some columns, each the first of its head."""
    said = [cell.value for cell in sheet[HEADS]]
    places = [said.index(head) + 1 for head in heads]
    rows = range(FIRST, sheet.max_row + 1)
    return [tuple(plain(sheet.cell(row, place).value) for place in places) for row in rows]


def put(sheet: Worksheet, row: int, column: int, day: date) -> None:
    sheet.cell(row, column, datetime.combine(day, datetime.min.time()))


def plain(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value
