"""Days as people write them in Chinese and English: read where they can only be one day, asked about otherwise."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.carry.days import Order, day

NOVEMBER = date(2026, 11, 2)


@pytest.mark.parametrize(
    "said",
    [
        "2026-11-02",
        "2026/11/2",
        "2026.11.2",
        "2026年11月2日",
        "2026 年 11 月 2 号",
        "2026年11月2日 周一",
        "2026年11月2日（星期一）",
        "２０２６／１１／２",
        "20261102",
        "2026-11-02 14:03:00",
        "2026-11-02T14:03:00Z",
        "2026/11/2 下午 3:05",
        "2 November 2026",
        "2nd of Nov 2026",
        "Nov 2, 2026",
        "November 2nd 2026",
        "2-Nov-2026",
    ],
)
def test_a_day_that_says_which_it_is_is_read(said: str) -> None:
    assert day(said) == NOVEMBER


@pytest.mark.parametrize(
    ("said", "order", "found"),
    [
        ("3/4/2026", "ask", "which_order"),
        ("3/4/2026", "day-month-year", date(2026, 4, 3)),
        ("3/4/2026", "month-day-year", date(2026, 3, 4)),
        ("22/11/2026", "ask", date(2026, 11, 22)),
        ("11/22/2026", "ask", date(2026, 11, 22)),
        ("11/22/2026", "day-month-year", "no_day"),
        ("5.5.2026", "ask", date(2026, 5, 5)),
        ("26/11/22", "ask", "short_year"),
        ("11月2日", "ask", "no_year"),
        ("11-02", "ask", "no_year"),
        ("昨天", "ask", "no_day"),
        ("2026-02-30", "ask", "no_day"),
        ("2026年11月", "ask", "no_day"),
        ("10086", "ask", "no_day"),
    ],
)
def test_what_may_be_two_days_is_asked_about(said: str, order: Order, found: object) -> None:
    assert day(said, order) == found


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_each_writing(when: date) -> None:
    for said in (
        f"{when.year}年{when.month}月{when.day}日",
        f"{when:%Y/%m/%d}",
        f"{when:%d %B %Y}",
        f"{when:%b %d, %Y}",
    ):
        assert day(said) == when


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_none(said: str) -> None:
    assert isinstance(day(said), date | str)
