"""The service norms, one below the other with their reasons, and the ways of serving behind them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Book
from generator.output import Page


def pages(book: Book) -> Iterator[Page]:
    playbook, words = book.edition.playbook, book.words
    section = (words.nav.norms,) if playbook.norms and playbook.strategy else ()
    if playbook.norms:
        behind = {
            norm.id: [script for script in playbook.scripts if script.norm == norm.id]
            for norm in playbook.norms
        }
        yield book.page(
            "norms.md",
            words.nav.norms,
            "norms.md",
            section=section,
            weight=1.5,
            keywords={norm.id: (norm.title, *norm.aliases) for norm in playbook.norms},
            behind=behind,
        )
    if playbook.strategy:
        yield book.page("strategy.md", words.nav.strategy, "strategy.md", section=section)
