"""Several pets or bicycles of one customer: a sheet for them, and orders and messages that name the one they are about."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.edition import Edition, editions
from generator.playbook.load import load
from generator.set_text import parts_of
from generator.workbooks.customers import CustomersBook
from generator.workbooks.table import FIRST
from generator.workbooks.views import today
from tests.conftest import ROOT
from tests.workbooks.calc import reckoned
from tests.workbooks.played import TODAY, errors, plain

PETS, BICYCLES = "pet-grooming", "bicycle-workshop"
DAY = date(2026, 11, 25)
"""A Wednesday, two days after the visits."""
PEOPLE = {
    1: {"name": "Wang", "given-b-chat": date(2026, 11, 1)},
    2: {"name": "Li", "given-b-chat": date(2026, 11, 1)},
}
THEIRS = {
    1: {"customer": 1, "name": "A-Huang"},
    2: {"customer": 1, "name": "Mimi"},
    4: {"customer": 2, "name": "Mimi"},
}
ORDERS = (
    {"customer": 1, "subject": "Mimi", "visit": date(2026, 11, 23)},
    {"customer": 2, "subject": "Mimi", "visit": date(2026, 11, 23)},
    {"customer": 1, "subject": "A-Huang", "visit": date(2026, 11, 23)},
    {"customer": 1, "visit": date(2026, 11, 23)},
    {"customer": 2, "subject": "A-Huang", "visit": date(2026, 11, 23)},
)
UNKNOWN = (5,)
"""The lines that name one who is not that customer's."""


def shop(example: str) -> Edition:
    playbook = load(ROOT / "examples" / example / "playbook.yaml").playbook
    assert playbook is not None
    return editions(playbook)[0]


def filled(it: Edition) -> CustomersBook:
    channel = str(it.channel("chat"))
    people = {line: {"channel": channel, **each} for line, each in PEOPLE.items()}
    lines = {"person": people, "subject": THEIRS, "order": dict(enumerate(ORDERS, 1))}
    return CustomersBook(it, lines, customers=6, sold=8)


@pytest.mark.parametrize("example", [PETS, pytest.param(BICYCLES, marks=pytest.mark.slow)])
def test_the_message_names_the_one_the_order_was_for(example: str, tmp_path: Path) -> None:
    it = shop(example)
    made = filled(it)
    book = load_workbook(BytesIO(made.file()))
    book.worksheets[TODAY]["E3"] = datetime.combine(DAY, time())
    values = reckoned(book, tmp_path)
    assert errors(values) == []
    assert made.subjects is not None
    assert made.chapter.subject is not None

    view, sheet = today(made), values.worksheets[TODAY]
    rows = range(FIRST, FIRST + len(ORDERS))
    shown = [
        [plain(sheet[view.cell(name, row)].value) for name in ("name", "subject", "message")] for row in rows
    ]
    blank = next(
        part.text for part in parts_of(made.contacts[0].asking) if part.name == made.chapter.subject.blank
    )
    for order, (name, subject, message) in zip(ORDERS, shown, strict=True):
        assert (name, subject or None) == (PEOPLE[order["customer"]]["name"], order.get("subject"))
        assert order.get("subject", blank) in message
    owners = values[made.subjects.tab]
    assert [owners[made.subjects.cell("owner", FIRST + line - 1)].value for line in THEIRS] == [
        "Wang",
        "Wang",
        "Li",
    ]


@pytest.mark.parametrize(("example", "tab"), [(PETS, "宠物"), (BICYCLES, "Bicycles")])
def test_its_sheet_has_the_words_of_the_shop(example: str, tab: str) -> None:
    it = shop(example)
    made = CustomersBook(it, customers=3, sold=3)
    assert made.subjects is not None
    assert made.subjects.tab == tab
    assert made.chapter.subject is not None
    one = str(made.chapter.subject.name)
    assert one in [column.head for column in made.subjects.columns]
    assert one in [column.head for column in made.orders.columns]
    noted = [each.name for each in made.chapter.record if each.workbook == "subject"]
    assert noted
    assert set(noted) <= {column.head for column in made.subjects.columns}


def test_a_name_that_is_not_that_customers_turns_amber(tmp_path: Path) -> None:
    """By the rule as it stands in the file, put into cells beside the lines."""
    made = filled(shop(PETS))
    book = load_workbook(BytesIO(made.file()))
    sheet = book[made.orders.tab]
    [rule] = [
        rule.formula[0]
        for where in sheet.conditional_formatting
        for rule in where.rules
        if rule.formula and "COUNTIFS" in rule.formula[0]
    ]
    first = made.orders.cell("subject", FIRST), made.orders.cell("customer", FIRST)
    for line in range(1, len(ORDERS) + 1):
        here = made.orders.cell("subject", FIRST + line - 1), made.orders.cell("customer", FIRST + line - 1)
        formula = rule
        for was, is_now in zip(first, here, strict=True):
            formula = formula.replace(f"{was}=", f"{is_now}=").replace(f",{was}", f",{is_now}")
        sheet[f"CZ{line}"] = f"={formula}"
    values = reckoned(book, tmp_path)[made.orders.tab]
    assert tuple(line for line in range(1, len(ORDERS) + 1) if values[f"CZ{line}"].value) == UNKNOWN
