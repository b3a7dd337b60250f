"""The hidden sheet: what may be chosen, how long a product lasts, the contacts and their messages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.edition import Edition
from generator.labels.workbooks import CustomersBookWords
from generator.outlines.kept import starts
from generator.playbook.calendar import Calendar
from generator.playbook.hours import week
from generator.playbook.model.customers import CustomerClass
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.shop import Channel, Product
from generator.workbooks.contacts import Contact
from generator.workbooks.formulas import WorkingDays
from generator.workbooks.table import FIRST, Column, letters, quoted

SHOW, SORT = "show", "sort"
"""The lists of whom to show in the overview and of what to sort by."""
Value = str | int | float | date
_BEFORE, _AHEAD = 3, 10
"""So many years before the version's own and after it are listed of what is closed every year."""
IDS = "-ids"
"""How the name of a list ends that holds the ids of another: by them a choice is known in the next version."""


@dataclass(frozen=True)
class Lists:
    """Lists by name, each a column below its name."""

    tab: str
    columns: dict[str, Sequence[Value]]

    @cached_property
    def _letters(self) -> dict[str, str]:
        return {name: letters(at) for at, name in enumerate(self.columns)}

    def cells(self, name: str) -> str:
        """All cells of a list; nothing if it is empty."""
        letter, last = self._letters[name], len(self.columns[name]) + 1
        return f"{quoted(self.tab)}!${letter}$2:${letter}${last}" if self.columns[name] else ""

    def choices(self, name: str) -> Mapping[str, str]:
        """What may be chosen from a list of texts, by id; what has none is its own."""
        said = [*map(str, self.columns[name])]
        return dict(zip(map(str, self.columns.get(f"{name}{IDS}", said)), said, strict=True))

    def cell(self, name: str, at: int) -> str:
        return f"{quoted(self.tab)}!${self._letters[name]}${at + 2}"

    def of(self, name: str, line: str) -> str:
        """The value in the line of a list whose number stands in `line`."""
        return f"INDEX({self.cells(name)},{line})"


def looked_up(known: Lists, name: str, head: str, width: int) -> Column:
    """A column that shows a list, line by line, as text."""
    formula = f'{known.of(name, f"ROW()-{FIRST - 1}")}&""'
    said = [str(each) for each in known.columns[name]]
    return Column(name, head, "text", width, lambda: formula, empties=said, long=True)


def lists(edition: Edition, contacts: tuple[Contact, ...]) -> Lists:
    playbook, words = edition.playbook, edition.labels.workbooks.customers
    customers = playbook.customers
    return Lists(
        words.tabs.lists,
        {
            **_with_ids("channels", playbook.shop.channels),
            **_with_ids("classes", customers.classes if customers else ()),
            **_with_ids("products", playbook.products),
            "patterns": [_literally(each.name) for each in playbook.products],
            "lasts": [edition.lasts(each.lasts) for each in playbook.products],
            "holds": [edition.value(each.holds) if each.holds else 0 for each in playbook.products],
            "begun": [begun(playbook, each) for each in playbook.products],
            "yes": [words.yes],
            f"yes{IDS}": ["yes"],
            SHOW: _shown(words),
            SORT: words.sorts,
            "closed": closed_days(edition),
            "contact": [each.name for each in contacts],
            "role": [each.role for each in contacts],
            "needs": [each.needs for each in contacts],
            "asking": [each.asking for each in contacts],
            "offering": [each.offering or each.asking for each in contacts],
        },
    )


def begun(playbook: Playbook, product: Product) -> int:
    """The place, among the days of an order, of the one on which its use begins; 0 where it is the usual one."""
    return starts(playbook).index(product.lasts_from) + 1 if product.lasts_from else 0


def _shown(words: CustomersBookWords) -> Sequence[str]:
    """Whom one may ask to see: everybody, or those of whom the status says the same."""
    status = words.status
    every = (status.offers, status.full, status.asking, status.stopped, status.complaint, status.none)
    return (words.everyone, *every)


def _literally(name: str) -> str:
    """A text as one to look for: what stands for any letters there stands for itself."""
    return re.sub(r"([~*?])", r"~\1", name)


def _with_ids(name: str, items: Sequence[Channel | CustomerClass | Product]) -> dict[str, Sequence[Value]]:
    return {name: [each.name for each in items], f"{name}{IDS}": [each.id for each in items]}


def closed_days(edition: Edition) -> list[Value]:
    """Each day it is closed, for WORKDAY.INTL; those of every year for as long as a workbook is in use."""
    year = edition.playbook.about.date.year
    return [*Calendar.of(edition.playbook.shop).closed_days(year - _BEFORE, year + _AHEAD)]


def working_days(edition: Edition, known: Lists) -> WorkingDays:
    return WorkingDays(frozenset(week(edition.playbook.shop)), known.cells("closed"))
