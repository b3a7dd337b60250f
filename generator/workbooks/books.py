"""The list of workbooks. To add one, write a module with a class that gives its sheets and bytes, and name it in BOOKS."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from generator.edition import Edition
from generator.labels.workbooks import WorkbookWords
from generator.outlines.kept import customers_form, registers
from generator.playbook.model.forms import Form
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route
from generator.workbooks.customers import CustomersBook
from generator.workbooks.measures import MeasuresBook
from generator.workbooks.plan import PlanBook
from generator.workbooks.prices import PricesBook
from generator.workbooks.registers import Register
from generator.workbooks.table import Filled, Table
from generator.workbooks.training import TrainingBook

_FEW = 30


class Made(Protocol):
    """A workbook in one language."""

    @property
    def tables(self) -> tuple[Table, ...]:
        """The sheets to type in; one comes before those whose lines name its lines."""

    def file(self) -> bytes:
        """The file, with what is typed in it already."""


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
    made: Callable[[Edition, Filled], Made]
    """In a language, with what is typed in it already."""
    route: Route = ()
    """Where what it is made of stands, if that is no chapter."""
    few: Callable[[Edition, Filled], Made] | None = None
    """The same with few lines, for an example, where the usual are very many."""

    def with_few(self, edition: Edition, filled: Filled) -> Made:
        return (self.few or self.made)(edition, filled)

    def content(self, edition: Edition, filled: Filled) -> bytes:
        return self.made(edition, filled).file()

    def tables(self, edition: Edition) -> tuple[Table, ...]:
        return self.made(edition, {}).tables


def _has_measures(playbook: Playbook) -> bool:
    chapter = playbook.supervision
    return chapter is not None and any(measure.counts for measure in chapter.measures)


BOOKS = (
    Book(
        id="customers-workbook",
        of="customers",
        page="customers.html",
        title=lambda words, _language: words.customers.title,
        there=lambda playbook: bool(customers_form(playbook)),
        made=CustomersBook,
        few=partial(CustomersBook, customers=_FEW, sold=_FEW),
    ),
    Book(
        id="measures-workbook",
        of="supervision",
        page="checks.html",
        title=lambda words, _language: words.measures.title,
        there=_has_measures,
        made=MeasuresBook,
    ),
    Book(
        id="work-plan-workbook",
        of="supervision",
        page="checks.html",
        title=lambda words, _language: words.plan.title,
        there=lambda playbook: bool(playbook.supervision and playbook.supervision.plans),
        made=PlanBook,
    ),
    Book(
        id="prices-workbook",
        of="prices",
        page="prices.html",
        title=lambda words, _language: words.prices.title,
        there=lambda playbook: bool(playbook.prices),
        made=PricesBook,
    ),
    Book(
        id="training-register",
        of="training",
        page="training.html",
        title=lambda words, _language: words.training.title,
        there=lambda playbook: bool(
            playbook.training and (playbook.training.papers or playbook.training.path)
        ),
        made=TrainingBook,
    ),
)


def _title(words: WorkbookWords, language: str, *, form: Form) -> str:
    return words.registers.title.format(form.title.in_(language))


def _registers(playbook: Playbook) -> Iterator[Book]:
    """One for each form that asks for Excel."""
    chapter = playbook.complaints
    for index, form in registers(playbook):
        yield Book(
            id=f"register-{form.id}",
            of=f"forms.{form.id}",
            page="complaints.html" if chapter and chapter.form == form.id else f"forms/{form.id}.html",
            title=partial(_title, form=form),
            there=bool,
            made=partial(Register, form=form.id),
            few=partial(Register, form=form.id, lines=_FEW),
            route=("forms", index),
        )


def books(playbook: Playbook) -> tuple[Book, ...]:
    """The workbooks that the playbook has."""
    return (*(book for book in BOOKS if book.there(playbook)), *_registers(playbook))
