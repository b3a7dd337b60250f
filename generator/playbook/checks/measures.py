"""Measures: what is counted can be worked out, and what a result is held to says which way is better."""

from __future__ import annotations

from collections.abc import Iterator

from generator.playbook.checks.index import Check, Known
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route
from generator.playbook.model.supervision import Measure
from generator.playbook.problems import Problem


def _measures(playbook: Playbook) -> Iterator[tuple[Route, Measure]]:
    chapter = playbook.supervision
    for index, measure in enumerate(chapter.measures if chapter else ()):
        yield ("supervision", "measures", index), measure


def counts_can_be_worked_out(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    """A share has pairs of counts, an average one pair."""
    for route, measure in _measures(playbook):
        count = len(measure.counts)
        fits = {"share": count > 0 and count % 2 == 0, "average": count == 2, "counts": True}
        if not fits[measure.gives]:
            details = {"name": measure.id, "gives": measure.gives, "count": str(count)}
            yield Problem("measure-odd-counts", (*route, "gives"), details)


def whatever_is_held_to_says_which_way(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, measure in _measures(playbook):
        field = "at_target" if measure.at_target else "aim"
        held = measure.at_target or measure.aim is not None
        if held and measure.better is None:
            yield Problem("measure-no-way", (*route, field), {"name": measure.id, "field": field})
        elif measure.at_target and measure.target is None:
            yield Problem("measure-no-target", (*route, field), {"name": measure.id})


CHECKS: tuple[Check, ...] = (counts_can_be_worked_out, whatever_is_held_to_says_which_way)
