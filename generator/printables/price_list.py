"""A price list for the wall: names and prices as large as the paper allows, a column for each variant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.design.type import letter_height, width
from generator.design.wrapping import MM_PER_PT
from generator.edition import Edition
from generator.outlines.prices import Rows
from generator.playbook.model.prices import PriceList
from generator.playbook.problems import Problem
from generator.printables.measures import faces, mm, plain
from generator.printables.price_fit import (
    AIR,
    APART,
    BELOW,
    CODE,
    GAP,
    GROUP,
    INTRO,
    LEADING,
    LINES,
    MOST_AIR,
    NOTE_LEADING,
    SHOP,
    TOP,
    WAYS,
    Fitting,
)
from generator.printables.reach import reach
from generator.printables.sheet import Handling, Sheet
from generator.printables.wall import (
    AMPLE,
    GOOD,
    LEAST,
    NEAR,
    READ_CLOSE,
    Board,
    head,
    largest,
    margin,
    size,
    too_small,
)

MEASURES = {
    **mm(reach_code=CODE, reach_apart=APART, intro=INTRO, below=BELOW, to_shop=SHOP),
    **faces(ways=WAYS),
    **plain(leading=LEADING, note_leading=NOTE_LEADING, group=GROUP, gap=GAP),
}
HEADING = 0.055
"""The title, as a share of the shorter side of the paper."""


@dataclass(frozen=True)
class Layout(Board):
    """The poster's measures: what the style sheet is given."""

    names: float
    """The width of the column of names."""
    columns: tuple[float, ...]
    """The width of each column of prices."""
    groups: tuple[Rows, ...]
    remarks: tuple[str, ...]
    """What stands below the list."""


def sheets(edition: Edition) -> Iterator[Sheet]:
    for index, it in enumerate(edition.playbook.prices):
        layout = fitted(edition, it)
        yield Sheet(
            id=f"prices-{it.id}",
            of=f"prices.{it.id}",
            kind="prices",
            title=edition.labels.sheet.prices.title.format(it.title),
            template="price_list.html",
            styles=("wall.css", "price_list.css"),
            view={"list": it, "layout": layout, "reach": reach(edition), "measures": MEASURES},
            route=("prices", index),
            paper=it.paper.upper(),
            handling=Handling(posted=True),
            audience="customer",
            page="prices.html",
            core=it.core,
            foot=layout.foot,
        )


def problems(edition: Edition) -> Iterator[Problem]:
    """Letters too small for the reading distance."""
    for index, it in enumerate(edition.playbook.prices):
        layout = fitted(edition, it)
        longest = max((row.price.name for group in layout.groups for row in group.rows), key=width)
        route = ("prices", index, "groups")
        yield from too_small(layout.letter, it.distance, longest, edition.language, route)


def fitted(edition: Edition, it: PriceList) -> Layout:
    """The largest letters at which the whole list fits, up to what is comfortable."""
    wide, high = size(it.paper, it.orientation)
    edge, tall = margin(wide, high), letter_height(edition.language)
    note = max(it.distance * 1000 * NEAR / LEAST / tall, READ_CLOSE * MM_PER_PT)
    fitting = Fitting(edition, it, wide - 2 * edge, reach(edition), note)
    above = head(edition, it.title, wide, high, HEADING)
    em = _largest(fitting, above.high, high, it.distance * 1000 / tall)
    spare = max(high - fitting.around(em, above.high) - fitting.high(em), 0.0)
    count = fitting.count
    air = min(AIR * em + spare / (count + 2), MOST_AIR * em)
    columns = fitting.columns(em)
    return Layout(
        width=wide,
        height=high,
        margin=edge,
        em=em,
        note=fitting.note(em),
        head=above,
        names=fitting.room - sum(columns),
        columns=columns,
        air=air,
        top=TOP + min((spare - (air - AIR * em) * count) / 3, 3 * em),
        letter=em * tall,
        groups=fitting.groups,
        remarks=fitting.remarks,
    )


def _largest(fitting: Fitting, top: float, high: float, distance: float) -> float:
    """The largest letters, in em, on a paper so `high`; `distance` in mm, by the share of an em that a letter has."""
    sizes: list[float] = []
    for most in LINES:

        def fits(em: float, most: int = most) -> bool:
            return fitting.around(em, top) + fitting.high(em, most) <= high

        sizes.append(largest(fits, distance / AMPLE))
    return next((each for each in sizes if each >= distance / GOOD), sizes[-1])
