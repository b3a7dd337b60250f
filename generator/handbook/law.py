"""What the law says here, for the owner: each statement on record with its source and its places, and what else speaks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.edition import said_in
from generator.handbook.book import Book
from generator.outlines.names import called
from generator.output import Page
from generator.playbook.languages import LANGUAGES
from generator.playbook.law import Statement, concerning, countries, law_facts, names
from generator.playbook.law_places import Place, places, speaks_of_law
from generator.playbook.model.record import walk
from generator.playbook.model.text import Text

_END = re.compile(r"(?<=[。！？；])|(?<=[.!?])\s+")


class Row(NamedTuple):
    """A statement as the page shows it."""

    id: str
    name: str
    say: str
    note: str
    source: str
    address: str
    checked: str
    """The day, and how far it was looked at."""
    used: tuple[Link, ...]
    """The items that name it."""


class Link(NamedTuple):
    """An item that speaks of the law."""

    name: str
    reference: str
    """`chapter.id`, as it is looked for in the files."""
    said: tuple[str, ...] = ()
    """The sentences that do."""


class Law(NamedTuple):
    """What the page shows."""

    rows: tuple[Row, ...]
    in_words: tuple[Link, ...]
    """The items that speak of the law in words of their own."""
    questions: int
    """How many questions speak of it, which the site must not give away."""


def pages(book: Book) -> Iterator[Page]:
    code = book.edition.playbook.shop.country
    country = countries().get(code)
    yield book.page(
        "law.html",
        book.words.nav.law,
        "law.html",
        section=(book.words.nav.owner,),
        weight=0.3,
        country=_said(book, country.name) if country else code,
        # Found when the page is set: it looks at every text of the playbook.
        found=partial(_law, book),
        unknown=[
            _said(book, names()[fact.id].name)
            for _, fact in law_facts(book.edition.written)
            if not fact.known
        ],
    )


def _law(book: Book) -> Law:
    every = tuple(places(book.edition.written))
    shown = [place for place in every if not place.asked]
    asked = {place.route[:3] for place in every if place.asked}
    rows = tuple(_row(book, name, each, shown) for name, each in concerning(book.edition.written))
    return Law(rows, tuple(_in_words(book, shown)), len(asked))


def _in_words(book: Book, shown: Sequence[Place]) -> Iterator[Link]:
    """Item by item, with the sentences that speak of the law."""
    said = {route: value for route, value in walk(book.edition.playbook) if isinstance(value, str)}
    spoken = [place for place in shown if place.in_words]
    for reference in dict.fromkeys(place.reference for place in spoken):
        texts = (said.get(place.route, "") for place in spoken if place.reference == reference)
        found = dict.fromkeys(sentence for text in texts for sentence in _sentences(text))
        yield _link(book, reference, tuple(found))


def _sentences(text: str) -> list[str]:
    """Those of a text that speak of the law; the whole of it where it does so in its other languages alone."""
    sentences = [each.strip() for each in _END.split(text) if each.strip()]
    return [each for each in sentences if speaks_of_law(each)] or [text][: bool(text)]


def _link(book: Book, reference: str, said: tuple[str, ...] = ()) -> Link:
    chapter, _, name = reference.partition(".")
    # What a fact is called is its figure, which says nothing in a list.
    return Link(name if chapter == "facts" else called(book.edition, reference), reference, said)


def _row(book: Book, name: str, each: Statement, shown: Sequence[Place]) -> Row:
    there = dict.fromkeys(place.reference for place in shown if name in place.named)
    seen = book.words.law.seen[each.seen]
    return Row(
        id=name,
        name=_said(book, names()[name].name),
        say=_said(book, each.say),
        note=_said(book, each.note),
        source=_said(book, each.source.name),
        address=each.source.address,
        checked=book.words.law.checked.format(book.edition.day(each.checked), seen),
        used=tuple(_link(book, reference) for reference in there),
    )


def _said(book: Book, text: Text) -> str:
    language = book.edition.language
    return said_in(text, language if text.speaks(language) else LANGUAGES[language].explains)
