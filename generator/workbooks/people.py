"""The sheet of the customers: one line a person, and what may be sent to each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from generator.playbook.model.customers import Consent
from generator.workbooks import formulas, overview
from generator.workbooks.contacts import ASKING, OFFERS, later
from generator.workbooks.table import Column, Table, named

if TYPE_CHECKING:
    from generator.workbooks.customers import CustomersBook

NAMES = "person"
_SENT = 6
"""A line has room for so many marketing messages a month; a shop that allows more counts them elsewhere."""


def people(book: CustomersBook) -> Table:
    """The sheet, with its formulas."""
    return _People(book).table


class _People:
    def __init__(self, book: CustomersBook) -> None:
        self.book, self.edition, self.chapter, self.known = book, book.edition, book.chapter, book.lists
        self.words = book.words
        columns = (*self._person(), *self._agreements(), *self._messages(), *self._reckoned())
        tab = self.words.tabs.customers
        self.table = Table(
            tab, tab, self.words.hints.customers, columns, book.customers, NAMES, book.filled.get(NAMES, {})
        )

    @cached_property
    def channels(self) -> tuple[str, ...]:
        """The channels there is a consent for, in the shop's order."""
        asked = {each.channel for each in self.chapter.consents}
        return tuple(each.id for each in self.edition.playbook.shop.channels if each.id in asked)

    @cached_property
    def stops(self) -> tuple[str, ...]:
        return (*(f"stop-{channel}" for channel in self.channels), "stop_all")

    @staticmethod
    def _here(column: str) -> str:
        return named(NAMES, column)

    def _person(self) -> Iterator[Column]:
        heads, groups = self.words.heads, self.words.groups
        person = groups.person
        yield Column("nr", heads.nr, "number", 6, group=person, numbered=True)
        yield Column("name", heads.name, "text", 16, group=person, needed=True)
        yield self._choice("channel", heads.channel, 18, "channels", person)
        yield Column("contact", heads.contact, "text", 18, group=person, same=True)
        yield self._choice("class", heads.klass, 16, "classes", person)
        yield Column("noted", heads.noted, "day", 12, group=person)
        for field in self.chapter.record:
            if field.workbook == "person":
                yield Column(f"record-{field.id}", str(field.name), "text", 18, group=groups.record)

    def _choice(self, name: str, head: str, width: int, known: str, group: str) -> Column:
        cells, choices = self.known.cells(known), self.known.choices(known)
        return Column(name, head, "choice", width, cells=cells, choices=choices, group=group)

    def _agreements(self) -> Iterator[Column]:
        heads, stops = self.words.heads, self.words.groups.stops
        for consent in self.chapter.consents:
            yield from self._consent(consent)
        yield Column("how", heads.how, "text", 22, group=heads.how, consent="how")
        for channel in self.channels:
            head = heads.stop.format(self.edition.channel(channel))
            yield Column(f"stop-{channel}", head, "day", 12, group=stops, consent="stop")
        yield Column("stop_all", heads.stop_all, "day", 12, group=stops, consent="stop")
        yield self._choice("complaint", heads.open_complaint, 12, "yes", stops)

    @cached_property
    def limit(self) -> int:
        """How many marketing messages a customer gets in a month; none are counted if 0."""
        return int(self.edition.value(self.chapter.limit)) if self.chapter.limit else 0

    @cached_property
    def sent(self) -> tuple[str, ...]:
        return tuple(f"sent-{each}" for each in range(1, min(self.limit, _SENT) + 1))

    def _messages(self) -> Iterator[Column]:
        """The days of the last marketing messages, as many as a month may have: a new one goes over the oldest."""
        for number, name in enumerate(self.sent, 1):
            head, group = self.words.heads.sent_on.format(number), self.words.groups.sent
            yield Column(name, head, "day", 12, group=group)

    def _consent(self, consent: Consent) -> Iterator[Column]:
        labels, heads = self.edition.labels, self.words.heads
        about = labels.contacts[consent.contact] if consent.contact else labels.sheet.form.also_agreed
        said = self.edition.channel(consent.channel) if consent.channel else consent.text
        group = self.words.groups.consent.format(about, said)
        yield Column(f"given-{consent.id}", heads.given, "day", 12, group=group, consent="given")
        withdrawn = f"withdrawn-{consent.id}"
        yield Column(withdrawn, heads.withdrawn, "day", 12, group=group, consent="withdrawn")

    def _reckoned(self) -> Iterator[Column]:
        heads, group = self.words.heads, self.words.groups.reckoned
        yield Column("status", heads.status, "text", 32, self._status, group=group)
        if self.limit:
            yield Column("sent", heads.sent, "number", 10, self._sent, group=group)
        yield Column("orders", heads.orders, "number", 8, self._orders, group=group)
        yield Column("last", heads.last, "day", 12, self._last, group=group)
        yield Column("delete", heads.delete, "day", 12, self._delete, group=group)
        yield Column("agreed", "agreed", "number", 6, self._agreed_to, empty=0, hidden=True)
        yield Column("may", "may", "number", 6, self._may, empty=0, hidden=True)
        yield Column(overview.KEY, overview.KEY, "number", 6, lambda: overview.key(self.book), hidden=True)
        yield Column("silent", "silent", "number", 6, self._silent, empty=0, hidden=True)
        yield Column("expired", "expired", "number", 6, self._expired, counts=True, empty=0, hidden=True)
        yield Column("stopped", "stopped", "number", 6, self._away, counts=True, empty=0, hidden=True)

    def _may(self) -> str:
        """The same as long as the month's offers are not used up; then only questions are left."""
        agreed, full = self._here("agreed"), f"N({self._here('sent')})>={self.limit}"
        return f"{agreed}-IF({agreed}<{OFFERS},0,{OFFERS}*({full}))" if self.limit else agreed

    def _sent(self) -> str:
        """Of who agreed to offers: how many this month, those of follow-ups that may speak of offers among them."""
        at, today = self._here, self.book.today_cell
        first = f"{today}-DAY({today})"
        typed = (f"({at(each)}>{first})*({at(each)}<=EOMONTH({today},0))" for each in self.sent)
        whose, orders = self.book.orders.cells("customer"), self.book.orders
        with_offers = (
            f'COUNTIFS({whose},{at("nr")},{done},">"&{first},{done},"<="&EOMONTH({today},0))'
            for done in (orders.cells(f"done-{each.id}") for each in self.book.contacts if each.needs == "C")
        )
        return f'IF({at("agreed")}<{OFFERS},"",{"+".join((*typed, *with_offers))})'

    def _agreed_to(self) -> str:
        at = self._here
        agreed = "+".join(
            f"{worth}*{formulas.first([*self._agreed(contact)], 'FALSE')}"
            for contact, worth in (("B", ASKING), ("C", OFFERS))
        )
        return f'IF(OR({at("name")}="",{at("complaint")}<>""),0,{agreed})'

    def _agreed(self, contact: str) -> Iterator[tuple[str, str]]:
        """For each channel there is a consent for: whether the customer is reached there, and whether it stands."""
        at = self._here
        for consent in self.chapter.consents:
            if consent.contact == contact and consent.channel:
                given, withdrawn = (at(f"{what}-{consent.id}") for what in ("given", "withdrawn"))
                yield self._on(consent.channel), formulas.agreed(given, withdrawn, at("silent"))

    def _silent(self) -> str:
        """The day up to which no consent on the customer's channel counts: that of the last stop."""
        at = self._here
        here = [(self._on(channel), at(f"stop-{channel}")) for channel in self.channels]
        last = f"MAX(N({formulas.first(here, '0')}),{at('stop_all')})"
        return formulas.last_unless_text(",".join(map(at, self.stops)), last)

    def _on(self, channel: str) -> str:
        return f"{self._here('channel')}={self.known.cell('channels', self._ids.index(channel))}"

    @cached_property
    def _ids(self) -> list[str]:
        return [channel.id for channel in self.edition.playbook.shop.channels]

    def _status(self) -> str:
        at, words = self._here, self.words.status
        cases = (
            (f'{at("name")}=""', '""'),
            (f'{at("complaint")}<>""', formulas.text(words.complaint)),
            (f"{at('may')}>={OFFERS}", formulas.text(words.offers)),
            (f"{at('agreed')}>={OFFERS}", formulas.text(words.full)),
            (f"{at('may')}={ASKING}", formulas.text(words.asking)),
            (self._any_stop(), formulas.text(words.stopped)),
        )
        return formulas.first(cases, formulas.text(words.none))

    def _any_stop(self) -> str:
        return f"COUNTA({','.join(map(self._here, self.stops))})>0"

    def _away(self) -> str:
        """Whoever said stop, or took a consent back."""
        at = self._here
        back = (
            formulas.taken_back(at(f"given-{each.id}"), at(f"withdrawn-{each.id}"))
            for each in self.chapter.consents
            if each.channel
        )
        return f"OR({','.join((self._any_stop(), *back))})"

    def _orders(self) -> str:
        at, whose = self._here, self.book.orders.cells("customer")
        return f'IF({at("name")}="","",COUNTIF({whose},{at("nr")}))'

    def _last(self) -> str:
        """The latest day of an order; empty where none has a day, as 1/0 is an error. Reckoned once: it is the dearest."""
        at, orders = self._here, self.book.orders
        day = f"SUMPRODUCT(MAX(({orders.cells('customer')}={at('nr')})*{orders.cells('day')}))"
        return f'IF(N({at("orders")})=0,"",IFERROR(ROUND(1/(1/{day}),0),""))'

    def _delete(self) -> str:
        at = self._here
        bought = self._longest(at("last"), "person", "subject", "order")
        noted = self._longest(at("noted"), "prospect")
        return formulas.first([(f'{at("name")}=""', '""'), (f"N({at('orders')})>0", bought)], noted)

    def _longest(self, start: str, *where: str) -> str:
        """The day when the last of these fields has been kept long enough; of all fields, if none is one of these."""
        record = self.chapter.record
        fields = [each for each in record if each.workbook in where] or record
        kept = dict.fromkeys(filter(None, (later(self.edition, each.keep) for each in fields)))
        days = [formulas.reckoned(start, each.amount, each.unit, self.book.shop) for each in kept]
        return f'IF(ISNUMBER({start}),MAX({",".join(days)}),"")' if days else '""'

    def _expired(self) -> str:
        delete = self._here("delete")
        # FALSE for an empty text, which is larger than any number.
        return f"{delete}<={self.book.today_cell}"
