"""A phone reckons each day as the one table of the calendar says."""

from __future__ import annotations

from datetime import date
from typing import Any

from playwright.sync_api import Page

from generator.exports.phone import HERE
from tests.playbook.test_calendar import ROWS, SUPPLY, TABLE, USED_UP, ranges


def test_a_phone_reckons_each_day_as_the_table_says(page: Page) -> None:
    # No form has a legal end, and none moves a day that the shop is closed.
    rows = [row for row in ROWS if not row.get("legal") and not row.get("open")]
    said = in_a_browser(
        page,
        "given => given.map(each => calendar.reckoned(...each))",
        [[written(row["start"]), counted(row), row["unit"], as_on_a_page(row["shop"])] for row in rows],
    )
    assert dict(zip([row["id"] for row in rows], said, strict=True)) == {
        row["id"]: written(row["expected"]) for row in rows
    }


def test_a_phone_reckons_what_is_used_up_as_the_table_says(page: Page) -> None:
    # No phone moves a day that the shop is closed.
    rows = [row for row in USED_UP if not row.get("open")]
    given = [
        [
            written(row["start"]),
            {name: row.get(name, 0) for name in SUPPLY},
            counted(row),
            row["unit"],
            as_on_a_page(row["shop"]),
        ]
        for row in rows
    ]
    said = in_a_browser(
        page,
        """given => given.map(([start, supply, ...then]) => {
            const gone = calendar.usedUp(start, supply);
            return [gone, calendar.reckoned(gone, ...then)];
        })""",
        given,
    )
    assert dict(zip([row["id"] for row in rows], said, strict=True)) == {
        row["id"]: [written(row["gone"]), written(row["expected"])] for row in rows
    }


def in_a_browser(page: Page, script: str, given: object) -> list[Any]:
    """What a script gives that knows the calendar of a phone."""
    page.goto("about:blank")
    page.evaluate(f"() => {{ {(HERE / 'calendar.js').read_text('utf-8')}; window.calendar = calendar }}")
    said: list[Any] = page.evaluate(script, given)
    return said


def written(day: date | None) -> str:
    return day.isoformat() if day else ""


def counted(row: dict[str, Any]) -> int:
    amount: int = row["amount"]
    return amount if row["sign"] == "plus" else -amount


def as_on_a_page(name: str) -> dict[str, Any]:
    """A shop of the table as a page is told of it."""
    shop = TABLE["shops"][name]
    return {
        "open": shop["open_days"],
        "closed": [[day.isoformat() for day in days] for days in ranges(shop.get("closed", ()))],
        "yearly": shop.get("yearly", []),
    }
