"""The training register: what is passed and what comes next is what the playbook's papers say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from generator.edition import Edition
from generator.outlines.papers import papers
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
    course, again = book.items[0], next(each for each in book.items if each.kind == "retest")
    first, second = paper.variants[0], paper.variants[1]
    as_printed = it.labels.paper.variant.format(first)
    return {
        1: sat("王", 1, paper.full, words.right, variant=first, wrong="0"),
        2: sat("=李", 1, paper.failed, words.right, variant=first, wrong="1, 3"),
        3: sat("=李", 8, paper.full, words.right, variant=second, wrong="2"),
        4: sat("@张", 2, paper.full, words.wrong, variant=as_printed, wrong="3、1"),
        5: sat("赵*", 3, oral, words.right, variant=first, wrong="13"),
        20: {"name": "王", "item": again.title, "version": "0.1", "day": date(2027, 2, 2)},
        21: {**sat("王", 1, "", ""), "item": course.title, "variant": first, "wrong": "1"},
        22: {**sat("卫", 1, 0, words.right, variant=first, wrong="1"), "version": "0.1"},
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
    retests = [each.title for each in book.items if each.kind == "retest"]
    return {
        1: (stands.passed, retests[1], date(2027, 2, 8)),
        2: (stands.failed, "", None),
        3: (stands.passed, retests[0], date(2027, 2, 9)),
        4: (stands.missed, other, wait(it, paper, date(2027, 2, 2))),
        5: (stands.oral, step.oral, None),
        6: (stands.passed, retests[0], date(2027, 2, 4)),
        7: (stands.unmarked, step.mark, None),
        8: (stands.done, "", None),
        9: (stands.done, "", None),
        10: (stands.done, step.newer.format(it.playbook.about.version), None),
        11: (stands.failed, other, wait(it, paper, date(2027, 2, 5))),
        **dict.fromkeys(range(12, last), (stands.failed, "", None)),
        last: (stands.failed, step.over, None),
        20: (stands.done, "", None),
        22: (stands.failed, other, wait(it, paper, date(2027, 2, 1))),
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


@pytest.mark.parametrize("at", range(3))
def test_each_question_says_how_many_sat_it_and_how_many_missed_it(
    at: int, values: Mapping[str, Workbook]
) -> None:
    """Recounted from the papers: numbers are those of the variant, only lines of this version count."""
    it = shops(BOOK)[at][0]
    item = next(each for each in TrainingBook(it).items if each.kind == "paper" and each.resit)
    numbers = {
        outline.variant.letter: {question.number: question for question in outline.questions}
        for outline in papers(it)
        if outline.paper.id == item.id
    }
    first, second = item.variants[:2]
    sheets = [(first, ()), (first, (1, 3)), (first, (3, 1)), (first, (13,))]
    sheets += [(second, (2,))] if second in numbers else []
    sheet = values[f"filled{at}"][TrainingBook(it).words.tabs.missed]
    rows = {
        str(sheet.cell(row, 3).value).removeprefix("★ "): [
            sheet.cell(row, column).value for column in (4, 5, 6)
        ]
        for row in range(FIRST, sheet.max_row + 1)
        if sheet.cell(row, 1).value == item.title
    }
    look = TrainingBook(it).words.next.look
    assert {question.id for question in numbers[first].values()} == {
        question.id for question in numbers.get(second, numbers[first]).values()
    }
    for question in numbers[first].values():
        stem = "____".join("".join(piece.text for piece in question.stem).split("\n"))
        missed = sum(
            numbers[letter].get(number, question).id == question.id
            for letter, wrong in sheets
            for number in wrong
            if number in numbers[letter]
        )
        assert rows[stem] == [len(sheets), missed, look if 2 * missed >= len(sheets) else None], question.id
    assert {missed for _, missed, _ in rows.values()} >= {0, 1, 2}


def test_it_says_the_papers_limits_and_what_must_be_right() -> None:
    for it, book in shops(BOOK):
        training = it.playbook.training
        assert training is not None
        sheet = opened(book.content(it, {}), values=True).worksheets[3]
        said = {sheet.cell(row, 1).value: row for row in range(FIRST, FIRST + 40)}
        there = {paper.id: paper for paper in training.papers}
        for item in TrainingBook(it).items:
            if item.kind != "paper":
                continue
            paper = there[item.id]
            row = said[paper.title]
            assert sheet.cell(row, 4).value == f"{item.passed:g}"
            assert sheet.cell(row, 3).value == str(item.full)
            if paper.resit and paper.resit.paper:
                # What it is sat again on is no line of its own, and has as many points.
                again = there[paper.resit.paper]
                assert again.title not in said
                assert item.variants[-1].endswith(f" {again.variants[-1]}")


def test_an_empty_one_says_what_it_says_when_reckoned(values: Mapping[str, Workbook]) -> None:
    say_what_they_said(BOOK, values)


def test_it_is_small_the_same_each_time_and_locked() -> None:
    stands_as_ours(BOOK)


def test_what_was_typed_comes_over_into_the_other_language() -> None:
    comes_over(BOOK, lines(shops(BOOK)[0][0]), NAMES, {"item", "stars", "oral"})
