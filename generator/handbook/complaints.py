"""Complaints: red flags first, then the steps, what helps while talking, the remedies, the ways it may end."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Book
from generator.output import Page


def pages(book: Book) -> Iterator[Page]:
    complaints, words = book.edition.playbook.complaints, book.words
    if complaints is None:
        return
    parts = {
        "_red_flags": (words.complaints.red_flags, complaints.red_flags),
        "_degrees": (words.complaints.degrees, complaints.degrees),
        "_steps": (words.complaints.steps, complaints.steps),
        "_remedies": (words.complaints.remedies, complaints.remedies),
        "_techniques": (words.complaints.techniques, complaints.techniques),
        "_rules": (words.complaints.rules, complaints.rules),
        "_evidence": (words.complaints.evidence, complaints.evidence),
        "_end_states": (words.complaints.end_states, complaints.end_states),
        "_categories": (words.complaints.categories, complaints.categories),
    }
    targets = [(name, anchor) for anchor, (name, there) in parts.items() if there]
    yield book.page(
        "complaints.html",
        words.nav.complaints,
        "complaints.html",
        complaints=complaints,
        targets=targets,
        deputies={role.id: role.deputy for role in book.edition.playbook.roles},
    )
    if complaints.many:
        yield book.page(
            "many.html",
            words.complaints.many,
            "many.html",
            weight=1.2,
            many=complaints.many,
            targets=[(each.title, each.id) for each in complaints.many],
        )
