"""A product's usage sheet for the parcel: A5, two on an A4 sheet with a mark to cut along.

A customer reads it beside a mirror, so it has the size of a page and not of a card. What staff are told of common
mistakes stays in the handbook: those sentences are written for the colleague, not for the customer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.edition import Edition
from generator.playbook.shop import Product
from generator.printables.reach import hours
from generator.printables.sheet import Sheet
from generator.printables.wrapping import MM_PER_PT, lines

COLUMN, HEIGHT = 130.5, 187.0
"""The text of a card in mm: A5 less a quiet edge of 9 mm, which no printer and no knife reaches."""
LARGEST, SMALLEST, STEP = 12.5, 9.0, 0.25
"""Type of the notes in points; the steps are larger by MORE."""
MORE = 1.5
LEADING, STEP_LEADING = 1.42, 1.34
NUMBER, LABEL = 17.0, 27.0
"""In mm: what number and frame take of a step, and the name of a note."""
AIR, MOST_AIR = 1.4, 4.2
"""Space around a step or a note in mm: at least, at most."""
BLOCKS = 4
"""Gaps between the parts of the sheet."""
OPENED = 9.0
"""Height in mm of the line for the date of opening: enough for a pen."""
_SHOP, _NAME, _TEXT, _SMALL = (9.5, 4.4), (21.0, 8.9), (9.5, 4.7), (8.5, 4.1)
"""Points and height of a line in mm."""

Note = tuple[str, str]


@dataclass(frozen=True)
class Layout:
    """The sheet's measures: what the style sheet is given."""

    points: float
    """Size of the notes."""
    step_points: float
    air: float
    """Space around a step or a note, in mm."""


def sheets(edition: Edition) -> Iterator[Sheet]:
    for index, product in enumerate(edition.playbook.products):
        before, after = before_use(edition, product), on_the_pack(edition, product)
        yield Sheet(
            id=f"usage-{product.id}",
            kind="usage",
            title=edition.labels.sheet.usage.title.format(product.name),
            template="usage.html",
            styles=("usage.css",),
            view={
                "product": product,
                "before": before,
                "after": after,
                "lasts": lasts(edition, product),
                "hours": hours(edition),
                "layout": fitted(edition, product),
            },
            route=("products", index, "steps"),
            paper="A4",
            audience="customer",
            page=f"products.html#{product.id}",
        )


def before_use(edition: Edition, product: Product) -> tuple[Note, ...]:
    """What to read before the steps, each with its name."""
    words = edition.labels.handbook.products
    return (
        (words.for_whom, product.for_whom),
        (words.not_for, product.not_for),
        (words.amount, product.amount),
    )


def on_the_pack(edition: Edition, product: Product) -> tuple[Note, ...]:
    """What stands on the pack, each with its name."""
    words = edition.labels.handbook.products
    notes = ((words.batch, product.batch), (words.registration, product.registration or ""))
    return tuple(note for note in notes if note[1])


def lasts(edition: Edition, product: Product) -> str:
    """How long a pack lasts; nothing if the amount has said so already."""
    said = edition.fact(product.lasts)
    return "" if said in product.amount else f"{edition.labels.handbook.products.lasts} {said}"


def fitted(edition: Edition, product: Product) -> Layout:
    """The largest type at which everything stands on the sheet; the smallest if none will do.

    What does not fit even then runs over to a second page and is reported there.
    """
    notes = (*before_use(edition, product), *on_the_pack(edition, product))
    room = HEIGHT - _around(edition, product)
    points = LARGEST
    while points > SMALLEST and _high_at(edition, product, notes, points) > room:
        points -= STEP
    airy = len(notes) + len(product.steps) + BLOCKS
    spare = max(room - _high_at(edition, product, notes, points), 0)
    return Layout(points, points + MORE, round(min(AIR + spare / airy, MOST_AIR), 2))


def _high_at(edition: Edition, product: Product, notes: tuple[Note, ...], points: float) -> float:
    """The height in mm of all that grows with the type, with the least space around it."""
    words = edition.labels.sheet.usage
    beside = COLUMN - LABEL
    count = sum(max(lines(name, LABEL - 2, points, bold=True), lines(text, beside, points)) for name, text in notes)
    count += lines(words.unwell, COLUMN - 10, points, bold=True) + lines(words.stop, COLUMN - 10, points)
    larger = points + MORE
    steps = sum(lines(step.do, COLUMN - NUMBER, larger) for step in product.steps)
    air = (len(notes) + len(product.steps) + BLOCKS) * AIR
    return (count * points * LEADING + steps * larger * STEP_LEADING) * MM_PER_PT + air + OPENED


def _around(edition: Edition, product: Product) -> float:
    """The height in mm of all that keeps its size: head, frames, gaps, foot."""
    promise, words = edition.playbook.promise, edition.labels.sheet
    head = 7.0 + _high(edition.playbook.shop.name, 84, _SHOP) + _high(product.name, 84, _NAME, bold=True)
    inner = COLUMN - 10
    foot = 14.0 + _high(words.usage.ask, inner, _TEXT, bold=True)
    foot += _high(f"{words.card.hours}  {hours(edition)}", inner, _TEXT)
    foot += _high(promise.complaints_line.hours, inner, _SMALL) if promise else 0
    return head + BLOCKS * 2.0 + 5.6 + foot


def _high(text: str, room: float, face: tuple[float, float], *, bold: bool = False) -> float:
    points, line = face
    return lines(text, room, points, bold=bold) * line
