"""Customers: classes, the record, consent; then getting in touch after the sale and without being asked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.handbook.book import Book
from generator.handbook.ways import calendars
from generator.output import Page


def pages(book: Book) -> Iterator[Page]:
    playbook, nav = book.edition.playbook, book.words.nav
    chapters = (
        ("customers.html", nav.customers, playbook.customers),
        ("follow-ups.html", nav.follow_ups, playbook.follow_ups),
        ("proactive.html", nav.proactive, playbook.proactive),
    )
    there = [chapter for chapter in chapters if chapter[2]]
    section = (nav.care,) if len(there) > 1 else ()
    for uri, title, chapter in there:
        later = partial(_drawn, book) if chapter is playbook.follow_ups else dict
        yield book.page(uri, title, uri, section=section, chapter=chapter, later=later)


def _drawn(book: Book) -> dict[str, Any]:
    return {"pictures": calendars(book)}
