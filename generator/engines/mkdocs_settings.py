"""What MkDocs and its theme are told that follows from the playbook rather than from mkdocs.yml."""

from __future__ import annotations

import html

from mkdocs.config.defaults import MkDocsConfig

from generator.edition import Edition
from generator.handbook import THEME
from generator.playbook.languages import LANGUAGES

MAP = "sitemap.xml"
"""Left out: no search engine is to list the handbook, and the map would carry the day of the build."""
FINDS = "assets/search.js"
"""Must come before the theme's own script."""
LOST = "404.html"
SCRIPTS = (
    "reading",
    "red-flags",
    "danger",
    "words",
    "copying",
    "fills",
    "handbook",
    "kept",
    "slips",
    "links",
    "results",
    "favourites",
    "before",
    "tray",
    "day",
    "selfcheck",
    "offline",
    "fold",
)
"""What runs on every page, in this order: what a script reads comes before it. What is read later stands in reading.js."""


def settle(config: MkDocsConfig, edition: Edition, *, live: bool) -> None:
    """Changes `config` for the site of an edition. The `live` preview has no address of its own."""
    about = edition.playbook.about
    config.site_name = html.escape(str(about.title), quote=False)
    if about.address and not live and edition.first:
        config.site_url = about.address.rstrip("/") + "/"
    config.use_directory_urls = False
    config.theme["language"] = LANGUAGES[edition.language].theme
    config.theme["favicon"] = "assets/icon.svg"
    config.theme.dirs.insert(0, str(THEME))
    config.theme.static_templates.discard(MAP)
    config.extra["alternate"] = len(about.languages) > 1
    config.theme["features"] = [each for each in config.theme["features"] if each != "search.highlight"]
    config.extra_css.append("assets/handbook.css")
    config.extra_javascript += [f"assets/{name}.js" for name in SCRIPTS]
    for extension in ("attr_list", "md_in_html"):
        if extension not in config.markdown_extensions:
            config.markdown_extensions.append(extension)
