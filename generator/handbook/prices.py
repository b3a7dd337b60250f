"""The price lists: each line with what it costs, for whom asks in the middle of a chat."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Book
from generator.outlines.prices import rows
from generator.output import Page
from generator.playbook.model.prices import Price, PriceList


def pages(book: Book) -> Iterator[Page]:
    lists = [(each, rows(book.edition, each)) for each in book.edition.playbook.prices]
    if lists:
        keywords = {
            row.price.id: (*row.price.aliases, *_asked(each, group.name, row.price))
            for each, groups in lists
            for group in groups
            for row in group.rows
        }
        yield book.page(
            "prices.html", book.words.nav.prices, "prices.html", keywords=keywords, weight=2.5, lists=lists
        )


def _asked(it: PriceList, group: str, price: Price) -> Iterator[str]:
    """How people ask for a line beside its name: with the list's, the group's or a variant's name before it."""
    variants = [variant.name for variant in it.variants] if price.each else []
    yield from (f"{before} {price.name}" for before in (it.title, group, *variants) if before)
