"""What happens in which order: a complaint, a review, somebody hurt, and the ways the playbook names itself.

All words are the playbook's own; `due` gives the contacts after the goods arrived by the day they fall on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.edition import Edition
from generator.outlines.names import called
from generator.playbook.model.complaints import Complaints
from generator.playbook.model.contacts import FollowUp
from generator.playbook.model.rule import Rule
from generator.playbook.model.shop import Unit

_DAYS: dict[Unit, float] = {"minute": 1 / 1440, "hour": 1 / 24, "working_day": 7 / 5, "week": 7, "month": 30}
"""How many days one of a unit is, about: enough to put contacts in order and apart."""


@dataclass(frozen=True)
class Stop:
    """One thing in a flow: its words, who and by when, what leads on."""

    name: str
    to: str = ""
    """Where it is told in full: `chapter.id`, or nothing."""
    note: str = ""
    script: str = ""
    """The script with the words for it."""
    urgent: bool = False


@dataclass(frozen=True)
class Flow:
    """A title and stages; a stage of several stops is a fork, one of which fits."""

    id: str
    title: str
    stages: tuple[tuple[Stop, ...], ...]


@dataclass(frozen=True)
class Due:
    """A contact and the days it falls after the day it counts from."""

    contact: FollowUp
    days: float


def flows(edition: Edition) -> Iterator[Flow]:
    """The ways in, in the order they are asked after."""
    playbook, words = edition.playbook, edition.labels.handbook.ways
    if playbook.complaints and playbook.complaints.red_flags:
        yield Flow("hurt", words.hurt, tuple(_hurt(playbook.complaints)))
    if playbook.complaints:
        yield Flow("complaint", words.complaint, tuple(_complaint(edition, playbook.complaints)))
    if playbook.reviews:
        yield Flow("review", words.review, tuple(_rules(edition, playbook.reviews.rules)))
        if demands := tuple(_rules(edition, playbook.reviews.demands)):
            yield Flow("demand", edition.labels.handbook.reviews.demands, demands)
    for way in playbook.search.ways if playbook.search else ():
        stages = (tuple(Stop(called(edition, each), each) for each in turn.go) for turn in way.turns)
        yield Flow(f"way-{way.id}", str(way.title), tuple(stages))


def urgent(edition: Edition) -> Iterator[Flow]:
    """What is done for each red flag, sentence by sentence."""
    complaints = edition.playbook.complaints
    for flag in complaints.red_flags if complaints else ():
        stops = [Stop(str(each), urgent=True) for each in flag.do]
        if flag.script:
            stops.append(Stop(called(edition, f"scripts.{flag.script}"), f"scripts.{flag.script}"))
        yield Flow(f"flag-{flag.id}", str(flag.title), tuple((stop,) for stop in stops))


def _hurt(complaints: Complaints) -> Iterator[tuple[Stop, ...]]:
    yield tuple(Stop(str(each.title), f"ways.flag-{each.id}", urgent=True) for each in complaints.red_flags)


def _complaint(edition: Edition, complaints: Complaints) -> Iterator[tuple[Stop, ...]]:
    if complaints.red_flags:
        yield (Stop(edition.labels.handbook.ways.first, "ways.hurt", urgent=True),)
    for step in complaints.steps:
        note = _note(edition, step.owner, step.limit)
        yield (Stop(str(step.name), f"complaints.{step.id}", note, step.script or ""),)
    yield tuple(Stop(str(each.name), f"complaints.{each.id}") for each in complaints.end_states)


def _rules(edition: Edition, rules: Iterable[Rule]) -> Iterator[tuple[Stop, ...]]:
    for each in rules:
        note = _note(edition, each.owner, each.limit)
        yield (Stop(str(each.title), f"reviews.{each.id}", note, each.script or ""),)


def _note(edition: Edition, owner: str | None, limit: str | None) -> str:
    parts = ([edition.role(owner)] if owner else []) + ([str(edition.fact(limit))] if limit else [])
    return edition.labels.handbook.quote_join.join(parts)


def calendar(edition: Edition) -> list[tuple[str, Sequence[Due]]]:
    """What the day is called that contacts count from, and those that do, the nearest first."""
    chapter = edition.playbook.follow_ups
    if chapter is None:
        return []
    starts = [each.due.start for each in chapter.contacts]
    ordered = sorted(chapter.contacts, key=lambda each: starts.index(each.due.start))
    grouped = groupby(ordered, lambda each: each.due.start)
    return [
        (edition.day_of(start), sorted((_due(edition, each) for each in those), key=lambda due: due.days))
        for start, those in grouped
    ]


def _due(edition: Edition, contact: FollowUp) -> Due:
    """With its distance from the day it counts from: below zero what comes before."""
    name = contact.due.plus or contact.due.before
    if name is None:
        return Due(contact, 0.0)
    fact = edition.item("facts", name)
    days = float(fact.value) * _DAYS.get(fact.unit, 1)
    return Due(contact, -days if contact.due.before else days)
