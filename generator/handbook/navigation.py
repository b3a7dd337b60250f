"""What MkDocs must know of the pages: their order, as its nested lists, their titles and their weight."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from typing import Any

from generator.output import Page


def navigation(pages: Sequence[Page], written: Sequence[str]) -> list[Any]:
    """The navigation; hand-written pages come last in the section of the first page."""
    tree: list[Any] = []
    for page in pages:
        _branch(tree, page.section).append({_shown(page.title): page.uri})
    if pages:
        _branch(tree, pages[0].section).extend(written)
    return tree


def with_head(page: Page) -> str:
    """The page below what MkDocs and Material read first: its title, and how much it counts in search."""
    search = {"boost": page.weight} if page.weight else {"exclude": True}
    head = json.dumps({"title": _shown(page.title), "search": search}, ensure_ascii=False)
    return f"---\n{head}\n---\n\n{page.markdown}"


def _branch(tree: list[Any], section: tuple[str, ...]) -> list[Any]:
    """The list of a section, made where it is missing."""
    for name in map(_shown, section):
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


def _shown(title: str) -> str:
    """The theme sets titles into HTML as they are."""
    return html.escape(title, quote=False)
