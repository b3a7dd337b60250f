"""What the base makes and no more: run in the process of a command, it leaves out what came since.

That has rows of its own. Looking whether links lead anywhere stays, but says nothing: pages that the base has lead to
some that are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

SHEETS = {"path", "read_sheet", "sign_off"}
"""Kinds of sheets the base does not have: modules of `printables`."""
SECTIONS = {"ways", "changes", "selfcheck", "forms", "law", "mine"}
"""Parts of the handbook: modules of `handbook`."""
PAGES = re.compile(r"path-.*\.html")
"""Pages of a part that the base has."""
FILES = re.compile(r"(.*/)?(assets/(icon-\d+\.png|answers\.js|red-flags\.js)|app\.webmanifest)")
"""What goes with the pages: the icons and the name of an app, the replies for the search box, the words of danger."""


def only_what_it_has() -> None:
    """For any command: no files of all forms, workbooks, exports and pages for customers."""
    from generator import build

    papers = build.FAMILIES[0]
    build.FAMILIES = (lambda *shop: [each for each in papers(*shop) if type(each).__name__ == "Paper"],)


def only_what_it_builds() -> None:
    """For a build: some kinds of sheets and pages less, too, and nothing for a device to keep the site by.

    A check would have to wait for what makes these.
    """
    from generator import handbook, leaks, printables
    from generator.engines import mkdocs, mkdocs_plugin
    from generator.handbook.links import broken
    from generator.outlines import since

    only_what_it_has()
    pages, assets = handbook.pages, handbook.assets

    def found(*them: Any) -> Iterator[str]:
        return iter([*broken(*them)][:0])

    replaced: list[tuple[Any, str, Any]] = [
        (printables, "PRINTABLES", _without(printables.PRINTABLES, SHEETS)),
        (handbook, "SECTIONS", _without(handbook.SECTIONS, SECTIONS)),
        (
            handbook,
            "pages",
            lambda *them, **more: (p for p in pages(*them, **more) if not PAGES.match(p.uri)),
        ),
        (handbook, "assets", lambda edition: (f for f in assets(edition) if not FILES.fullmatch(f.path))),
        (mkdocs_plugin, "broken", found),
        (mkdocs, "worker", lambda _site: ""),
        (since, "listed", lambda _edition: {}),
        # The look for answers that stand in the site.
        (leaks, "leaks", lambda *_: iter(())),
    ]
    for where, name, instead in replaced:
        setattr(where, name, instead)


def everything() -> None:
    """For a build with all that came since: the base's own playbook would not pass the look for answers."""
    from generator import leaks

    look = leaks.leaks
    leaks.leaks = lambda *them: iter([*look(*them)][:0])


def _without(modules: tuple[Any, ...], names: set[str]) -> tuple[Any, ...]:
    left = tuple(each for each in modules if each.__name__.rpartition(".")[2] not in names)
    assert len(left) == len(modules) - len(names), names
    return left
