"""What changed against an earlier playbook.json, on a page; pages mark each such thing by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Book
from generator.output import Page

PAGE = "changes.html"


def pages(book: Book) -> Iterator[Page]:
    """Nothing where there is nothing to compare with."""
    if book.since is None:
        return
    words = book.words.changes
    found = [*book.since.changes(book.edition)]
    groups = [(name, [each for each in found if each.kind == kind]) for kind, name in words.kinds.items()]
    yield book.page(
        PAGE,
        words.title,
        PAGE,
        section=(book.words.nav.start,),
        weight=0,
        version=book.since.version,
        day=book.edition.day(book.since.day),
        groups=[(name, those) for name, those in groups if those],
    )
