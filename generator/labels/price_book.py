"""The records of the words in the workbook of prices."""

from __future__ import annotations

from generator.labels.words import ReadMePart, Words


class PricesTabs(Words):
    """The names of the sheets; a name has at most 31 characters and none of []:*?/\\."""

    read_me: str
    prices: str
    lists: str


class PricesHeads(Words):
    """The heads of the columns."""

    group: str
    what: str
    variant: str
    now: str
    up_to: str
    remark: str
    new: str
    more: str
    percent: str
    name: str


class PricesBookWords(Words):
    """Words in the workbook of prices."""

    title: str
    tabs: PricesTabs
    heads: PricesHeads
    hint: str
    starts: str
    """That a price is where it begins."""
    extra: str
    """That it comes on top of another."""
    wrong_number: str
    read_me: list[ReadMePart]
    """{owner} is a role, {lines} a figure."""
