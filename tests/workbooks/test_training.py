"""The training register: what is passed and what comes next is what the playbook's papers say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from generator.edition import Edition
from generator.playbook.calendar import Calendar
from generator.workbooks.courses import Learned
from generator.workbooks.table import FIRST, Lines
from generator.workbooks.training import NAMES, TrainingBook
from tests.workbooks.calc import all_reckoned
from tests.workbooks.ledger import comes_over, empty_ones, opened, say_what_they_said, stands_as_ours
from tests.workbooks.shops import shops

BOOK = "training-register"
TO_DO_SHEET, SHEET = 1, 2
MONDAY = date(2027, 2, 1)


def lines(it: Edition) -> Lines:
    """A paper passed, failed and sat again, on the line, without its stars; a course in an earlier version."""
    book = TrainingBook(it)
    paper = next(each for each in book.items if each.kind == "paper" and each.resit)
    words = book.words
    version = it.playbook.about.version

    def sat(name: str, day: int, score: float | str, stars: str, **more: Any) -> dict[str, Any]:
        found = {"name": name, "item": paper.title, "version": version, "day": date(2027, 2, day), **more}
        return found | ({"score": score} if score != "" else {}) | ({"stars": stars} if stars else {})

    oral = (paper.passed + paper.failed) / 2
    course = book.items[0]
    return {
        1: sat("王", 1, paper.full, words.right),
        2: sat("=李", 1, paper.failed, words.right),
        3: sat("=李", 8, paper.full, words.right),
        4: sat("@张", 2, paper.full, words.wrong),
        5: sat("赵*", 3, oral, words.right),
        6: sat("孙", 3, oral, words.right, oral=words.yes),
        7: sat("周", 4, "", ""),
        8: {"name": "吴", "item": course.title, "version": "0.1", "day": date(2027, 2, 4)},
        9: {"name": "吴", "item": course.title, "version": version, "day": date(2027, 2, 5), "note": "+1 -1"},
        10: {"name": "郑", "item": course.title, "version": "0.1", "day": date(2027, 2, 5)},
        11: sat("冯", 5, oral, words.right, oral=words.no),
        **{12 + n: sat("陈", 6 + n, 0, words.right) for n in range(paper.tries + 1)},
    }


def expected(it: Edition) -> dict[int, tuple[str, str, date | None]]:
    """By line what it comes to, what comes next and from which day."""
    book = TrainingBook(it)
    stands, step = book.words.stands, book.words.next
    paper = next(each for each in book.items if each.kind == "paper" and each.resit)
    other = step.other if len(paper.variants) > 1 else step.resit
    last = 12 + paper.tries
    return {
        1: (stands.passed, "", None),
        2: (stands.failed, "", None),
        3: (stands.passed, "", None),
        4: (stands.missed, other, wait(it, paper, date(2027, 2, 2))),
        5: (stands.oral, step.oral, None),
        6: (stands.passed, "", None),
        7: (stands.unmarked, step.mark, None),
        8: (stands.done, "", None),
        9: (stands.done, "", None),
        10: (stands.done, step.newer.format(it.playbook.about.version), None),
        11: (stands.failed, other, wait(it, paper, date(2027, 2, 5))),
        **dict.fromkeys(range(12, last), (stands.failed, "", None)),
        last: (stands.failed, step.over, None),
    }


def wait(it: Edition, paper: Learned, day: date) -> date:
    fact = it.item("facts", paper.resit)
    found = Calendar.of(it.playbook.shop).reckoned(day, fact.value, fact.unit)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def values(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Workbook]:
    """What LibreOffice reckons in those that are empty and in those that are filled, in one run."""
    made = empty_ones(BOOK, {})
    for at, (it, book) in enumerate(shops(BOOK)):
        made[f"filled{at}"] = opened(book.content(it, {NAMES: lines(it)}))
    return all_reckoned(made, tmp_path_factory.mktemp("training"))


@pytest.mark.parametrize("at", range(3))
def test_what_is_passed_and_what_comes_next(at: int, values: Mapping[str, Workbook]) -> None:
    it = shops(BOOK)[at][0]
    typed, reckoned = lines(it), values[f"filled{at}"]
    table, sheet = TrainingBook(it).table, reckoned.worksheets[SHEET]
    for line, (stands, step, due) in expected(it).items():
        row = FIRST + line - 1
        found = [sheet[table.cell(name, row)].value for name in ("stands", "next", "due")]
        assert [each.date() if isinstance(each, datetime) else each or "" for each in found] == [
            stands,
            step,
            due or "",
        ], line
    todo = reckoned.worksheets[TO_DO_SHEET]
    asked = [typed[line]["name"] for line, (_, step, _) in expected(it).items() if step]
    assert [todo.cell(FIRST + n, 1).value for n in range(len(asked) + 1)] == [*asked, None]


def test_it_says_the_papers_limits_and_what_must_be_right() -> None:
    for it, book in shops(BOOK):
        training = it.playbook.training
        assert training is not None
        sheet = opened(book.content(it, {}), values=True).worksheets[3]
        said = {sheet.cell(row, 1).value: row for row in range(FIRST, FIRST + 40)}
        papers = {paper.id: paper for paper in training.papers}
        for item in TrainingBook(it).items:
            if item.kind != "paper":
                continue
            paper = papers[item.id]
            row = said[paper.title]
            assert sheet.cell(row, 4).value == f"{item.passed:g}"
            assert sheet.cell(row, 3).value == str(item.full)
            if paper.resit and paper.resit.paper:
                # What it is sat again on is no line of its own, and has as many points.
                again = papers[paper.resit.paper]
                assert again.title not in said
                assert item.variants[-1].endswith(f" {again.variants[-1]}")


def test_an_empty_one_says_what_it_says_when_reckoned(values: Mapping[str, Workbook]) -> None:
    say_what_they_said(BOOK, values)


def test_it_is_small_the_same_each_time_and_locked() -> None:
    stands_as_ours(BOOK)


def test_what_was_typed_comes_over_into_the_other_language() -> None:
    comes_over(BOOK, lines(shops(BOOK)[0][0]), NAMES, {"item", "stars", "oral"})
