"""About this version: who answers for it, the figures it states, and what a sheet on the wall must carry."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Book
from generator.labels import labels
from generator.output import Page


def pages(book: Book) -> Iterator[Page]:
    about = book.edition.playbook.about
    languages = book.edition.labels.list_join.join(labels(language).language for language in about.languages)
    yield book.page(
        "about.html",
        book.words.nav.about,
        "about.html",
        weight=0.3,
        languages=languages,
        downloads=book.printed,
    )
