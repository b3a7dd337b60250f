"""Contacts before an order runs out, by how many were bought or by each customer's own use: LibreOffice against Python."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.edition import Edition, edition
from generator.playbook.calendar import Calendar, used_up
from generator.playbook.model.contacts import Due
from generator.playbook.model.shop import Event, Fact
from generator.playbook.model.text import Text
from generator.workbooks.customers import CustomersBook
from generator.workbooks.table import FIRST
from tests.workbooks.calc import reckoned
from tests.workbooks.played import errors, plain
from tests.workbooks.shops import SKIN_CARE, loaded

FACTS = {"pack_lasts": (28, "day"), "pack_holds": (900, "gram"), "early": (5, "day")}
VISIT = "visit"
ORDERS: tuple[dict[str, Any], ...] = (
    {"at": 0, "number": 1, "day": date(2026, 11, 23)},
    {"at": 0, "number": 3, "day": date(2026, 11, 23)},
    {"at": 0, "day": date(2027, 1, 10)},
    {"at": 1, "number": 2, "daily": 35, "day": date(2026, 11, 23)},
    {"at": 1, "number": 1, "daily": 22.5, "day": date(2028, 1, 20)},
    {"at": 1, "number": 1, "day": date(2026, 11, 23)},
    {"at": 1, "number": 1, "daily": 30},
)
"""Product, how many, how much a day, and when it was begun; what is not known is left out."""


def shop(*, events: bool) -> Edition:
    """The sample with a product that lasts, one that holds some, and a contact before and after either has run out."""
    playbook = loaded(SKIN_CARE)
    facts = tuple(
        Fact(id=name, value=value, unit=unit, say=Text({"": f"{value}"}))
        for name, (value, unit) in FACTS.items()
    )
    first, second, *others = playbook.products
    begun = {"lasts_from": VISIT} if events else {"lasts_from": "bought"}
    products = (
        first.model_copy(update={"lasts": "pack_lasts"} | (begun if events else {})),
        second.model_copy(update={"lasts": None, "holds": "pack_holds"} | begun),
        *others,
    )
    assert playbook.follow_ups
    before, after, *_ = playbook.follow_ups.contacts
    contacts = (
        before.model_copy(update={"due": Due(start="runs_out", before="early")}),
        after.model_copy(update={"due": Due(start="runs_out")}),
    )
    named = (
        (Event(id="booked", name=Text({"": "A"})), Event(id=VISIT, name=Text({"": "B"}))) if events else ()
    )
    changed: dict[str, Any] = {
        "facts": (*playbook.facts, *facts),
        "products": products,
        "follow_ups": playbook.follow_ups.model_copy(update={"contacts": contacts}),
        "shop": playbook.shop.model_copy(update={"events": named}),
    }
    return edition(playbook.model_copy(update=changed), "zh")


def typed(it: Edition, *, events: bool) -> dict[int, Mapping[str, Any]]:
    lines: dict[int, Mapping[str, Any]] = {}
    for line, order in enumerate(ORDERS, 1):
        day = VISIT if events else "received" if order["at"] == 0 else "bought"
        known = {"product": str(it.playbook.products[order["at"]].name), day: order.get("day")}
        known |= {name: order.get(name) for name in ("number", "daily")}
        lines[line] = {"customer": 1} | {name: value for name, value in known.items() if value is not None}
    return lines


@pytest.mark.parametrize("events", [True, pytest.param(False, marks=pytest.mark.slow)])
def test_a_contact_is_due_before_the_order_runs_out(events: bool, tmp_path: Path) -> None:
    it = shop(events=events)
    lines = typed(it, events=events)
    book = CustomersBook(it, {"person": {1: {"name": "王"}}, "order": lines}, customers=5, sold=20)
    values = reckoned(load_workbook(BytesIO(book.file())), tmp_path)
    assert errors(values) == []

    sheet, table, calendar = values[book.orders.tab], book.orders, Calendar.of(it.playbook.shop)
    ends = []
    for row, order in enumerate(ORDERS, FIRST):
        supply = {"lasts": 28} if order["at"] == 0 else {"holds": 900}
        gone = used_up(order.get("day"), number=order.get("number"), daily=order.get("daily"), **supply)
        due = [calendar.reckoned(gone, amount, "day", open_end=True) for amount in (-5, 0)]
        columns = ("runs_out", *(f"due-{each.id}" for each in book.contacts))
        found = [plain(sheet[table.cell(column, row)].value) or None for column in columns]
        assert found == [gone, *due], order
        ends.append(gone)
    assert [each is None for each in ends] == [False, False, False, False, False, True, True]
