"""When a shop is open: said as people write it, from one place, whichever way its author wrote it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.edition import Edition, editions
from generator.playbook.calendar import Calendar
from generator.playbook.load import load

ALL = "mon, tue, wed, thu, fri, sat, sun"
SHOP = """
schema: 1
about: {title: A, version: "1", date: 2026-11-22, review_by: 2027-05-22, owner: owner, languages: [zh, en]}
shop:
  name: A
  HOURS
  closed_days: [CLOSED]
  channels: [{id: counter, name: A, kind: counter}]
roles: [{id: owner, name: A, does: "{opening_hours}"}]
"""


def of(folder: Path, hours: str, closed: str = "") -> tuple[Edition, ...]:
    """The editions of a shop with these hours, and these days on which it is closed."""
    path = folder / "playbook.yaml"
    path.write_text(SHOP.replace("HOURS", hours).replace("CLOSED", closed), "utf-8")
    loaded = load(path)
    assert loaded.playbook, [problem.shown("en") for problem in loaded.problems]
    return editions(loaded.playbook)


@pytest.mark.parametrize(
    ("hours", "zh", "en"),
    [
        (
            "hours: [{days: [mon, tue, wed, thu, fri, sat], open: [09:30-12:00, 13:30-18:00]}]",
            "周一至周六 9:30–12:00、13:30–18:00，周日休息",
            "Mon–Sat 9:30–12:00 and 13:30–18:00, Sunday closed",
        ),
        (
            "hours: [{days: [mon, tue, wed, thu, fri], open: [13:30-18:00, 9:30-12:00]}, {days: [sat], open: [10:00—16:00]}]",
            "周一至周五 9:30–12:00、13:30–18:00，周六 10:00–16:00，周日休息",
            "Mon–Fri 9:30–12:00 and 13:30–18:00, Sat 10:00–16:00, Sunday closed",
        ),
        (
            "hours: [{days: [sat, sun], open: [10:00-16:00]}, {days: [thu, wed], open: [09:00 to 17:30]}]",
            "周三、周四 9:00–17:30，周六、周日 10:00–16:00，周一、周二、周五休息",
            "Wed and Thu 9:00–17:30, Sat and Sun 10:00–16:00, Monday, Tuesday and Friday closed",
        ),
        (f"hours: [{{days: [{ALL}], open: [00:00-23:59]}}]", "每天 0:00–23:59", "Every day 0:00–23:59"),
        (
            "hours: [{days: [mon, wed, thu, fri], open: [09:00-12:00]}, {days: [mon], open: [14:00-18:00]}]",
            "周一 9:00–12:00、14:00–18:00，周三至周五 9:00–12:00，周二、周六、周日休息",
            "Mon 9:00–12:00 and 14:00–18:00, Wed–Fri 9:00–12:00, Tuesday, Saturday and Sunday closed",
        ),
        (
            'open_days: [tue, wed, thu]\n  service_hours: {start: "09:00", end: "17:30"}',
            "周二至周四 9:00–17:30，周一、周五至周日休息",
            "Tue–Thu 9:00–17:30, Monday and Friday to Sunday closed",
        ),
    ],
)
def test_hours_are_said_as_people_write_them(tmp_path: Path, hours: str, zh: str, en: str) -> None:
    chinese, english = of(tmp_path, hours)

    assert (chinese.opening_hours, english.opening_hours) == (zh, en)
    assert [str(each.playbook.roles[0].does) for each in (chinese, english)] == [zh, en]


def test_closed_days_are_said_in_words(tmp_path: Path) -> None:
    closed = "2027-01-01, 2027-02-05 to 2027-02-14, 2027-02-26 至 2027-03-02, 12-25, 12-24 to 01-02"
    chinese, english = of(tmp_path, "hours: [{days: [mon], open: [09:00-12:00]}]", closed)

    assert [*chinese.closed_days] == [
        "2027年1月1日",
        "2027年2月5日至14日",
        "2027年2月26日至3月2日",
        "每年12月25日",
        "每年12月24日至1月2日",
    ]
    assert [*english.closed_days] == [
        "1 Jan 2027",
        "5–14 Feb 2027",
        "26 Feb\N{THIN SPACE}–\N{THIN SPACE}2 Mar 2027",
        "25 Dec every year",
        "24 Dec to 2 Jan every year",
    ]


def test_the_calendar_is_the_same_for_both_ways_to_write_it(tmp_path: Path) -> None:
    short = 'open_days: [mon, tue]\n  service_hours: {start: "09:00", end: "12:00"}'
    long = "hours: [{days: [tue], open: [09:00-12:00]}, {days: [mon], open: [10:00-11:00]}]"
    calendars = {
        Calendar.of(of(tmp_path, hours, "2027-02-05 to 2027-02-06, 12-25")[0].playbook.shop)
        for hours in (short, long)
    }

    assert calendars == {
        Calendar(
            frozenset({"mon", "tue"}),
            closed=((date(2027, 2, 5), date(2027, 2, 6)),),
            yearly=(((12, 25), (12, 25)),),
        )
    }
