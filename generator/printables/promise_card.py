"""The service promise as a card for customers: A6, four on an A4 sheet with marks to cut along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.design.line_balancing import balanced
from generator.design.wrapping import MM_PER_PT, lines
from generator.edition import Edition
from generator.outlines.contact import Way, hours
from generator.outlines.promise import shipping
from generator.playbook.model.promise import Promise
from generator.playbook.problems import Problem
from generator.printables.logo import Logo, beside, least, logo
from generator.printables.measures import Face, faces, mm, plain
from generator.printables.reach import APART, CODE, Reach, reach
from generator.printables.sheet import CARDS, Handling, Sheet
from generator.printables.too_long import NAME, with_short_name

COLUMN = 90.0
"""Width of the card's text in mm: A6 less a quiet edge of 7.5 mm, which no printer and no knife reaches."""
HEIGHT = 133.4
"""Height of the card's text in mm."""
LARGEST, CALM, SMALLEST, STEP = 16.0, 12.5, 9.0, 0.25
"""Type of the promises in points; above CALM only if each stays on one line."""
LEADING = 1.3
TICK = 1.65
"""Width of the column of ticks in em of the promises."""
CAUTION = 0.99
"""The share of the width that a line may take: what is broken here is never broken again on the sheet."""
AIR, MOST_AIR = 1.8, 7.0
"""Space between two promises in mm: at least, at most."""
_SHOP, _TITLE, _INTRO, _TEXT, _SMALL, _OUTSIDE, _WAYS = (
    (9, 4.1),
    (17, 7.5),
    (8, 3.9),
    (8.5, 4.1),
    (8, 3.7),
    (8, 3.6),
    (8.5, 3.9),
)
"""Points and height of a line in mm; nothing a customer keeps is smaller than 8 points."""
MEASURES = {
    **faces(shop=_SHOP, title=_TITLE, intro=_INTRO, text=_TEXT, small=_SMALL, outside=_OUTSIDE, ways=_WAYS),
    **mm(reach_code=CODE, reach_apart=APART),
    **plain(leading=LEADING),
}


@dataclass(frozen=True)
class Layout:
    """The card's measures: what the style sheet is given."""

    points: float
    """Size of the promises."""
    air: float
    """Space between two promises in mm."""
    around: float
    """Space above the first and below the last, in mm."""
    said: tuple[tuple[str, ...], ...]
    """Each promise, line by line."""
    reach: Reach
    """How the shop is reached, as far as there is room."""
    logo: Logo | None


def problems(edition: Edition) -> Iterator[Problem]:
    """The ways to reach the shop that the card has no room for."""
    promise = edition.playbook.promise
    if promise is None or not (missing := _missing(edition, promise)):
        return
    named = not _missing(with_short_name(edition), promise)
    ways = edition.labels.list_join.join(f"{way.name} {way.said}" for way in missing)
    yield Problem(
        "ways-left-out",
        NAME if named else ("promise",),
        {
            "ways": ways,
            "language": f"in-{edition.language}",
            "hint": "shorten-name" if named else "shorten-promise",
        },
        at_key=not named,
    )


def _missing(edition: Edition, promise: Promise) -> list[Way]:
    there = _reach(edition, promise).ways
    return [way for way in reach(edition).ways if way not in there]


def sheets(edition: Edition) -> Iterator[Sheet]:
    promise = edition.playbook.promise
    if promise is None:
        return
    yield Sheet(
        id="promise-card",
        of="promise",
        kind="card",
        title=promise.title,
        template="promise_card.html",
        styles=("cards.css", "promise_card.css"),
        view={
            "promise": promise,
            "hours": hours(edition),
            "layout": fitted(edition, promise),
            "shipping": shipping(promise),
            "measures": MEASURES,
        },
        route=("promise", "lines"),
        paper="A4",
        handling=Handling(copies=10, stock="card", pieces=4, posted=True),
        audience="customer",
        page="promise.html",
        core=True,
        foot=CARDS,
    )


def _unsplit(line: str) -> str:
    """`line` with its last two words held together: no word stands alone on a second line."""
    at = line.rfind(" ")
    return line[:at] + "\N{NO-BREAK SPACE}" + line[at + 1 :] if at >= 0 and line.isascii() else line


def fitted(edition: Edition, promise: Promise) -> Layout:
    """The largest type at which the whole promise stands on the card; the smallest if none will do.

    What does not fit even then runs over to a second page and is reported there.
    """
    there = _reach(edition, promise)
    room = HEIGHT - _around(edition, promise, there)
    points = LARGEST
    while points > SMALLEST and (_promises(promise, points) > room or _restless(promise, points)):
        points -= STEP
    spare = max(room - _promises(promise, points), 0)
    air = min(AIR + spare / len(promise.lines), MOST_AIR)
    around = (spare - (air - AIR) * len(promise.lines)) / 2
    said = tuple(_broken(each.line, points) for each in promise.lines)
    return Layout(points, round(air, 2), round(around, 2), said, there, _logo(edition))


def _reach(edition: Edition, promise: Promise) -> Reach:
    """As much of how the shop is reached as leaves room for the promises."""
    shorter = reach(edition).shorter
    least = _promises(promise, SMALLEST)
    return next((each for each in shorter if least <= HEIGHT - _around(edition, promise, each)), shorter[-1])


def _restless(promise: Promise, points: float) -> bool:
    return points > CALM and _count(promise, points) > len(promise.lines)


def _promises(promise: Promise, points: float) -> float:
    """The height of the promises in mm, with the least space between them."""
    return _count(promise, points) * LEADING * points * MM_PER_PT + len(promise.lines) * AIR


def _count(promise: Promise, points: float) -> int:
    """The lines that all promises take."""
    return sum(_lines(line.line, points) for line in promise.lines)


def _lines(text: str, points: float) -> int:
    said = _broken(text, points)
    return len(said) if len(said) > 1 else lines(said[0], _room(points), points, bold=True)


def _room(points: float) -> float:
    """The width of a promise beside its tick, in mm."""
    return COLUMN - TICK * points * MM_PER_PT


def _broken(text: str, points: float) -> tuple[str, ...]:
    """A promise in lines of about the same length; the text as it is where there is no good way to break it."""
    return balanced(text, _room(points) / (points * MM_PER_PT) * CAUTION) or (_unsplit(text),)


def _logo(edition: Edition) -> Logo | None:
    return logo(edition, 15.0, 11.0)


def _around(edition: Edition, promise: Promise, there: Reach) -> float:
    """The height of everything but the promises in mm."""
    words = edition.labels.sheet.card
    drawn = _logo(edition)
    room = COLUMN - 8 - beside(drawn)
    head = _high(edition.playbook.shop.name, room, _SHOP) + _high(promise.title, room, _TITLE, bold=True)
    if promise.intro:
        head += 0.6 + _high(promise.intro, room, _INTRO)
    head = 5.9 + max(head, least(drawn))
    inner = COLUMN - 8
    service = 13.3 + _high(f"{words.hours}  {hours(edition)}", inner, _TEXT)
    if shipping(promise):
        service += 0.6 + _high(f"{words.shipping}  {promise.cut_off}", inner, _TEXT)
    service += _high(promise.complaints_line.hours, inner, _SMALL)
    outside = 2.0 + _OUTSIDE[1] + sum(_high(each, COLUMN - 2.4, _OUTSIDE) for each in promise.outside)
    return head + 2 + service + (there.high(inner, _WAYS) + 1.2 if there else 0) + outside + 4


def _high(text: str, room: float, face: Face, *, bold: bool = False) -> float:
    points, line = face
    return lines(text, room, points, bold=bold) * line
