"""The notices: what hangs on the wall, to be read and found in the handbook too."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Book
from generator.output import Page


def pages(book: Book) -> Iterator[Page]:
    if book.edition.playbook.notices:
        yield book.page("notices.html", book.words.nav.notices, "notices.html", weight=1.5)
