"""The workbook of prices: every price as a figure, and beside it room for a new one. The playbook stays the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from babel.numbers import get_currency_precision

from generator.edition import Edition
from generator.labels.price_book import PricesBookWords
from generator.playbook.model.prices import Price, PriceGroup, PriceList
from generator.playbook.prices import name_of
from generator.workbooks.lists import Lists, looked_up
from generator.workbooks.said import about, faults
from generator.workbooks.table import FIRST, Column, Filled, Table, named
from generator.workbooks.writer import Writer

NAMES = "price"
_BETWEEN = " · "


@dataclass(frozen=True)
class _Line:
    """One price."""

    group: str
    what: str
    variant: str
    now: float | str
    """Empty where the list has words instead of a figure."""
    up_to: float | str
    remark: str
    name: str
    """What texts of the playbook call it."""


class PricesBook:
    """One sheet: what is asked now, white cells for what is to be asked, and how much more that is."""

    def __init__(self, edition: Edition, filled: Filled | None = None) -> None:
        self.edition, self.filled = edition, filled or {}
        self.words: PricesBookWords = edition.labels.workbooks.prices
        self.lines = tuple(self._all_lines())

    def _all_lines(self) -> Iterator[_Line]:
        for it in self.edition.playbook.prices:
            for group in it.groups:
                for price in group.lines:
                    yield from self._of(it, group, price)

    def _of(self, it: PriceList, group: PriceGroup, price: Price) -> Iterator[_Line]:
        under = _BETWEEN.join(str(each) for each in (it.title, group.name) if each)
        remark = _BETWEEN.join(self._remarks(group, price))
        variants = {variant.id: str(variant.name) for variant in it.variants}
        for each in price.each:
            said, end = variants.get(each.of, each.of), each.up_to if each.up_to is not None else ""
            yield _Line(under, str(price.name), said, each.price, end, remark, name_of(price, each.of))
        if not price.each:
            now, end = ("" if each is None else each for each in (price.price, price.up_to))
            yield _Line(under, str(price.name), "", now, end, remark, price.id)

    def _remarks(self, group: PriceGroup, price: Price) -> Iterator[str]:
        if group.extra:
            yield self.words.extra
        if price.starts:
            yield self.words.starts
        yield from (str(each) for each in (price.instead, price.unit, price.remark) if each)

    @cached_property
    def lists(self) -> Lists:
        fields = ("group", "what", "variant", "now", "up_to", "remark", "name")
        return Lists(
            self.words.tabs.lists, {field: [getattr(line, field) for line in self.lines] for field in fields}
        )

    @cached_property
    def form(self) -> str:
        """How Excel writes an amount, as people here do: £1,200.00; 12.5 元."""
        said = self.edition.currency.replace('"', "")
        if not said:
            return "General"
        if not self.edition.currency_first:
            return f'General" {said}"'
        places = get_currency_precision(self.edition.currency_code)
        gap = " " if said[-1:].isalpha() else ""
        return f'"{said}{gap}"#,##0' + ("." + "0" * places if places else "")

    @cached_property
    def table(self) -> Table:
        heads, now, new = self.words.heads, named(NAMES, "now"), named(NAMES, "new")
        both = f"AND(ISNUMBER({now}),ISNUMBER({new}))"
        more = f'IF({both},{new}-{now},"")'
        percent = f'IF({both},IF({now}>0,ROUND(({new}-{now})/{now}*100,1),""),"")'
        columns = (
            looked_up(self.lists, "group", heads.group, 32),
            looked_up(self.lists, "what", heads.what, 26),
            looked_up(self.lists, "variant", heads.variant, 16),
            self._amount("now", heads.now),
            self._amount("up_to", heads.up_to),
            Column("new", heads.new, "number", 12, halves=True, least=0, form=self.form),
            Column("more", heads.more, "number", 12, lambda: more, form=self.form),
            Column("percent", heads.percent, "number", 9, lambda: percent, form="General"),
            looked_up(self.lists, "remark", heads.remark, 40),
            looked_up(self.lists, "name", heads.name, 22),
        )
        tab, typed = self.words.tabs.prices, self.filled.get(NAMES, {})
        return Table(tab, tab, self.words.hint, columns, len(self.lines), NAMES, typed)

    def _amount(self, name: str, head: str) -> Column:
        """A list of amounts, as figures."""
        cell = self.lists.of(name, f"ROW()-{FIRST - 1}")
        formula = f'IF(ISNUMBER({cell}),{cell},"")'
        return Column(
            name, head, "number", 12, lambda: formula, empties=self.lists.columns[name], form=self.form
        )

    @property
    def tables(self) -> tuple[Table, ...]:
        """None that comes over into a new version: a new price belongs into the playbook."""
        return ()

    def file(self) -> bytes:
        words, owner = self.words, self.edition.role(self.edition.playbook.about.owner)
        writer = Writer(
            about(self.edition, words.title), faults(self.edition, words.wrong_number), self.filled
        )
        parts = [
            (part.head, [line.format(owner=owner, lines=len(self.lines)) for line in part.lines])
            for part in words.read_me
        ]
        writer.read_me(words.tabs.read_me, parts)
        writer.table(self.table)
        writer.hidden(self.lists)
        more = self.table.cell("more", FIRST)
        writer.amber_where(self.table, "more", f"AND(ISNUMBER({more}),{more}<>0)")
        return writer.finished()
