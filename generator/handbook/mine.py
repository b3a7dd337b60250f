"""What is still the starter's, for the owner to work off: chapter by chapter, each item with the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.handbook.book import Book
from generator.outlines.names import called
from generator.output import Page
from generator.playbook.confirmed import Counted, counted
from generator.playbook.model.questions import QuestionBase
from generator.playbook.model.record import Item


class Left(NamedTuple):
    """An item as the page shows it."""

    name: str
    reference: str
    """`chapter.id`, as it is looked for in the files."""


class Chapter(NamedTuple):
    """A chapter as the page shows it."""

    id: str
    name: str
    mine: int
    of: int
    left: tuple[Left, ...]
    unnamed: int
    """Questions among those left, which the site must not give away."""


def pages(book: Book) -> Iterator[Page]:
    chapters = [_chapter(book, each) for each in counted(book.edition.playbook)]
    if chapters:
        yield book.page(
            "mine.html",
            book.words.nav.mine,
            "mine.html",
            section=(book.words.nav.owner,),
            weight=0.2,
            chapters=chapters,
            mine=sum(each.mine for each in chapters),
            of=sum(each.of for each in chapters),
        )


def _chapter(book: Book, each: Counted) -> Chapter:
    named = tuple(_left(each.name, item) for _, item in each.left if not isinstance(item, QuestionBase))
    mine, unnamed = each.of - len(each.left), len(each.left) - len(named)
    return Chapter(each.name, called(book.edition, each.name), mine, each.of, named, unnamed)


def _left(chapter: str, item: Item) -> Left:
    return Left(str(getattr(item, item.NAMED_BY)), f"{chapter}.{item.id}")
