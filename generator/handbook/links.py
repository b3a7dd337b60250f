"""Where each item of the playbook stands in the handbook, and how one page leads to another."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from html import unescape

from generator.edition import Edition
from generator.output import OutputFile, Page
from generator.playbook.model.site import Site

SHEETS = "print.html"
"""The page of everything printed."""
_PAGES = {
    "promise": ("promise.html", ""),
    "customer_pages": ("shop.html", "given-"),
    "roles": ("shop.html", "role-"),
    "shop": ("shop.html", "channel-"),
    "about": ("about.html", ""),
    "strategy": ("strategy.html", ""),
    "levels": ("levels.html", ""),
    "authority": ("authority.html", ""),
    "norms": ("norms.html", ""),
    "complaints": ("complaints.html", ""),
    "reviews": ("reviews.html", ""),
    "customers": ("customers.html", ""),
    "ways": ("ways.html", ""),
    "follow_ups": ("follow-ups.html", ""),
    "proactive": ("proactive.html", ""),
    "supervision": ("checks.html", ""),
    "checklists": ("checklists.html", ""),
    "training": ("training.html", ""),
    "products": ("products.html", ""),
    "prices": ("prices.html", ""),
    "notices": ("notices.html", ""),
    "glossary": ("glossary.html", ""),
    "facts": ("about.html", "fact-"),
    "placeholders": ("about.html", "blank-"),
}
"""The page of each chapter, and what stands before an item's id in its anchor."""
_ONLY_PRINTED = ("posters",)
"""Chapters whose items stand in the handbook as the sheets made of them."""
_PAGE_EACH = {"scripts": "scripts/index.html", "forms": SHEETS}
"""Chapters with a page for each item, and the page of the whole chapter."""

_ANCHOR = re.compile(r'<[^>]* id="([^"]*)"')
_LINK = re.compile(r'<[^>]* (?:href|src)="([^":]*)"')
"""Links inside the site; a colon stands in those that lead out of it."""
_LEADING = re.compile(r'<a\b[^>]*\bhref="([^":]*)"[^>]*>(.*?)</a>', re.DOTALL)


def address(reference: str, downloads: Iterable[OutputFile] = ()) -> str:
    """The page and anchor of `chapter.id` or of a whole chapter, below the language's folder.

    What is only printed is found among the `downloads`; where its sheet was not made, their page is all there is.
    """
    chapter, _, name = reference.partition(".")
    if chapter in _ONLY_PRINTED:
        return next((f"{SHEETS}#{file.id}" for file in downloads if file.of == reference), SHEETS)
    if chapter in _PAGE_EACH:
        return f"{chapter}/{name}.html" if name else _PAGE_EACH[chapter]
    page, before = _PAGES[chapter]
    return f"{page}#{before}{name}" if name else page


def relative(target: str, uri: str) -> str:
    """`target` as seen from the page `uri`; both below the same folder."""
    path, mark, anchor = target.partition("#")
    return posixpath.relpath(path, posixpath.dirname(uri) or ".") + mark + anchor


def web(uri: str) -> str:
    """The address a Markdown page is shown under."""
    return uri.removesuffix(".md") + ".html"


def anchors(html: str) -> list[str]:
    """What a link may lead to inside a page."""
    return [unescape(found) for found in _ANCHOR.findall(html)]


def broken(page: Page, there: Mapping[str, Collection[str]]) -> Iterator[str]:
    """The links of a page that lead nowhere. `there`: the anchors of each file of the site, by address."""
    for target in map(unescape, _LINK.findall(page.html)):
        path, mark, anchor = target.partition("#")
        address = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path)) if path else page.uri
        if address not in there or (mark and anchor not in there[address]):
            yield target


def unlinked(html: str, uri: str, site: Site) -> str:
    """A page in which what would lead to a page that the site does without stands as plain words."""
    if not site.leave_out:
        return html
    return _LEADING.sub(
        lambda found: found[2] if site.leaves_out(_absolute(found[1], uri)) else found[0], html
    )


def _absolute(target: str, uri: str) -> str:
    path = unescape(target).partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)) if path else uri


def language_switch(
    here: Edition, others: Sequence[Edition], uri: str, there: Mapping[str, str]
) -> list[dict[str, str]]:
    """The ways from the page `uri` to the other languages; `there`: the page to land on, by language."""
    home = "" if here.first else "../"
    return [
        {
            "name": other.labels.language,
            "tag": other.tag,
            "href": relative(home + other.folder + web(there[other.language]), uri),
        }
        for other in others
    ]


def inside(edition: Edition, path: str) -> str:
    """The path of a file of the site as seen from its language's folder."""
    return path.removeprefix(edition.folder)
