"""Pages of the handbook as MkDocs knows them: their HTML goes in as it is, past Markdown."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import TableOfContents, get_toc
from mkdocs.utils import meta

from generator.engines.shell import by_hand
from generator.handbook.links import anchors
from generator.handbook.navigation import shown, source
from generator.output import Heading, Page


class MadePage(SitePage):
    """A page made from the playbook."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.made = page
        # Search has its entries from the playbook; Material need not look for them in the page.
        self.markdown, self.meta = "", {"title": shown(page.title), "search": {"exclude": True}}

    def read_source(self, config: MkDocsConfig) -> None:
        """There is none: it was made."""

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        self.content = self.made.html
        self.toc = contents(self.made.content.headings)
        self.present_anchor_ids = set(anchors(self.made.html))


def file_of(page: Page, config: MkDocsConfig) -> File:
    """The page as a file of the site."""
    file = File.generated(config, source(page.uri), content="")
    MadePage(page, file, config)
    return file


def contents(headings: Iterable[Heading]) -> TableOfContents:
    """The table of contents: each heading below the last one of a higher level."""
    tokens: list[Any] = []
    open_: list[tuple[int, list[Any]]] = [(0, tokens)]
    for heading in headings:
        while open_[-1][0] >= heading.level:
            open_.pop()
        token: dict[str, Any] = {
            "level": heading.level,
            "id": heading.anchor,
            "name": shown(heading.title),
            "children": [],
        }
        open_[-1][1].append(token)
        open_.append((heading.level, token["children"]))
    return get_toc(tokens)


def written(folder: Path, country: str) -> tuple[str, ...]:
    """The hand-written pages below a folder that hold for a country: those that say `order: 1` first, those that say nothing last."""

    def place(path: Path) -> tuple[float, str]:
        _, head = meta.get_data(path.read_text("utf-8-sig"))
        order = head.get("order")
        return (order if isinstance(order, int | float) else math.inf, path.relative_to(folder).as_posix())

    return tuple(path.relative_to(folder).as_posix() for path in sorted(by_hand(folder, country), key=place))


def standing(files: Files) -> Mapping[str, set[str]]:
    """What links may lead to: the address of every file of the site, with the anchors of pages."""
    return {file.url: (file.page.present_anchor_ids or set()) if file.page else set() for file in files}
