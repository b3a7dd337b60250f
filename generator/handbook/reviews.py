"""Reviews: what is done about them, what never, and what when somebody wants money for one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Book
from generator.output import Page


def pages(book: Book) -> Iterator[Page]:
    reviews, words = book.edition.playbook.reviews, book.words
    if reviews is None:
        return
    groups = [
        ("_rules", words.reviews.rules, reviews.rules),
        ("_demands", words.reviews.demands, reviews.demands),
        ("_prevention", words.reviews.prevention, reviews.prevention),
        ("_platforms", words.reviews.platforms, reviews.platforms),
    ]
    yield book.page(
        "reviews.html",
        words.nav.reviews,
        "reviews.html",
        reviews=reviews,
        groups=[group for group in groups if group[2]],
    )
