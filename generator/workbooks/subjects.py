"""The sheet of what customers come with, such as pets, bicycles or children: one line each, by the customer's number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.playbook.model.customers import Subject
from generator.workbooks import people
from generator.workbooks.table import FIRST, Column, Table, named

if TYPE_CHECKING:
    from generator.workbooks.customers import CustomersBook

NAMES = "subject"
_LONGEST_TAB = 31
_NO_TAB = re.compile(r"[\[\]:*?/\\]")
"""What Excel takes in no name of a sheet."""


def subjects(book: CustomersBook, subject: Subject) -> Table:
    """The sheet, with its formulas."""
    tab = _tab(book, str(subject.many))
    hint = book.words.hints.subjects.format(subject.name)
    columns = tuple(_columns(book, subject))
    return Table(tab, str(subject.many), hint, columns, book.cared_for, NAMES, book.filled.get(NAMES, {}))


def _tab(book: CustomersBook, said: str) -> str:
    """The shop's word as the name of a sheet, told from our own."""
    name = _NO_TAB.sub(" ", said)[:_LONGEST_TAB].strip("' ")
    taken = {tab.casefold() for tab in book.words.tabs.model_dump().values()}
    return f"{name[: _LONGEST_TAB - 2]} +" if name.casefold() in taken else name


def _columns(book: CustomersBook, subject: Subject) -> Iterator[Column]:
    heads, groups = book.words.heads, book.words.groups
    group, most = str(subject.many), book.customers
    yield Column("nr", heads.nr, "number", 6, group=group, numbered=True)
    yield Column("customer", heads.customer, "number", 9, group=group, most=most, line_of=people.NAMES)
    yield Column("owner", heads.name, "text", 12, lambda: _owner(book), group=group)
    yield Column("name", str(subject.name), "text", 14, group=group, needed=True)
    for field in book.chapter.record:
        if field.workbook == "subject":
            yield Column(f"record-{field.id}", str(field.name), "text", 18, group=groups.record)


def _owner(book: CustomersBook) -> str:
    """Nothing where there is no such number; INDEX would take 0 for the whole column."""
    customer = named(NAMES, "customer")
    return f'IF(N({customer})<1,"",IFERROR({book.people.of("name", customer)}&"",""))'


def unknown(there: Table, orders: Table) -> str:
    """Whether an order names one that does not stand on the sheet for that customer."""
    name, customer = (orders.cell(column, FIRST) for column in (NAMES, "customer"))
    found = f"COUNTIFS({there.cells('customer')},{customer},{there.cells('name')},{name})"
    return f'IF({name}="",FALSE,{found}=0)'
