"""When a shop is open, as people write it in a language: weekdays in a row, the hours of each, what is closed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from generator.labels.words import Words
from generator.playbook.hours import WEEKDAYS, Open
from generator.playbook.model.hours import Weekday

if TYPE_CHECKING:
    from generator.labels import Labels


class OpeningWords(Words):
    """How hours are written."""

    weekdays: dict[str, str]
    """Short names, beside hours: 周一, Mon."""
    days: str
    """From one weekday to another, beside hours: {}至{}, {}–{}."""
    last: str
    """Before the last of several weekdays, or parts of a day; `list_join` stands between the others."""
    hours: str
    """From one time of day to another: {}–{}."""
    at: str
    """Weekdays and their hours: {} {}."""
    every_day: str
    closed: str
    """With the weekdays: {}休息."""
    join: str
    """Between weekdays of different hours."""
    to: str
    """From one date to another: {}至{}."""
    yearly: str
    """A date of every year: 每年{}."""


def weekdays(days: Collection[Weekday], words: Labels) -> str:
    """Three weekdays or more in a row are a span; the week begins on Monday."""
    return words.list_join.join(_rows(days, words.weekdays, words.span))


def time_of_day(clock: str) -> str:
    """A time of day as people write it, without a nought before it: `09:30` as 9:30."""
    return clock.removeprefix("0")


def opening_hours(week: Mapping[Weekday, tuple[Open, ...]], words: Labels) -> str:
    """Weekdays of the same hours together, in the order of the week, then the days it is closed."""
    own = words.opening
    names = own.weekdays
    alike = {hours: [day for day in week if week[day] == hours] for hours in week.values()}
    said = []
    for hours, days in alike.items():
        when = own.every_day if len(days) == len(WEEKDAYS) else _and(_rows(days, names, own.days), words)
        parts = [own.hours.format(time_of_day(each.start), time_of_day(each.end)) for each in hours]
        said.append(own.at.format(when, _and(parts, words)))
    shut = [day for day in WEEKDAYS if day not in week]
    if shut:
        said.append(own.closed.format(_and(_rows(shut, words.weekdays, words.span), words)))
    return own.join.join(said)


def _and(parts: Iterable[str], words: Labels) -> str:
    """Several in a row, the last one told from the others as the language does."""
    *others, last = parts
    return words.opening.last.join([words.list_join.join(others), last] if others else [last])


def _rows(days: Collection[Weekday], names: Mapping[str, str], span: str) -> Iterator[str]:
    # Days in a row have the same distance from their number in the list.
    numbered = enumerate(day for day in WEEKDAYS if day in days)
    for _, row in groupby(numbered, lambda pair: pair[0] - WEEKDAYS.index(pair[1])):
        said = [names[day] for _, day in row]
        yield from [span.format(said[0], said[-1])] if len(said) > 2 else said
