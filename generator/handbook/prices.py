"""The price lists: each line with what it costs, for whom asks in the middle of a chat."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Book
from generator.outlines.prices import rows
from generator.output import Page


def pages(book: Book) -> Iterator[Page]:
    lists = [(each, rows(book.edition, each)) for each in book.edition.playbook.prices]
    if lists:
        # Whoever types “wash extra” or “wash dogs” means a line of that list, of that group.
        keywords = {
            row.price.id: (
                *row.price.aliases,
                f"{each.title} {row.price.name}",
                f"{group.name} {row.price.name}",
            )
            for each, groups in lists
            for group in groups
            for row in group.rows
        }
        yield book.page(
            "prices.html", book.words.nav.prices, "prices.html", keywords=keywords, weight=2.5, lists=lists
        )
