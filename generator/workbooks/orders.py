"""The sheet of the orders: one line an order, and when its customer is to be contacted next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from generator.outlines.kept import STARTS, starts
from generator.playbook.model.shop import Product
from generator.workbooks import formulas, people
from generator.workbooks.contacts import Contact, Later, allowed, later
from generator.workbooks.table import Column, Table, named

if TYPE_CHECKING:
    from generator.workbooks.customers import CustomersBook

NAMES = "order"


def orders(book: CustomersBook) -> Table:
    """The sheet, with its formulas."""
    return _Orders(book).table


class _Orders:
    def __init__(self, book: CustomersBook) -> None:
        self.book, self.contacts = book, book.contacts
        self.words, self.heads = book.words, book.words.heads
        self.days, chapter = starts(book.edition.playbook), book.edition.playbook.follow_ups
        self.before = later(book.edition, chapter.remind) if chapter and chapter.remind else None
        """How long before a pack runs out its customer is reminded."""
        columns = (*self._typed(), *self._contacts(), *self._reckoned(), *self._helpers())
        tab = self.words.tabs.orders
        lines = book.filled.get(NAMES, {})
        self.table = Table(tab, tab, self.words.hints.orders, columns, book.sold, NAMES, lines)

    @staticmethod
    def _here(column: str) -> str:
        return named(NAMES, column)

    def _typed(self) -> Iterator[Column]:
        heads, group = self.heads, self.words.groups.order
        yield Column("order_no", heads.order_no, "text", 16, group=group)
        most = self.book.customers
        yield Column("customer", heads.customer, "number", 9, group=group, most=most, line_of=people.NAMES)
        yield Column("name", heads.name, "text", 16, self._name, group=group)
        if subject := self.book.chapter.subject:
            yield Column("subject", str(subject.name), "text", 12, group=group)
        cells, choices = self.book.lists.cells("products"), self.book.lists.choices("products")
        yield Column("product", heads.product, "choice", 14, cells=cells, choices=choices, group=group)
        yield Column("number", heads.number, "number", 7, group=group)
        if self.shared_out:
            yield Column("daily", heads.daily, "number", 9, group=group, halves=True, least=0)
        yield Column("also", heads.also, "text", 16, group=group)
        for field in self.book.chapter.record:
            if field.workbook == "order":
                yield Column(f"record-{field.id}", str(field.name), "text", 18, group=group)
        yield Column("agent", heads.agent, "text", 10, group=group)
        for event in self.days:
            yield Column(event, self._day_of(event), "day", 12, group=group)

    def _day_of(self, event: str) -> str:
        heads = {"bought": self.heads.bought, "received": self.heads.received, "opened": self.heads.opened}
        return heads.get(event) or self.book.edition.day_of(event)

    def _contacts(self) -> Iterator[Column]:
        for contact in self.contacts:
            group = self.words.groups.contact.format(contact.name)
            due, done, answer = (f"{what}-{contact.id}" for what in ("due", "done", "answer"))
            yield Column(due, self.heads.due, "day", 12, partial(self._due, contact), group=group)
            yield Column(done, self.heads.done, "day", 12, group=group)
            yield Column(answer, self.heads.answer, "text", 24, group=group)

    def _reckoned(self) -> Iterator[Column]:
        heads, group = self.heads, self.words.groups.reckoned
        yield Column("runs_out", heads.runs_out, "day", 12, self._runs_out, group=group)
        if self.before:
            yield Column("remind", heads.remind, "day", 12, partial(self._remind, self.before), group=group)
        yield Column("next", heads.next, "day", 12, self._next, group=group)

    def _helpers(self) -> Iterator[Column]:
        for name, formula in (
            ("day", self._day),
            ("may", self._may),
            ("now", self._now),
            ("coming", self._coming),
        ):
            yield Column(name, name, "number", 6, formula, empty=0, hidden=True)
        for name, formula in (("today", self._today), ("week", self._week), ("made", self._made)):
            yield Column(name, name, "number", 6, formula, counts=True, empty=0, hidden=True)

    def _name(self) -> str:
        """Nothing where there is no such number; INDEX would take 0 for the whole column."""
        customer = self._here("customer")
        return f'IF(N({customer})<1,"",IFERROR({self.book.people.of("name", customer)}&"",""))'

    def _may(self) -> str:
        name, customer = (self._here(column) for column in ("name", "customer"))
        return f'IF({name}="",0,{self.book.people.of("may", customer)})'

    def _due(self, contact: Contact) -> str:
        """On a day the shop works: nobody is contacted while it is closed, nor earlier for it."""
        start, plus = self._here(contact.start), contact.plus
        return formulas.reckoned(start, plus.amount, plus.unit, self.book.shop, open_end=True)

    def _runs_out(self) -> str:
        """So long for each pack, by the customer's own use if that is known, from the day the use begins."""
        if not self.used:
            return '""'
        start, daily = self._begun(), self._here("daily") if self.shared_out else "0"
        lasting = formulas.lasting(self._listed("lasts"), self._here("number"), self._listed("holds"), daily)
        return f'IFERROR(IF({start}>0,{start}+{lasting},""),"")'

    def _listed(self, name: str) -> str:
        """What a list says of the product."""
        lists = self.book.lists
        return lists.of(name, f"MATCH({self._here('product')},{lists.cells('products')},0)")

    def _begun(self) -> str:
        """The day it was received, or the later one when it was opened; a product may name another."""
        usual = f"MAX({','.join(map(self._here, self.days[:1] if self.days != STARTS else STARTS[1:]))})"
        if not any(each.lasts_from for each in self.used):
            return usual
        return f"CHOOSE(1+{self._listed('begun')},{usual},{','.join(f'N({self._here(day)})' for day in self.days)})"

    @property
    def used(self) -> tuple[Product, ...]:
        """The products of which something says how long they last."""
        return tuple(each for each in self.book.edition.playbook.products if each.lasts or each.holds)

    @property
    def shared_out(self) -> bool:
        """Whether customers use one up at a pace of their own."""
        return any(each.holds for each in self.used)

    def _remind(self, before: Later) -> str:
        """The day of the reminder, before the one it runs out."""
        out = self._here("runs_out")
        return formulas.reckoned(out, -before.amount, before.unit, self.book.shop)

    def _day(self) -> str:
        first = [each for each in self.days if each != "opened"]
        return f"MAX({','.join(map(self._here, first))})"

    def _open(self, number: int) -> Iterator[str]:
        """What holds while a contact is neither made nor left out."""
        at = self._here
        contact = self.contacts[number - 1]
        yield f'{at(f"done-{contact.id}")}=""'
        yield allowed(contact, at("may"), at("name"))

    def _now(self) -> str:
        """Which contact is due: the latest one, not long past its day; an empty text is later than any day."""
        today, since = self.book.today_cell, self.book.since_cell
        return self._which(lambda due: (f"{due}<={today}", f"{due}>={since}"), latest=True)

    def _coming(self) -> str:
        """Which contact falls due next, from tomorrow on."""
        return self._which(lambda due: (f"N({due})>{self.book.today_cell}",), latest=False)

    def _which(self, when: Callable[[str], tuple[str, ...]], *, latest: bool) -> str:
        numbers = range(1, len(self.contacts) + 1)
        dues = self._dues()
        cases = [
            (formulas.both((*self._open(each), *when(dues[each - 1]))), str(each))
            for each in (reversed(numbers) if latest else numbers)
        ]
        return formulas.first(cases, "0")

    def _days(self) -> str:
        return ",".join(self._dues())

    def _dues(self) -> list[str]:
        return [self._here(f"due-{contact.id}") for contact in self.contacts]

    def _next(self) -> str:
        now, coming = (self._here(name) for name in ("now", "coming"))
        return f'CHOOSE(1+IF({now},{now},{coming}),"",{self._days()})'

    def _today(self) -> str:
        return f"{self._here('now')}>0"

    def _made(self) -> str:
        """How many contacts were made for the order, which count one by one."""
        return f"COUNT({','.join(self._here(f'done-{contact.id}') for contact in self.contacts)})"

    def _week(self) -> str:
        coming = self._here("coming")
        return f'CHOOSE(1+{coming},"",{self._days()})<={self.book.today_cell}+7'
