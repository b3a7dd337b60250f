"""The first pages: home with the way to everything, the promise in full, and who does what in the shop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.handbook.book import Book
from generator.handbook.scripts import by_moment
from generator.outlines.contact import hours, ways
from generator.outlines.flow import flows
from generator.output import OutputFile, Page
from generator.playbook.model.norms import Stage
from generator.playbook.model.scripts import Script

ASKED, OF_EACH, SHOWN = 6, 2, 6
"""So many phrases stand below the search box, of each moment so many, and so many scripts on the card of a moment
without core ones."""


def pages(book: Book) -> Iterator[Page]:
    playbook, words = book.edition.playbook, book.words
    section = (words.nav.start,)
    moments = {stage: _first(scripts) for stage, scripts in by_moment(book).items()}
    yield book.page(
        "index.html",
        str(playbook.about.title),
        "home.html",
        section=section,
        weight=0,
        moments=moments,
        since=book.since,
        later=lambda: {"ways": [*flows(book.edition)]},
        asked=_asked(moments),
        norms=[norm for norm in playbook.norms if norm.core] or playbook.norms,
        main=main_sheets(book),
    )
    if playbook.promise:
        yield book.page(
            "promise.html",
            words.nav.promise,
            "promise.html",
            section=section,
            keywords={"": (str(playbook.promise.title),)},
            hours=hours(book.edition),
        )
    yield book.page(
        "shop.html",
        words.nav.shop,
        "shop.html",
        section=section,
        weight=0.5,
        open_days=book.edition.open_days,
        ways=[(way.name, way.said) for way in ways(book.edition)],
        closed_days=book.edition.labels.list_join.join(book.edition.closed_days),
    )


def _asked(moments: Mapping[Stage, Sequence[Script]]) -> list[tuple[str, str]]:
    """What customers say first, moment by moment, with the ids of the scripts."""
    scripts = [script for each in moments.values() for script in each[:OF_EACH]]
    return [(script.says[0], script.id) for script in scripts[:ASKED]]


def _first(scripts: Sequence[Script]) -> list[Script]:
    """What everybody meets: the scripts of the core, or the first few if none is marked."""
    return [script for script in scripts if script.core] or list(scripts[:SHOWN])


def main_sheets(book: Book) -> tuple[OutputFile, ...]:
    """What is printed first: the sheets of the core, or all if none is marked."""
    return tuple(sheet for sheet in book.printed if sheet.core) or book.printed
