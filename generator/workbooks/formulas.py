"""Formulas of Excel 2010 in A1 notation: days that follow from others, consents, texts, the first of some cases.

No formula names a table or a column of one: LibreOffice shows an error for these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.playbook.calendar import Span
from generator.playbook.hours import WEEKDAYS
from generator.playbook.model.hours import Weekday

_NOTHING = '""'
_FOR_EVER = 2958465
"""The last day Excel knows."""


@dataclass(frozen=True)
class WorkingDays:
    """When the shop works, as WORKDAY.INTL is told."""

    open_weekdays: frozenset[Weekday]
    closed: str = ""
    """The cells that hold the days it is closed."""

    def after(self, start: str, amount: int | str) -> str:
        free = "".join("0" if day in self.open_weekdays else "1" for day in WEEKDAYS)
        closed = f",{self.closed}" if self.closed else ""
        return f'WORKDAY.INTL({start},{amount},"{free}"{closed})'


_COUNTED: Mapping[Span, Callable[[str, int, WorkingDays], str]] = {
    "day": lambda start, amount, _: f"{start}+{amount}",
    "working_day": lambda start, amount, shop: shop.after(start, amount),
    "week": lambda start, amount, _: f"{start}+{7 * amount}",
    "month": lambda start, amount, _: f"EDATE({start},{amount})",
    "year": lambda start, amount, _: f"EDATE({start},{12 * amount})",
}


def reckoned(
    start: str,
    amount: int,
    span: Span,
    shop: WorkingDays,
    *,
    open_end: bool = False,
    lasting: str = "",
) -> str:
    """The day `amount` spans after the one in `start`, as `playbook/calendar.py` reckons; empty where there is none.

    `lasting`, as the function of that name gives it, is how many days something lasts that has to be used up first.
    """
    day = _COUNTED[span](f"({start}+{lasting})" if lasting else start, amount, shop)
    # The first working day after the day before is the day itself, if the shop is open.
    ends = shop.after(f"{day}-1", 1) if open_end else day
    return f'IF(ISNUMBER({start}),{f"IFERROR({ends},{_NOTHING})" if lasting else ends},"")'


def lasting(lasts: str, number: str, holds: str, daily: str) -> str:
    """Whole days that something lasts, as `used_up` in `playbook/calendar.py` has it; an error where nothing says it.

    Each is a cell or a figure: days that one lasts, how many there are, what one holds, what goes a day.
    """
    pieces = f"MAX(1,N({number}))"
    own = f"INT(ROUND(N({holds})*{pieces}/N({daily}),6))"
    return f"IF(AND(N({holds})>0,N({daily})>0),{own},IF(N({lasts})>0,INT({lasts}*{pieces}),NA()))"


def text(said: str) -> str:
    """A text in a formula; it may have at most 255 characters there."""
    return '"' + said.replace('"', '""') + '"'


def agreed(given: str, withdrawn: str, silent: str) -> str:
    """Whether a consent stands: given on a later day than it was withdrawn, and than the last stop.

    What is written instead of a day, such as “yes”, gives no consent and withdraws one: better a message too few.
    """
    return f"AND(NOT(ISTEXT({withdrawn})),N({given})>MAX({withdrawn},{silent}))"


def taken_back(given: str, withdrawn: str) -> str:
    """Whether a consent was withdrawn and not given again later."""
    return f'AND({withdrawn}<>"",OR(ISTEXT({withdrawn}),N({given})<=N({withdrawn})))'


def last_unless_text(cells: str, last: str) -> str:
    """`last`, or for ever where one of the cells holds something else than a day."""
    return f"IF(COUNT({cells})<COUNTA({cells}),{_FOR_EVER},{last})"


def first(cases: Sequence[tuple[str, str]], otherwise: str) -> str:
    """The value of the first case that holds."""
    return "".join(f"IF({when},{value}," for when, value in cases) + otherwise + ")" * len(cases)


def unfilled(message: str, blank: str) -> str:
    """Whether a message still holds a blank; `blank` is one with {} for its name."""
    return f"ISNUMBER(FIND({text(blank.partition('{}')[0])},{message}))"


def any_of(cell: str, values: Iterable[str]) -> str:
    """Whether a cell is one of these."""
    return f"OR({','.join(f'{cell}={each}' for each in values)})"


def both(conditions: Iterable[str]) -> str:
    return f"AND({','.join(conditions)})"
