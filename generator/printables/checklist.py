"""A checklist as one page for a week: a column of boxes for each run, and below a line to sign for it.

A list that is gone through every day would take a sheet a day if it held one run. So it holds as many runs as
the shop has open days in a week (five to seven): the list is read once, in large type, with the boxes close to
its right; each run has a column, and a row of the same number for date, time, signature and what is left open.
In a clear sleeve the boxes can be wiped, so the same sheet also serves a list that is done for every parcel.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.design.stamping import Foot, Place, Square
from generator.design.wrapping import MM_PER_PT, lines
from generator.edition import Edition
from generator.outlines.checklist import groups
from generator.playbook.model.sheets import CheckItem, Checklist
from generator.printables.sheet import Sheet, no_problems
from generator.set_text import joined

FOOT = Foot((Place(19, 200, 284.873),), square=Square(middle=286.9, size=9.8))
WIDTH, HEIGHT = 181.0, 268.0
"""The printed area in mm."""
NUMBER, PITCH = 11.5, 7.2
"""Columns in mm: the number; a box of 5 mm with its gap."""
FEWEST, MOST = 5, 7
"""Runs on a sheet."""
LARGEST, SMALLEST, STEP = 16.0, 12.0, 0.25
"""Type of the items in points."""
LEADING = 1.28
AIR, MOST_AIR = 2.6, 11.0
"""Space between two items in mm: at least, at most."""
SIGN_ROW = 8.6
"""Height in mm of a row to write in."""


@dataclass(frozen=True)
class Layout:
    """The checklist's measures: what the style sheet is given."""

    runs: range
    points: float
    air: float
    """Space between two items in mm."""
    short: frozenset[int]
    """The numbers of the items that take one line."""


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
            view={"sides": [side(edition, each) for each in sides]},
            route=("checklists", index, "items"),
            paper="A4",
            page="checklists.html",
            pages=len(sides),
            core=checklist.core,
            foot=FOOT,
        )


def side(edition: Edition, checklist: Checklist) -> dict[str, object]:
    """What stands on one side of a sheet."""
    return {
        "checklist": checklist,
        "how": getattr(edition.labels.sheet.checklist, checklist.kind),
        "critical": any(item.critical for item in checklist.items),
        "groups": groups(checklist),
        "layout": fitted(edition, checklist),
    }


def fitted(edition: Edition, checklist: Checklist) -> Layout:
    """The largest type at which the list takes one page; the smallest if none will do."""
    runs = max(FEWEST, min(MOST, len(edition.playbook.shop.open_days)))
    room = HEIGHT - _around(edition, checklist, runs)
    points = LARGEST
    while points > SMALLEST and _items(checklist, runs, points) > room:
        points -= STEP
    spare = (room - _items(checklist, runs, points)) / len(checklist.items)
    air = min(AIR + max(spare, 0), MOST_AIR)
    short = {
        number for number, item in enumerate(checklist.items, 1) if _lines(item, _column(runs), points) == 1
    }
    return Layout(range(1, runs + 1), points, round(air, 2), frozenset(short))


def _column(runs: int) -> float:
    return WIDTH - NUMBER - runs * PITCH - 3


def _lines(item: CheckItem, column: float, points: float) -> int:
    return lines(item.text, column, points, bold=item.critical)


def _items(checklist: Checklist, runs: int, points: float) -> float:
    """The height of the items in mm, with the least space between them."""
    count = sum(_lines(item, _column(runs), points) for item in checklist.items)
    return count * points * LEADING * MM_PER_PT + len(checklist.items) * (AIR + 0.18)


def _around(edition: Edition, checklist: Checklist, runs: int) -> float:
    """The height of everything but the items in mm."""
    words = edition.labels.sheet.checklist
    head = 3.0 + 8.9 * lines(checklist.title, WIDTH - 57, 21, bold=True)
    named = (checklist.pause, edition.role(checklist.who), getattr(words, checklist.kind))
    when = 4.0 + sum(5.8 * lines(text, WIDTH - 43, 11.5) for text in named)
    headings = 7.0 * sum(bool(group.name) for group in groups(checklist))
    done = 4.7 + 5.8 * lines(checklist.done, WIDTH - 9, 11.5, bold=True)
    return head + 3.5 + when + 10.5 + headings + 3.5 + done + 3.5 + 6 + runs * SIGN_ROW
