"""Finished sheets in, packs for the copy shop out: a file for each way of printing, and one for the first week.

The first page of each says how it is printed and what is in it. Keys and all else of the trainer stay outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from math import inf

from generator.design.binding import Part, bound
from generator.design.printing import Printer
from generator.edition import Edition
from generator.playbook.model.forms import FormField
from generator.playbook.model.record import walk
from generator.printables.pack_cover import cover
from generator.printables.pack_order import Leaves, Order, Row
from generator.printables.sheet import SetSheet, set_in

FIRST_WEEK = 6
"""So many leaves a shop can put up and get used to in a week."""


@dataclass(frozen=True)
class Pack:
    """A file for the copy shop."""

    id: str
    language: str
    path: str
    """Below packs/."""
    rows: tuple[Row, ...]
    content: bytes

    def listed(self) -> Iterator[dict[str, str]]:
        """Its sheets, for the list of what was packed."""
        for row in self.rows:
            yield {
                "id": row.it.sheet.id,
                "language": self.language,
                "title": row.it.sheet.title,
                "path": self.path,
                "pages": row.pages,
                "code": row.it.code,
            }


def packs(sheets: Iterable[SetSheet], printer: Printer) -> Iterator[Pack]:
    """The packs of each language; a sheet of the first week is in two."""
    for edition, group in groupby(sheets, lambda it: it.edition):
        of_shop = [it for it in group if it.sheet.audience != "trainer"]
        # A stable order: what a job has in common stands together, and within it the order of the list.
        leaves = sorted((Leaves(it, printer.printed(it.job)) for it in of_shop), key=lambda each: each.told)
        for way, of_way in groupby(leaves, lambda each: each.way):
            yield _packed(Order(way.id, edition, way, tuple(of_way)), printer)
        if first := _first_week(edition, leaves, of_shop):
            yield _packed(Order("first-week", edition, None, first), printer)


def _first_week(edition: Edition, leaves: Iterable[Leaves], in_order: list[SetSheet]) -> tuple[Leaves, ...]:
    """Of the core what is put up, then what has a star, then what the path has read, by its days; never too many."""
    days = _days(edition)
    core = [each for each in leaves if each.it.sheet.core]
    core.sort(
        key=lambda each: (
            not each.it.sheet.handling.posted,
            not _of_harm(each.it),
            days.get(each.it.sheet.of, inf),
            in_order.index(each.it),
        )
    )
    chosen, room = [], FIRST_WEEK
    for each in core:
        if each.count <= room:
            chosen.append(each)
            room -= each.count
    return tuple(sorted(chosen, key=lambda each: each.told))


def _of_harm(it: SetSheet) -> bool:
    """Whether harm is done if something on it is missed: it is at hand before what is only kept."""
    chapter, _, name = it.sheet.of.partition(".")
    form = it.edition.items["forms"].get(name) if chapter == "forms" else None
    return form is not None and any(isinstance(each, FormField) and each.star for _, each in walk(form))


def _days(edition: Edition) -> dict[str, int]:
    """The first day on which the path of new colleagues names something."""
    training = edition.playbook.training
    days: dict[str, int] = {}
    for step in training.path if training else ():
        for name in step.read if step.core and step.course == "onboarding" else ():
            days[name] = min(step.day, days.get(name, step.day))
    return days


def _packed(order: Order, printer: Printer) -> Pack:
    """The sheets behind their cover, which has one page unless the list is long."""
    edition = order.edition
    while (front := printer.printed(set_in(edition, cover(order)).job)).pages > order.cover:
        order = replace(order, cover=front.pages)
    parts = (Part(front.pdf, order.cover, duplex=False), *order.parts)
    content = bound(parts, str(edition.playbook.about.date))
    return Pack(order.name, edition.language, f"{edition.folder}{order.name}.pdf", order.rows, content)
