"""The glossary, in the order people look words up: by sound in Chinese, by letter in English."""

from __future__ import annotations

from collections.abc import Iterator

from generator.design.sounds import sound
from generator.handbook.book import Book
from generator.output import Page


def pages(book: Book) -> Iterator[Page]:
    terms = sorted(book.edition.playbook.glossary, key=lambda term: (sound(term.term)[0].casefold(), term.id))
    if terms:
        keywords = {term.id: term.aliases for term in terms}
        yield book.page(
            "glossary.html",
            book.words.nav.glossary,
            "glossary.html",
            keywords=keywords,
            weight=0.6,
            terms=terms,
        )
