"""The follow-up process: each contact that was made, the latest line first, with nothing typed for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from generator.workbooks.contacts import contacts
from generator.workbooks.customers import CustomersBook
from generator.workbooks.made import made
from generator.workbooks.table import FIRST, Typed
from tests.workbooks.calc import all_reckoned
from tests.workbooks.played import errors, plain
from tests.workbooks.shops import PAINT, SKIN_CARE, set_in, workbook


def filled(path: str, language: str) -> tuple[CustomersBook, dict[int, dict[str, Typed]]]:
    it = set_in(path, language)
    first, second = (f"-{each.id}" for each in contacts(it)[:2])
    classes = list(CustomersBook(it).lists.columns["classes"])
    lines: dict[int, dict[str, Typed]] = {
        2: {"customer": 1, "order_no": "A2", f"done{second}": date(2026, 11, 3), f"answer{second}": "=1+1"},
        5: {
            "customer": 2,
            "order_no": "-A5",
            f"done{first}": date(2026, 11, 1),
            f"answer{first}": "@",
            f"done{second}": date(2026, 11, 9),
        },
        6: {"customer": 2, "order_no": "A6"},
        7: {"customer": 1, "order_no": "A7", f"done{first}": date(2026, 11, 2), f"answer{first}": "好用"},
    }
    people: dict[int, dict[str, Typed]] = {
        1: {"name": "=王", "class": classes[0]},
        2: {"name": "李", "class": classes[1]},
    }
    return CustomersBook(it, {"person": people, "order": lines}, customers=40, sold=60), lines


PLAYED = ((SKIN_CARE, "zh"), (SKIN_CARE, "en"), (PAINT, "zh"))


@pytest.fixture(scope="module")
def values(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str], Workbook]:
    """What LibreOffice reckons in each, in one run."""
    books = {}
    for path, language in PLAYED:
        book, _ = filled(path, language)
        books[path, language] = load_workbook(BytesIO(workbook(book.edition, filled=book.filled)))
    return all_reckoned(books, tmp_path_factory.mktemp("made"))


@pytest.mark.parametrize("played", PLAYED, ids="-".join)
def test_each_contact_made_stands_there_with_class_day_answer_and_what_comes_next(
    played: tuple[str, str], values: Mapping[tuple[str, str], Workbook]
) -> None:
    book, lines = filled(*played)
    reckoned = values[played]
    assert errors(reckoned) == []
    table = made(book)
    sheet, sold = reckoned[table.tab], reckoned[book.orders.tab]
    expected = [
        (line, contact)
        for line in sorted(lines)
        for contact in book.contacts
        if f"done-{contact.id}" in lines[line]
    ]
    for row, (line, contact) in enumerate(reversed(expected), FIRST):
        found = {column.id: plain(sheet[table.cell(column.id, row)].value) for column in table.columns}
        typed, person = lines[line], book.filled["person"][int(str(lines[line]["customer"]))]
        assert found["line"] == line
        assert found["done"] == typed[f"done-{contact.id}"]
        assert found["why"] == contact.name
        assert found["who"] == contact.role
        assert (found["name"], found["class"]) == (person["name"], person["class"])
        assert found["order_no"] == typed["order_no"]
        assert (found["answer"] or None) == typed.get(f"answer-{contact.id}")
        next_one = plain(sold[book.orders.cell("next", FIRST + line - 1)].value)
        assert (found["next"] or None) == (next_one or None)
    assert not sheet[table.cell("done", FIRST + len(expected))].value
    assert sheet["E3"].value == len(expected)
