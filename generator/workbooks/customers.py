"""The customers' workbook: who they are, what they agreed to, what they bought, and whom to contact today."""

from __future__ import annotations

from functools import cached_property

from generator.edition import Edition
from generator.labels.workbooks import CustomersBookWords
from generator.workbooks import formulas, made, orders, orders_month, overview, people, subjects, views
from generator.workbooks.contacts import Contact, contacts
from generator.workbooks.lists import Lists, lists, working_days
from generator.workbooks.said import about, faults, first_sheet
from generator.workbooks.table import FIRST, GROUPS, Above, Filled, Table, excels, prepared, quoted
from generator.workbooks.views import SHOWN
from generator.workbooks.writer import Writer

CUSTOMERS, ORDERS = 2000, 5000
"""So many lines are prepared."""
WINDOW = 14
"""So many days after its day a contact stays on the list, until somebody sets it otherwise."""
_DAY_AT, _FOUND_AT, _MORE_AT = 1, 3, 5
"""The columns above a list where the day, the count and what is not shown stand."""
_LOOK_AT, _TODAY_FOUND_AT, _WINDOW_AT, _TODAY_MORE_AT, _SINCE_AT = 3, 5, 7, 9, 11
"""The same above Today, with the day to look at instead, the window and its first day."""


class CustomersBook:
    """Its sheets, each of which may name the cells of the others."""

    def __init__(
        self,
        edition: Edition,
        filled: Filled | None = None,
        *,
        customers: int = CUSTOMERS,
        sold: int = ORDERS,
    ) -> None:
        """With so many lines prepared, or more where more are filled."""
        assert edition.playbook.customers is not None
        self.edition, self.chapter = edition, edition.playbook.customers
        self.filled: Filled = filled or {}
        self.customers = prepared(customers, self.filled.get(people.NAMES, {}))
        self.sold = prepared(sold, self.filled.get(orders.NAMES, {}))
        self.cared_for = prepared(customers, self.filled.get(subjects.NAMES, {}))
        self.words: CustomersBookWords = edition.labels.workbooks.customers
        self.today_cell = f"{quoted(self.words.tabs.today)}!$C${GROUPS}"
        self.since_cell = f"{quoted(self.words.tabs.today)}!$L${GROUPS}"
        self.window_cell = f"{quoted(self.words.tabs.today)}!$I${GROUPS}"
        self.look_cell = f"$E${GROUPS}"

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        return contacts(self.edition)

    @cached_property
    def lists(self) -> Lists:
        return lists(self.edition, self.contacts)

    @cached_property
    def shop(self) -> formulas.WorkingDays:
        return working_days(self.edition, self.lists)

    @cached_property
    def people(self) -> Table:
        return people.people(self)

    @cached_property
    def subjects(self) -> Table | None:
        """What customers come with, where a shop tells one from another."""
        return subjects.subjects(self, self.chapter.subject) if self.chapter.subject else None

    @cached_property
    def orders(self) -> Table:
        return orders.orders(self)

    @cached_property
    def overview(self) -> Table:
        return overview.overview(self)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The sheets to type in; one comes before those whose lines name its lines."""
        return (self.people, *filter(None, (self.subjects,)), self.orders)

    def file(self) -> bytes:
        words = self.words
        wrong = faults(self.edition, words.wrong_number, words.wrong_customer)
        writer = Writer(about(self.edition, words.title), wrong, self.filled)
        writer.read_me(self.words.tabs.read_me, self._read_me())
        self._today(writer)
        for table in self.tables:
            writer.table(table)
        writer.view(views.week(self), (*self._day(), *self._found("week", self.orders)), tall=30)
        writer.view(self.overview, overview.above(self), tall=30)
        writer.view(views.expired(self), (*self._day(), *self._found("expired", self.people)))
        writer.view(views.stopped(self), self._found("stopped", self.people), tall=30)
        writer.view(made.made(self), self._found("made", self.orders), tall=30)
        if orders_month.figures(self):
            writer.view(orders_month.month(self), (orders_month.above(self),))
        writer.left(self.edition.labels.workbooks.left)
        writer.hidden(self.lists)
        self._colours(writer)
        return writer.finished()

    def _today(self, writer: Writer) -> None:
        table = views.today(self)
        day = self._day(formula=f"IF(ISNUMBER({self.look_cell}),{self.look_cell},TODAY())")
        look = Above(_LOOK_AT, self.words.look, "", form="yyyy-mm-dd", kind="day")
        found = self._found("today", self.orders, _TODAY_FOUND_AT, _TODAY_MORE_AT)
        window = Above(_WINDOW_AT, self.words.window, WINDOW, id="window")
        since = Above(_SINCE_AT, "", self._empty_day - WINDOW, f"$C${GROUPS}-$I${GROUPS}", "yyyy-mm-dd")
        writer.view(table, (*day, look, *found, window, since), tall=48)
        writer.amber_cell(table, f"$C${GROUPS}", f"ISNUMBER({self.look_cell})")
        message, due = table.cell("message", FIRST), table.cell("due", FIRST)
        writer.red_where(table, "message", formulas.unfilled(message, self.edition.labels.placeholder))
        writer.amber_where(table, "due", f"IF(ISNUMBER({due}),{due}<{self.today_cell},FALSE)")

    def _day(self, formula: str = "") -> tuple[Above, ...]:
        """The day everything is reckoned from, which one cell alone asks the clock for."""
        return (Above(_DAY_AT, self.words.day, self._empty_day, formula or self.today_cell, "yyyy-mm-dd"),)

    @property
    def _empty_day(self) -> int:
        """The day the file says until it is reckoned: that of the playbook, so that same input gives same bytes."""
        return excels(self.edition.playbook.about.date)

    def _found(
        self, counter: str, source: Table, at: int = _FOUND_AT, more_at: int = _MORE_AT
    ) -> tuple[Above, ...]:
        """How many lines there are, and how many of them are not shown."""
        total = source.end(counter)
        more = f'SUBSTITUTE({formulas.text(self.words.left_out)},"{{}}",{total}-{SHOWN})'
        return (
            Above(at, self.words.found, 0, total),
            Above(more_at, "", "", f'IF({total}>{SHOWN},{more},"")', "General"),
        )

    def _colours(self, writer: Writer) -> None:
        """Amber: a contact is due today. What may be sent: green all, amber some, red nothing."""
        now, said = self.orders.cell("now", FIRST), self.words.status
        writer.amber_where(self.orders, "next", f"${now}>0")
        if self.subjects:
            writer.amber_where(self.orders, subjects.NAMES, subjects.unknown(self.subjects, self.orders))
        for table, column in ((self.people, "status"), (self.overview, "of-status")):
            status = table.cell(column, FIRST)
            writer.green_where(table, column, f"{status}={formulas.text(said.offers)}")
            some, nothing = (said.full, said.asking), (said.none, said.stopped, said.complaint)
            writer.amber_where(table, column, formulas.any_of(status, map(formulas.text, some)))
            writer.red_where(table, column, formulas.any_of(status, map(formulas.text, nothing)))

    def _read_me(self) -> list[tuple[str, list[str]]]:
        *parts, last = self.words.read_me
        return first_sheet(
            self.edition, parts, last, window=WINDOW, customers=self.customers, orders=self.sold
        )
