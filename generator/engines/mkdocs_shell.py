"""MkDocs opened for single pages: each is set in the theme when somebody asks for it, as a whole build would set it."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_template, _populate_page, get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page as SitePage

from generator.build import Made
from generator.edition import Edition
from generator.engines.mkdocs_pages import MadePage
from generator.engines.mkdocs_plugin import PlaybookPlugin, forget_plugins
from generator.handbook import search
from generator.output import Page

THEIRS = "search/search_index.json"
"""Where the theme looks for an index of its own."""
NOWHERE = ".site-preview"
"""Where a whole build would write; nothing is written."""
Known = dict[tuple[Path, int, str], dict[str, Any]]
"""What Markdown made of hand-written pages: by file, time of writing and the pages there are to link to."""


class Shell:
    """The site in one language."""

    def __init__(self, made: Made, edition: Edition, settings: Mapping[str, str], known: Known) -> None:
        beside = Path(settings["config_file"]).parent
        forget_plugins()
        config = load_config(**settings, site_dir=str(beside / NOWHERE))
        plugin = config.plugins["playbook"]
        assert isinstance(plugin, PlaybookPlugin)
        plugin.lazy, plugin.made, plugin.config.language = True, made, edition.language
        self._lock = threading.Lock()
        config.plugins.on_startup(command="serve", dirty=False)
        self._config = config.plugins.on_config(config)
        files, env = get_files(config), config.theme.get_env()
        files.add_files_from_theme(env, config)
        self._files = config.plugins.on_files(files, config=config)
        set_exclusions(self._files, config)
        nav = get_navigation(self._files, config)
        self._nav = config.plugins.on_nav(nav, config=config, files=self._files)
        # The menu shows the titles of hand-written pages, and they stand in their text.
        pages = [file.page for file in self._pages()]
        self._written = [page for page in pages if page and not isinstance(page, MadePage)]
        for page in self._written:
            self._read(page, known)
        self._env = config.plugins.on_env(env, config=config, files=self._files)
        self._plugin = plugin
        self._by_url = {file.url: file for file in self._files if file.inclusion.is_included()}

    def renewed(self, made: Made, edition: Edition, pages: tuple[Page, ...]) -> Shell:
        """The same site around pages of the same names whose content is another."""
        with self._lock:
            self._plugin.made, self._plugin.edition, self._plugin.pages = made, edition, pages
            for page in pages:
                there = self._by_url[page.uri].page
                assert isinstance(there, MadePage)
                there.made, there.content = page, None
        return self

    def answer(self, url: str) -> bytes | None:
        """What stands at `url` below the language's folder; None if nothing does."""
        if url == search.INDEX:
            return self.index()
        if url == THEIRS:
            return json.dumps(search.THEIRS).encode()
        file = self._by_url.get(url)
        if file is None:
            return self._plugin.scripts.get(url)
        with self._lock:
            return self._set(file.page).encode() if file.page else file.content_bytes

    def missing(self) -> bytes:
        """The page that says there is no such page."""
        with self._lock:
            template = self._env.get_template("404.html")
            return _build_template("404.html", template, self._files, self._config, self._nav).encode()

    def index(self) -> bytes:
        """What search looks things up in."""
        theirs = next(
            each for each in self._config.plugins.values() if hasattr(each, "search_index")
        ).search_index
        found = type(theirs)(**theirs.config)
        for page in self._written:
            found.add_entry_from_context(page)
        said = json.loads(found.generate_search_index(None))
        return self._plugin.index(said["docs"]).encode()

    def _pages(self) -> list[File]:
        return list(self._files.documentation_pages())

    def _read(self, page: SitePage, known: Known) -> None:
        path = Path(page.file.abs_src_path or "")
        key = (path, path.stat().st_mtime_ns, " ".join(sorted(file.src_uri for file in self._pages())))
        if key in known:
            page.__dict__.update(known[key])
            return
        _populate_page(page, self._config, self._files)
        names = ("markdown", "meta", "content", "toc", "_title_from_render", "present_anchor_ids")
        for old in [each for each in known if each[0] == path]:
            del known[old]
        known[key] = {name: vars(page)[name] for name in names if name in vars(page)}

    def _set(self, page: SitePage) -> str:
        """A page in the theme, as mkdocs.commands.build sets it."""
        config, plugins = self._config, self._config.plugins
        if page.content is None:
            _populate_page(page, config, self._files)
        page.active = True
        try:
            context = get_context(self._nav, self._pages(), config, page)
            template = self._env.get_template(page.meta.get("template", "main.html"))
            context = plugins.on_page_context(context, page=page, config=config, nav=self._nav)
            return plugins.on_post_page(template.render(context), page=page, config=config)
        finally:
            page.active = False
