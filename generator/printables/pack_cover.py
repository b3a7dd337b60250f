"""The first page of a pack: how it is printed, and what is in it, for somebody who knows printers and not the shop."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from itertools import groupby

from generator.design.stamping import Foot, Place
from generator.edition import Edition
from generator.outlines.counted import counted
from generator.printables.pack_order import Leaves, Order, Way
from generator.printables.sheet import SIZES, Sheet

_WITH_COMPLAINTS_LINE = ("card", "promise-poster", "usage")
"""The kinds of sheets that give customers its number."""


def cover(order: Order) -> Sheet:
    """As large as the smallest paper in the pack."""
    edition, words = order.edition, order.edition.labels.sheet.pack
    paper = min((each.way.paper for each in order.leaves), key=lambda each: SIZES[each])
    scale = SIZES[paper][0] / SIZES["A4"][0]
    place = Place(20 * scale, 190 * scale, 284 * scale, 7.5 * scale)
    return Sheet(
        id=f"pack-{order.name}",
        of="",
        kind="pack",
        title=_name(edition, order.way) if order.way else words.first_week,
        template="pack.html",
        styles=("pack.css",),
        view={
            "size": SIZES[paper],
            "scale": scale,
            "narrow": scale < 1,
            "tiles": tuple(_tiles(edition, order.leaves)),
            "jobs": tuple(_jobs(order)),
            "rows": order.rows,
            "blank": order.has_blanks,
            "fill_first": _fill_first(order),
        },
        route=(),
        paper=paper,
        pages=None,
        foot=Foot((place,), numbered=True),
    )


def _fill_first(order: Order) -> str:
    """Which pages would be printed, and handed out by the dozen, with an empty line for complaints."""
    edition, promise = order.edition, order.edition.playbook.promise
    if promise is None or promise.complaints_line.phone:
        return ""
    blank = [row.pages for row in order.rows if row.it.sheet.kind in _WITH_COMPLAINTS_LINE]
    said: str = edition.labels.sheet.pack.fill_first.format(
        name=promise.complaints_line.name, pages=edition.labels.list_join.join(blank)
    )
    return said if blank else ""


def _name(edition: Edition, way: Way) -> str:
    words = edition.labels.sheet.pack
    stock = [words.card] if way.stock == "card" else []
    return " · ".join([way.paper, *stock, words.duplex if way.duplex else words.single])


def _tiles(edition: Edition, leaves: tuple[Leaves, ...]) -> Iterator[tuple[str, str, str]]:
    """What must be known before a key is pressed: a word, in large letters what is chosen, and a remark."""
    words = edition.labels.sheet.pack

    def said(of: Callable[[Leaves], Hashable], say: Callable[[Leaves], tuple[str, str]]) -> tuple[str, str]:
        """The same for all, or a look at the list."""
        return say(leaves[0]) if len({of(each) for each in leaves}) == 1 else (words.several, words.see_list)

    yield (
        words.paper,
        *said(
            lambda each: (each.way.paper, each.way.stock),
            lambda each: (each.way.paper, words.stocks[each.way.stock]),
        ),
    )
    yield (
        words.sides,
        *said(
            lambda each: each.way.duplex,
            lambda each: (words.duplex, words.flip) if each.way.duplex else (words.single, words.no_back),
        ),
    )
    yield words.scale, "100 %", words.no_fit
    yield (
        words.copies,
        *said(
            lambda each: each.it.sheet.handling.copies,
            lambda each: (counted(edition, words.each, each.it.sheet.handling.copies), words.of_each_page),
        ),
    )
    yield (
        words.cut,
        *said(
            lambda each: each.it.sheet.handling.pieces,
            lambda each: (_cut(edition, each), words.along if each.it.sheet.handling.pieces > 1 else ""),
        ),
    )
    yield words.colour, words.in_colour, words.in_grey


def _cut(edition: Edition, each: Leaves) -> str:
    words, pieces = edition.labels.sheet.pack, each.it.sheet.handling.pieces
    return words.pieces.format(pieces) if pieces > 1 else words.uncut


def _jobs(order: Order) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Pages that go through at once: which, and what is chosen for them."""
    edition, words = order.edition, order.edition.labels.sheet.pack
    for _, group in groupby(zip(order.leaves, order.rows, strict=True), lambda pair: pair[0].told):
        (each, row), *more = group
        first, last = row.first, more[-1][1].last if more else row.last
        pages = words.pages.format(first, last) if last > first else words.page.format(first)
        how = () if order.way else (_name(edition, each.way),)
        copies = counted(edition, words.each, each.it.sheet.handling.copies)
        yield pages, (*how, copies, _cut(edition, each))
