"""The prices of the price lists as facts: texts, questions and sheets name them like any other figure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.playbook.languages import LANGUAGES
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.prices import Price, PriceList, VariantPrice
from generator.playbook.model.record import Route
from generator.playbook.model.shop import Fact
from generator.playbook.model.text import Text
from generator.playbook.money import currency_of, money, span


class Line(NamedTuple):
    """A line of a price list and where it stands."""

    route: Route
    of: PriceList
    price: Price
    extra: bool
    """Whether it comes on top of another price."""


class PriceFact(Fact):
    """A price of a list, as texts name it."""

    at: Route
    """Where its figure is written."""


def price_lines(playbook: Playbook) -> Iterator[Line]:
    """Every line of every price list."""
    for at, each in enumerate(playbook.prices):
        for number, group in enumerate(each.groups):
            for place, price in enumerate(group.lines):
                yield Line(("prices", at, "groups", number, "lines", place), each, price, group.extra)


def with_prices(playbook: Playbook) -> Playbook:
    """`playbook` with a fact for every price on a list, but for names that something else has taken."""
    taken = {each.id for each in (*playbook.facts, *playbook.placeholders)}
    found: dict[str, PriceFact] = {}
    for line in price_lines(playbook):
        for fact in _facts(playbook, line):
            if fact.id not in taken:
                found.setdefault(fact.id, fact)
    if not found:
        return playbook
    return playbook.model_copy(update={"facts": (*playbook.facts, *found.values())})


def without_prices(playbook: Playbook) -> Playbook:
    """`playbook` with the facts its author wrote."""
    facts = tuple(fact for fact in playbook.facts if not isinstance(fact, PriceFact))
    return playbook.model_copy(update={"facts": facts})


def name_of(price: Price, variant: str) -> str:
    """What texts call the price of a variant; of a price that is the same for all, the line's own."""
    return f"{price.id}.{variant}" if price.each else price.id


def _facts(playbook: Playbook, line: Line) -> Iterator[PriceFact]:
    price, route = line.price, line.route
    if price.each:
        low = min(each.price for each in price.each)
        high = max(each.up_to or each.price for each in price.each)
        yield _fact(playbook, line, price.id, low, high, (*route, "each"))
        for at, each in enumerate(price.each):
            where = (*route, "each", at, "price")
            yield _fact(playbook, line, f"{price.id}.{each.of}", *_ends(each), where)
    elif price.price is not None:
        yield _fact(playbook, line, price.id, *_ends(price), (*route, "price"))


def _ends(it: Price | VariantPrice) -> tuple[float, float]:
    low = it.price or 0
    return low, it.up_to if it.up_to is not None else low


def _fact(playbook: Playbook, line: Line, name: str, low: float, high: float, at: Route) -> PriceFact:
    said = {each: _said(playbook, line.price, low, high, each) for each in playbook.about.languages}
    # An id of this shape is no author's: `wash.small`.
    return PriceFact.model_construct(
        id=name, value=low, unit="money", say=Text(said), sample=line.of.sample, at=at
    )


def _said(playbook: Playbook, price: Price, low: float, high: float, language: str) -> str:
    code = currency_of(playbook.shop, playbook.about.date)
    said = money(low, code, language) if high <= low else span(low, high, code, language)
    return LANGUAGES[language].from_.format(said) if price.starts else said
