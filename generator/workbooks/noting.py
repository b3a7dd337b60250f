"""Whether a customer heard in time that a complaint is in hand: by the clock, where the form asks when it came."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from math import ceil
from typing import TYPE_CHECKING

from generator.playbook.hours import WEEKDAYS, Open, week
from generator.playbook.model.complaints import ComplaintStep
from generator.workbooks import formulas
from generator.workbooks.lists import IDS, Value, working_days
from generator.workbooks.table import Column, named

if TYPE_CHECKING:
    from generator.workbooks.registers import Register

_NOTED = "--noted"
"""The list of what may be said of it; no field of a form has such an id."""
_DAY, _HOUR = 1440, 60
"""In minutes."""
Hours = tuple[Open, ...]
"""Of one day."""


@dataclass(frozen=True)
class Noting:
    """The columns of the acknowledgement, in the register of complaints."""

    register: Register
    step: ComplaintStep
    """The one in which the customer is told; its limit is counted in hours of service."""
    day: str
    """The column of the day the complaint came."""
    clock: str
    """The column of the time of day; empty where the form asks for none."""

    @property
    def said(self) -> str:
        """The column that says whether it was in time; empty until it was done."""
        return "noted_how" if self.clock else "noted"

    @cached_property
    def role(self) -> str:
        return self.register.edition.role(self.step.owner)

    @property
    def lists(self) -> Mapping[str, Sequence[Value]]:
        words = self.register.words.case
        return {_NOTED: [words.noted_in_time, words.noted_late], f"{_NOTED}{IDS}": ["yes", "late"]}

    def columns(self) -> Iterator[Column]:
        words, lists = self.register.words.case, self.register.lists
        limit = self.register.edition.fact(self.step.limit or "")
        group, cells, choices = words.group, lists.cells(_NOTED), lists.choices(_NOTED)
        if not self.clock:
            head = words.noted.format(limit)
            yield Column("noted", head, "choice", 14, cells=cells, choices=choices, group=group)
            return
        yield Column("noted_by", words.noted_by.format(limit), "moment", 17, self._by, group=group)
        # Older registers say in words whether it was in time; they come over and stand for themselves.
        yield Column("noted", words.noted_at, "moment", 17, choices=choices, group=group)
        yield Column("noted_how", words.noted_how, "text", 10, self._how, group=group)

    def helpers(self) -> Iterator[Column]:
        """Hidden ones, which stand behind all others: what stands above the heads counts only those that are shown."""
        for number in self._numbers if self.clock else ():
            yield Column(f"on-{number}", "on", "day", 6, partial(self._on, number), hidden=True)
            yield Column(f"left-{number}", "left", "number", 6, partial(self._left, number), hidden=True)

    def late(self, today: str) -> str:
        """Whether the limit lay before the day in `today`; an hour of that day is not over yet."""
        return f"N({self._at('noted_by' if self.clock else self.day)})<{today}"

    @property
    def missing(self) -> str:
        return f'{self._at("noted")}=""'

    @staticmethod
    def _at(column: str) -> str:
        return named("line", column)

    @cached_property
    def _limit(self) -> int:
        """In minutes."""
        return int(self.register.edition.value(self.step.limit or "")) * _HOUR

    @cached_property
    def _kinds(self) -> tuple[Hours, ...]:
        """The hours a day may have, each once."""
        return tuple(dict.fromkeys(week(self.register.edition.playbook.shop).values()))

    @cached_property
    def _numbers(self) -> range:
        """Of the working days the limit may reach into: the day it came, and as many as the shortest would take."""
        return range(1, 2 + ceil(self._limit / min(map(_length, self._kinds))))

    def _of_its_kind(self, day: str, said: Callable[[Hours], str]) -> str:
        """What is said of the hours of the weekday in `day`."""
        each = [*map(said, self._kinds)]
        if len(each) == 1:
            return each[0]
        hours = week(self.register.edition.playbook.shop)
        kinds = (self._kinds.index(hours[name]) + 1 if name in hours else 1 for name in WEEKDAYS)
        return f"CHOOSE(CHOOSE(WEEKDAY({day},2),{','.join(map(str, kinds))}),{','.join(each)})"

    def _on(self, number: int) -> str:
        """The working day of that number, the first being the day it came if the shop works then."""
        before = f"{self._at(self.day)}-1" if number == 1 else self._at(f"on-{number - 1}")
        after = working_days(self.register.edition, self.register.lists).after(before, 1)
        return f'IF(ISNUMBER({self._at(self.day)}),{after},"")'

    def _left(self, number: int) -> str:
        """Minutes of service from the beginning of that day to the limit. Without a time of day all of it counts."""
        day = self._at(f"on-{number}")
        if number == 1:
            came = f"ROUND(N({self._at(self.clock)})*{_DAY},0)"
            passed = self._of_its_kind(day, partial(_passed, came))
            left = f"IF({day}>{self._at(self.day)},0,{passed})+{self._limit}"
        else:
            before = number - 1
            length = self._of_its_kind(self._at(f"on-{before}"), lambda hours: str(_length(hours)))
            left = f"{self._at(f'left-{before}')}-{length}"
        return f'IF(ISNUMBER({day}),{left},"")'

    def _by(self) -> str:
        """On the first day that is long enough for what is left."""
        *others, (_, last) = map(self._end, self._numbers)
        return f'IF(ISNUMBER({self._at("on-1")}),{formulas.first(others, last)},"")'

    def _end(self, number: int) -> tuple[str, str]:
        """Whether the limit lies on that day, and the moment it then is."""
        day, left = (self._at(f"{name}-{number}") for name in ("on", "left"))
        reaches = f"{left}<={self._of_its_kind(day, lambda hours: str(_length(hours)))}"
        return reaches, f"{day}+{self._of_its_kind(day, partial(_moment, left))}/{_DAY}"

    def _how(self) -> str:
        """A day without an hour counts as its end; half a minute is what two ways to reckon a moment may differ by."""
        words, noted, by = self.register.words.case, self._at("noted"), self._at("noted_by")
        in_time, late = map(formulas.text, (words.noted_in_time, words.noted_late))
        moment = f"{noted}+IF({noted}=INT({noted}),1,0)"
        return formulas.first(
            [
                (f'{noted}=""', '""'),
                (f"NOT(ISNUMBER({noted}))", noted),
                (f'{by}=""', '""'),
                (f"{moment}<={by}+0.5/{_DAY}", in_time),
            ],
            late,
        )


def _length(hours: Hours) -> int:
    """Of a day, in minutes of service."""
    return sum(end - start for start, end in (span.minutes for span in hours))


def _passed(came: str, hours: Hours) -> str:
    """How many minutes of service a day has had when it is `came` minutes old."""
    parts = (span.minutes for span in hours)
    return "+".join(f"MEDIAN(0,{came}-{start},{end - start})" for start, end in parts)


def _moment(left: str, hours: Hours) -> str:
    """How old a day is, in minutes, after so many minutes of service, which it has."""
    cases, before = [], 0
    for start, end in (span.minutes for span in hours):
        cases.append((f"{left}<={before + end - start}", f"{start - before}+{left}"))
        before += end - start
    *others, (_, last) = cases
    return f"({formulas.first(others, last)})"
