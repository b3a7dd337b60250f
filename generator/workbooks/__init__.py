"""Excel: the shop's working tools. To add one, write a module that gives its bytes, and name it in BOOKS.

Whoever only checks a playbook passes here too, so labels and editions are read in when something is listed or made.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from generator.output import OutputFile, Progress
from generator.playbook.model.forms import Form
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route
from generator.playbook.problems import Problem
from generator.workbooks.contacts import follow_ups
from generator.workbooks.forms import forms_in_excel

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.labels.workbooks import WorkbookWords
    from generator.workbooks.table import Filled, Table


@dataclass(frozen=True)
class Book:
    """A workbook that may be made of a playbook."""

    id: str
    of: str
    """The chapter it is made of."""
    page: str
    """The page of the handbook it belongs to."""
    title: Callable[[WorkbookWords, str], str]
    """In the words of a language, and its code."""
    there: Callable[[Playbook], bool]
    """Whether the playbook has what it needs."""
    content: Callable[[Edition, Filled], bytes]
    """The file, with what is typed in it already."""
    tables: Callable[[Edition], tuple[Table, ...]]
    """The sheets to type in; one comes before those whose lines name its lines."""
    route: Route = ()
    """Where what it is made of stands, if that is no chapter."""


def _customers(edition: Edition, filled: Filled) -> bytes:
    from generator.workbooks import customers

    return customers.workbook(edition, filled=filled)


def _customers_tables(edition: Edition) -> tuple[Table, ...]:
    from generator.workbooks.customers import CustomersBook

    return CustomersBook(edition).tables


def _measures(edition: Edition, filled: Filled) -> bytes:
    from generator.workbooks import measures

    return measures.workbook(edition, filled)


def _measures_tables(edition: Edition) -> tuple[Table, ...]:
    from generator.workbooks.measures import MeasuresBook

    return MeasuresBook(edition).tables


def _plan(edition: Edition, filled: Filled) -> bytes:
    from generator.workbooks import plan

    return plan.workbook(edition, filled)


def _plan_tables(edition: Edition) -> tuple[Table, ...]:
    from generator.workbooks.plan import PlanBook

    return PlanBook(edition).tables


def _training(edition: Edition, filled: Filled) -> bytes:
    from generator.workbooks import training

    return training.workbook(edition, filled)


def _training_tables(edition: Edition) -> tuple[Table, ...]:
    from generator.workbooks.training import TrainingBook

    return TrainingBook(edition).tables


def _has_measures(playbook: Playbook) -> bool:
    chapter = playbook.supervision
    return chapter is not None and any(measure.counts for measure in chapter.measures)


BOOKS = (
    Book(
        id="customers-workbook",
        of="customers",
        page="customers.html",
        title=lambda words, _language: words.customers.title,
        there=lambda playbook: bool(playbook.customers and follow_ups(playbook)),
        content=_customers,
        tables=_customers_tables,
    ),
    Book(
        id="measures-workbook",
        of="supervision",
        page="checks.html",
        title=lambda words, _language: words.measures.title,
        there=_has_measures,
        content=_measures,
        tables=_measures_tables,
    ),
    Book(
        id="work-plan-workbook",
        of="supervision",
        page="checks.html",
        title=lambda words, _language: words.plan.title,
        there=lambda playbook: bool(playbook.supervision and playbook.supervision.plans),
        content=_plan,
        tables=_plan_tables,
    ),
    Book(
        id="training-register",
        of="training",
        page="training.html",
        title=lambda words, _language: words.training.title,
        there=lambda playbook: bool(
            playbook.training and (playbook.training.papers or playbook.training.path)
        ),
        content=_training,
        tables=_training_tables,
    ),
)


def _register(edition: Edition, filled: Filled, *, form: str) -> bytes:
    from generator.workbooks import registers

    return registers.register(edition, form, filled)


def _register_tables(edition: Edition, *, form: str) -> tuple[Table, ...]:
    from generator.workbooks.registers import Register

    return Register(edition, form).tables


def _register_title(words: WorkbookWords, language: str, *, form: Form) -> str:
    return words.registers.title.format(form.title.in_(language))


def _registers(playbook: Playbook) -> Iterator[Book]:
    """One for each form that asks for Excel."""
    chapter = playbook.complaints
    for index, form in forms_in_excel(playbook):
        yield Book(
            id=f"register-{form.id}",
            of=f"forms.{form.id}",
            page="complaints.html" if chapter and chapter.form == form.id else "print.html",
            title=partial(_register_title, form=form),
            there=bool,
            content=partial(_register, form=form.id),
            tables=partial(_register_tables, form=form.id),
            route=("forms", index),
        )


def books(playbook: Playbook) -> tuple[Book, ...]:
    """The workbooks that the playbook has."""
    return (*(book for book in BOOKS if book.there(playbook)), *_registers(playbook))


@dataclass(frozen=True)
class Workbooks:
    """The family of everything in Excel."""

    playbook: Playbook

    @cached_property
    def outputs(self) -> tuple[OutputFile, ...]:
        there = books(self.playbook)
        return tuple(
            self._file(book, language) for language in self.playbook.about.languages for book in there
        )

    def problems(self, _only: Collection[str] | None, _done: Progress) -> Iterator[Problem]:
        """None: what a workbook is made of has been checked before."""
        return iter(())

    def _file(self, book: Book, language: str) -> OutputFile:
        from generator.labels import labels

        folder = "" if language == self.playbook.about.languages[0] else f"{language}/"
        return OutputFile(
            id=book.id,
            of=book.of,
            kind="workbook",
            language=language,
            title=book.title(labels(language).workbooks, language),
            path=f"{folder}files/{book.id}.xlsx",
            audience="staff",
            content=partial(self._content, book, language),
            route=book.route or (book.of,),
            page=book.page,
        )

    def _content(self, book: Book, language: str) -> bytes:
        from generator.edition import edition

        return book.content(edition(self.playbook, language), {})
