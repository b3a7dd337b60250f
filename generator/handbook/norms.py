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
            "norms.html",
            words.nav.norms,
            "norms.html",
            section=section,
            weight=1,
            keywords={norm.id: (norm.title, *norm.aliases) for norm in playbook.norms},
            behind=behind,
        )
    if playbook.authority:
        yield book.page("authority.html", words.nav.authority, "authority.html", section=section)
    if playbook.strategy:
        yield book.page("strategy.html", words.nav.strategy, "strategy.html", section=section)
    if playbook.levels:
        yield book.page("levels.html", words.nav.levels, "levels.html", section=section)
