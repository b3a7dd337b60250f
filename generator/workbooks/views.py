"""The sheets that only look: whom to contact today and this week, what is to be deleted, who said stop."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from generator.set_text import parts_of
from generator.workbooks import formulas
from generator.workbooks.contacts import OFFERS
from generator.workbooks.found import Found
from generator.workbooks.table import FIRST, Column, Table, quoted

if TYPE_CHECKING:
    from generator.workbooks.customers import CustomersBook

SHOWN = 80
"""So many lines a list shows; if there are more, it says how many."""


class View(Found):
    """A list of the lines of a sheet of the customers' workbook."""

    def __init__(self, book: CustomersBook, source: Table, counter: str, names: str) -> None:
        super().__init__(source, counter, names)
        self.book, self.words, self.heads = book, book.words, book.words.heads

    def sheet(self, tab: str, hint: str, columns: Iterator[Column]) -> Table:
        return self.table(tab, hint, iter((self.numbered(self.heads.nr), *columns)), SHOWN)


class OrdersView(View):
    """Orders whose customer is to be contacted: those of `which`, counted in `counter`."""

    def __init__(self, book: CustomersBook, which: str, counter: str, names: str) -> None:
        super().__init__(book, book.orders, counter, names)
        self.contact = book.orders.of(which, self.line)
        self.customer = book.orders.of("customer", self.line)

    def due(self) -> str:
        days = (self.book.orders.of(f"due-{each.id}", self.line) for each in self.book.contacts)
        return f"CHOOSE({self.contact},{','.join(days)})"

    def products(self) -> str:
        """What was bought, as one text."""
        product, also = (self.book.orders.of(name, self.line) for name in ("product", "also"))
        between = f'IF(OR({product}="",{also}=""),"",{formulas.text(self.book.edition.labels.list_join)})'
        return f"{product}&{between}&{also}"

    def who_and_why(self) -> Iterator[Column]:
        people, lists, heads = self.book.people, self.book.lists, self.heads
        yield self.column("name", heads.name, 12, self.of(people, "name", self.customer))
        if subject := self.book.chapter.subject:
            whose = self.when_there(f'{self.book.orders.of("subject", self.line)}&""')
            yield self.column("subject", str(subject.name), 12, whose)
        yield self.column("channel", heads.channel, 14, self.of(people, "channel", self.customer))
        yield self.column("contact", heads.contact, 18, self.of(people, "contact", self.customer))
        why = self.when_there(lists.of("contact", self.contact))
        yield self.column("why", heads.why, 18, why)
        yield self.column("product", heads.product, 16, self.when_there(self.products()))
        yield self.column("due", heads.due, 12, self.when_there(self.due()), day=True)
        role = self.when_there(lists.of("role", self.contact))
        yield self.column("who", heads.who, 12, role)


class Today(OrdersView):
    """Whom to contact today, and how the message begins."""

    def columns(self) -> Iterator[Column]:
        yield from self.who_and_why()
        heads = self.heads
        yield self.column("may", heads.may, 16, self.when_there(self._may()))
        yield self.column("message", heads.message, 70, self.when_there(self._message()))
        yield self.column("enter", heads.line, 11, self.when_there(self._enter()))

    def _offers(self) -> str:
        needs = self.book.lists.of("needs", self.contact)
        return f'AND({needs}="C",{self.book.orders.of("may", self.line)}>={OFFERS})'

    def _may(self) -> str:
        words, needs = self.words.status, self.book.lists.of("needs", self.contact)
        cases = [
            (self._offers(), formulas.text(words.offers)),
            (f'{needs}="A"', formulas.text(words.service)),
        ]
        return formulas.first(cases, formulas.text(words.asking))

    def _message(self) -> str:
        """The beginning of the reply, each blank with what stands in the sheets; one that is not there stays."""
        lists = self.book.lists
        asking, offering = (lists.of(name, self.contact) for name in ("asking", "offering"))
        said = f"IF({self._offers()},{offering},{asking})"
        for name, blank in self._blanks.items():
            value = self._values[name]
            said = f'SUBSTITUTE({said},{formulas.text(blank)},IF({value}="",{formulas.text(blank)},{value}))'
        return said

    @cached_property
    def _values(self) -> dict[str, str]:
        """What is known of a blank, by its name in the playbook."""
        orders, subject = self.book.orders, self.book.chapter.subject
        own = {subject.blank: orders.of("subject", self.line)} if subject and subject.blank else {}
        return own | {
            "customer": orders.of("name", self.line),
            "product": self.products(),
            "order_no": orders.of("order_no", self.line),
            "agent_name": orders.of("agent", self.line),
        }

    @cached_property
    def _blanks(self) -> dict[str, str]:
        """The blanks in the messages that the sheets can fill, by name."""
        messages = [said for each in self.book.contacts for said in (each.asking, each.offering)]
        parts = (part for said in messages for part in parts_of(said))
        return {part.name: part.text for part in parts if part.kind == "blank" and part.name in self._values}

    def _enter(self) -> str:
        """Leads to where the day and the answer are typed."""
        orders, line = self.book.orders, self.line
        letters = ",".join(formulas.text(orders.letter(f"done-{each.id}")) for each in self.book.contacts)
        there = f"{formulas.text(f'#{quoted(orders.tab)}!')}&CHOOSE({self.contact},{letters})&({line}+{FIRST - 1})"
        before, _, after = self.words.line.partition("{}")
        return f"HYPERLINK({there},{formulas.text(before)}&({line}+{FIRST - 1})&{formulas.text(after)})"


def today(book: CustomersBook) -> Table:
    view = Today(book, "now", "today", "today")
    return view.sheet(book.words.tabs.today, book.words.hints.today, view.columns())


def week(book: CustomersBook) -> Table:
    view = OrdersView(book, "coming", "week", "week")
    return view.sheet(book.words.tabs.week, book.words.hints.week, view.who_and_why())


def expired(book: CustomersBook) -> Table:
    view = View(book, book.people, "expired", "expired")
    hint = book.words.hints.expired
    if book.subjects:
        hint = f"{hint}{book.words.hints.expired_subjects.format(book.subjects.tab)}"
    return view.sheet(book.words.tabs.expired, hint, _expired(view))


def _expired(view: View) -> Iterator[Column]:
    people, heads, words = view.book.people, view.heads, view.words

    def reason() -> str:
        bought, nothing = map(formulas.text, words.reasons)
        return f"IF({people.of('orders', view.line)}>0,{bought},{nothing})"

    yield view.seen("customer", heads.customer, 10, of="nr")
    yield view.seen("name", heads.name, 14)
    for name, head in (("last", heads.last), ("noted", heads.noted), ("delete", heads.delete)):
        yield view.seen(name, head, 12, day=True)
    yield view.column("reason", heads.reason, 40, view.when_there(reason()))


def stopped(book: CustomersBook) -> Table:
    view = View(book, book.people, "stopped", "stopped")
    return view.sheet(book.words.tabs.stopped, book.words.hints.stopped, _stopped(view))


def _stopped(view: View) -> Iterator[Column]:
    people, heads = view.book.people, view.heads
    yield view.seen("customer", heads.customer, 10, of="nr")
    yield view.seen("name", heads.name, 14)
    yield view.seen("contact", heads.contact, 18)
    for column in people.columns:
        if column.id.startswith("stop-") or column.id == "stop_all":
            yield view.seen(column.id, column.head, 16, day=True)
    yield view.column("back", heads.taken_back, 34, view.when_there(_taken_back(view)))


def _taken_back(view: View) -> str:
    """The consents that were withdrawn, as one text."""
    book, people = view.book, view.book.people
    between = book.edition.labels.list_join
    said = []
    for each in book.chapter.consents:
        if not (each.contact and each.channel):
            continue  # Whoever takes back a photo is written to as before.
        name = f"{book.edition.labels.contacts[each.contact]} {book.edition.channel(each.channel)}"
        given, withdrawn = (people.of(f"{what}-{each.id}", view.line) for what in ("given", "withdrawn"))
        said.append(f'IF({formulas.taken_back(given, withdrawn)},{formulas.text(between + name)},"")')
    return f"MID({'&'.join(said)},{len(between) + 1},1000)" if said else '""'
