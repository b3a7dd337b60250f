"""A shop that uses the customers' workbook: what is typed in it, and whom Python says to contact from the same data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.edition import Edition
from generator.playbook.calendar import Calendar
from generator.playbook.model.contacts import FollowUp
from generator.workbooks.table import FIRST, HEADS
from tests.workbooks.shops import workbook

READ_ME, TODAY, CUSTOMERS, ORDERS, WEEK, OVERVIEW, EXPIRED, STOPPED, MADE, MONTH, LISTS = range(11)


@dataclass(frozen=True)
class Person:
    name: str
    channel: str
    given: dict[str, date] = field(default_factory=dict)
    """By the consent's id."""
    withdrawn: dict[str, date] = field(default_factory=dict)
    stops: dict[str, Any] = field(default_factory=dict)
    """By channel, `all` for every one."""
    complaint: bool = False
    sent: Sequence[date] = ()
    """The days of marketing messages."""
    noted: date = date(2026, 8, 1)


@dataclass(frozen=True)
class Order:
    customer: int
    received: date | None
    product: int = 0
    number: int = 1
    also: str = ""
    agent: str = "Lin"
    done: Mapping[int, date] = field(default_factory=dict)
    """The day each contact was made, by its number from 1."""
    answers: Mapping[int, str] = field(default_factory=dict)
    """What was said then."""


@dataclass(frozen=True)
class Shop:
    """What is typed in a workbook."""

    people: Sequence[Person]
    orders: Sequence[Order]


def filled(book: Edition, shop: Shop, day: date) -> Workbook:
    """The workbook as typed in by somebody, who looks at that day."""
    opened = load_workbook(
        BytesIO(workbook(book, customers=max(40, len(shop.people)), orders=max(70, len(shop.orders))))
    )
    opened.worksheets[TODAY]["E3"] = datetime.combine(day, time())
    people, orders = Typing(opened.worksheets[CUSTOMERS]), Typing(opened.worksheets[ORDERS])
    heads, chapter = book.labels.workbooks.customers.heads, book.playbook.customers
    consents = [each.id for each in chapter.consents]
    for row, each in enumerate(shop.people, FIRST):
        people.put(row, heads.name, each.name)
        people.put(row, heads.channel, book.channel(each.channel))
        people.put(row, heads.noted, each.noted)
        for what, head in ((each.given, heads.given), (each.withdrawn, heads.withdrawn)):
            for consent, when in what.items():
                people.put(row, head, when, nth=consents.index(consent))
        for channel, when in each.stops.items():
            people.put(
                row, heads.stop_all if channel == "all" else heads.stop.format(book.channel(channel)), when
            )
        for number, when in enumerate(each.sent, 1):
            people.put(row, heads.sent_on.format(number), when)
        if each.complaint:
            people.put(row, heads.open_complaint, book.labels.workbooks.customers.yes)
    ordered(book, orders, shop.orders)
    return opened


def ordered(book: Edition, orders: Typing, every: Sequence[Order]) -> None:
    heads = book.labels.workbooks.customers.heads
    for row, order in enumerate(every, FIRST):
        for head, value in (
            (heads.customer, order.customer),
            (heads.product, str(book.playbook.products[order.product].name)),
            (heads.number, order.number),
            (heads.also, order.also or None),
            (heads.agent, order.agent or None),
            (heads.received, order.received),
        ):
            orders.put(row, head, value)
        for contact, made in order.done.items():
            orders.put(row, heads.done, made, nth=contact - 1)
        for contact, answer in order.answers.items():
            orders.put(row, heads.answer, answer, nth=contact - 1)


class Typing:
    """Writes below the heads of a sheet."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.heads = [(cell.value, cell.column) for cell in sheet[HEADS]]

    def put(self, row: int, head: str, value: Any, nth: int = 0) -> None:
        column = [at for said, at in self.heads if said == head][nth]
        cell = self.sheet.cell(row, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"


def may(person: Person, contact: str) -> bool:
    """Whether the customer agreed to contacts of that class on the channel kept."""
    given = person.given.get(f"{contact.lower()}-{person.channel}")
    stops = person.stops.values()
    if given is None or person.complaint or any(not isinstance(stop, date) for stop in stops):
        return False
    ends = [
        person.withdrawn.get(f"{contact.lower()}-{person.channel}"),
        *map(person.stops.get, ("all", person.channel)),
    ]
    return all(end is None or given > end for end in ends)


@dataclass(frozen=True)
class Listed:
    """A line of Today as Python reckons it."""

    order: int
    """From 0."""
    contact: int
    """From 1."""
    name: str
    why: str
    due: date
    message: str
    who: str
    """The role that makes the contact."""


def expected(book: Edition, shop: Shop, day: date) -> Iterator[Listed]:
    """Whom to contact, in the order of the orders: of the contacts that are due for one, the last."""
    contacts = after_sale(book)
    for at, order in enumerate(shop.orders):
        person = shop.people[order.customer - 1]
        open_ones = still_to_make(book, shop, order, day)
        if due := due_now(open_ones, day):
            contact, (when, offered) = contacts[due - 1], open_ones[due]
            message = said(book, contact.script, offered, person, order)
            yield Listed(at, due, person.name, str(contact.name), when, message, book.role(contact.owner))


def after_sale(book: Edition) -> list[FollowUp]:
    """The contacts that count from a parcel; that after a complaint is the matter of another workbook."""
    return [each for each in book.playbook.follow_ups.contacts if each.due.start == "received"]


def due_now(open_ones: Mapping[int, tuple[date, bool]], day: date) -> int:
    """The latest contact that is due and not long past its day; 0 if none is."""
    late = day - timedelta(14)
    return max((number for number, (when, _) in open_ones.items() if late <= when <= day), default=0)


def comes_next(book: Edition, shop: Shop, order: Order, day: date) -> date | None:
    """The day of the contact that is due, or of the next one to come."""
    open_ones = still_to_make(book, shop, order, day)
    coming = (number for number, (when, _) in open_ones.items() if when > day)
    number = due_now(open_ones, day) or min(coming, default=0)
    return open_ones[number][0] if number else None


def still_to_make(book: Edition, shop: Shop, order: Order, day: date) -> dict[int, tuple[date, bool]]:
    """The contacts that were not made and may be, each with its day and whether it may speak of offers."""
    calendar = Calendar.of(book.playbook.shop)
    most = book.item("facts", book.playbook.customers.limit).value
    person, found = shop.people[order.customer - 1], {}
    for number, contact in enumerate(after_sale(book), 1):
        fact = book.item("facts", contact.due.plus)
        when = calendar.reckoned(order.received, fact.value, fact.unit, open_end=True)
        asked = may(person, "B")
        offered = contact.contact == "C" and may(person, "C") and sent(shop, order.customer, day) < most
        if when and number not in order.done and (asked or offered):
            found[number] = when, offered
    return found


def of_the_month(book: Edition, shop: Shop, day: date, month: date) -> dict[str, int]:
    """What the measures ask for, by their columns: as Python counts it on a day."""
    orders, due, in_time = 0, 0, 0
    calendar = Calendar.of(book.playbook.shop)
    for order in shop.orders:
        orders += order.received is not None and order.received.replace(day=1) == month
        waiting = still_to_make(book, shop, order, day)
        for number, contact in enumerate(after_sale(book), 1):
            fact = book.item("facts", contact.due.plus)
            when = calendar.reckoned(order.received, fact.value, fact.unit, open_end=True)
            if when and when.replace(day=1) == month:
                made = order.done.get(number)
                due += made is not None or (number in waiting and when <= day)
                in_time += made is not None and made - timedelta(14) <= when
    return {"cbr-in-time": in_time, "cbr-due": due, "cpr-orders": orders}


def sent(shop: Shop, customer: int, day: date) -> int:
    """How many marketing messages a customer had in the month of a day; the third contact may speak of offers."""
    theirs = [order.done[3] for order in shop.orders if order.customer == customer and 3 in order.done]
    had = (*shop.people[customer - 1].sent, *theirs)
    return sum((each.year, each.month) == (day.year, day.month) for each in had)


def said(book: Edition, script: str, offered: bool, person: Person, order: Order) -> str:
    lines = [
        line
        for line in book.item("scripts", script).reply
        if line.part == "greet" and line.marketing == offered
    ]
    product = str(book.playbook.products[order.product].name)
    values = {
        "customer": person.name,
        "product": book.labels.list_join.join(filter(None, (product, order.also))),
        "agent_name": order.agent,
    }
    return "".join(values.get(part.name) or part.text for part in lines[0].say.parts)


def listed(sheet: Worksheet, *letters: str) -> list[tuple[Any, ...]]:
    """The lines of a sheet that have something in the first of these columns."""
    rows = range(FIRST, sheet.max_row + 1)
    found = [tuple(plain(sheet[f"{letter}{row}"].value) for letter in letters) for row in rows]
    return [line for line in found if line[0]]


def plain(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value


def errors(values: Workbook) -> list[str]:
    return [
        f"{sheet.title}!{cell.coordinate} {cell.value}"
        for sheet in values.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "e" or (isinstance(cell.value, str) and cell.value.startswith(("#", "Err:")))
    ]
