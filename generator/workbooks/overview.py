"""The sheet that sorts: the customers one wants to see, in the order one wants, with what each bought and not yet bought.

Lines of the customers are never sorted, as orders find people by them; here each has a number to be ordered by.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.workbooks import formulas
from generator.workbooks.contacts import OFFERS
from generator.workbooks.found import PLACE
from generator.workbooks.lists import SHOW, SORT
from generator.workbooks.table import GROUPS, Above, Column, Table, given, named, quoted
from generator.workbooks.views import View

if TYPE_CHECKING:
    from generator.workbooks.customers import CustomersBook

SHOWN = 200
"""So many customers are shown."""
KEY = "key"
"""The customers' column of the number they are ordered by."""
_NAMES, _LAST = "overview", -1_000_000
"""A customer without an order comes after all that have one."""
_FOUND_AT, _MORE_AT, _SHOW_AT, _SORT_AT = 1, 3, 5, 8
_SHOW, _SORT = f"$G${GROUPS}", f"$J${GROUPS}"
"""The cells where it is chosen whom to show and what to sort by."""
_LINE_PART = 100_000
"""Of two customers that are alike the one noted first comes first: so small a part of the line is taken off."""


def key(book: CustomersBook) -> str:
    """Of a line of the customers the number it is ordered by, largest first; an empty text if it is not shown."""
    people, tab = book.people, quoted(book.words.tabs.overview)
    at = people.here
    show, chosen = f"{tab}!{_SHOW}", f"{tab}!${book.overview.letter('line')}${GROUPS}"
    ordered = f"N({at('orders')})"
    sorts = (
        f"N({at('last')})",
        f'IF({at("last")}="",{_LAST},-{at("last")})',
        ordered,
        f"N({at('noted')})",
        f"-{at('nr')}",
    )
    everyone = formulas.text(book.words.everyone)
    hidden = f'OR({at("name")}="",AND({show}<>"",{show}<>{everyone},{show}<>{at("status")}))'
    return f'IF({hidden},"",CHOOSE({chosen},{",".join(sorts)})-{at("nr")}/{_LINE_PART})'


def above(book: CustomersBook) -> tuple[Above, ...]:
    """What is set above the list, and how many it finds."""
    words, lists = book.words, book.lists
    total = f"COUNT({book.people.cells(KEY)})"
    more = f'SUBSTITUTE({formulas.text(words.left_out)},"{{}}",{total}-{SHOWN})'
    chosen = f"IFERROR(MATCH({_SORT},{lists.cells(SORT)},0),1)"
    return (
        Above(_FOUND_AT, words.found, 0, total),
        Above(_MORE_AT, "", "", f'IF({total}>{SHOWN},{more},"")', "General"),
        Above(_SHOW_AT, words.show, words.everyone, form="@", kind="choice", cells=lists.cells(SHOW)),
        Above(_SORT_AT, words.sort, words.sorts[0], form="@", kind="choice", cells=lists.cells(SORT)),
        # In the hidden column of the lines.
        Above(book.overview.place("line"), "", 1, chosen),
    )


def overview(book: CustomersBook) -> Table:
    return _Overview(book, book.people, KEY, _NAMES).whole()


class _Overview(View):
    def whole(self) -> Table:
        keys = self.source.cells(KEY)
        line = f'IF({PLACE}>COUNT({keys}),"",MATCH(LARGE({keys},{PLACE}),{keys},0))'
        tab = self.words.tabs.overview
        columns = (
            self.numbered(self.heads.nr),
            *self._columns(),
            Column("line", "line", "number", 6, given(line), hidden=True),
            *self._bought(),
        )
        return Table(tab, tab, self.words.hints.overview, columns, SHOWN, _NAMES)

    def _columns(self) -> Iterator[Column]:
        people, heads = self.source, self.heads
        for name, head, width in (
            ("nr", heads.customer, 9),
            ("name", heads.name, 13),
            ("channel", heads.channel, 14),
            ("contact", heads.contact, 18),
            ("class", heads.klass, 16),
            ("status", heads.status, 22),
            ("orders", heads.orders, 8),
        ):
            yield self.seen(f"of-{name}", head, width, of=name)
        yield self.seen("last", heads.last, 12, day=True)
        yield self.column("bought", heads.bought_things, 26, self.when_there(self._said(">")))
        allowed = f"{people.of('agreed', self.line)}>={OFFERS}"
        missing = self.when_there(f'IF({allowed},{self._said("=")},"")')
        yield self.column("missing", heads.not_bought, 26, missing)
        if self.source.has("sent"):
            yield self.seen("of-sent", heads.sent, 10, of="sent")

    def _said(self, than_none: str) -> str:
        """The products bought more than never, or as often as never, as one text."""
        between = self.book.edition.labels.list_join
        lists = self.book.lists
        said = "&".join(
            f'IF(N({named(_NAMES, f"has-{each.id}")}){than_none}0,{formulas.text(between)}&{lists.cell("products", at)},"")'
            for at, each in enumerate(self.book.edition.playbook.products)
        )
        return f"MID({said},{len(between) + 1},1000)" if said else '""'

    def _bought(self) -> Iterator[Column]:
        """For each product in how many orders it is: as the product, or named in what else was bought."""
        orders, lists = self.book.orders, self.book.lists
        for at, each in enumerate(self.book.edition.playbook.products):
            pattern = lists.cell("patterns", at)
            counted = "+".join(
                f"COUNTIFS({orders.cells('customer')},{self.line},{orders.cells(column)},{criterion})"
                for column, criterion in (("product", f'"="&{pattern}'), ("also", f'"*"&{pattern}&"*"'))
            )
            name, formula = f"has-{each.id}", self.when_there(counted)
            yield Column(name, name, "number", 6, given(formula), hidden=True)
