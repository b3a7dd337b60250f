"""A day that follows from another: so many days, working days, weeks, months or years after it or before.

`tests/calendar.yaml` says what comes out; whoever reckons days elsewhere, in a sheet or on a phone, keeps to it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor
from typing import Literal

from generator.playbook import hours
from generator.playbook.hours import WEEKDAYS, Days, YearlyDays
from generator.playbook.model.hours import Weekday
from generator.playbook.model.shop import Shop

Span = Literal["day", "working_day", "week", "month", "year"]
_DAY = timedelta(days=1)
LASTS: Mapping[str, int] = {"day": 1, "week": 7}
"""Days of the units in which something may last."""
_EXACT = 6
"""Decimals to which a quotient is told, or 0.3 of 0.1 a day would last for two days."""


@dataclass(frozen=True)
class Calendar:
    """When a shop works, and on which days the law lets no period end."""

    open_weekdays: frozenset[Weekday]
    closed: tuple[Days, ...] = ()
    holidays: tuple[Days, ...] = ()
    yearly: tuple[YearlyDays, ...] = ()
    """The days on which it is closed in every year."""

    def __post_init__(self) -> None:
        if not self.open_weekdays or _is_whole_year(self.yearly):
            raise ValueError("a shop that is never open has no working days")

    @staticmethod
    def of(shop: Shop) -> Calendar:
        """ValueError where it is never open, which a check says."""
        closed, yearly = tuple(hours.closed(shop)), tuple(hours.closed_every_year(shop))
        return Calendar(frozenset(hours.week(shop)), closed, yearly=yearly)

    def is_open(self, day: date) -> bool:
        return WEEKDAYS[day.weekday()] in self.open_weekdays and not self.is_closed(day)

    def is_closed(self, day: date) -> bool:
        """Whether it is closed on that day whatever the weekday."""
        return _within(day, self.closed) or any(_within_year(day, days) for days in self.yearly)

    def closed_days(self, first: int, last: int) -> Iterator[date]:
        """Every such day, in order: all there are of one year's, and every year's from the year `first` to `last`."""
        days = {start + each * _DAY for start, end in self.closed for each in range((end - start).days + 1)}
        if self.yearly:
            every = (date(first, 1, 1) + each * _DAY for each in range((last - first + 1) * 366))
            days |= {day for day in every if day.year <= last and self.is_closed(day)}
        yield from sorted(days)

    def reckoned(
        self,
        start: date | None,
        amount: int,
        span: Span,
        *,
        legal_end: bool = False,
        open_end: bool = False,
    ) -> date | None:
        """The day `amount` spans after `start`, before it if negative; none where there is no start.

        The day it counts from is not counted. A date that its month does not have is the month's last day, whose
        number comes back in a longer month: all months are counted at once. Only working days know whether the
        shop is open. With `legal_end` a period that would end on a statutory day of rest ends on the first day after it
        (Civil Code of the PRC, articles 201 to 203). With `open_end` it ends on a working day, the first that is not
        earlier: what the shop means to do on a day it is closed, it does on the next one.
        """
        if legal_end and amount < 0:
            raise ValueError("only what runs forward has a legal end")
        if start is None:
            return None
        end = _COUNTED[span](self, start, amount)
        while legal_end and _within(end, self.holidays):
            end += _DAY
        while open_end and not self.is_open(end):
            end += _DAY
        return end


def used_up(
    start: date | None,
    *,
    lasts: float = 0,
    number: float | None = None,
    holds: float = 0,
    daily: float | None = None,
) -> date | None:
    """The day a supply ends that is begun on `start`; none where there is no start, or nothing says how long it lasts.

    Of `number` pieces, one if it is not known, each lasts so many days, or `holds` so much, of which somebody uses so
    much a day (`daily`); their own use goes first. Only whole days count: on the day that comes out there is too little.
    """
    if start is None:
        return None
    pieces = max(1.0, number or 0)
    if holds > 0 and daily is not None and daily > 0:
        return start + floor(round(holds * pieces / daily, _EXACT)) * _DAY
    return start + floor(lasts * pieces) * _DAY if lasts > 0 else None


def never_open(shop: Shop) -> bool:
    """Whether it has no working day at all."""
    return not hours.week(shop) or _is_whole_year(tuple(hours.closed_every_year(shop)))


def _is_whole_year(yearly: tuple[YearlyDays, ...]) -> bool:
    """Whether no day of a year with 29 February is left."""
    year = (date(2000, 1, 1) + each * _DAY for each in range(366))
    return bool(yearly) and all(any(_within_year(day, days) for days in yearly) for day in year)


def _within_year(day: date, days: YearlyDays) -> bool:
    (first, last), here = days, (day.month, day.day)
    return first <= here <= last if first <= last else here >= first or here <= last


def _within(day: date, ranges: tuple[Days, ...]) -> bool:
    return any(first <= day <= last for first, last in ranges)


def _days(_calendar: Calendar, start: date, amount: int) -> date:
    return start + amount * _DAY


def _weeks(_calendar: Calendar, start: date, amount: int) -> date:
    return start + 7 * amount * _DAY


def _months(_calendar: Calendar, start: date, amount: int) -> date:
    year, month = divmod(12 * start.year + start.month - 1 + amount, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _years(calendar: Calendar, start: date, amount: int) -> date:
    return _months(calendar, start, 12 * amount)


def _working_days(calendar: Calendar, start: date, amount: int) -> date:
    day, left = start, abs(amount)
    while left:
        day += _DAY if amount > 0 else -_DAY
        left -= calendar.is_open(day)
    return day


_COUNTED: Mapping[Span, Callable[[Calendar, date, int], date]] = {
    "day": _days,
    "working_day": _working_days,
    "week": _weeks,
    "month": _months,
    "year": _years,
}
