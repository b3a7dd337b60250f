"""What people call an item of the playbook, or a chapter."""

from __future__ import annotations

from generator.edition import Edition

_CHAPTERS = {
    "roles": "shop",
    "customer_pages": "shop",
    "supervision": "checks",
    "forms": "print",
    "posters": "print",
    "facts": "about",
    "placeholders": "about",
}
"""The page a chapter stands on, where that page is called otherwise."""


def called(edition: Edition, reference: str) -> str:
    """What people call the item `chapter.id`, or the chapter."""
    chapter, _, name = reference.partition(".")
    if not name:
        return str(getattr(edition.labels.handbook.nav, _CHAPTERS.get(chapter, chapter)))
    item = edition.item(chapter, name)
    return str(getattr(item, item.NAMED_BY))
