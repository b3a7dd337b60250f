"""Days that follow from others in a sheet: LibreOffice reckons every row of `tests/calendar.yaml` as the table says."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from generator.workbooks.formulas import WorkingDays, reckoned
from tests.playbook.test_calendar import ROWS, TABLE, calendar
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


def days_closed(shop: dict[str, Any]) -> list[date]:
    """As the workbooks list them: of every year's, those of all the years that the table speaks of."""
    return [*calendar(shop).closed_days(2026, 2032)]


def plain(value: Any) -> date | None:
    return value.date() if isinstance(value, datetime) else value or None
