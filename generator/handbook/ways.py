"""Ways in by what happened, drawn, and the contacts after the goods arrived as a picture."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.edition import Edition
from generator.handbook import drawn
from generator.handbook.book import Book
from generator.outlines.flow import calendar, flows, urgent
from generator.output import Page

PAGE = "ways.html"


def pages(book: Book) -> Iterator[Page]:
    """One page of all flows; none where nothing has an order of its own."""
    if any(True for _ in flows(book.edition)):
        yield book.page(
            PAGE,
            book.words.ways.title,
            PAGE,
            section=(book.words.nav.start,),
            weight=0,  # What stands here is found where it is told in full.
            later=partial(_drawn, book.edition),
        )


def _drawn(edition: Edition) -> dict[str, Any]:
    there = tuple(flows(edition))
    return {
        "pictures": [(each, drawn.flow(edition, each)) for each in there],
        "targets": [(each.title, each.id) for each in there],
        "flags": [(each, drawn.flow(edition, each)) for each in urgent(edition)],
    }


def calendars(book: Book) -> list[drawn.Drawing]:
    """A picture for each day that contacts count from."""
    found = enumerate(calendar(book.edition), 1)
    return [drawn.calendar(book.edition, f"calendar-{number}", start, due) for number, (start, due) in found]
