"""A checklist as one page for a week: a column of boxes for each run, and below a line to sign for it.

A list that is gone through every day would take a sheet a day if it held one run. So it holds as many runs as
the shop has open days in a week (five to seven): the list is read once, in large type, with the boxes close to
its right; each run has a column, and a row of the same number for date, time, signature and what is left open.
In a clear sleeve the boxes can be wiped, so the same sheet also serves a list that is done for every parcel.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

from generator.design.stamping import Foot, Place, Square
from generator.design.wrapping import MM_PER_PT, lines
from generator.edition import Edition
from generator.outlines.checklist import groups
from generator.playbook.hours import week
from generator.playbook.model.forms import Form
from generator.playbook.model.sheets import CheckItem, Checklist
from generator.printables.measures import Face, faces, mm, plain
from generator.printables.sheet import Handling, Sheet, no_problems
from generator.set_text import joined

FOOT = Foot((Place(19, 200, 284.873),), square=Square(middle=286.9, size=9.8))
WIDTH, HEIGHT = 181.0, 266.0
"""The printed area in mm, less a little air above the stamp."""
NUMBER, PITCH = 11.5, 7.2
"""Columns in mm: the number; a box of 5 mm with its gap."""
FIGURE = 8.0
"""Height in mm of a box for a figure, as wide as its column allows."""
FEWEST, MOST = 5, 7
"""Runs on a sheet."""
LARGEST, SMALLEST, STEP, READ = 16.0, 12.0, 0.25, 19.0
"""Type of the items in points; the last where nothing is ticked beside them."""
LEADING = 1.28
AIR, MOST_AIR = 2.6, 11.0
"""Space between two items in mm: at least, at most."""
SIGN_ROW, LEAST_SIGN_ROW = 12.0, 9.5
"""Height in mm of a row to write in: where people stand, and what a list too long for that leaves it."""
TITLE, SAID, SMALL = (21.0, 8.9), (11.5, 5.8), (8.5, 3.9)
"""Points and height of a line in mm: the title, what is said around the items, and heads of tables."""
SHOP, LABEL = 55.0, 34.0
"""In mm: room for the shop's name, and for the names of when, who and how."""
WHEN_GAP, WHEN_EDGE, WHEN_INSET = 3.5, 2.0, 9.0
"""The frame of when, who and how in mm: the space above, its edge above and below, what its sides take."""
LIST_HEAD, GROUP, LOG_HEAD = 8.5, 7.0, 6.0
"""Heads in mm: of the items, of a group of them, of the record."""
DONE_GAP, DONE_EDGE = 3.5, 2.0
"""The frame of the call in mm: the space above and below it, and within it."""
DATE, TIME, SIGN = 30.0, 24.0, 40.0
"""Columns of the record in mm."""
MEASURES = {
    **faces(title=TITLE, said=SAID, small=SMALL),
    **mm(number=NUMBER, pitch=PITCH, shop=SHOP, label=LABEL),
    **mm(
        when_gap=WHEN_GAP,
        when_edge=WHEN_EDGE,
        list_head=LIST_HEAD,
        figure=FIGURE,
        group=GROUP,
        log_head=LOG_HEAD,
    ),
    **mm(done_gap=DONE_GAP, done_edge=DONE_EDGE, date=DATE, time=TIME, sign=SIGN),
    **plain(leading=LEADING),
}


@dataclass(frozen=True)
class Layout:
    """The checklist's measures: what the style sheet is given."""

    runs: range
    points: float
    air: float
    """Space between two items in mm."""
    row: float
    """Height in mm of a row of the record."""


problems = no_problems


def sheets(edition: Edition) -> Iterator[Sheet]:
    lists = {checklist.id: checklist for checklist in edition.playbook.checklists}
    behind = {checklist.back for checklist in lists.values()}
    for index, checklist in enumerate(lists.values()):
        if checklist.id in behind:
            continue
        sides = [checklist, *([lists[checklist.back]] if checklist.back else [])]
        yield Sheet(
            id=f"checklist-{checklist.id}",
            of=f"checklists.{checklist.id}",
            kind="checklist",
            title=joined(" · ", (each.title for each in sides)),
            template="checklist.html",
            styles=("checklist.css",),
            view={
                "sides": [side(edition, each) for each in sides],
                "measures": MEASURES,
                "month_day": edition.labels.sheet.month_day.split("{}"),
            },
            route=("checklists", index, "items"),
            paper="A4",
            handling=Handling(copies=4, duplex=True, posted=True),
            page="checklists.html",
            pages=len(sides),
            core=checklist.core,
            foot=FOOT,
        )


def side(edition: Edition, checklist: Checklist) -> dict[str, object]:
    """What stands on one side of a sheet."""
    return {
        "checklist": checklist,
        "how": _how(edition, checklist),
        "noted": _noted(edition, checklist),
        "figures": any(item.figure for item in checklist.items),
        "critical": any(item.critical for item in checklist.items),
        "groups": groups(checklist),
        "layout": fitted(edition, checklist),
    }


def fitted(edition: Edition, checklist: Checklist) -> Layout:
    """The largest type at which the list takes one page; the smallest if none will do.

    A list that is too long even then takes the height of its record, down to what a pen needs.
    """
    runs = 0 if checklist.recorded_on else max(FEWEST, min(MOST, len(week(edition.playbook.shop))))
    room = HEIGHT - _around(edition, checklist) - runs * SIGN_ROW
    points = LARGEST if runs else READ
    while points > SMALLEST and _items(checklist, runs, points) > room:
        points -= STEP
    spare = room - _items(checklist, runs, points)
    row = max(SIGN_ROW + min(spare, 0) / max(runs, 1), LEAST_SIGN_ROW)
    air = min(AIR + max(spare, 0) / len(checklist.items), MOST_AIR)
    return Layout(range(1, runs + 1), points, round(air, 2), floor(row * 100) / 100)


def _how(edition: Edition, checklist: Checklist) -> str:
    words = edition.labels.sheet.checklist
    if checklist.recorded_on:
        return {"read_do": words.read_do_noted, "do_confirm": words.do_confirm_noted}[checklist.kind]
    return {"read_do": words.read_do, "do_confirm": words.do_confirm}[checklist.kind]


def _noted(edition: Edition, checklist: Checklist) -> str:
    """The form on which the outcome is written, if it is not ticked here."""
    if not checklist.recorded_on:
        return ""
    form: Form = edition.item("forms", checklist.recorded_on)
    return edition.labels.sheet.checklist.noted.format(form.title)


def _column(runs: int) -> float:
    return WIDTH - NUMBER - runs * PITCH - 3


def _lines(item: CheckItem, column: float, points: float) -> int:
    return lines(item.text, column, points, bold=item.critical)


def _items(checklist: Checklist, runs: int, points: float) -> float:
    """The height of the items in mm, with the least space between them."""
    count = sum(_lines(item, _column(runs), points) for item in checklist.items)
    figures = sum(item.figure for item in checklist.items) * FIGURE / 2
    return count * points * LEADING * MM_PER_PT + figures + len(checklist.items) * (AIR + 0.18)


def _around(edition: Edition, checklist: Checklist) -> float:
    """The height of everything but the items and the rows of the record in mm."""
    head = 3.0 + _high(checklist.title, WIDTH - SHOP - 2, TITLE, bold=True)
    noted = [_noted(edition, checklist)] if checklist.recorded_on else []
    named = [checklist.pause, edition.role(checklist.who), _how(edition, checklist), *noted]
    when = 2 * WHEN_EDGE + sum(_high(text, WIDTH - LABEL - WHEN_INSET, SAID) for text in named)
    headings = GROUP * sum(bool(group.name) for group in groups(checklist))
    done = 2 * DONE_EDGE + 0.7 + _high(checklist.done, WIDTH - WHEN_INSET, SAID, bold=True)
    return head + WHEN_GAP + when + LIST_HEAD + 2 + headings + done + 2 * DONE_GAP + LOG_HEAD


def _high(text: str, room: float, face: Face, *, bold: bool = False) -> float:
    points, line = face
    return lines(text, room, points, bold=bold) * line
