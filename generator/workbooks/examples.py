"""A workbook filled in, as it stands on the day of the playbook: for the shop that is a sample, with nobody real in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from importlib.metadata import version

from generator.design.store import usual
from generator.edition import Edition
from generator.labels.example import ExampleWords
from generator.playbook.calendar import Calendar
from generator.workbooks import measures, orders, people, plan, training
from generator.workbooks.as_of import REVISION, as_of
from generator.workbooks.books import Book, Made
from generator.workbooks.customers import CustomersBook
from generator.workbooks.examples_register import register_lines
from generator.workbooks.figures import own
from generator.workbooks.measures import MeasuresBook
from generator.workbooks.plan import PlanBook
from generator.workbooks.registers import Register
from generator.workbooks.table import Column, Filled, Lines, Table, Typed
from generator.workbooks.training import TrainingBook

_KEPT = 240
"""So many days before the day of the playbook the first customer was written down."""
_MONTHS = 3


def content(edition: Edition, book: Book) -> bytes:
    """The workbook with lines that show what it does; no day in it is today."""
    it, day, store = _marked(edition), edition.playbook.about.date, usual()
    made = book.with_few(it, _lines(it, book.made(it, {}))).file()
    # To reckon takes longer than to write, and from one build to the next mostly nothing has changed.
    key = f"example-{hashlib.sha256(made).hexdigest()}-{day}-{REVISION}-{version('formualizer')}"
    kept = store.get(key)
    if kept is None:
        kept = as_of(made, day)
        store.put(key, kept)
    return kept


def title(edition: Edition, book: Book) -> str:
    words = edition.labels.workbooks
    return words.example.title.format(book.title(words, edition.language))


def _marked(edition: Edition) -> Edition:
    """An edition whose workbooks say on their first sheet and below each page that they are an example."""
    books = edition.labels.workbooks
    customers = books.customers.model_copy(update={"stamp": books.example.stamp})
    workbooks = books.model_copy(update={"customers": customers})
    return replace(edition, labels=edition.labels.model_copy(update={"workbooks": workbooks}))


def _lines(edition: Edition, made: Made) -> Filled:
    match made:
        case CustomersBook():
            return {people.NAMES: _people(made), orders.NAMES: _orders(made)}
        case MeasuresBook():
            return {measures.NAMES: _months(made)}
        case PlanBook():
            return {plan.NAMES: _plan(edition, made.table)}
        case TrainingBook():
            return {training.NAMES: _learned(edition, made.table)}
        case Register():
            return register_lines(made)
        case _:
            return {}


def _words(edition: Edition) -> ExampleWords:
    return edition.labels.workbooks.example


def choice(table: Table, column: str, at: int) -> str:
    """One of the choices of a column, as it is said; after the last comes the first."""
    known = [*_column(table, column).choices.values()]
    return known[at % len(known)] if known else ""


def _column(table: Table, name: str) -> Column:
    return table.columns[table.place(name)]


def _those_of(table: Table, line: Mapping[str, Typed]) -> Mapping[str, Typed]:
    """What of a line the table has a column for, and what says something."""
    return {name: value for name, value in line.items() if value != "" and table.has(name)}


def _people(book: CustomersBook) -> Lines:
    return {
        number: _those_of(book.people, dict(_person(book, number - 1, name)))
        for number, name in enumerate(_words(book.edition).people, 1)
    }


def _person(book: CustomersBook, at: int, name: str) -> Iterator[tuple[str, Typed]]:
    """Of each eight one agreed to nothing, one took a consent back, one said stop, one has a complaint open."""
    table, day = book.people, book.edition.playbook.about.date
    consents = [(each, each.channel, each.contact) for each in book.chapter.consents]
    ways = [*dict.fromkeys(channel for _, channel, _ in consents if channel)] or [""]
    way, noted = ways[at % len(ways)], day - timedelta(_KEPT - 9 * at)
    yield "name", name
    yield "channel", _column(table, "channel").choices.get(way, "")
    yield "class", choice(table, "class", at)
    yield "noted", noted
    agreed = {2: "B", 3: ""}.get(at, "BC")
    for each, channel, contact in consents:
        if channel == way and contact and contact in agreed:
            yield f"given-{each.id}", noted
            if at == 4 and contact == "C":
                yield f"withdrawn-{each.id}", day - timedelta(10)
    if agreed:
        yield "how", _words(book.edition).agreed
    if at == 5:
        yield "stop_all", day - timedelta(3)
    if at == 6:
        yield "complaint", choice(table, "complaint", 0)


def _orders(book: CustomersBook) -> Lines:
    several = len(_words(book.edition).people)
    spread = (-1, -2, -3, 0)
    return {
        at + 1: _those_of(book.orders, dict(_order(book, at, at % several, spread[at // 3 % len(spread)])))
        for at in range(several + 4)
    }


def _order(book: CustomersBook, at: int, customer: int, late: int) -> Iterator[tuple[str, Typed]]:
    """An order of which one of the contacts falls due so many days from the day of the playbook."""
    playbook, words, table = book.edition.playbook, _words(book.edition), book.orders
    calendar, day = Calendar.of(playbook.shop), playbook.about.date + timedelta(late)
    which = at % max(len(book.contacts), 1)
    plus = book.contacts[which].plus if book.contacts else None
    start = calendar.reckoned(day, -plus.amount, plus.unit) if plus else day
    received = start or day
    yield "order_no", f"{received:%y%m}-{at + 1:03}"
    yield "customer", customer + 1
    yield "product", choice(table, "product", at)
    yield "number", 1 + at % 2
    yield "agent", words.staff[at % len(words.staff)]
    yield "bought", received - timedelta(2)
    for name in dict.fromkeys(("received", *(each.start for each in book.contacts))):
        yield name, received
    for number, each in enumerate(book.contacts[:which]):
        made = calendar.reckoned(received, each.plus.amount, each.plus.unit)
        if made and made < playbook.about.date:
            yield f"done-{each.id}", made
            yield f"answer-{each.id}", words.answers[(at + number) % len(words.answers)]


def _months(book: MeasuresBook) -> Lines:
    """The months before this one, the oldest first."""
    day, table = book.edition.playbook.about.date.replace(day=1), book.months
    found: dict[int, Mapping[str, Typed]] = {}
    for number in range(_MONTHS):
        back = _MONTHS - number
        year, month = divmod(day.year * 12 + day.month - 1 - back, 12)
        line: dict[str, Typed] = {"month": date(year, month + 1, 1)}
        for each in book.measures:
            for at, count in enumerate(each.counts):
                line[f"{each.id}-{count.id}"] = _count(each.gives, at, len(each.counts), number)
            if each.aim is not None:
                line[own(each)] = each.aim
        found[number + 1] = _those_of(table, line)
    return found


def _count(gives: str, at: int, of: int, number: int) -> int:
    """Nearly all of twenty; four each of ten; and of plain counts many of the first and few of the last."""
    if gives == "share":
        return 20 if at % 2 else 16 + number
    if gives == "average":
        return 10 if at % 2 else 42 - 6 * number
    return 3 - number if at == of - 1 else 12 + number


def _plan(edition: Edition, table: Table) -> Lines:
    words, day = _words(edition), edition.playbook.about.date
    ahead = (40, 30, 12, 3, 0)
    return {
        at + 1: _those_of(table, dict(_action(table, at, day + timedelta(ahead[at % len(ahead)]), words)))
        for at in range(len(words.plans))
    }


def _action(table: Table, at: int, by: date, words: ExampleWords) -> Iterator[tuple[str, Typed]]:
    said = words.plans[at]
    yield "period", choice(table, "period", at)
    yield from ((name, getattr(said, name)) for name in ("name", "why", "result", "whom", "help", "came"))
    yield "by", by
    yield "channel", choice(table, "channel", at)
    yield "who", choice(table, "who", at)
    if at:
        yield "part-of", at
    if said.came:
        yield "done", by
        yield "outcome", choice(table, "outcome", 1)


def _learned(edition: Edition, table: Table) -> Lines:
    """Everybody has read the first thing there is to learn, and has sat the next."""
    words, about = _words(edition), edition.playbook.about
    papers = [each.id for each in edition.playbook.training.papers] if edition.playbook.training else []
    items = _column(table, "item").choices
    learnt = [*(items[each] for each in papers if each in items), *items.values()][:2]
    found: dict[int, Mapping[str, Typed]] = {}
    for who in words.staff:
        for at, item in enumerate(learnt):
            line: dict[str, Typed] = {
                "name": who,
                "post": choice(table, "post", len(found) // 2),
                "item": item,
                "version": about.version,
                "day": about.date - timedelta(20 - 7 * at),
                "oral": choice(table, "oral", 0),
                "stars": choice(table, "stars", 0),
                "trainer": words.staff[0] if who != words.staff[0] else words.remark,
            }
            found[len(found) + 1] = _those_of(table, line)
    return found
