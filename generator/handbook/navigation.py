"""What MkDocs must know of the pages: their order, as its nested lists, and their titles."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

from generator.output import Page

OWNER = "owner/"
"""The folder of hand-written pages that are for the owner."""


def navigation(pages: Sequence[Page], written: Sequence[str], owner: str) -> list[Any]:
    """The navigation; hand-written pages come last in the section of the first page, in their order.

    Those for the owner have a section of their own at the end, called `owner`.
    """
    tree: list[Any] = []
    for page in pages:
        _branch(tree, page.section).append({shown(page.title): source(page.uri)})
    if pages:
        _branch(tree, pages[0].section).extend(uri for uri in written if not uri.startswith(OWNER))
    if theirs := [uri for uri in written if uri.startswith(OWNER)]:
        _branch(tree, (owner,)).extend(theirs)
    return tree


def _branch(tree: list[Any], section: tuple[str, ...]) -> list[Any]:
    """The list of a section, made where it is missing."""
    for name in map(shown, section):
        found = next(
            (entry[name] for entry in tree if isinstance(entry, dict) and _is_list(entry, name)), None
        )
        if found is None:
            found = []
            tree.append({name: found})
        tree = found
    return tree


def _is_list(entry: dict[str, Any], name: str) -> bool:
    return isinstance(entry.get(name), list)


def source(uri: str) -> str:
    """What hand-written pages call the page at `uri`; MkDocs takes only Markdown for a page."""
    return uri.removesuffix(".html") + ".md"


def shown(title: str) -> str:
    """The theme sets titles into HTML as they are."""
    return html.escape(title, quote=False)
