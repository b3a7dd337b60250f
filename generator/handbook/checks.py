"""Checks and plans: what is looked at, what is counted, what is planned, and the checklists."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Book
from generator.outlines.checklist import groups
from generator.output import OutputFile, Page
from generator.playbook.model.sheets import CheckItem, Checklist


def pages(book: Book) -> Iterator[Page]:
    playbook, nav = book.edition.playbook, book.words.nav
    section = (nav.work,) if playbook.supervision and playbook.checklists else ()
    if playbook.supervision:
        yield book.page(
            "checks.html", nav.checks, "checks.html", section=section, chapter=playbook.supervision
        )
    if playbook.checklists:
        yield book.page(
            "checklists.html",
            nav.checklists,
            "checklists.html",
            section=section,
            keywords={each.id: each.aliases for each in playbook.checklists},
            lists=[(each, _groups(each), _sheets(book, each)) for each in playbook.checklists],
        )


def _groups(checklist: Checklist) -> list[tuple[str, list[CheckItem]]]:
    return [(group.name, [item for _, item in group.items]) for group in groups(checklist)]


def _sheets(book: Book, checklist: Checklist) -> list[OutputFile]:
    """The sheet it is on, in front or behind."""
    front = [each.id for each in book.edition.playbook.checklists if each.back == checklist.id]
    of = {f"checklists.{name}" for name in (checklist.id, *front)}
    return [file for file in book.downloads if file.of in of]
