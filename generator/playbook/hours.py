"""When a shop is open, whichever way its author wrote it: the spans of each weekday, and the days it is closed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple, get_args

from generator.playbook.model.hours import Weekday
from generator.playbook.model.shop import Shop

WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
"""Monday first, as Python counts them."""
Days = tuple[date, date]
"""The first and the last day of a range."""
DayOfYear = tuple[int, int]
"""Month and day, of any year."""
YearlyDays = tuple[DayOfYear, DayOfYear]
"""The first and the last day of a range of every year; where the last comes first, it runs over the end of the year."""


class Open(NamedTuple):
    """A span of a day, each end as 09:30."""

    start: str
    end: str

    @property
    def minutes(self) -> tuple[int, int]:
        """Its ends in minutes after midnight."""
        return _minutes(self.start), _minutes(self.end)


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return 60 * int(hours) + int(minutes)


def week(shop: Shop) -> Mapping[Weekday, tuple[Open, ...]]:
    """The spans of each weekday the shop is open, from Monday on, in the order of the day."""
    found: dict[Weekday, list[Open]] = {}
    for day, _, span in spans(shop):
        found.setdefault(day, []).append(span)
    return {day: tuple(sorted(found[day])) for day in WEEKDAYS if day in found}


def spans(shop: Shop) -> Iterator[tuple[Weekday, tuple[str | int, ...], Open]]:
    """Each span of each weekday as it was written, with its place under shop."""
    if shop.service_hours is not None:
        for day in shop.open_days:
            yield day, ("service_hours",), Open(shop.service_hours.start, shop.service_hours.end)
    for at, entry in enumerate(shop.hours):
        for number, span in enumerate(entry.open):
            start, _, end = span.partition("-")
            yield from ((day, ("hours", at, "open", number), Open(start, end)) for day in entry.days)


def first_and_last(shop: Shop) -> Open | None:
    """The earliest opening and the latest closing of the week; nothing where it is never open."""
    all_of_it = [span for _, _, span in spans(shop)]
    return (
        Open(min(each.start for each in all_of_it), max(each.end for each in all_of_it))
        if all_of_it
        else None
    )


def closed(shop: Shop) -> Iterator[Days]:
    """The ranges of days of one year on which it is closed; one day is a range of itself."""
    for written in shop.closed_days:
        first, _, last = written.partition(" to ")
        if not is_every_years(written):
            yield date.fromisoformat(first), date.fromisoformat(last or first)


def is_every_years(written: str) -> bool:
    """Whether closed days are written without a year."""
    return len(written.partition(" to ")[0]) == len("12-25")


def closed_every_year(shop: Shop) -> Iterator[YearlyDays]:
    for written in shop.closed_days:
        first, _, last = written.partition(" to ")
        if is_every_years(written):
            yield _day_of_year(first), _day_of_year(last or first)


def _day_of_year(written: str) -> DayOfYear:
    month, day = written.split("-")
    return int(month), int(day)
