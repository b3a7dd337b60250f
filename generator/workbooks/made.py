"""The sheet of follow-ups made: which class, on which day, by whom, what was said and when the next is due.

It only looks: day and answer are typed once, in the line of the order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.workbooks import formulas
from generator.workbooks.table import FIRST, Column, Table, named
from generator.workbooks.views import SHOWN

if TYPE_CHECKING:
    from generator.workbooks.customers import CustomersBook

NAMES = "made"


def made(book: CustomersBook) -> Table:
    """The latest at the top, as far as the list goes."""
    tab = book.words.tabs.made
    return Table(tab, tab, book.words.hints.made, tuple(_columns(book)), SHOWN, NAMES)


def _columns(book: CustomersBook) -> Iterator[Column]:
    heads, people, orders = book.words.heads, book.people, book.orders
    line, contact = named(NAMES, "line"), named(NAMES, "contact")
    customer = orders.of("customer", line)

    def seen(name: str, head: str, width: int, cell: str, *, day: bool = False, long: bool = False) -> Column:
        formula = f'IF({line}="","",IF({cell}="","",{cell}))'
        return Column(name, head, "day" if day else "text", width, lambda: formula, long=long)

    def chosen(what: str) -> str:
        cells = (orders.of(f"{what}-{each.id}", line) for each in book.contacts)
        return f"CHOOSE({contact},{','.join(cells)})"

    yield seen("done", heads.done, 13, chosen("done"), day=True)
    yield seen("class", heads.klass, 14, people.of("class", customer))
    yield seen("name", heads.name, 14, orders.of("name", line))
    yield seen("order_no", heads.order_no, 18, orders.of("order_no", line))
    yield seen("why", heads.why, 18, book.lists.of("contact", contact), long=True)
    yield seen("who", heads.who, 14, book.lists.of("role", contact), long=True)
    yield seen("answer", heads.answer, 60, chosen("answer"), long=True)
    yield seen("next", heads.next, 13, orders.of("next", line), day=True)
    yield from _helpers(book, line)


def _helpers(book: CustomersBook, line: str) -> Iterator[Column]:
    """Which of all follow-ups it is, counted from the first; in which line that is; and which contact there."""
    orders, which = book.orders, named(NAMES, "which")
    total, counted = orders.end("made"), orders.cells("made")
    at = f"ROW()-{FIRST - 1}"
    nth = f'IF({at}>{total},"",{total}+1-({at}))'
    # The count stays the same over lines where nobody was contacted: the last of those lies before the one sought.
    found = f'IF({which}="","",IFERROR(MATCH({which}-1,{counted},1),0)+1)'
    before = f"IF({line}=1,0,{orders.of('made', f'MAX(1,{line}-1)')})"
    dones = [orders.of(f"done-{each.id}", line) for each in book.contacts]
    cases = [(f"COUNT({','.join(dones[:n])})>={which}-{before}", str(n)) for n in range(1, len(dones) + 1)]
    contact = f'IF({line}="","",{formulas.first(cases, str(len(dones)))})'
    yield Column("which", "which", "number", 6, lambda: nth, hidden=True)
    yield Column("line", "line", "number", 6, lambda: found, hidden=True)
    yield Column("contact", "contact", "number", 6, lambda: contact, hidden=True)
