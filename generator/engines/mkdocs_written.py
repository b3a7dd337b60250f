"""Hand-written pages: what Markdown has made of one before is kept, with all that MkDocs notes of it."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, get_toc

from generator.design.store import Store

_LIBRARIES = ("mkdocs", "markdown", "pymdown-extensions", "mkdocs-material")


class WrittenPage(SitePage):
    """A page from the folder of a language."""

    def __init__(self, file: File, config: MkDocsConfig, store: Store) -> None:
        super().__init__(None, file, config)
        self._store = store

    def render(self, config: MkDocsConfig, files: Files) -> None:
        key = self._key(config, files)
        kept = self._store.get(key)
        if kept is not None:
            self._take(json.loads(kept), files)
            return
        with _warnings() as said:
            super().render(config, files)
        # What is complained of must be complained of each time.
        if not said:
            self._store.put(key, json.dumps(self._made()).encode())

    def _key(self, config: MkDocsConfig, files: Files) -> str:
        parts = (
            *(f"{name} {version(name)}" for name in _LIBRARIES),
            str(config.markdown_extensions),
            str(config.mdx_configs),
            str(config.validation),
            self.file.src_uri,
            self.file.url,
            self.markdown or "",
            *sorted(f"{file.src_uri} {file.url}" for file in files),
        )
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def _made(self) -> dict[str, Any]:
        links = {file.src_uri: anchors for file, anchors in (self.links_to_anchors or {}).items()}
        return {
            "content": self.content,
            "title": self._title_from_render,
            "anchors": sorted(self.present_anchor_ids or ()),
            "contents": list(_tokens(self.toc)),
            "links": links,
        }

    def _take(self, made: dict[str, Any], files: Files) -> None:
        self.content, self._title_from_render = made["content"], made["title"]
        self.present_anchor_ids = set(made["anchors"])
        self.toc = get_toc(made["contents"])
        found = ((files.get_file_from_path(uri), anchors) for uri, anchors in made["links"].items())
        self.links_to_anchors = {file: anchors for file, anchors in found if file is not None}


def _tokens(links: Iterable[AnchorLink]) -> Iterator[dict[str, Any]]:
    for link in links:
        children = list(_tokens(link.children))
        yield {"level": link.level, "id": link.id, "name": link.title, "children": children}


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """What MkDocs says meanwhile, from notices up."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    logger, listener = logging.getLogger("mkdocs"), Listener(logging.INFO)
    logger.addHandler(listener)
    try:
        yield said
    finally:
        logger.removeHandler(listener)
