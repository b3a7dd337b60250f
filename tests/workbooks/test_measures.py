"""The workbook of measures: what comes out is what Python divides, held to the target of its month."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from generator.carry.ours import recognised
from generator.carry.over import carried_over
from generator.carry.reading import opened
from generator.carry.today import Today
from generator.edition import Edition
from generator.workbooks.books import Book
from generator.workbooks.figures import Figure, own
from generator.workbooks.measures import NAMES, MeasuresBook
from generator.workbooks.table import FIRST, HEADS, SET, Filled, Lines
from tests.carry.files import saved
from tests.workbooks.calc import all_reckoned
from tests.workbooks.ledger import empty_ones, say_what_they_said, stands_as_ours
from tests.workbooks.shops import shops

MONTHS, FIGURES, YEAR = 1, 2, 3
BOOK = "measures-workbook"


def lines(it: Edition) -> Lines:
    """Three months: all counted, some missing or none, targets typed in the second."""
    columns = [column.id for column in MeasuresBook(it).months.columns if column.typed][1:]
    counts = [name for name in columns if not name.endswith("-target")]
    return {
        1: {"month": date(2026, 9, 30)} | {name: 40 + at for at, name in enumerate(counts)},
        2: {"month": date(2026, 10, 1)}
        | {name: at % 3 for at, name in enumerate(counts) if at % 5}
        | {name: 90 for name in columns if name.endswith("-target")},
        4: {"month": date(2026, 11, 15)} | {name: 100 - 3 * at for at, name in enumerate(counts) if at < 30},
    }


def comes_to(figure: Figure, typed: Any) -> float | str:
    """The same as the workbook is to say, from what was typed in a month."""
    measure = figure.measure
    first = typed.get(f"{measure.id}-{figure.first.id}", "")
    if figure.second is None or first == "":
        return first if isinstance(first, int) else ""
    second = typed.get(f"{measure.id}-{figure.second.id}", 0)
    if second < max(1, measure.fewest or 0):
        return ""
    return round(first / second * (100 if measure.gives == "share" else 1) + 1e-9, 1)


def stands(it: Edition, figure: Figure, typed: Any, held_to: Any) -> str:
    said, fewest = it.labels.workbooks.measures.status, figure.measure.fewest or 0
    first, now = typed.get(f"{figure.measure.id}-{figure.first.id}", ""), comes_to(figure, typed)
    second = typed.get(f"{figure.measure.id}-{figure.second.id}", "") if figure.second else ""
    if now == "" and second != "" and second < fewest:
        return said.few.format(fewest)
    if now == "" or first == "" or not figure.held:
        return ""
    if held_to == "":
        return said.no_aim
    return (
        said.reached
        if (now >= held_to) == (figure.measure.better == "higher") or now == held_to
        else said.missed
    )


def made(it: Edition, book: Book, filled: Filled) -> Workbook:
    return load_workbook(BytesIO(book.content(it, filled)))


def test_it_is_there_in_each_language_small_and_the_same_each_time() -> None:
    stands_as_ours(BOOK)


def test_an_empty_one_says_what_it_says_when_reckoned(values: Mapping[str, Workbook]) -> None:
    say_what_they_said(BOOK, values)


LINES = {9: 1, 10: 2, 11: 4}
"""The line of each month that is looked at."""


@pytest.fixture(scope="module")
def values(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Workbook]:
    """What LibreOffice reckons in those that are empty and in those that are filled, month by month, in one run."""
    books = empty_ones(BOOK, {})
    for at, (it, book) in enumerate(shops(BOOK)):
        for month in LINES:
            books[f"filled{at}-{month}"] = made(it, book, {NAMES: lines(it)})
            books[f"filled{at}-{month}"].worksheets[FIGURES]["C3"] = datetime(2026, month, 20)
    return all_reckoned(books, tmp_path_factory.mktemp("measures"))


@pytest.mark.parametrize("at", range(3))
def test_what_comes_out_is_what_python_divides(at: int, values: Mapping[str, Workbook]) -> None:
    it = shops(BOOK)[at][0]
    typed, found = lines(it), MeasuresBook(it).figures
    for month, line in LINES.items():
        reckoned = values[f"filled{at}-{month}"]
        shown, year = reckoned.worksheets[FIGURES], reckoned.worksheets[YEAR]
        for row, figure in enumerate(found, FIRST):
            now = comes_to(figure, typed[line])
            assert (shown[f"E{row}"].value if shown[f"E{row}"].value is not None else "") == now, (month, row)
            before = comes_to(figure, typed[LINES[month - 1]]) if month > 9 else ""
            assert plain(shown[f"G{row}"].value) == before
            own_aim = 90 if month > 9 else MeasuresBook(it).lists.columns["aim"][row - FIRST]
            held_to = own_aim if figure.held else ""
            assert plain(shown[f"H{row}"].value) == held_to
            assert plain(shown[f"I{row}"].value) == stands(it, figure, typed[line], held_to), (month, row)
            assert plain(year.cell(row, 3 + month).value) == now


def plain(value: Any) -> Any:
    return "" if value is None else value


def test_what_was_typed_comes_over_into_the_other_language() -> None:
    (it, book), (other, _) = shops(BOOK)[:2]
    into = Today(it.written, book, other.language)
    ours = recognised(opened(saved(made(it, book, {NAMES: lines(it)}))), into)
    assert ours is not None
    over = carried_over(ours, into)
    assert over.lines[NAMES] == lines(it)
    assert over.lines[SET] == {1: {"shown": date(2026, 11, 1), "year": 2026}}, "the day that is shown, too"
    assert not over.notes


def test_each_measure_that_is_counted_has_its_columns_and_the_form_it_is_counted_from() -> None:
    for it, book in shops(BOOK):
        assert it.playbook.supervision is not None
        sheet = made(it, book, {}).worksheets[MONTHS]
        heads = [cell.value for cell in sheet[HEADS]]
        for measure in it.playbook.supervision.measures:
            assert measure.counts, measure.id
            assert all(count.label in heads for count in measure.counts)
            assert bool(measure.better) == (own(measure) in [c.id for c in MeasuresBook(it).months.columns])
        sources = MeasuresBook(it).lists.columns["form"]
        assert any(sources)
