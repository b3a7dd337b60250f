"""Red flags: whoever types that somebody is hurt must be shown what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.playbook.checks.index import Check, Known
from generator.playbook.model.complaints import Alarm, phrases_of
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route
from generator.playbook.problems import Problem

_BROAD = re.compile(r"[\u3400-\u9fff]|[A-Za-z]{1,3}")
"""One character, or three letters: half of what customers write holds them."""


def a_red_flag_is_found_by_how_people_say_it(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for index, flag in enumerate(playbook.complaints.red_flags if playbook.complaints else ()):
        route: Route = ("complaints", "red_flags", index)
        if not flag.alarms:
            yield Problem("red-flag-unheard", route, {"name": flag.id})
        for number, alarm in enumerate(flag.alarms):
            yield from _too_broad(playbook, alarm, (*route, "alarms", number, "any_of"))


def _too_broad(playbook: Playbook, alarm: Alarm, route: Route) -> Iterator[Problem]:
    if alarm.beside is not None:
        return
    spoken = (each for each in playbook.about.languages if alarm.any_of.speaks(each))
    phrases = (phrase for each in spoken for phrase in phrases_of(alarm.any_of.in_(each)))
    for phrase in dict.fromkeys(phrases):
        if _BROAD.fullmatch(phrase):
            yield Problem("alarm-too-broad", route, {"words": phrase})


CHECKS: tuple[Check, ...] = (a_red_flag_is_found_by_how_people_say_it,)
