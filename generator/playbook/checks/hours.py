"""When the shop is open: said once, forwards, and leaving a day to work on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from generator.playbook import hours
from generator.playbook.calendar import never_open
from generator.playbook.checks.index import Check, Known
from generator.playbook.model.playbook import Playbook
from generator.playbook.problems import Problem

LONGEST = timedelta(days=366)
"""Of a range of closed days: whoever closes for longer has another shop afterwards."""


def hours_are_said_once(playbook: Playbook, known: Known) -> Iterator[Problem]:
    shop = playbook.shop
    short = bool(shop.open_days), shop.service_hours is not None
    if known.lacks("shop.hours") or known.lacks("shop.open_days") or known.lacks("shop.service_hours"):
        return
    if shop.hours and any(short):
        yield Problem("hours-twice", ("shop", "open_days" if short[0] else "service_hours"), {})
    elif not shop.hours and not all(short):
        yield Problem("no-hours", ("shop",), {})


def hours_run_forward(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    # One place is said once, however many weekdays it stands for.
    places = {place: span for _, place, span in hours.spans(playbook.shop)}
    for place, span in places.items():
        if span.end <= span.start:
            route = (*place, "end") if place == ("service_hours",) else place
            yield Problem("hours-backward", ("shop", *route), span._asdict())


def hours_of_a_day_lie_apart(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    said = set()
    for weekday in hours.WEEKDAYS:
        here = sorted((span, place) for day, place, span in hours.spans(playbook.shop) if day == weekday)
        for (before, _), (span, place) in pairwise(here):
            if span.start < before.end and place not in said:
                said.add(place)
                details = {"one": "-".join(before), "other": "-".join(span)}
                yield Problem("hours-overlap", ("shop", *place), details)


def closed_days_begin_before_they_end(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    ranges = iter(hours.closed(playbook.shop))
    for at, written in enumerate(playbook.shop.closed_days):
        if not hours.is_every_years(written):
            first, last = next(ranges)
            details = {"first": first.isoformat(), "last": last.isoformat()}
            if last < first:
                yield Problem("closed-backward", ("shop", "closed_days", at), details)
            elif last - first > LONGEST:
                yield Problem("closed-long", ("shop", "closed_days", at), details)


def a_day_is_left_to_work_on(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    if hours.week(playbook.shop) and never_open(playbook.shop):
        yield Problem("never-open", ("shop", "closed_days"), {})


CHECKS: tuple[Check, ...] = (
    hours_are_said_once,
    hours_run_forward,
    hours_of_a_day_lie_apart,
    closed_days_begin_before_they_end,
    a_day_is_left_to_work_on,
)
