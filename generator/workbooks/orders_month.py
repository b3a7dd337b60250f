"""The sheet of the customers' workbook that counts a month for the measures: orders, follow-ups due and made in time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import TYPE_CHECKING

from generator.outlines.kept import customers_form
from generator.playbook.model.supervision import Kept
from generator.workbooks import formulas
from generator.workbooks.contacts import Contact, allowed
from generator.workbooks.table import FIRST, GROUPS, Above, Column, Table, excels, given
from generator.workbooks.tallies import Tallied, asked

if TYPE_CHECKING:
    from generator.workbooks.customers import CustomersBook

NAMES = "month"
"""As on the sheet of a register's month: by these names `playbook carry --from` finds the figures."""
_MONTH_AT = 0
_MONTH = f"$B${GROUPS}"
"""The cell of the month's first day."""


def figures(book: CustomersBook) -> tuple[Tallied, ...]:
    """What the measures ask of the customers' workbook."""
    found = asked(book.edition, customers_form(book.edition.playbook))
    return tuple(each for each in found if each.tally.kept)


def month(book: CustomersBook) -> Table:
    every, words = figures(book), book.edition.labels.workbooks.registers
    said, ids = [each.said for each in every], [each.id for each in every]
    counts = [formula for each in every if each.tally.kept for formula in (_counted(book, each.tally.kept),)]
    columns = (
        Column("answer", words.what, "text", 90, given(_one_of(map(formulas.text, said))), empties=said),
        Column("count", words.count, "text", 16, given(_one_of(counts)), empties=[0] * len(every)),
        Column("measure", "id", "text", 6, given(_one_of(map(formulas.text, ids))), empties=ids, hidden=True),
    )
    tab = book.words.tabs.month
    return Table(tab, tab, book.words.hints.month, columns, len(every), NAMES)


def above(book: CustomersBook) -> Above:
    first = excels(book.edition.playbook.about.date.replace(day=1))
    label = book.edition.labels.workbooks.registers.month
    return Above(_MONTH_AT, label, first, form="yyyy-mm-dd", id=NAMES, kind="day")


def _one_of(values: Iterator[str] | list[str]) -> str:
    return f"CHOOSE(ROW()-{FIRST - 1},{','.join(values)})"


def _counted(book: CustomersBook, kept: Kept) -> str:
    match kept:
        case "orders":
            days = book.orders.cells("day")
            return f'COUNTIFS({days},">="&{_MONTH},{days},"<"&EDATE({_MONTH},1))'
        case "follow_ups_in_time":
            return _all(_in_time(book, each) for each in book.contacts)
        case "follow_ups_due":
            return _all(_due(book, each) for each in book.contacts)


def _all(counts: Iterator[str]) -> str:
    return f'IFERROR({reduce(lambda all_, one: f"{all_}+{one}", counts)},"")'


def _in_time(book: CustomersBook, contact: Contact) -> str:
    """Made as long as it stood on the list. The window is taken from the day it was made: an empty due day is a text."""
    due, done = (book.orders.cells(f"{each}-{contact.id}") for each in ("due", "done"))
    return f'SUMPRODUCT({_within(due)}*({done}<>"")*({done}-{book.window_cell}<={due}))'


def _due(book: CustomersBook, contact: Contact) -> str:
    """Made, or due by now and allowed: whoever agreed to nothing, said stop or complains is skipped and not due."""
    orders = book.orders
    due, done = (orders.cells(f"{each}-{contact.id}") for each in ("due", "done"))
    waits = f'({done}="")*({due}<={book.today_cell})*({allowed(contact, orders.cells("may"), orders.cells("name"))})'
    return f'SUMPRODUCT({_within(due)}*((({done}<>"")+{waits})>0))'


def _within(cells: str) -> str:
    return f"({cells}>={_MONTH})*({cells}<EDATE({_MONTH},1))"
