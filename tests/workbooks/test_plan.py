"""The work plan: what is due, what is overdue, and how many parts of a larger plan are done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

import pytest
from openpyxl import Workbook

from generator.edition import Edition
from generator.workbooks.plan import NAMES, PlanBook
from generator.workbooks.table import FIRST, Lines, Typed
from tests.workbooks.calc import all_reckoned
from tests.workbooks.ledger import comes_over, empty_ones, opened, say_what_they_said, stands_as_ours
from tests.workbooks.shops import shops

BOOK = "work-plan-workbook"
DUE, SHEET, QUESTIONS = 1, 2, 3
TODAY = date(2026, 12, 7)


def lines(it: Edition) -> Lines:
    book = PlanBook(it)
    periods, roles, channels = (list(book.lists.columns[name]) for name in ("periods", "roles", "channels"))
    outcomes = book.lists.columns["outcomes"]

    def line(period: int, days: int, **more: Typed) -> dict[str, Typed]:
        by = TODAY + timedelta(days=days)
        return {"period": periods[period], "name": f"={period} {days}", "by": by, "who": roles[0], **more}

    return {
        1: line(0, 300, why="+1", result="-2", whom="@all", channel=channels[0], help="="),
        2: line(1, 60, **{"part-of": 1}),
        3: line(2, 7, **{"part-of": 1, "done": TODAY, "outcome": outcomes[1], "came": "=1+1"}),
        4: line(3, -1, **{"part-of": 2}),
        5: line(4, 0),
        6: line(4, 7),
        7: line(4, 8),
        9: {"name": "x"},
    }


@pytest.fixture(scope="module")
def values(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Workbook]:
    """What LibreOffice reckons in those that are empty and in those that are filled, in one run."""
    made = empty_ones(BOOK, {(DUE, "C3"): shops(BOOK)[0][0].playbook.about.date})
    for at, (it, book) in enumerate(shops(BOOK)):
        made[f"filled{at}"] = opened(book.content(it, {NAMES: lines(it)}))
        made[f"filled{at}"].worksheets[DUE]["C3"] = datetime.combine(TODAY, datetime.min.time())
    return all_reckoned(made, tmp_path_factory.mktemp("plan"))


@pytest.mark.parametrize("at", range(3))
def test_what_is_due_and_how_far_the_larger_plans_are(at: int, values: Mapping[str, Workbook]) -> None:
    it, said = shops(BOOK)[at][0], PlanBook(shops(BOOK)[at][0]).words
    reckoned = values[f"filled{at}"]
    table, sheet = PlanBook(it).table, reckoned.worksheets[SHEET]
    status = said.status
    stands = {
        1: (status.open, said.parts.format(done=1, all=2)),
        2: (status.open, said.parts.format(done=0, all=1)),
        3: (status.done, ""),
        4: (status.late, ""),
        5: (status.today, ""),
        6: (status.open, ""),
        7: (status.open, ""),
        8: ("", ""),
        9: (status.open, ""),
    }
    for line, each in stands.items():
        row = FIRST + line - 1
        assert tuple(sheet[table.cell(name, row)].value or "" for name in ("status", "parts")) == each, line
    due = reckoned.worksheets[DUE]
    assert [due.cell(FIRST + n, 10).value for n in range(4)] == [4, 5, 6, None]
    assert due["E3"].value == 3


def test_each_question_of_each_plan_stands_there() -> None:
    for it, book in shops(BOOK):
        assert it.playbook.supervision is not None
        sheet = opened(book.content(it, {}), values=True).worksheets[QUESTIONS]
        asked = [question for plan in it.playbook.supervision.plans for question in plan.questions]
        assert [sheet.cell(FIRST + n, 4).value for n in range(len(asked))] == asked


def test_an_empty_one_says_what_it_says_when_reckoned(values: Mapping[str, Workbook]) -> None:
    say_what_they_said(BOOK, values)


def test_it_is_small_the_same_each_time_and_locked() -> None:
    stands_as_ours(BOOK)


def test_what_was_typed_comes_over_into_the_other_language() -> None:
    comes_over(BOOK, lines(shops(BOOK)[0][0]), NAMES, {"period", "who", "channel", "outcome"})
