"""The promise for the shop's own wall: a poster on A4, its lines readable from the counter queue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.design.line_balancing import MOST, balanced
from generator.design.stamping import Foot, Place
from generator.design.type import letter_height
from generator.design.wrapping import MM_PER_PT, length, lines
from generator.edition import Edition
from generator.outlines.contact import hours
from generator.outlines.promise import shipping
from generator.playbook.model.promise import Promise
from generator.printables.logo import Logo, beside, least, logo
from generator.printables.measures import faces, mm, plain
from generator.printables.reach import reach
from generator.printables.sheet import Handling, Sheet, no_problems

DISTANCE = 1500
"""What customers read it from, in mm."""
AMPLE, GOOD, LEAST = 110, 150, 200
"""A character's height is at least distance/200 (AS 1319: capitals 5 mm a metre); it grows to distance/110 where
each promise stays on one line, and where some must be broken to distance/150 (ANSI Z535.2)."""
STEP = 0.1
"""Letters shrink by this, in mm."""
CAUTION = 0.99
"""A line is set a little shorter than its room, so that rounding cannot break it."""
MARGIN = 14.0
TICK = 1.6
"""The column of ticks, in em of the promises."""
LEADING, NEAR_LEADING = 1.22, 1.36
AIR, MOST_AIR = 2.0, 24.0
"""Space between two promises in mm: at least, at most."""
OUTSIDE = 12.0
"""Type of the outside routes in points: read close to. Nothing on a wall is smaller."""
OUTSIDE_LEADING = 1.3
LINE_NAME, ANSWERED = 1.5, 0.8
"""The name of the complaints line, and when it is answered, as a share of the hours."""
_INSET, _WRITE, _BLANK, _CODE, _APART = 6.0, 14.0, 80.0, 26.0, 5.0
"""In mm: the frame of the service field; height and width to write a number with a marker pen; the code to scan, and
what lies between it and the words."""
_WAYS = (OUTSIDE, OUTSIDE * 1.4 * MM_PER_PT)
"""Points and height of a line in mm."""

MEASURES = {
    **mm(margin=MARGIN, inset=_INSET, writing=_WRITE, reach_code=_CODE, reach_apart=_APART),
    **faces(outside=(OUTSIDE, OUTSIDE * OUTSIDE_LEADING * MM_PER_PT), ways=_WAYS),
    **plain(leading=LEADING, near_leading=NEAR_LEADING, line_name=LINE_NAME, answered=ANSWERED),
}


@dataclass(frozen=True)
class Setting:
    """A paper in mm, and from what share of the distance hours and the like are read."""

    paper: str
    width: float
    height: float
    near: float

    @property
    def room(self) -> float:
        return self.width - 2 * MARGIN


SETTINGS = (
    Setting("A4", 210.0, 297.0, 0.65),
    Setting("A4", 210.0, 297.0, 0.5),
    Setting("A4", 210.0, 297.0, 0.4),
    Setting("A3", 297.0, 420.0, 0.5),
)
"""The first that holds the promise is taken."""


@dataclass(frozen=True)
class Layout:
    """The poster's measures in mm: what the style sheet is given."""

    setting: Setting
    em: float
    near: float
    title: float
    shop: float
    number: float
    """Size of the telephone number."""
    stacked: bool
    """Whether the number stands below the name of the line."""
    air: float
    """Space between two promises."""
    around: float
    """Space above the first and below the last."""
    lines: tuple[tuple[str, ...], ...]
    """Each promise, broken where it must be."""
    letter: float
    """The height of a character of the promises."""
    logo: Logo | None


problems = no_problems


def sheets(edition: Edition) -> Iterator[Sheet]:
    promise = edition.playbook.promise
    if promise is None:
        return
    layout = fitted(edition, promise)
    yield Sheet(
        id="promise-poster",
        of="promise",
        kind="promise-poster",
        title=edition.labels.sheet.promise_poster.title.format(promise.title),
        template="promise_poster.html",
        styles=("promise_poster.css",),
        view={
            "promise": promise,
            "hours": hours(edition),
            "layout": layout,
            "shipping": shipping(promise),
            "reach": reach(edition),
            "measures": MEASURES,
        },
        route=("promise", "lines"),
        paper=layout.setting.paper,
        handling=Handling(posted=True),
        audience="customer",
        page="promise.html",
        foot=Foot(
            (Place(MARGIN, layout.setting.width - MARGIN, layout.setting.height - 7.405, 7, at_end=True),)
        ),
    )


def fitted(edition: Edition, promise: Promise) -> Layout:
    """The largest letters at which the whole promise stands on A4, else on A3; never below distance/200.

    Either every promise stands on one line, or all may be broken. What does not fit even then runs over to a
    second page and is reported there.
    """
    tall = letter_height(edition.language, bold=True)
    for setting in SETTINGS:
        for most, largest in ((1, AMPLE), (MOST, GOOD)):
            letter = DISTANCE / largest
            while letter >= DISTANCE / LEAST:
                if _fits(edition, promise, setting, letter / tall, most):
                    return _laid_out(edition, promise, setting, letter)
                letter -= STEP
    return _laid_out(edition, promise, setting, DISTANCE / LEAST)


def _fits(edition: Edition, promise: Promise, setting: Setting, em: float, most: int) -> bool:
    short = all(len(_broken(line.line, setting, em)) <= most for line in promise.lines)
    return short and _high(edition, promise, setting, em) <= setting.height


def _laid_out(edition: Edition, promise: Promise, setting: Setting, letter: float) -> Layout:
    em = letter / letter_height(edition.language, bold=True)
    spare = max(setting.height - _high(edition, promise, setting, em), 0)
    air = min(AIR + spare / len(promise.lines), MOST_AIR)
    said = tuple(_broken(line.line, setting, em) for line in promise.lines)
    around = (spare - (air - AIR) * len(promise.lines)) / 2
    return Layout(
        setting=setting,
        em=em,
        near=_near(edition, setting),
        title=_title(edition, promise, setting),
        shop=_shop(setting),
        number=_number(edition),
        stacked=_stacked(edition, promise, setting),
        air=round(air, 2),
        around=round(around, 2),
        lines=said,
        letter=letter,
        logo=_logo(edition, setting),
    )


def _near(edition: Edition, setting: Setting) -> float:
    """The size of what is read from nearby."""
    return DISTANCE * setting.near / LEAST / letter_height(edition.language)


def _number(edition: Edition) -> float:
    """The size of the telephone number: it is read from as far as the promises."""
    return DISTANCE / LEAST / letter_height(edition.language, bold=True)


def _stacked(edition: Edition, promise: Promise, setting: Setting) -> bool:
    line = promise.complaints_line
    name = length(line.name, LINE_NAME * _near(edition, setting) / MM_PER_PT, bold=True)
    number = length(line.phone, _number(edition) / MM_PER_PT, bold=True) if line.phone else _BLANK
    return name + number + 4 > setting.room - 2 * _INSET


def _logo(edition: Edition, setting: Setting) -> Logo | None:
    return logo(edition, 0.24 * setting.width, 0.1 * setting.width)


def _title(edition: Edition, promise: Promise, setting: Setting) -> float:
    """The title as large as one line allows, within bounds."""
    room = setting.room - beside(_logo(edition, setting))
    return min(0.062 * setting.width, max(room / length(promise.title, 1 / MM_PER_PT, bold=True) * 0.97, 9.0))


def _shop(setting: Setting) -> float:
    return 0.024 * setting.width


def _broken(text: str, setting: Setting, em: float) -> tuple[str, ...]:
    """The lines of a promise; where there is no good way to break it, as many empty ones as it takes, and the text."""
    room = setting.room - TICK * em
    return balanced(text, room / em * CAUTION) or (*[""] * (_lines(text, room, em, bold=True) - 1), text)


def _high(edition: Edition, promise: Promise, setting: Setting, em: float) -> float:
    """The height of the whole poster in mm, with the least space between the promises."""
    said = sum(len(_broken(line.line, setting, em)) * em * LEADING + AIR for line in promise.lines)
    return (
        _head(edition, promise, setting)
        + said
        + 10
        + _service(edition, promise, setting)
        + _outside(promise, setting)
        + _reach(edition, setting)
    )


def _head(edition: Edition, promise: Promise, setting: Setting) -> float:
    drawn, title, shop = _logo(edition, setting), _title(edition, promise, setting), _shop(setting)
    room = setting.room - beside(drawn)
    high = _lines(edition.playbook.shop.name, room, shop) * shop * 1.3
    high += _lines(promise.title, room, title, bold=True) * title * 1.25
    return 13.0 + max(high, least(drawn))


def _service(edition: Edition, promise: Promise, setting: Setting) -> float:
    words, near = edition.labels.sheet.card, _near(edition, setting)
    room = setting.room - 2 * _INSET
    texts = [f"{words.hours}  {hours(edition)}"]
    texts += [f"{words.shipping}  {promise.cut_off}"] if shipping(promise) else []
    high = sum(_lines(text, room, near) for text in texts) * near * NEAR_LEADING
    small = max(ANSWERED * near, OUTSIDE * MM_PER_PT)
    answered = _lines(promise.complaints_line.hours, room, small) * small * NEAR_LEADING
    named = LINE_NAME * near
    name = _lines(promise.complaints_line.name, room, named, bold=True) * named * NEAR_LEADING
    return 8.0 + high + _WRITE + (name if _stacked(edition, promise, setting) else 0) + 1.5 + answered


def _reach(edition: Edition, setting: Setting) -> float:
    there = reach(edition)
    return there.high(setting.room, _WAYS, code=_CODE) + 4.0 if there else 0.0


def _outside(promise: Promise, setting: Setting) -> float:
    room, em = setting.room, OUTSIDE * MM_PER_PT
    count = 1 + sum(_lines(route, room - 4, em) for route in promise.outside)
    return 4.0 + count * em * OUTSIDE_LEADING + 12.0


def _lines(text: str, room: float, em: float, *, bold: bool = False) -> int:
    return lines(text, room, em / MM_PER_PT, bold=bold)
