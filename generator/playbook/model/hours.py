"""When a shop is open: the weekdays with their hours, and the days it is closed all the same."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, PlainSerializer
from pydantic_core import PydanticCustomError

from generator.playbook.model.record import Clock, OneOrMore, Record

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

_CLOCK = r"((?:[01]?\d|2[0-3]):[0-5]\d)"
_SPAN = re.compile(rf"{_CLOCK}\s*(?:-|–|—|~|to|到|至)\s*{_CLOCK}")
_DAY, _YEARLY_DAY = r"\d{4}-\d\d-\d\d", r"\d\d-\d\d"
_DAYS = re.compile(rf"({_DAY})(?:\s*(?:to|到|至|~)\s*({_DAY}))?")
_YEARLY_DAYS = re.compile(rf"({_YEARLY_DAY})(?:\s*(?:to|到|至|~)\s*({_YEARLY_DAY}))?")
_LEAP = 2000
"""A year with every day that a year can have."""


def _span(value: object) -> str:
    """From one time of day to another as everybody writes it, in the one way it is kept: 09:30-12:00."""
    found = _SPAN.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("bad_span", "bad shape", {"value": str(value)})
    return "-".join(clock.zfill(5) for clock in found.groups())


def _days(value: object) -> str:
    """A day or a range of days, of one year or of every year, in the one way it is kept."""
    written = value.isoformat() if isinstance(value, date) else value
    if isinstance(written, str):
        for pattern, before in ((_DAYS, ""), (_YEARLY_DAYS, f"{_LEAP}-")):
            found = pattern.fullmatch(written.strip())
            if found and all(_is_there(before + day) for day in found.groups() if day):
                return " to ".join(day for day in found.groups() if day)
    raise PydanticCustomError("bad_days", "bad shape", {"value": str(value)})


def _is_there(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


ClockSpan = Annotated[str, BeforeValidator(_span)]
"""From one time of day to another: 09:30-12:00."""
ClosedDays = Annotated[str, BeforeValidator(_days), PlainSerializer(str)]
"""A day, a range of days, or either of every year: 2027-02-05, 2027-02-05 to 2027-02-14, 12-25, 12-24 to 01-02."""


class Hours(Record):
    """From when to when."""

    start: Clock
    """In quotes: "09:00"."""
    end: Clock
    """In quotes: "21:00"."""


class OpenHours(Record):
    """The weekdays that have the same hours, and those hours."""

    days: Annotated[tuple[Weekday, ...], OneOrMore]
    """The weekdays: [mon, tue, wed, thu, fri]."""
    open: Annotated[tuple[ClockSpan, ...], OneOrMore]
    """From when to when, one span for each part of the day: [09:30-12:00, 13:30-18:00]. What lies between is a break."""
