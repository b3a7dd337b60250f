"""A product's usage sheet for the parcel: A5, two on an A4 sheet with marks to cut along.

A customer reads it beside a mirror, so it has the size of a page and not of a card. What staff are told of common
mistakes stays in the handbook: those sentences are written for the colleague, not for the customer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.design.stamping import Foot, Place
from generator.design.wrapping import MM_PER_PT, length, lines
from generator.edition import Edition
from generator.outlines.contact import hours
from generator.playbook.model.shop import Product
from generator.playbook.problems import Problem
from generator.printables.logo import CHIP, logo
from generator.printables.measures import Face, faces, mm, plain
from generator.printables.reach import APART, CODE, reach
from generator.printables.sheet import Handling, Sheet
from generator.set_text import joined

EDGE = 9.0
"""In mm: a quiet edge that no printer and no knife reaches."""
STAMP = 4.0
"""What the stamp takes of the height, in mm."""
INSET = 5.0
"""From the edge of a coloured field to its words, in mm; what has no field stands in line with them."""
NAMES = (21.0, 18.0, 15.0)
"""Type of the product's name in points: the largest that takes one line, else the smallest."""
SIDE = 32.0
"""What stands beside the name, in mm."""
LARGEST, SMALLEST, STEP = 12.5, 8.5, 0.25
"""Type of the notes in points; the steps are larger by MORE."""
MORE = 1.5
LEADING, STEP_LEADING = 1.42, 1.34
NUMBER = 9.0
"""The column of the numbers of the steps in mm."""
LABEL_GAP = 4.0
"""Between the longest name of a note and its text, in mm."""
AIR, MOST_AIR = 1.1, 4.2
"""Space around a step or a note in mm: at least, at most."""
BLOCKS, GAP = 5, 2.0
"""Gaps between the parts of the sheet, and the height of each in mm on top of the air."""
OPENED = 9.0
"""Height in mm of the line for the date of opening: enough for a pen."""
_SHOP, _TEXT, _SMALL = (9.5, 4.4), (9.5, 4.7), (8.5, 4.1)
"""Points and height of a line in mm."""
NAME_LEADING = 1.2
MEASURES = {
    **faces(shop=_SHOP, text=_TEXT, small=_SMALL, ways=_SMALL),
    **mm(
        edge=EDGE,
        stamp=STAMP,
        inset=INSET,
        side=SIDE,
        number=NUMBER,
        block=GAP,
        opened=OPENED,
        reach_code=CODE,
        reach_apart=APART,
    ),
    **plain(name_leading=NAME_LEADING, leading=LEADING, step_leading=STEP_LEADING),
}

Note = tuple[str, str]


@dataclass(frozen=True)
class Format:
    """A sheet's measures in mm, and how many stand on A4."""

    width: float
    height: float
    copies: int
    turned: str

    @property
    def column(self) -> float:
        return self.width - 2 * EDGE

    @property
    def inner(self) -> float:
        return self.column - 2 * INSET

    @property
    def room(self) -> float:
        """What can be printed on from top to bottom, less the stamp."""
        return self.height - 2 * EDGE - STAMP


FORMATS = (Format(148.5, 210.0, 2, "landscape"), Format(210.0, 297.0, 1, "portrait"))
"""The first that holds the product is taken."""


@dataclass(frozen=True)
class Layout:
    """The sheet's measures: what the style sheet is given."""

    format: Format
    name: float
    """Size of the product's name in points."""
    points: float
    """Size of the notes."""
    step_points: float
    label: float
    """Width of the names of the notes, in mm."""
    air: float
    """Space around a step or a note, in mm."""
    spare: float
    """What is left of the height in mm; below 0 the words would run into the stamp."""


def problems(edition: Edition) -> Iterator[Problem]:
    for index, product in enumerate(edition.playbook.products):
        if fitted(edition, product).spare < 0:
            title = edition.labels.sheet.usage.title.format(product.name)
            details = {"title": title, "pages": "2", "language": f"in-{edition.language}"}
            yield Problem("sheet-overflows", ("products", index, "steps"), details, at_key=True)


def sheets(edition: Edition) -> Iterator[Sheet]:
    for index, product in enumerate(edition.playbook.products):
        before, after = before_use(edition, product), on_the_pack(edition, product)
        layout = fitted(edition, product)
        yield Sheet(
            id=f"usage-{product.id}",
            of=f"products.{product.id}",
            kind="usage",
            title=edition.labels.sheet.usage.title.format(product.name),
            template="usage.html",
            styles=("usage.css",),
            view={
                "product": product,
                "before": before,
                "after": after,
                "lasts": lasts(edition, product),
                "stop": stop(edition, product),
                "hours": hours(edition),
                "reach": reach(edition),
                "logo": logo(edition, SIDE - 2 * CHIP, 6.4),
                "layout": layout,
                "measures": MEASURES,
            },
            route=("products", index, "steps"),
            paper="A4",
            handling=Handling(copies=10, pieces=layout.format.copies, posted=True),
            audience="customer",
            page=f"products.html#{product.id}",
            foot=_foot(layout.format),
        )


def _foot(form: Format) -> Foot:
    """A line on each copy, clear of the knife."""
    edges = [number * form.width for number in range(form.copies)]
    base = form.height - 7.95
    return Foot(tuple(Place(left + EDGE, left + form.width - EDGE, base, 6, at_end=True) for left in edges))


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
    notes = ((words.batch, product.batch), (words.registration, product.registration))
    return tuple((name, said) for name, said in notes if said)


def lasts(edition: Edition, product: Product) -> str:
    """How long a pack lasts; nothing if it is not used up, or if the amount has said so already."""
    said = edition.fact(product.lasts) if product.lasts else ""
    return "" if said in product.amount else joined(" ", (edition.labels.handbook.products.lasts, said))


def stop(edition: Edition, product: Product) -> str:
    """What somebody who feels unwell reads: the product's own words, else the sheet's."""
    return str(product.unwell or edition.labels.sheet.usage.stop)


def fitted(edition: Edition, product: Product) -> Layout:
    """The largest type at which everything stands on A5, else on A4; the smallest if none will do.

    What does not fit even then is a Problem.
    """
    for form in FORMATS:
        room, points = form.room - _around(edition, product, form), LARGEST
        while points > SMALLEST and _high_at(edition, product, form, points) > room:
            points -= STEP
        spare = room - _high_at(edition, product, form, points)
        if spare >= 0:
            break
    notes = _notes(edition, product)
    air = min(AIR + max(spare, 0) / _airy(product, notes), MOST_AIR)
    label = round(_label(notes, points), 2)
    return Layout(form, _name(product, form), points, points + MORE, label, round(air, 2), spare)


def _notes(edition: Edition, product: Product) -> tuple[Note, ...]:
    return (*before_use(edition, product), *on_the_pack(edition, product))


def _name(product: Product, form: Format) -> float:
    room = form.inner - SIDE
    return next((each for each in NAMES if lines(product.name, room, each, bold=True) == 1), NAMES[-1])


def _airy(product: Product, notes: tuple[Note, ...]) -> int:
    """How often the air is put: around each note and step, between the blocks, around the steps as a whole."""
    return len(notes) + len(product.steps) + BLOCKS + 1


def _label(notes: tuple[Note, ...], points: float) -> float:
    return max(length(name, points, bold=True) for name, _ in notes) + LABEL_GAP


def _high_at(edition: Edition, product: Product, form: Format, points: float) -> float:
    """The height in mm of all that grows with the type, with the least space around it."""
    words, notes, larger = edition.labels.sheet.usage, _notes(edition, product), points + MORE
    beside = form.inner - _label(notes, points)
    count = sum(lines(text, beside, points) for _, text in notes)
    count += lines(words.unwell, form.inner, points, bold=True)
    count += lines(stop(edition, product), form.inner, points)
    steps = sum(lines(step.do, form.inner - NUMBER, larger) for step in product.steps)
    type_high = (count * points * LEADING + steps * larger * STEP_LEADING) * MM_PER_PT
    return type_high + _airy(product, notes) * AIR + (OPENED if product.lasts else 0)


def _around(edition: Edition, product: Product, form: Format) -> float:
    """The height in mm of all that keeps its size: head, frames, gaps, foot."""
    promise, words, name = edition.playbook.promise, edition.labels.sheet, _name(product, form)
    head = 7.1 + _high(edition.playbook.shop.name, form.inner - SIDE, _SHOP)
    head += _high(product.name, form.inner - SIDE, (name, name * NAME_LEADING * MM_PER_PT), bold=True)
    foot = 9.4 + _high(words.usage.ask, form.inner, _TEXT, bold=True)
    foot += _high(f"{words.card.hours}  {hours(edition)}", form.inner, _TEXT)
    foot += _high(promise.complaints_line.hours, form.inner, _SMALL) if promise else 0
    there = reach(edition)
    foot += there.high(form.inner, _SMALL) + 1.0 if there else 0
    return head + BLOCKS * GAP + 6.0 + foot


def _high(text: str, room: float, face: Face, *, bold: bool = False) -> float:
    points, line = face
    return lines(text, room, points, bold=bold) * line
