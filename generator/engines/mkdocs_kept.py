"""Finished pages, kept by the hash of all that the theme is given: a page that nothing has changed is not set again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from generator.design.store import Store

TEMPLATE = "main.html"
_LIBRARIES = ("mkdocs", "mkdocs-material", "jinja2", "markupsafe", "markdown", "pymdown-extensions", "babel")
_THEIRS = tuple(Path(str(files(library))) for library in ("mkdocs", "material"))
_KNOWN = {"playbook", "search", "offline"}
"""Plugins that put nothing into a page but what is hashed; what others do is not known."""


def keep(env: Environment, config: MkDocsConfig, store: Store) -> None:
    """Has `env` look for a finished page before it sets one."""
    if not {name.rpartition("/")[2] for name in config.plugins} <= _KNOWN:
        return
    around = _hash(*_around(config))
    get = env.get_template
    menus: dict[int, str] = {}

    def get_template(name: Any, *more: Any, **others: Any) -> Any:
        template = get(name, *more, **others)
        return (
            Finished(template, store, around, menus)
            if name == TEMPLATE and not more and not others
            else template
        )

    finding: Any = env  # Jinja has no other way to be given templates that are finished.
    finding.get_template = get_template


@dataclass(frozen=True)
class Finished:
    """The template of a page, or what has come of it before."""

    template: Any
    store: Store
    around: str
    menus: dict[int, str]
    """The menu as text; it is one object for all pages."""

    def render(self, context: Mapping[str, Any]) -> str:
        page = context["page"]
        given = (page.url, page.content, page.title, page.meta, page.toc, page.canonical_url, page.edit_url)
        key = _hash(self.around, *map(str, given), self._menu(context["nav"]), str(context["languages"]))
        kept = self.store.get(key)
        if kept is not None:
            return kept.decode()
        html: str = self.template.render(context)
        self.store.put(key, html.encode())
        return html

    def _menu(self, nav: object) -> str:
        if id(nav) not in self.menus:
            self.menus[id(nav)] = str(nav)
        return self.menus[id(nav)]


def _around(config: MkDocsConfig) -> Iterator[str]:
    """What is the same for all pages."""
    yield from (f"{name} {version(name)}" for name in _LIBRARIES)
    yield Path(config.config_file_path).read_text("utf-8")
    yield from map(
        str, (config.site_name, config.site_url, config.extra, config.extra_css, config.theme["language"])
    )
    yield from map(str, (config.extra_javascript, config.theme["favicon"], config.copyright))
    for folder in map(Path, config.theme.dirs):
        if not any(folder.is_relative_to(theirs) for theirs in _THEIRS):
            yield from (path.read_text("utf-8") for path in sorted(folder.rglob("*.html")))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
