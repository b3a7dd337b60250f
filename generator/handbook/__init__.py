"""The website: one module and one template per section, in the order of a day of work.

To add a section, write a module with `pages(book)` and name it in SECTIONS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.design.red_flags import script
from generator.design.single_page import COPYING
from generator.edition import Edition
from generator.handbook import (
    about,
    changes,
    checks,
    complaints,
    customers,
    forms,
    glossary,
    installed,
    law,
    mine,
    norms,
    notices,
    prices,
    products,
    reviews,
    scripts,
    selfcheck,
    sheets,
    start,
    training,
    ways,
)
from generator.handbook.answers import answers
from generator.handbook.book import Book, Section
from generator.handbook.spoken import spoken_by_scripts
from generator.handbook.theme import icon, styles
from generator.outlines.since import Earlier
from generator.output import OutputFile, Page
from generator.playbook.model.site import Site, address

SECTIONS: tuple[Section, ...] = (
    start,
    ways,
    changes,
    norms,
    scripts,
    complaints,
    reviews,
    customers,
    checks,
    training,
    selfcheck,
    prices,
    products,
    notices,
    sheets,
    forms,
    glossary,
    about,
    law,
    mine,
)
THEME = Path(__file__).parent / "overrides"
"""What the site's theme is given on top: a few templates, our script, a helper for search from `file://`."""
ROBOTS = b"User-agent: *\nDisallow: /\n"
"""The handbook is for the shop's own people: no search engine lists it."""


def pages(
    edition: Edition, downloads: Sequence[OutputFile], *, renewing: bool = False, since: Earlier | None = None
) -> Iterator[Page]:
    """Every page in one language. `downloads` are the sheets people may fetch; there may be none.

    While they are being printed anew, `renewing`, the page that lists them says so.
    """
    book = Book.of(edition, downloads, renewing=renewing, since=since)
    site = edition.playbook.site
    yield from _in_order([page for section in SECTIONS for page in section.pages(book)], site)


def _in_order(made: Sequence[Page], site: Site) -> Iterator[Page]:
    """The pages as the shop orders them: the first group first, then by those that are named, groups staying together."""
    groups: dict[str, list[Page]] = {}
    for page in made:
        groups.setdefault(page.section[0] if page.section else page.title, []).append(page)
    named = {address(name): at for at, name in enumerate(site.order)}

    def rank(page: Page) -> int:
        """Its place among those that stand first; behind them all for one that is not named."""
        return named.get(page.uri, len(named))

    first, *others = (left for group in groups.values() if (left := _left(group, site)))
    for group in (first, *sorted(others, key=lambda pages: min(map(rank, pages)))):
        home = group[:1] if group is first else []
        yield from home
        yield from sorted(group[len(home) :], key=rank)


def _left(group: Sequence[Page], site: Site) -> list[Page]:
    """What a site has of a group; a page that is alone in it now needs no heading over it."""
    left = [page for page in group if not site.leaves_out(page.uri)]
    return [replace(page, section=()) for page in left] if len(left) == 1 < len(group) else left


def assets(edition: Edition) -> Iterator[OutputFile]:
    """The style sheet and the icons in the shop's colour, the words of danger and of our scripts, the replies, what copies, what an app says of itself; once, the word to search engines."""
    colour = edition.playbook.about.brand.colour
    files: dict[str, Callable[[], bytes]] = {
        "assets/handbook.css": partial(_text, styles, edition),
        "assets/icon.svg": partial(_text, icon, edition),
        "assets/red-flags.js": partial(_text, script, edition),
        "assets/words.js": partial(_text, spoken_by_scripts, edition),
        "assets/answers.js": partial(_text, answers, edition),
        "assets/copying.js": COPYING.read_bytes,
        installed.MANIFEST: partial(installed.manifest, edition),
        **{f"assets/icon-{size}.png": partial(installed.picture, colour, size) for size in installed.ICONS},
    }
    if edition.first:
        files["robots.txt"] = partial(bytes, ROBOTS)
    for path, content in files.items():
        yield OutputFile(
            id=path,
            of="",
            kind="asset",
            language=edition.language,
            title=path,
            path=edition.folder + path,
            audience="staff",
            content=content,
            listed=False,
        )


def _text(make: Callable[[Edition], str], edition: Edition) -> bytes:
    return make(edition).encode()
