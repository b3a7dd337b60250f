"""What the law says here, for the owner: each statement of the country's record, its source, and when it was checked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.edition import said_in
from generator.handbook.book import Book
from generator.output import Page
from generator.playbook.languages import LANGUAGES
from generator.playbook.law import Statement, concerning, countries, law_facts, names
from generator.playbook.model.text import Text


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
        said=partial(_rows, book),
        unknown=[
            _said(book, names()[fact.id].name)
            for _, fact in law_facts(book.edition.written)
            if not fact.known
        ],
    )


def _rows(book: Book) -> list[Row]:
    return [_row(book, name, each) for name, each in concerning(book.edition.written)]


def _row(book: Book, name: str, each: Statement) -> Row:
    seen = book.words.law.seen[each.seen]
    return Row(
        id=name,
        name=_said(book, names()[name].name),
        say=_said(book, each.say),
        note=_said(book, each.note),
        source=_said(book, each.source.name),
        address=each.source.address,
        checked=book.words.law.checked.format(book.edition.day(each.checked), seen),
    )


def _said(book: Book, text: Text) -> str:
    language = book.edition.language
    return said_in(text, language if text.speaks(language) else LANGUAGES[language].explains)
