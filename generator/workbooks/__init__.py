"""Excel: the shop's working tools. `books.py` lists them; what writes them is read in when they are listed or made.

Whoever only checks a playbook passes here too, and must not wait for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from generator.output import OutputFile, Progress
from generator.playbook.model.playbook import Playbook
from generator.playbook.problems import Problem

if TYPE_CHECKING:
    from generator.workbooks.books import Book


@dataclass(frozen=True)
class Workbooks:
    """The family of everything in Excel."""

    playbook: Playbook

    @cached_property
    def outputs(self) -> tuple[OutputFile, ...]:
        from generator.workbooks.books import books

        there = books(self.playbook)
        return tuple(
            self._file(book, language) for language in self.playbook.about.languages for book in there
        )

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

    def _content(self, book: Book, language: str) -> bytes:
        from generator.edition import edition

        return book.content(edition(self.playbook, language), {})
