"""The chapter of pages that customers are given beside the promise: returns, prices, what else they ask."""

from __future__ import annotations

from generator.playbook.model.record import Item, Record
from generator.playbook.model.text import Text


class CustomerRow(Record):
    """A line of a table: what it is about, and what holds for it, such as its price."""

    name: Text
    """What it is about: a thing, a service, a case."""
    says: Text
    """What holds for it: the price, the time, who pays."""


class CustomerPage(Item):
    """A page for customers, in the shop's own words to them."""

    NAMED_BY = "title"

    title: Text
    """Its heading, which stands in the menu too: returns, prices."""
    intro: Text | None = None
    """A sentence or two before everything else."""
    points: tuple[Text, ...] = ()
    """What holds, a point each."""
    rows: tuple[CustomerRow, ...] = ()
    """A table below it, such as a list of prices."""
    rows_head: Text | None = None
    """What stands above the table."""
    note: Text | None = None
    """What is said at the end: from when it holds, what is not in the price."""
