"""Days that follow from others: `tests/calendar.yaml` is the truth, and a slow way of counting agrees with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from generator.playbook.calendar import Calendar, Span, used_up
from generator.playbook.hours import WEEKDAYS, Days, YearlyDays
from generator.playbook.load import load
from tests.conftest import ROOT

TABLE: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "calendar.yaml").read_text("utf-8"))
ROWS: list[dict[str, Any]] = TABLE["rows"]
USED_UP: list[dict[str, Any]] = TABLE["used_up"]
SUPPLY = ("lasts", "number", "holds", "daily")


def calendar(shop: dict[str, Any]) -> Calendar:
    return Calendar(
        frozenset(shop["open_days"]),
        tuple(ranges(shop.get("closed", ()))),
        tuple(ranges(shop.get("holidays", ()))),
        tuple(yearly(shop)),
    )


def yearly(shop: dict[str, Any]) -> Iterator[YearlyDays]:
    for first, last in shop.get("yearly", ()):
        yield (int(first[:2]), int(first[3:])), (int(last[:2]), int(last[3:]))


def ranges(written: list[Any]) -> Iterator[Days]:
    for each in written:
        yield (each[0], each[1]) if isinstance(each, list) else (each, each)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_day_follows_from_another_as_the_table_says(row: dict[str, Any]) -> None:
    shop = calendar(TABLE["shops"][row["shop"]])
    amount = row["amount"] if row["sign"] == "plus" else -row["amount"]
    legal, working = row.get("legal", False), row.get("open", False)

    reckoned = shop.reckoned(row["start"], amount, row["unit"], legal_end=legal, open_end=working)
    assert reckoned == row["expected"], row["why"]
    if row["start"]:
        assert slowly(shop, row["start"], amount, row["unit"], legal, working) == row["expected"], row["why"]


@pytest.mark.parametrize("row", USED_UP, ids=lambda row: row["id"])
def test_a_day_follows_from_the_one_on_which_something_is_used_up(row: dict[str, Any]) -> None:
    known = {name: row[name] for name in SUPPLY if name in row}
    gone = used_up(row["start"], **known)
    assert gone == row["gone"], row["why"]
    assert gone == by_spoonfuls(row["start"], **known), row["why"]

    shop, amount = calendar(TABLE["shops"][row["shop"]]), row["amount"] * (1 if row["sign"] == "plus" else -1)
    assert shop.reckoned(gone, amount, row["unit"], open_end=row.get("open", False)) == row["expected"], row[
        "why"
    ]


def by_spoonfuls(
    start: date | None, lasts: int = 0, number: int = 0, holds: float = 0, daily: float = 0
) -> date | None:
    """The same by using it, in exact figures, day after day."""
    if start is None:
        return None
    left, each = (
        (Fraction(str(holds)) * (number or 1), Fraction(str(daily)))
        if holds and daily
        else (Fraction(lasts * (number or 1)), Fraction(1))
    )
    if not left:
        return None
    day = start
    while left >= each:
        left, day = left - each, date.fromordinal(day.toordinal() + 1)
    return day


def slowly(
    shop: Calendar, start: date, amount: int, unit: Span, legal: bool = False, working: bool = False
) -> date:
    """The same day by day, with nothing of what the calendar uses."""
    day, step = start, 1 if amount >= 0 else -1
    passed = {
        "day": each,
        "week": each,
        "working_day": open_day(shop),
        "month": new_month,
        "year": new_month,
    }[unit]
    left = abs(amount) * {"week": 7, "year": 12}.get(unit, 1)
    while left:
        before, day = day, date.fromordinal(day.toordinal() + step)
        left -= passed(before, day)
    if unit in ("month", "year") and amount:
        day = same_number(day, start.day)
    while legal and any(first <= day <= last for first, last in shop.holidays):
        day = date.fromordinal(day.toordinal() + 1)
    while working and not open_day(shop)(day, day):
        day = date.fromordinal(day.toordinal() + 1)
    return day


def each(_before: date, _day: date) -> bool:
    return True


def new_month(before: date, day: date) -> bool:
    return before.month != day.month


def open_day(shop: Calendar) -> Any:
    closed = {
        ordinal for first, last in shop.closed for ordinal in range(first.toordinal(), last.toordinal() + 1)
    }

    def is_open(_before: date, day: date) -> bool:
        # The first day that Python counts, 1 January of the year 1, was a Monday.
        weekday = WEEKDAYS[(day.toordinal() - 1) % 7]
        every_year = any(f"{day:%m%d}" in days_of_year(*days) for days in shop.yearly)
        return weekday in shop.open_weekdays and day.toordinal() not in closed and not every_year

    return is_open


@cache
def days_of_year(first: tuple[int, int], last: tuple[int, int]) -> frozenset[str]:
    """Each day of a range of every year, gone through in a leap year and the year after."""
    day, found = date(2000, *first), set()
    while (day.month, day.day) != last:
        found.add(f"{day:%m%d}")
        day = date.fromordinal(day.toordinal() + 1)
        # 29 February is a day of such a year and may be the last of the range.
        day = date(2000, 1, 1) if day.year == 2001 else day
    return frozenset(found | {f"{day:%m%d}"})


def same_number(somewhere: date, number: int) -> date:
    """The day of that number in the month of a day, or the month's last."""
    ordinals = range(somewhere.toordinal() - 31, somewhere.toordinal() + 32)
    month = [
        day
        for day in map(date.fromordinal, ordinals)
        if (day.year, day.month) == (somewhere.year, somewhere.month)
    ]
    return max(day for day in month if day.day <= number)


DAYS = some.dates(date(1999, 1, 1), date(2101, 12, 31))


@given(
    DAYS,
    some.integers(-70, 70),
    some.sampled_from(["day", "week", "month", "working_day"]),
    some.frozensets(some.sampled_from(WEEKDAYS), min_size=1),
    some.lists(some.tuples(some.integers(-90, 90), some.integers(0, 12)), max_size=4),
)
def test_the_slow_way_agrees_everywhere(
    start: date, amount: int, unit: Span, weekdays: frozenset[Any], closed: list[tuple[int, int]]
) -> None:
    around = [(start.toordinal() + from_, start.toordinal() + from_ + long) for from_, long in closed]
    shop = Calendar(weekdays, tuple((date.fromordinal(a), date.fromordinal(b)) for a, b in around))

    assert shop.reckoned(start, amount, unit) == slowly(shop, start, amount, unit)


@given(DAYS, some.integers(1, 300))
def test_what_lies_so_many_working_days_ahead_lies_as_many_back(start: date, amount: int) -> None:
    shop = Calendar(frozenset(WEEKDAYS[:5]))
    there = shop.reckoned(start, amount, "working_day")
    back = shop.reckoned(there, -amount, "working_day")

    assert back == start or not shop.is_open(start)


def test_a_row_is_of_every_unit_both_ways_and_has_a_reason_of_its_own() -> None:
    units = {(row["unit"], row["sign"]) for row in ROWS}
    assert units == {
        (unit, sign) for unit in ("day", "working_day", "week", "month", "year") for sign in ("plus", "minus")
    }
    every = [*ROWS, *USED_UP]
    assert len({row["id"] for row in every}) == len(every)
    assert all(row["why"].endswith(".") for row in every)


def test_a_shop_says_when_it_is_open() -> None:
    playbook = load(ROOT / "tests" / "playbooks" / "quiz.yaml").playbook
    assert playbook is not None
    shop = playbook.shop.model_copy(update={"closed_days": ("2026-11-25", "2026-11-28 to 2026-11-29")})
    open_on = [day for day in range(23, 30) if Calendar.of(shop).is_open(date(2026, 11, day))]
    assert open_on == [23, 24, 26, 27]


def test_a_shop_that_is_never_open_and_a_legal_end_in_the_past_are_refused() -> None:
    with pytest.raises(ValueError, match="never open"):
        Calendar(frozenset())
    with pytest.raises(ValueError, match="legal end"):
        Calendar(frozenset(WEEKDAYS)).reckoned(date(2026, 11, 23), -1, "day", legal_end=True)
