"""The register of each form that asks for Excel: its columns are the form's, its days and counts are Python's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.edition import Edition
from generator.outlines.form import Field, outline
from generator.outlines.kept import registers
from generator.outlines.line import cells
from generator.playbook.calendar import Calendar
from generator.workbooks.books import Book, books
from generator.workbooks.registers import Register
from generator.workbooks.table import FIRST, HEADS
from tests.workbooks.calc import all_reckoned
from tests.workbooks.ledger import differences, holds
from tests.workbooks.shops import SHOPS, SKIN_CARE, every, loaded, set_in

MONDAY = date(2027, 2, 1)
"""The week before the sample is closed for the Spring Festival."""


@cache
def shop(path: str) -> tuple[tuple[Edition, Book], ...]:
    there = [each for each in books(loaded(path)) if each.id.startswith("register-")]
    return tuple((it, each) for it in every(path) for each in there)


def opened(it: Edition, register: Book) -> Workbook:
    return load_workbook(BytesIO(register.content(it, {})))


@pytest.mark.parametrize("path", SHOPS)
def test_a_form_that_asks_for_excel_has_a_register_in_each_language(path: str) -> None:
    made = shop(path)
    playbook = made[0][0].playbook
    asked = {form.id for _, form in registers(made[0][0].written)}
    assert asked
    assert len(made) == len(asked) * len(playbook.about.languages)
    for it, register in made:
        holds(it, register)


@pytest.mark.parametrize("path", SHOPS)
def test_a_line_from_a_phone_has_its_columns(path: str) -> None:
    for it, register in shop(path):
        form = register.of.removeprefix("forms.")
        made = Register(it, form=form)
        other = it.labels.workbooks.registers.other
        line = cells(outline(it, it.item("forms", form)), rows=not made.is_a_case, other=other)
        said = [(cell.column, cell.head, cell.holds == "reckoned") for cell in line]
        columns = [(column.id, column.head, not column.typed) for column in made.table.columns[1:]]
        assert said == columns[: len(said)]
        # Only what a complaint has besides comes after the fields of the form.
        assert len(said) == len(columns) or made.is_a_case


@pytest.mark.parametrize("path", SHOPS)
def test_its_heads_are_the_labels_of_the_form_in_their_order(path: str) -> None:
    for it, register in shop(path):
        form = outline(it, it.item("forms", register.of.removeprefix("forms.")))
        heads = [
            str(cell.value) for cell in opened(it, register)[Register(it, form=form.id).table.tab][HEADS]
        ]
        labels = [
            field.label
            for part in form.sections
            for field in part.fields
            if field.kind.excel not in ("none", "several") and not field.rule
        ]
        places = [heads.index(label) for label in labels]
        assert places == sorted(places), register.id


@pytest.fixture(scope="module")
def values(tmp_path_factory: pytest.TempPathFactory) -> Mapping[object, Workbook]:
    """What LibreOffice reckons in the empty ones of each shop and in a week of complaints, in one run."""
    made: dict[object, Workbook] = {
        (path, register.id, it.language): _on_its_day(it, register)
        for path in SHOPS
        for it, register in shop(path)
    }
    made |= {
        (language, day): in_the_morning(language, day) for language, days in LOOKED.items() for day in days
    }
    return all_reckoned(made, tmp_path_factory.mktemp("registers"))


@pytest.mark.parametrize("path", SHOPS)
def test_an_empty_register_says_what_it_says_when_reckoned(
    path: str, values: Mapping[object, Workbook]
) -> None:
    for it, register in shop(path):
        stored = load_workbook(BytesIO(register.content(it, {})), data_only=True)
        assert differences(stored, values[path, register.id, it.language]) == [], register.id


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
    noted: bool | None = None
    """Whether it was acknowledged in time."""
    answered: date | None = None
    closed: date | None = None
    called: date | None = None

    def as_known(self, morning: date) -> Case:
        """What stands there in the morning of a day: what is done on a day is entered in its evening."""
        days = {name: getattr(self, name) for name in ("answered", "closed", "called")}
        return replace(self, **{name: day if day and day < morning else None for name, day in days.items()})


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
        noted = {2: None, 6: False, 9: None, 10: None}.get(number, True)
        made.append(Case(received, categories[number % 3], noted, *days))
    earlier = Case(
        MONDAY - timedelta(40), categories[1], True, *(MONDAY - timedelta(each) for each in (40, 39, 38))
    )
    return (*made, earlier, replace(earlier, received=MONDAY - timedelta(120)))


WEEK = tuple(MONDAY + timedelta(day) for day in range(7))
LOOKED = {"zh": WEEK, "en": WEEK[5:6]}
"""The days on which the week is looked at, in each language."""


def known(it: Edition, morning: date) -> list[Case]:
    """The lines that stand there in a morning: the two months before, then those of the week up to this day."""
    every = cases([option.label for option in fields(it)["category"].options])
    return [case.as_known(morning) for case in (*every[12:], *every[:12]) if case.received <= morning]


def fields(it: Edition) -> dict[str, Field]:
    sheet = outline(it, it.item("forms", "complaint-sheet"))
    return {field.id: field for part in sheet.sections for field in part.fields}


def in_the_morning(language: str, morning: date) -> Workbook:
    """The register of complaints as somebody typed in it until that morning."""
    it = set_in(SKIN_CARE, language)
    made = Register(it, form="complaint-sheet", lines=30)
    words, labels, book = made.words, fields(it), load_workbook(BytesIO(made.file()))
    sheet = book[made.table.tab]
    at = {str(cell.value): cell.column for cell in sheet[HEADS]}
    heads = {
        "received": labels["received_on"].label,
        "answered": words.case.answered_on,
        "closed": labels["closed_on"].label,
        "called": words.case.called_on,
    }
    in_time = {True: words.case.noted_in_time, False: words.case.noted_late, None: None}
    for row, case in enumerate(known(it, morning), FIRST):
        sheet.cell(row, at[labels["category"].label], case.category)
        sheet.cell(row, at[labels["customer"].label], f"顾客{row - FIRST}")
        sheet.cell(row, at[labels["s_sorry"].label], words.yes)
        sheet.cell(row, at[words.case.noted.format(it.fact("ack_hours"))], in_time[case.noted])
        for name, head in heads.items():
            if day := getattr(case, name):
                put(sheet, row, at[head], day)
    month = book[words.tabs.month]
    month["B3"] = datetime.combine(morning, datetime.min.time())
    month["D3"] = datetime.combine(MONDAY, datetime.min.time())
    return book


MORNINGS = [(language, day) for language, days in LOOKED.items() for day in days]


@pytest.mark.parametrize(("language", "morning"), MORNINGS, ids=str)
def test_each_morning_complaints_are_due_as_python_reckons(
    language: str, morning: date, values: Mapping[object, Workbook]
) -> None:
    it, shown = set_in(SKIN_CARE, language), values[language, morning]
    labels, words = fields(it), it.labels.workbooks.registers
    every, reckons = known(it, morning), Reckoned(it, morning)
    sheet = shown[Register(it, form="complaint-sheet").table.tab]
    at = {str(cell.value): cell.column for cell in sheet[HEADS]}
    for row, case in enumerate(every, FIRST):
        assert plain(sheet.cell(row, at[labels["due_on"].label]).value) == reckons.due(case)
        assert sheet.cell(row, at[words.case.head]).value == reckons.status(case), row
    assert not sheet.cell(FIRST + len(every), at[words.case.head]).value

    seen = [
        (f"顾客{number}", reckons.status(case), reckons.by(case), reckons.who(case))
        for number, case in enumerate(every)
    ]
    urgent = [line for line in seen if line[1] in reckons.urgent]
    todo = shown[words.tabs.todo]
    to_do = columns_of(todo, labels["customer"].label, words.case.head, words.case.by, words.case.who)
    assert [line for line in to_do if line[0]] == urgent
    assert todo["E3"].value == len(urgent)
    calls = [line for line in urgent if line[1] in (words.case.call, words.case.call_late)]
    messages = [said for (said,) in columns_of(todo, words.case.message) if said]
    assert len(messages) == len(calls)
    assert all(name in said for (name, *_), said in zip(calls, messages, strict=True))


def test_the_week_of_complaints_holds_what_it_is_to_try() -> None:
    it = set_in(SKIN_CARE, "zh")
    statuses = {Reckoned(it, day).status(case) for day in WEEK for case in known(it, day)}
    said = it.labels.workbooks.registers.case
    every = (said.open, said.note, said.note_late, said.today, said.late, said.answered)
    assert statuses == {*every, said.waiting, said.call, said.call_late, said.called}
    assert sum(case.received >= MONDAY for case in known(it, WEEK[-1])) == 12


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_month_counts_causes_and_measures_as_python_does(
    language: str, values: Mapping[object, Workbook]
) -> None:
    it, morning = set_in(SKIN_CARE, language), WEEK[5]
    words, every, label = it.labels.workbooks.registers, known(it, morning), fields(it)["category"].label
    this = [case for case in every if case.received >= MONDAY]
    before = [case for case in every if date(2026, 11, 1) <= case.received < MONDAY]
    counted, what = {}, ""
    for said, answer, now, then in columns_of(
        values[language, morning][words.tabs.month], words.what, words.answer, words.count, words.before
    ):
        what = said or what
        counted[what, answer] = (now, then)
    for name in {case.category for case in every}:
        now = sum(case.category == name for case in this)
        assert counted[label, name] == (now, sum(case.category == name for case in before))
    head = words.case.measures.head
    reckons = Reckoned(it, morning).month(this)
    assert {name: now for (of, name), (now, _) in counted.items() if of == head} == reckons
    sorry = fields(it)["s_sorry"].label
    assert [now for (_, name), (now, _) in counted.items() if name == sorry] == [len(this)]


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
        if case.closed:
            return self.call(case)
        unnoted = case.noted is None and not case.answered and self.due(case) > self.today
        return case.received if unnoted else self.due(case)

    def who(self, case: Case) -> str:
        """As the steps of the playbook say."""
        words, chapter = self.words, self.it.playbook.complaints
        steps = {words.note: "apologise", words.note_late: "apologise", words.call: "call-back"}
        asked = (steps | {words.call_late: "call-back"}).get(self.status(case), "next-step")
        return self.it.role(next(step.owner for step in chapter.steps if step.id == asked))

    @property
    def urgent(self) -> tuple[str, ...]:
        words = self.words
        return words.note, words.note_late, words.today, words.late, words.call, words.call_late

    def status(self, case: Case) -> str:
        words, by = self.words, self.by(case)
        assert by is not None
        due = self.due(case)
        if case.called:
            return words.called
        if case.closed:
            return words.call_late if by < self.today else words.call if by == self.today else words.waiting
        if case.answered:
            return words.answered
        if due <= self.today:
            return words.late if due < self.today else words.today
        if case.noted is None:
            return words.note_late if case.received < self.today else words.note
        return words.open

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
            words.noted: sum(case.noted is True for case in this),
            words.noted_late: sum(case.noted is False for case in this),
            words.not_noted: sum(case.noted is None for case in this),
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
