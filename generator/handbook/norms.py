"""The service norms with their reasons, who may decide what, the ways of serving, and the levels of service."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Book
from generator.output import Page


def pages(book: Book) -> Iterator[Page]:
    playbook, words = book.edition.playbook, book.words
    others = playbook.strategy or playbook.levels or playbook.authority
    section = (words.nav.norms,) if playbook.norms and others else ()
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
            weight=2,
            keywords={norm.id: (norm.title, *norm.aliases) for norm in playbook.norms},
            behind=behind,
        )
    if playbook.authority:
        yield book.page("authority.md", words.nav.authority, "authority.md", section=section)
    if playbook.strategy:
        yield book.page("strategy.md", words.nav.strategy, "strategy.md", section=section)
    if playbook.levels:
        yield book.page("levels.md", words.nav.levels, "levels.md", section=section)
