"""Red flags: whoever types that somebody is hurt must be shown what to do, and the number to ring comes first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.playbook.checks.index import Check, Known, place
from generator.playbook.model.complaints import Alarm, phrases_of
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route
from generator.playbook.problems import Problem

_BROAD = re.compile(r"[\u3400-\u9fff]|[A-Za-z]{1,3}")
"""One character, or three letters: half of what customers write holds them."""
_NUMBER = "{emergency_number}"
_OTHERWISE = re.compile(
    r"停用|冲净|水冲|清水|看医生|去医院|开窗|全额退|\bstop using\b|\brinse\b|\ba doctor\b|\bfull refund\b",
    re.I,
)
"""What is told somebody who feels unwell after the number: stopping, rinsing, the doctor, fresh air, the money."""
_BREATH = re.compile(r"喘|呼吸困难|\bbreathe freely\b|\bhard to breathe\b|\bbreathing\b", re.I)
# Places that show how not to say it, what somebody typed, what is wrong or only played.
_SHOWN = {"alarms", "never", "says", "bad", "options", "trainer"}


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


def the_number_comes_before_anything_else_to_do(_playbook: Playbook, known: Known) -> Iterator[Problem]:
    for route, text in known.texts:
        for language, said in text.said.items() if _SHOWN.isdisjoint(route) else ():
            before, number, _ = said.partition(_NUMBER)
            if number and (told := _OTHERWISE.search(before)):
                where = place(route, language)
                yield Problem("number-late", where, {"words": told[0]})


def whoever_is_asked_about_breathing_is_told_the_number(
    playbook: Playbook, _known: Known
) -> Iterator[Problem]:
    """In the message that asks, or in the next if that is sent whatever they answer."""
    for index, script in enumerate(playbook.scripts):
        following = [*(line.say if line.only_if is None else None for line in script.reply[1:]), None]
        for number, (line, then) in enumerate(zip(script.reply, following, strict=True)):
            for language, words in line.say.said.items():
                after = then.in_(language) if then is not None and then.speaks(language) else ""
                if (asked := _BREATH.search(words)) and _NUMBER not in words + after:
                    route: Route = ("scripts", index, "reply", number, "say")
                    where = place(route, language)
                    yield Problem("number-unsaid", where, {"words": asked[0]})


CHECKS: tuple[Check, ...] = (
    a_red_flag_is_found_by_how_people_say_it,
    the_number_comes_before_anything_else_to_do,
    whoever_is_asked_about_breathing_is_told_the_number,
)
