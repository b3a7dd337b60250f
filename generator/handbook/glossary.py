"""The glossary, in the order people look words up: by sound in Chinese, by letter in English."""

from __future__ import annotations

from collections.abc import Iterator

from pypinyin import lazy_pinyin

from generator.handbook.book import Book
from generator.output import Page


def pages(book: Book) -> Iterator[Page]:
    terms = sorted(book.edition.playbook.glossary, key=lambda term: (_sound(term.term), term.id))
    if terms:
        keywords = {term.id: term.aliases for term in terms}
        yield book.page(
            "glossary.html",
            book.words.nav.glossary,
            "glossary.html",
            keywords=keywords,
            weight=2,
            terms=terms,
        )


def _sound(word: str) -> str:
    return "".join(lazy_pinyin(word)).casefold()
