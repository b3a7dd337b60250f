"""The handbook as files for another site generator: Markdown with one block of HTML for each page, and all it links to.

Pages link to each other by the names of the finished files, `norms.html`: the other generator must give each
page that address, as Hugo does with `uglyURLs` and MkDocs with `use_directory_urls: false`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from generator.build import Made
from generator.engines.shell import by_hand
from generator.handbook import THEME
from generator.handbook.navigation import source
from generator.output import Page

_MARKS = str.maketrans({mark: f"&#{ord(mark)};" for mark in "{}[]`~"})
"""What other generators and their extensions look for in every line, in blocks of HTML too."""


def files(made: Made, docs: Path) -> Iterator[tuple[str, bytes]]:
    """Every file with its path; `docs` holds the hand-written pages of each language."""
    for edition in made.editions:
        home = edition.folder
        for path in by_hand(docs / edition.language, edition.playbook.shop.country):
            yield home + path.relative_to(docs / edition.language).as_posix(), path.read_bytes()
        for page in made.pages(edition):
            yield home + source(page.uri), markdown(page).encode()
        for script in ("fills.js", "handbook.js", "selfcheck.js"):
            yield f"{home}assets/{script}", (THEME / "assets" / script).read_bytes()
        for file in made.files(edition):
            yield file.path, file.content()


def markdown(page: Page) -> str:
    """A page as one block of HTML below what names it."""
    head = json.dumps(page.title, ensure_ascii=False)
    return f'---\ntitle: {head}\n---\n\n<div class="handbook">\n{page.html.translate(_MARKS)}</div>\n'
