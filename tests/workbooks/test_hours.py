"""By when a customer must hear, where the shop has breaks and days of different length: LibreOffice against a slow count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from generator.edition import Edition, editions
from generator.playbook.model.hours import OpenHours
from generator.workbooks.registers import Register
from generator.workbooks.table import FIRST
from tests.workbooks.calc import reckoned
from tests.workbooks.complained import FORM, Case, fields, told_by, typed_in
from tests.workbooks.shops import SKIN_CARE, loaded

WEEK = (
    OpenHours(days=("mon", "tue", "wed", "thu"), open=("09:30-12:00", "13:30-18:00")),
    OpenHours(days=("fri",), open=("09:30-12:00",)),
    OpenHours(days=("sat",), open=("10:00-10:45", "11:00-11:15", "15:00-15:30")),
)
"""Two parts of a day, one, and three short ones: a limit of two hours runs over all of them."""
CLOSED = ("2027-02-05 to 2027-02-14", "12-24 to 01-02")
MONDAYS = date(2027, 2, 1), date(2026, 12, 21)
"""The weeks before a range of one year and before one of every year."""
CLOCKS = ("09:29", "10:30", "11:50", "12:45", "15:15", "16:30", "23:59")


def shop(hours: tuple[OpenHours, ...]) -> Edition:
    playbook = loaded(SKIN_CARE)
    changed: dict[str, Any] = {"hours": hours, "closed_days": CLOSED}
    return editions(playbook.model_copy(update={"shop": playbook.shop.model_copy(update=changed)}))[0]


def test_the_hours_for_the_acknowledgement_are_those_of_each_weekday(tmp_path: Path) -> None:
    it = shop(WEEK)
    category = fields(it)["category"].options[0].label
    cases = [
        Case(f"{number}", datetime.fromisoformat(f"{monday + timedelta(day)} {clock}"), category)
        for number, (monday, day, clock) in enumerate(
            (monday, day, clock) for monday in MONDAYS for day in range(7) for clock in CLOCKS
        )
    ]
    due = [told_by(it, case.received) for case in cases]
    # Told at the last moment and a minute too late, in turns.
    told = [
        replace(case, noted=by + timedelta(minutes=number % 2))
        for number, (case, by) in enumerate(zip(cases, due, strict=True))
    ]
    made = Register(it, form=FORM, lines=len(cases) + 1)
    book = typed_in(it, told, date(2027, 3, 1), date(2027, 3, 1), lines=len(cases) + 1)
    sheet = reckoned(book, tmp_path)[made.table.tab]

    def said(column: str) -> list[Any]:
        return [sheet[made.table.cell(column, row)].value for row in range(FIRST, FIRST + len(cases))]

    assert [rounded(each) for each in said("noted_by")] == due
    words = made.words.case
    in_turns = words.noted_in_time, words.noted_late
    assert said("noted_how") == [in_turns[number % 2] for number in range(len(cases))]


def rounded(moment: datetime) -> datetime:
    """To the minute: a spreadsheet counts in parts of a day."""
    return (moment + timedelta(seconds=30)).replace(second=0, microsecond=0)
