"""Days that follow from others in a sheet: LibreOffice reckons every row of `tests/calendar.yaml` as the table says."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from generator.workbooks.formulas import WorkingDays, lasting, reckoned
from tests.playbook.test_calendar import ROWS, SUPPLY, TABLE, USED_UP, calendar
from tests.workbooks import calc


def test_a_sheet_reckons_each_day_as_the_table_says(tmp_path: Path) -> None:
    # No sheet has a legal end.
    rows = [row for row in ROWS if not row.get("legal")]
    book, closed = Workbook(), {name: days_closed(shop) for name, shop in TABLE["shops"].items()}
    lists = {
        name: f"$H${at}:${get_column_letter(7 + len(days))}${at}"
        for at, (name, days) in enumerate(closed.items(), 1)
        if days
    }
    sheet = book.active
    for at, days in enumerate(closed.values(), 1):
        for column, day in enumerate(days, 8):
            sheet.cell(at, column, day)
    for at, row in enumerate(rows, 1):
        amount = row["amount"] if row["sign"] == "plus" else -row["amount"]
        shop = WorkingDays(frozenset(TABLE["shops"][row["shop"]]["open_days"]), lists.get(row["shop"], ""))
        formula = reckoned(f"A{at}", amount, row["unit"], shop, open_end=row.get("open", False))
        sheet.cell(at, 1, row["start"])
        sheet.cell(at, 2, "=" + formula).number_format = "yyyy-mm-dd"

    values = calc.reckoned(book, tmp_path).active
    said = {row["id"]: plain(values.cell(at, 2).value) for at, row in enumerate(rows, 1)}
    assert said == {row["id"]: row["expected"] for row in rows}


def test_a_sheet_reckons_what_is_used_up_as_the_table_says(tmp_path: Path) -> None:
    book, closed = Workbook(), {name: days_closed(shop) for name, shop in TABLE["shops"].items()}
    sheet = book.active
    for at, row in enumerate(USED_UP, 1):
        days = closed[row["shop"]]
        for column, day in enumerate(days, 9):
            sheet.cell(at, column, day)
        for column, name in enumerate(("start", *SUPPLY), 1):
            sheet.cell(at, column, row.get(name))
        shut = f"$I${at}:${get_column_letter(8 + len(days))}${at}" if days else ""
        shop = WorkingDays(frozenset(TABLE["shops"][row["shop"]]["open_days"]), shut)
        lasts = lasting(*(f"{letter}{at}" for letter in "BCDE"))
        amount = row["amount"] * (1 if row["sign"] == "plus" else -1)
        on_the_day = reckoned(f"A{at}", 0, "day", shop, lasting=lasts)
        then = reckoned(f"A{at}", amount, row["unit"], shop, open_end=row.get("open", False), lasting=lasts)
        for column, formula in ((6, on_the_day), (7, then)):
            sheet.cell(at, column, "=" + formula).number_format = "yyyy-mm-dd"

    values = calc.reckoned(book, tmp_path).active
    said = {
        row["id"]: (plain(values.cell(at, 6).value), plain(values.cell(at, 7).value))
        for at, row in enumerate(USED_UP, 1)
    }
    assert said == {row["id"]: (row["gone"], row["expected"]) for row in USED_UP}


def days_closed(shop: dict[str, Any]) -> list[date]:
    """As the workbooks list them: of every year's, those of all the years that the table speaks of."""
    return [*calendar(shop).closed_days(2026, 2032)]


def plain(value: Any) -> date | None:
    return value.date() if isinstance(value, datetime) else value or None
