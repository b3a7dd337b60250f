"""What search finds on a page: the page and each part under a heading, with its words and its other names."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from generator.output import Entry, Heading

PAGE_WITH_PARTS = 0.2
"""People look for the part, not for the page it stands on."""
TEASER = 70
"""So many characters of an item's text are shown below its title."""
_LEFT_OUT = re.compile(r"<(\w+)[^>]* data-search-exclude.*?</\1>", re.DOTALL)
_BLANK = re.compile(r'<span class="blank"[^>]*>(.*?)</span>')
_TAG = re.compile(r"<[^>]*>")


def entries(
    page: str, headings: Sequence[Heading], keywords: Mapping[str, tuple[str, ...]], weight: float
) -> tuple[Entry, ...]:
    """The entries of a page of HTML. `keywords`: other names by anchor, those of the page itself under ``""``."""
    return tuple(_entries(page, headings, keywords, weight)) if weight else ()


def _entries(
    page: str, headings: Sequence[Heading], keywords: Mapping[str, tuple[str, ...]], weight: float
) -> Iterator[Entry]:
    for heading, part in zip(headings, _parts(page, headings), strict=True):
        whole = heading.level == 1
        anchor = "" if whole else heading.anchor
        share = PAGE_WITH_PARTS if whole and len(headings) > 1 else 1
        # Who looks for the steps of a complaint looks for “Steps” on the page “Complaints”.
        within = () if whole else (f"{headings[0].title} {heading.title}",)
        yield entry(heading.title, anchor, words(part), (*keywords.get(anchor, ()), *within), weight * share)


def entry(title: str, anchor: str, text: str, keywords: tuple[str, ...], weight: float) -> Entry:
    return Entry(title, anchor, text, (title, *keywords), weight, text[:TEASER])


def words(marked: str) -> str:
    """The text of HTML without what is not to be searched."""
    # What stands side by side is apart, also without a space between; only a blank is part of its sentence.
    plain = _TAG.sub(" ", _BLANK.sub(r"\1", _LEFT_OUT.sub("", marked)))
    return " ".join(html.unescape(plain).split())


def _parts(page: str, headings: Sequence[Heading]) -> Iterator[str]:
    """What stands below each heading, down to the next."""
    at = [page.index(f'id="{heading.anchor}"') for heading in headings]
    for begin, end in zip(at, [*at[1:], len(page)], strict=True):
        yield page[
            page.index("</h", begin) + len("</h1>") : page.rfind("<h", begin, end) if end < len(page) else end
        ]
