"""The workbook of prices: every price of the playbook as a figure, and what a new one comes to."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.edition import Edition, editions
from generator.playbook.load import load
from generator.playbook.prices import PriceFact
from generator.workbooks.books import Book, books
from generator.workbooks.prices import NAMES, PricesBook
from generator.workbooks.table import FIRST
from tests.conftest import ROOT
from tests.workbooks.calc import all_reckoned
from tests.workbooks.ledger import holds, is_printed_as_it_should_be

BOOK = "prices-workbook"
SHOPS = ("tests/playbooks/priced.yaml", "examples/bicycle-workshop/playbook.yaml")
BIKES = SHOPS[1]


def made_of(path: str) -> list[tuple[Edition, Book]]:
    playbook = load(ROOT / path).playbook
    assert playbook is not None
    book = next(each for each in books(playbook) if each.id == BOOK)
    return [(it, book) for it in editions(playbook)]


EVERY = [pair for path in SHOPS for pair in made_of(path)]


def test_only_a_shop_with_prices_has_one() -> None:
    playbook = load(ROOT / "tests/playbooks/tiny.yaml").playbook
    assert playbook is not None
    assert BOOK not in {book.id for book in books(playbook)}


@pytest.mark.parametrize(("it", "book"), EVERY)
def test_it_is_as_every_workbook_is_and_prints_on_a4(it: Edition, book: Book) -> None:
    holds(it, book)
    first, prices, *_ = load_workbook(BytesIO(book.content(it, {}))).worksheets
    is_printed_as_it_should_be(first, first=True, typed=False)
    is_printed_as_it_should_be(prices, first=False, typed=True)
    assert "playbook.yaml" in " ".join(str(cell.value) for row in first for cell in row)


def values(it: Edition) -> dict[str, float | str]:
    """What the playbook asks, by name; nothing for words instead of a figure."""
    facts = {fact.id: fact.value for fact in it.playbook.facts if isinstance(fact, PriceFact)}
    lines = (line for each in it.playbook.prices for group in each.groups for line in group.lines)
    return {
        name: float(facts[name]) if name in facts else ""
        for line in lines
        for name in ([f"{line.id}.{each.of}" for each in line.each] or [line.id])
    }


def test_libreoffice_finds_every_price_and_what_a_new_one_comes_to(tmp_path: Path) -> None:
    empty, typed = {}, {}
    for at, (it, book) in enumerate(EVERY):
        empty[at] = load_workbook(BytesIO(book.content(it, {})))
        lines = {1: {"new": 12.5}, 2: {"new": 0}}
        typed[at] = load_workbook(BytesIO(book.content(it, {NAMES: lines})))
    reckoned = all_reckoned(
        {("empty", at): each for at, each in empty.items()}
        | {("typed", at): each for at, each in typed.items()},
        tmp_path,
    )
    for at, (it, book) in enumerate(EVERY):
        made = PricesBook(it)
        table, kept = made.table, load_workbook(BytesIO(book.content(it, {})), data_only=True).worksheets[1]
        now = reckoned["empty", at].worksheets[1]
        for row in range(FIRST, table.last + 1):
            said = {column.id: now[table.cell(column.id, row)].value for column in table.columns}
            asked = values(it)[said["name"]]
            assert said["now"] == (asked or None), said
            assert not said["more"]
            assert not said["percent"]
            # What stands in the file before any program reckoned it is the same.
            for column in table.columns:
                assert (kept[table.cell(column.id, row)].value or None) == (said[column.id] or None)
        new = reckoned["typed", at].worksheets[1]
        first = float(made.lines[0].now)
        assert new[table.cell("more", FIRST)].value == 12.5 - first
        assert new[table.cell("percent", FIRST)].value == round((12.5 - first) / first * 100, 1)
        assert new[table.cell("percent", FIRST + 1)].value == -100


def test_amounts_are_written_as_people_there_write_them() -> None:
    assert [PricesBook(it).form for it, _ in EVERY] == ['General" 元"', 'General" yuan"', '"£"#,##0.00']


def test_a_price_that_is_another_is_seen() -> None:
    """The test above would see a figure that is not the playbook's."""
    (it, _), *_ = made_of(BIKES)
    lines = PricesBook(it).lines
    assert {line.name: line.now for line in lines} == values(it)
    assert {line.name: 1.0 for line in lines} != values(it)
