"""The sheet of follow-ups made: which class, on which day, by whom, what was said and when the next is due.

It only looks: day and answer are typed once, in the line of the order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.workbooks import formulas
from generator.workbooks.found import PLACE, Found
from generator.workbooks.table import Column, Table, given, named
from generator.workbooks.views import SHOWN

if TYPE_CHECKING:
    from generator.workbooks.customers import CustomersBook

NAMES = "made"


def made(book: CustomersBook) -> Table:
    """The latest at the top, as far as the list goes."""
    tab = book.words.tabs.made
    return Table(tab, tab, book.words.hints.made, tuple(_columns(book)), SHOWN, NAMES)


def _columns(book: CustomersBook) -> Iterator[Column]:
    heads, orders = book.words.heads, book.orders
    made, contact = Found(orders, "made", NAMES), named(NAMES, "contact")
    line = made.line

    def chosen(what: str) -> str:
        cells = (orders.of(f"{what}-{each.id}", line) for each in book.contacts)
        return made.shown(f"CHOOSE({contact},{','.join(cells)})")

    klass = made.of(book.people, "class", orders.of("customer", line))
    yield made.column("done", heads.done, 13, chosen("done"), day=True)
    yield made.column("class", heads.klass, 14, klass)
    yield made.seen("name", heads.name, 14)
    yield made.seen("order_no", heads.order_no, 18)
    yield made.column("why", heads.why, 18, made.shown(book.lists.of("contact", contact)))
    yield made.column("who", heads.who, 14, made.shown(book.lists.of("role", contact)))
    yield made.column("answer", heads.answer, 60, chosen("answer"))
    yield made.seen("next", heads.next, 13, day=True)
    yield from _helpers(book, line)


def _helpers(book: CustomersBook, line: str) -> Iterator[Column]:
    """Which of all follow-ups it is, counted from the first; in which line that is; and which contact there."""
    orders, which = book.orders, named(NAMES, "which")
    total, counted = orders.end("made"), orders.cells("made")
    nth = f'IF({PLACE}>{total},"",{total}+1-({PLACE}))'
    # The count stays the same over lines where nobody was contacted: the last of those lies before the one sought.
    found = f'IF({which}="","",IFERROR(MATCH({which}-1,{counted},1),0)+1)'
    before = f"IF({line}=1,0,{orders.of('made', f'MAX(1,{line}-1)')})"
    dones = [orders.of(f"done-{each.id}", line) for each in book.contacts]
    cases = [(f"COUNT({','.join(dones[:n])})>={which}-{before}", str(n)) for n in range(1, len(dones) + 1)]
    contact = f'IF({line}="","",{formulas.first(cases, str(len(dones)))})'
    yield Column("which", "which", "number", 6, given(nth), hidden=True)
    yield Column("line", "line", "number", 6, given(found), hidden=True)
    yield Column("contact", "contact", "number", 6, given(contact), hidden=True)
