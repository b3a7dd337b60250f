"""A day as people write it, in Chinese or English, in; a date, or why it is none, out. Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal, get_args

Order = Literal["ask", "day-month-year", "month-day-year"]
ORDERS: tuple[Order, ...] = get_args(Order)
WhyNot = Literal["which_order", "short_year", "no_year", "no_day"]

_TIME = r"(?:[ T]+(?:上午|下午)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?|Z|[+-]\d{2}:?\d{2})?)?"
_WEEKDAY = r"(?:\s*[（(]?(?:周|星期|礼拜)[一二三四五六日天][)）]?)?"
_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_NAMED = rf"(?P<month>{_MONTH})[a-z]*\.?"
_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})\s*(?P<sep>[-/.．／－])\s*(?P<month>\d{{1,2}})\s*(?P=sep)\s*(?P<day>\d{{1,2}}){_WEEKDAY}{_TIME}"
    rf"|(?P<year2>\d{{4}})\s*年\s*(?P<month2>\d{{1,2}})\s*月\s*(?P<day2>\d{{1,2}})\s*[日号號]?{_WEEKDAY}{_TIME}"
)
_TOGETHER = re.compile(rf"(?P<year>(?:19|20)\d{{2}})(?P<month>\d{{2}})(?P<day>\d{{2}}){_TIME}")
_IN_ENGLISH = (
    re.compile(
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_NAMED},?[\s-]+(?P<year>\d{{4}}){_TIME}", re.I
    ),
    re.compile(rf"{_NAMED}[\s-]+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?[\s-]+(?P<year>\d{{4}}){_TIME}", re.I),
    re.compile(rf"(?P<year>\d{{4}})[\s-]+{_NAMED}[\s-]+(?P<day>\d{{1,2}}){_TIME}", re.I),
)
_YEAR_LAST = re.compile(
    rf"(?P<one>\d{{1,2}})\s*(?P<sep>[-/.])\s*(?P<two>\d{{1,2}})\s*(?P=sep)\s*(?P<year>\d{{4}}){_TIME}"
)
_SHORT_YEAR = re.compile(rf"\d{{1,2}}([-/.])\d{{1,2}}\1\d{{2}}{_TIME}")
_WORD = rf"(?:{_MONTH})[a-z]*\.?"
_NO_YEAR = re.compile(
    rf"\d{{1,2}}\s*月\s*\d{{1,2}}\s*[日号號]?|\d{{1,2}}[-/.]\d{{1,2}}|{_WORD}\s+\d{{1,2}}|\d{{1,2}}\s+{_WORD}",
    re.I,
)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９／－．：　", "0123456789/-.: ")


def day(said: str, order: Order = "ask") -> date | WhyNot:
    """The day a text says; with the year last, whether the day or the month comes first is `order`."""
    plain = said.strip().translate(_FULL_WIDTH)
    for pattern in (_YEAR_FIRST, _TOGETHER, *_IN_ENGLISH):
        if found := pattern.fullmatch(plain):
            return _date(*_parts(found.groupdict()))
    if found := _YEAR_LAST.fullmatch(plain):
        return _year_last(int(found["year"]), int(found["one"]), int(found["two"]), order)
    if _SHORT_YEAR.fullmatch(plain):
        return "short_year"
    return "no_year" if _NO_YEAR.fullmatch(plain) else "no_day"


def _parts(found: Mapping[str, str | None]) -> tuple[int, int, int]:
    def part(name: str) -> str:
        return found.get(name) or found.get(f"{name}2") or ""

    month = part("month").lower()
    return (
        int(part("year")),
        int(month) if month.isdigit() else _MONTH.split("|").index(month[:3]) + 1,
        int(part("day")),
    )


def _year_last(year: int, one: int, two: int, order: Order) -> date | WhyNot:
    """As `order` says; without it only what can be read in one way."""
    if order == "ask":
        if one <= 12 and two <= 12 and one != two:
            return "which_order"
        order = "day-month-year" if one > 12 else "month-day-year"
    return _date(year, two, one) if order == "day-month-year" else _date(year, one, two)


def _date(year: int, month: int, number: int) -> date | WhyNot:
    try:
        found = date(year, month, number)
    except ValueError:
        return "no_day"
    return found if 1900 <= year < 2100 else "no_day"
