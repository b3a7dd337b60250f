"""Complaints of a week as somebody types them into their register, and where Python says that each stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.edition import Edition
from generator.outlines.form import Field
from generator.outlines.outlined import outline
from generator.playbook.calendar import Calendar
from generator.playbook.hours import WEEKDAYS, week
from generator.workbooks.registers import Register
from generator.workbooks.table import FIRST, HEADS

FORM = "complaint-sheet"
MORNING, EVENING = time(10, 15), time(20, 10)
"""When the two of a day come; the shop of the sample answers from nine to nine."""


@dataclass(frozen=True)
class Case:
    """A complaint as it is typed."""

    who: str
    received: datetime
    category: str
    noted: datetime | None = None
    """When the customer was told that it is in hand."""
    answered: date | None = None
    filed: date | None = None
    closed: date | None = None
    called: date | None = None
    end: str = ""
    """How it ended and, in `back`, what came of the call, by the ids of the form's options."""
    back: str = ""

    def as_known(self, morning: date) -> Case:
        """What stands there in the morning of a day: what is done on a day is entered in its evening."""
        days = {name: getattr(self, name) for name in ("answered", "filed", "closed", "called")}
        noted = self.noted if self.noted and self.noted.date() < morning else None
        return replace(
            self, noted=noted, **{name: day if day and day < morning else None for name, day in days.items()}
        )

    def open_on(self, morning: date) -> bool:
        """Whether it is known and not closed."""
        known = self.as_known(morning)
        return self.received.date() < morning and known.closed is None


def complaints(it: Edition, monday: date) -> tuple[Case, ...]:
    """Twelve of a week, two a day from Monday; two more of the months before."""
    categories = [option.label for option in fields(it)["category"].options]
    typed: dict[int, tuple[int | None, ...]] = {
        0: (0, 1, 2, 2),
        1: (3, None, None, None),
        3: (None, None, 1, None),
        4: (1, 1, 3, 3),
        5: (0, 0, None, None),
        6: (1, 1, None, 2),
        7: (1, 1, 2, None),
        8: (None, 1, 1, None),
    }
    """Answered, filed, closed and called back so many days later: one is closed and never filed, one called and not closed."""
    ends = {0: "accepted", 3: "accepted", 4: "final_offer", 5: "accepted", 7: "final_offer", 8: "accepted"}
    backs = {0: "fine", 4: "open"}
    told = {2: None, 3: 24 * 60 - 650, 6: 180, 9: None, 10: None, 11: None}
    """After so many minutes; the others at once."""
    made = []
    for number in range(12):
        day = monday + timedelta(number // 2)
        received = datetime.combine(day, EVENING if number % 2 else MORNING)
        minutes = told.get(number, 40)
        days = (
            day + timedelta(each) if each is not None else None for each in typed.get(number, (None,) * 4)
        )
        noted = received + timedelta(minutes=minutes) if minutes is not None else None
        made.append(Case(f"顾客{number + 1:02}", received, categories[number % 3], noted, *days))
        made[-1] = replace(made[-1], end=ends.get(number, ""), back=backs.get(number, ""))
    came = datetime.combine(monday - timedelta(40), MORNING)
    over = (monday - timedelta(each) for each in (40, 39, 38, 38))
    earlier = Case("顾客29", came, categories[1], came + timedelta(minutes=10), *over)
    return (*made, earlier, replace(earlier, received=came - timedelta(80)))


def known(it: Edition, monday: date, morning: date) -> list[Case]:
    """The lines that stand there in a morning: the two of the months before, then those of the week."""
    every = complaints(it, monday)
    return [case.as_known(morning) for case in (*every[12:], *every[:12]) if case.received.date() < morning]


def fields(it: Edition) -> dict[str, Field]:
    sheet = outline(it, it.item("forms", FORM))
    return {field.id: field for part in sheet.sections for field in part.fields}


def typed_in(it: Edition, cases: Sequence[Case], morning: date, month: date, lines: int = 30) -> Workbook:
    """The register of complaints as somebody typed in it until that morning, who looks at that month."""
    made = Register(it, form=FORM, lines=lines)
    words, labels, book = made.words, fields(it), load_workbook(BytesIO(made.file()))
    sheet = book[made.table.tab]
    at = {str(cell.value): cell.column for cell in sheet[HEADS]}
    for row, case in enumerate(cases, FIRST):
        said = {
            labels["category"].label: case.category,
            labels["customer"].label: case.who,
            labels["s_restate"].label: words.yes,
            labels["received_on"].label: case.received.date(),
            labels["received_at"].label: case.received.time(),
            words.case.noted_at: case.noted,
            words.case.answered_on: case.answered,
            labels["s_file"].label: case.filed,
            labels["closed_on"].label: case.closed,
            words.case.called_on: case.called,
            labels["end_state"].label: case.closed and chosen(labels["end_state"], case.end),
            labels["callback_result"].label: case.called and chosen(labels["callback_result"], case.back),
        }
        for head, value in said.items():
            if value:
                sheet.cell(row, at[head]).value = value
    shown = book[words.tabs.month]
    shown["B3"] = datetime.combine(morning, time())
    shown["D3"] = datetime.combine(month, time())
    return book


def chosen(field: Field, option: str) -> str:
    """What stands in the column of a choice."""
    return next((str(each.label) for each in field.options if each.id == option), "")


def told_by(it: Edition, received: datetime) -> datetime:
    """When the hours for the acknowledgement are over, gone through minute by minute; only those of service count."""
    hours, calendar = week(it.playbook.shop), Calendar.of(it.playbook.shop)
    left, at = int(it.item("facts", "ack_hours").value) * 60, received
    while left:
        here = hours.get(WEEKDAYS[at.weekday()], ()) if calendar.is_open(at.date()) else ()
        left -= any(span.start <= f"{at:%H:%M}" < span.end for span in here)
        at += timedelta(minutes=1)
    return at


class Reckoned:
    """What the playbook says of a case: days by the shop's calendar, the call-back from its filing, or its end."""

    def __init__(self, it: Edition, today: date) -> None:
        self.it, self.today, self.calendar = it, today, Calendar.of(it.playbook.shop)
        self.words = it.labels.workbooks.registers.case

    def span(self, fact: str, start: date | None) -> date | None:
        found = self.it.item("facts", fact)
        return self.calendar.reckoned(start, found.value, found.unit, open_end=True)

    def due(self, case: Case) -> date:
        found = self.it.item("facts", "answer_days")
        due = self.calendar.reckoned(case.received.date(), found.value, found.unit)
        assert due is not None
        return due

    def call(self, case: Case) -> date | None:
        return self.span("callback_days", case.filed or case.closed)

    def by(self, case: Case) -> tuple[date | None, time | None]:
        """The day, and the hour where the customer waits for the acknowledgement."""
        if case.filed or case.closed:
            return self.call(case), None
        if case.noted is None and not case.answered and self.due(case) > self.today:
            moment = told_by(self.it, case.received)
            return moment.date(), moment.time()
        return self.due(case), None

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

    def to_do(self, cases: Sequence[Case]) -> list[tuple[str, str, date | None, time | None, str]]:
        return [
            (case.who, status, *self.by(case), self.who(case))
            for case in cases
            if (status := self.status(case)) in self.urgent
        ]

    def status(self, case: Case) -> str:
        words, (by, _) = self.words, self.by(case)
        assert by is not None
        due = self.due(case)
        if case.called:
            return words.called if case.closed else words.answered
        if case.filed or case.closed:
            return words.call_late if by < self.today else words.call if by == self.today else words.waiting
        if case.answered:
            return words.answered
        if due <= self.today:
            return words.late if due < self.today else words.today
        if case.noted is None:
            return words.note_late if by < self.today else words.note
        return words.open

    def noted(self, case: Case) -> str:
        """In time, late, or nothing."""
        if case.noted is None:
            return ""
        in_time = case.noted <= told_by(self.it, case.received)
        return self.words.noted_in_time if in_time else self.words.noted_late

    def month(self, this: Sequence[Case]) -> dict[str, object]:
        """All closed in the month were received in it."""
        words, closed = self.words.measures, [case for case in this if case.closed]
        said = ((case.answered or case.filed or case.closed, self.due(case)) for case in this)
        answers = [(day, due) for day, due in said if day]
        days = [(case.closed - case.received.date()).days for case in closed if case.closed]
        statuses, noted = [self.status(case) for case in this], [self.noted(case) for case in this]
        return {
            words.received: len(this),
            words.noted: noted.count(self.words.noted_in_time),
            words.noted_late: noted.count(self.words.noted_late),
            words.not_noted: noted.count(""),
            words.in_time: sum(day <= due for day, due in answers),
            words.too_late: sum(day > due for day, due in answers),
            words.overdue: statuses.count(self.words.late),
            words.closed: len(closed),
            words.average: round(sum(days) / len(days), 1),
            words.longest: max(days),
            words.called: sum(
                case.called <= by for case in this if case.called and (by := self.call(case)) is not None
            ),
            words.not_called: statuses.count(self.words.call_late),
        }

    def measures(self, this: Sequence[Case]) -> dict[str, int]:
        """What the workbook of measures asks for, by its columns, of cases received and closed in one month."""
        closed = [case for case in this if case.closed]

        def ended(how: str, *, in_time: bool) -> int:
            return sum(
                case.end == how and (not in_time or case.closed <= self.due(case))
                for case in closed
                if case.closed
            )

        return {
            "ack-in-time": sum(self.noted(case) == self.words.noted_in_time for case in this),
            "ack-received": len(this),
            "ots-accepted": ended("accepted", in_time=True),
            "ots-closed-accepted": ended("accepted", in_time=False),
            "ots-final": ended("final_offer", in_time=True),
            "ots-closed-final": ended("final_offer", in_time=False),
            "reo-reopened": sum(case.back == "open" and case.called is not None for case in closed),
            "reo-closed": len(closed),
            "art-days": sum((case.closed - case.received.date()).days for case in closed if case.closed),
            "art-closed": len(closed),
            "cpr-complaints": len(this),
        }


def columns_of(sheet: Worksheet, *heads: str) -> list[tuple[Any, ...]]:
    """The lines of some columns, each the first of its head."""
    said = [cell.value for cell in sheet[HEADS]]
    places = [said.index(head) + 1 for head in heads]
    rows = range(FIRST, sheet.max_row + 1)
    return [tuple(plain(sheet.cell(row, place).value) for place in places) for row in rows]


def to_do(it: Edition, values: Workbook) -> Iterator[tuple[Any, ...]]:
    """What the register lists to be done: who, where it stands, by when, who does it."""
    words, label = it.labels.workbooks.registers, fields(it)["customer"].label
    case = words.case
    for line in columns_of(values[words.tabs.todo], label, case.head, case.by, case.at, case.who):
        if line[0]:
            yield tuple(each if each != "" else None for each in line)


def plain(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value
