"""A price list as it is shown anywhere: its rows, and in each the prices as they are said."""

from __future__ import annotations

from dataclasses import dataclass

from generator.edition import Edition
from generator.playbook.model.prices import Price, PriceList
from generator.playbook.prices import name_of

NONE = "–"
"""Where a variant has no price."""


@dataclass(frozen=True)
class Row:
    """A line of the list."""

    price: Price
    cells: tuple[str, ...]
    """What it costs, for each variant; one alone where it is the same for all, or words instead."""


@dataclass(frozen=True)
class Rows:
    """Lines that belong together."""

    name: str
    """Empty where they have no heading."""
    rows: tuple[Row, ...]


def rows(edition: Edition, it: PriceList) -> tuple[Rows, ...]:
    """The lines of a list, group by group."""
    return tuple(
        Rows(
            group.name or "", tuple(Row(each, _cells(edition, it, each, group.extra)) for each in group.lines)
        )
        for group in it.groups
    )


def _cells(edition: Edition, it: PriceList, price: Price, extra: bool) -> tuple[str, ...]:
    plus = "+" if extra else ""
    if price.each:
        there = {each.of for each in price.each}
        names = (name_of(price, variant.id) if variant.id in there else "" for variant in it.variants)
        return tuple(plus + edition.fact(name) if name else NONE for name in names)
    if price.instead is not None:
        return (price.instead,)
    return (plus + edition.fact(price.id),)
