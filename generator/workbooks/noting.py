"""Whether a customer heard in time that a complaint is in hand: by the clock, where the form asks when it came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

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
        if self.clock:
            yield Column("minutes", "minutes", "number", 6, self._minutes, hidden=True)

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
    def _opens(self) -> int:
        """In minutes after midnight."""
        return _minutes(self.register.edition.playbook.shop.service_hours.start)

    @cached_property
    def _service(self) -> int:
        """How many minutes a working day has."""
        return _minutes(self.register.edition.playbook.shop.service_hours.end) - self._opens

    def _working_day(self, count: str) -> str:
        """The working day counted from the day it came, which is the first if the shop works then."""
        shop = working_days(self.register.edition, self.register.lists)
        return shop.after(f"{self._at(self.day)}-1", count)

    def _minutes(self) -> str:
        """Of service, from the beginning of the first working day to the limit. Without a time of day all of it counts."""
        limit = int(self.register.edition.value(self.step.limit or "")) * _HOUR
        came = f"ROUND(N({self._at(self.clock)})*{_DAY},0)-{self._opens}"
        day = self._at(self.day)
        passed = f"IF({self._working_day('1')}>{day},0,MEDIAN(0,{came},{self._service}))"
        return f'IF(ISNUMBER({day}),{passed}+{limit},"")'

    def _by(self) -> str:
        minutes = self._at("minutes")
        day = self._working_day(f"ROUNDUP({minutes}/{self._service},0)")
        hour = f"({self._opens}+MOD({minutes}-1,{self._service})+1)/{_DAY}"
        return f'IF(ISNUMBER({minutes}),{day}+{hour},"")'

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


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * _HOUR + int(minutes)
