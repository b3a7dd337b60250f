"""The only part that knows MkDocs: hands it what is made, and builds the other language inside the first.

The first language is built at site/, the second by a build within the build at site/en/ (or site/zh/). Hooks
only: what stands on a page is decided in handbook/.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, Literal, cast
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import base, load_config
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils.templates import TemplateContext

from generator import build as pipeline
from generator.design.printing import NoPrinter, SheetFault
from generator.design.sounds import keep_sounds
from generator.design.store import usual
from generator.design.templates import COMPILED
from generator.edition import Edition
from generator.engines.mkdocs_kept import keep
from generator.engines.mkdocs_pages import file_of, standing, written
from generator.engines.mkdocs_policy import lost, policed
from generator.engines.mkdocs_settings import FINDS, LOST, MAP, settle
from generator.engines.mkdocs_written import WrittenPage
from generator.engines.printers import printer
from generator.handbook import search
from generator.handbook.links import broken, inside, language_switch
from generator.handbook.navigation import navigation, shown, source
from generator.handbook.spoken import same
from generator.output import Page
from generator.playbook.languages import LANGUAGES
from generator.playbook.problems import Problems

PLAYBOOK, NO_PRINT = "PLAYBOOK_FILE", "PLAYBOOK_NO_PRINT"
"""Set by the command line: the playbook to read, and whether to leave out the sheets."""
WITHOUT_SHEETS = f"不做打印件：设 {NO_PRINT}=1。To leave out the sheets, set {NO_PRINT}=1."
log = logging.getLogger("mkdocs.plugins.playbook")
WATCHED = ("handbook", "design", "printables", "exports")
"""The folders of templates and styles."""


class PlaybookConfig(base.Config):
    """What mkdocs.yml may say under `playbook:`."""

    playbook = option.Type(str, default="playbook.yaml")
    """The file to read, as seen from mkdocs.yml."""
    language = option.Type(str, default="")
    """Set by the plugin itself for the build within the build."""


class PlaybookPlugin(BasePlugin[PlaybookConfig]):
    """Turns playbook.yaml into the pages and files of the site."""

    made: pipeline.Made
    handed: pipeline.Made | None = None
    """What the command line has made already; where MkDocs was started by hand, it is made here."""
    alone = False
    """Whether the other languages are built by somebody else."""
    edition: Edition
    pages: tuple[Page, ...] = ()
    written: tuple[str, ...] = ()
    """The hand-written pages of this language."""
    live = False
    lazy = False
    """Whether single pages are set when somebody asks for them, as the preview does."""
    server: LiveReloadServer | None = None
    scripts: dict[str, bytes]
    """The theme's inline scripts, moved into files, by their paths."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        self.live = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if self.handed:
            self.made = self.handed
        elif not (self.config.language or self.lazy):
            self.made = self._read(config)
            self._watch(config)
        first = self.made.editions[0]
        self.edition = next((e for e in self.made.editions if e.language == self.config.language), first)
        self.pages = self.made.pages(self.edition)
        self.written = written(_folder(config, self.edition), self.edition.playbook.shop.country)
        self._refuse_doubles()
        self.scripts = {}
        settle(config, self.edition, live=self.live)
        config.nav = navigation(self.pages, self.written, self.edition.labels.handbook.nav.owner)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        # The offline plugin would have the search fetch a helper from another host; ours needs none.
        config.extra["polyfills"] = [FINDS]
        # Pages come from the playbook and from the folder of this language; anything else may be a picture.
        kept = [
            file
            for file in files
            if not file.is_documentation_page()
            and PurePosixPath(file.src_uri).parts[0] not in (*LANGUAGES, MAP)
        ]
        ours = str(_folder(config, self.edition))
        by_hand = [File(uri, ours, config.site_dir, use_directory_urls=False) for uri in self.written]
        for file in () if self.lazy else by_hand:
            WrittenPage(file, config, usual())
        kept += by_hand
        kept += [file_of(page, config) for page in self.pages]
        for made in () if self.lazy else self.made.files(self.edition):
            kept.append(File.generated(config, inside(self.edition, made.path), content=made.content()))
        return Files(kept)

    def on_page_markdown(self, markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        # The theme sets titles into HTML as they are.
        if page.file.src_uri in self.written and "title" in page.meta:
            page.meta["title"] = shown(str(page.meta["title"]))
        if page.file.src_uri.startswith(search.OWNERS):
            # Search does not lead there, so Material need not read it.
            page.meta["search"] = {"exclude": True}
        return markdown

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """MkDocs has looked at the links of hand-written pages; those of ours are looked at here."""
        env.bytecode_cache = COMPILED
        # The theme asks for its parts some fifty times a page; they do not change while pages are set.
        env.auto_reload = self.live
        if not self.lazy:
            keep(env, config, usual())
        there = standing(files)
        for page in () if self.lazy else self.pages:
            for target in broken(page, there):
                log.warning("%s: there is no %s", page.uri, target)
        return env

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: SitePage,
        config: MkDocsConfig,
        nav: Any,  # noqa: ARG002
    ) -> TemplateContext:
        return _with_more(context, self._more(page.file.src_uri, config))

    def on_template_context(
        self,
        context: TemplateContext,
        *,
        template_name: str,  # noqa: ARG002
        config: MkDocsConfig,
    ) -> TemplateContext:
        return _with_more(context, self._more("index.md", config))

    def on_post_page(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:  # noqa: ARG002
        said, files = policed(output, page.url)
        self.scripts |= files
        return said

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        if template_name != LOST:
            return output_content
        said, files = lost(output_content, urlsplit(config.site_url or "/").path)
        self.scripts |= files
        return said

    def index(self, by_hand: Sequence[Mapping[str, Any]]) -> str:
        """What search looks things up in: the pages, and `by_hand`, as Material's search has read them."""
        found = [*search.written(by_hand)]
        found += [each for page in self.pages for each in search.findable(page)]
        return search.index(found, same(self.edition))

    @event_priority(-50)
    def _improve_search(self, *, config: MkDocsConfig) -> None:
        """After Material has written its index, before its offline plugin copies it."""
        path = Path(config.site_dir, "search", "search_index.json")
        if path.is_file():
            theirs = json.loads(path.read_text("utf-8"))
            Path(config.site_dir, search.INDEX).write_text(self.index(theirs["docs"]), "utf-8")
            path.write_text(json.dumps(search.THEIRS), "utf-8")
            keep_sounds()

    def _write_scripts(self, *, config: MkDocsConfig) -> None:
        for path, content in self.scripts.items():
            Path(config.site_dir, path).parent.mkdir(parents=True, exist_ok=True)
            Path(config.site_dir, path).write_bytes(content)

    @event_priority(-200)
    def _build_other_languages(self, *, config: MkDocsConfig) -> None:
        if self.edition.first and not self.alone:
            for edition in self.made.editions[1:]:
                self._build_within(config, edition.language)

    on_post_build = CombinedEvent(_improve_search, _write_scripts, _build_other_languages)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002
        self.server = server
        return server

    def _read(self, config: MkDocsConfig) -> pipeline.Made:
        """The playbook, made ready; a PluginError that lists its problems."""
        beside = Path(config.config_file_path).parent
        path = Path(os.environ.get(PLAYBOOK) or beside / self.config.playbook)
        try:
            return pipeline.site(path, printer=None if os.environ.get(NO_PRINT) else printer())
        except Problems as problems:
            raise PluginError(f"{path.name}\n{problems}") from None
        except (NoPrinter, SheetFault) as fault:
            raise PluginError(f"{fault}\n{WITHOUT_SHEETS}") from None

    def _watch(self, config: MkDocsConfig) -> None:
        """An edit of the playbook, a template or a style is seen; so is a file included since."""
        here = Path(__file__).parent.parent
        watched = [*map(str, self.made.sources), *(str(here / folder) for folder in WATCHED)]
        config.watch.extend(watched)
        if self.server:
            for path in watched:
                self.server.watch(path)

    def _refuse_doubles(self) -> None:
        if double := sorted(self._made() & set(self.written)):
            raise PluginError(
                f"docs/{self.edition.language}/{double[0]} has the address of a page made from the playbook. "
                "Give it another name."
            )

    def _made(self) -> set[str]:
        return {source(page.uri) for page in self.pages}

    def _more(self, uri: str, config: MkDocsConfig) -> dict[str, Any]:
        """For the templates: the words of the site, and this page in the other languages."""
        others = [edition for edition in self.made.editions if edition != self.edition]
        made = self._made()
        there = {
            other.language: uri if uri in made or (_folder(config, other) / uri).is_file() else "index.md"
            for other in others
        }
        return {
            "languages": language_switch(self.edition, others, uri, there),
            "words": self.edition.labels.handbook,
        }

    def _build_within(self, config: MkDocsConfig, language: str) -> None:
        # The plugins are the same objects in both builds, so `made` is at hand; what was read must not be
        # read again, lest the two languages differ.
        inner = load_config(
            config.config_file_path,
            docs_dir=config.docs_dir,
            site_dir=str(Path(config.site_dir) / language),
            strict=config.strict,
        )
        inner.site_url = f"{config.site_url.rstrip('/')}/{language}/" if config.site_url else ""
        plugin = inner.plugins["playbook"]
        assert isinstance(plugin, PlaybookPlugin)
        plugin.config.language, plugin.made = language, self.made
        build(inner)
        plugin.config.language = ""


def forget_plugins() -> None:
    """MkDocs keeps plugins from one configuration to the next; a site begun anew has its own, set for no other."""
    kept: Any = MkDocsConfig.plugins  # The option itself, not its value, as MkDocs' types have it.
    kept.plugin_cache.clear()


def _folder(config: MkDocsConfig, edition: Edition) -> Path:
    """Where the hand-written pages of a language stand."""
    return Path(config.docs_dir) / edition.language


def _with_more(context: TemplateContext, more: dict[str, Any]) -> TemplateContext:
    """MkDocs knows its own names of the context only; templates may be given others."""
    return cast("TemplateContext", {**context, **more})
