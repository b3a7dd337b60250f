"""What of a playbook that began from a starter is the shop's own by now, and what is still the sample's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Item, Record, Route, fields_of
from generator.playbook.model.shop import Fact
from generator.playbook.prices import PriceFact


class Counted(NamedTuple):
    """A chapter of such a playbook."""

    name: str
    of: int
    """How many items it has; an item inside another goes with it."""
    left: tuple[tuple[Route, Item], ...]
    """Those that nobody has confirmed."""


def counted(playbook: Playbook) -> tuple[Counted, ...]:
    """Its chapters in order; if it did not begin from a starter, only what came out of the library afterwards."""
    began = playbook.about.began is not None
    there = ((name, _items(content, (name,))) for name, content in fields_of(playbook))
    chapters = (
        (name, tuple(each for each in items if began or each[1].mine is False)) for name, items in there
    )
    return tuple(
        Counted(name, len(items), tuple((at, each) for at, each in items if not is_mine(playbook, at, each)))
        for name, items in chapters
        if items
    )


def is_mine(playbook: Playbook, route: Route, item: Item) -> bool:
    """Whether the shop has confirmed an item, or its chapter; of a fact it does so by taking `sample` away."""
    if isinstance(item, Fact):
        return not item.sample
    return route[0] in playbook.about.mine if item.mine is None else item.mine


def confirmed(playbook: Playbook) -> Iterator[tuple[Route, Item]]:
    """The items that the shop has confirmed, those inside another not once more."""
    for name, content in fields_of(playbook):
        for route, item in _items(content, (name,)):
            if name in playbook.about.mine if item.mine is None else item.mine:
                yield route, item


def _items(value: object, route: Route) -> Iterator[tuple[Route, Item]]:
    match value:
        case Fact(by_law=True) | PriceFact():
            # The law's, and nobody's to confirm; that of a price list, which is confirmed there.
            return
        case Item():
            yield route, value
        case Record():
            for name, inner in fields_of(value):
                yield from _items(inner, (*route, name))
        case tuple():
            for at, inner in enumerate(value):
                yield from _items(inner, (*route, at))
