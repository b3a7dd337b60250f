"""Why a sheet takes more room than it has: the shop's name, or what the sheet itself says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.design.printing import Printer
from generator.edition import Edition
from generator.playbook.model.record import Route
from generator.playbook.problems import Problem
from generator.printables.sheet import SetSheet, Sheet, overflowing, set_in

SHORT = 8
"""So many characters of a shop's name fit wherever it stands."""
NAME: Route = ("shop", "name")
"""Where a name is blamed."""


def with_short_name(edition: Edition) -> Edition:
    """The edition as it would be if the shop had a short name."""
    shop = edition.playbook.shop
    short = shop.model_copy(update={"name": shop.name[:SHORT]})
    return replace(edition, playbook=edition.playbook.model_copy(update={"shop": short}))


def overflows(
    it: SetSheet, printer: Printer, made: Callable[[Edition], Iterable[Sheet]]
) -> Iterator[Problem]:
    """A Problem if a sheet takes more pages than it may, at the shop's name where the sheet fits under a short one.

    `made`: all sheets of an edition.
    """
    for problem in overflowing(it, printer):
        if len(it.edition.playbook.shop.name) > SHORT:
            shorter = with_short_name(it.edition)
            (again,) = (sheet for sheet in made(shorter) if sheet.id == it.sheet.id)
            if not list(overflowing(set_in(shorter, again), printer)):
                yield replace(problem, kind="name-too-long", route=NAME, at_key=False)
                continue
        yield problem
