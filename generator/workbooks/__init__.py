"""Excel: the shop's working tools. `books.py` lists them; what writes them is read in when they are listed or made.

Whoever only checks a playbook passes here too, and must not wait for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from generator.output import OutputFile, Progress
from generator.playbook.model.playbook import Playbook
from generator.playbook.problems import Problem

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.workbooks.books import Book


EXAMPLE = "example"
"""The kind of a workbook that is shown filled in, with which its id begins."""


@dataclass(frozen=True)
class Workbooks:
    """The family of everything in Excel."""

    playbook: Playbook

    @cached_property
    def outputs(self) -> tuple[OutputFile, ...]:
        from generator.workbooks.books import books

        each = [
            (book, language) for language in self.playbook.about.languages for book in books(self.playbook)
        ]
        made = tuple(self._file(book, language) for book, language in each)
        # Shown filled in where the shop is an invented one: a shop of somebody’s own has lines of its own.
        shown = each if self.playbook.about.sample else ()
        return (*made, *(self._example(book, language) for book, language in shown))

    def problems(self, _only: Collection[str] | None, _done: Progress) -> Iterator[Problem]:
        """None: what a workbook is made of has been checked before."""
        return iter(())

    def _file(self, book: Book, language: str) -> OutputFile:
        from generator.edition import edition

        folder = "" if language == self.playbook.about.languages[0] else f"{language}/"
        return OutputFile(
            id=book.id,
            of=book.of,
            kind="workbook",
            language=language,
            title=book.title(edition(self.playbook, language).labels.workbooks, language),
            path=f"{folder}files/{book.id}.xlsx",
            audience="staff",
            content=partial(self._content, book, language),
            route=book.route or (book.of,),
            page=book.page,
        )

    def _example(self, book: Book, language: str) -> OutputFile:
        """The same filled in."""
        from generator.edition import edition
        from generator.workbooks.examples import title

        file, it = self._file(book, language), edition(self.playbook, language)
        return replace(
            file,
            id=f"{EXAMPLE}-{book.id}",
            kind=EXAMPLE,
            title=title(it, book),
            path=file.path.replace(book.id, f"{EXAMPLE}-{book.id}"),
            content=partial(_filled_in, it, book),
        )

    def _content(self, book: Book, language: str) -> bytes:
        from generator.edition import edition

        return book.content(edition(self.playbook, language), {})


def _filled_in(edition: Edition, book: Book) -> bytes:
    from generator.workbooks.examples import content

    return content(edition, book)
