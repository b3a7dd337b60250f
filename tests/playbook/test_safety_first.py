"""What the shipped playbooks say to somebody who is unwell or in danger: the number to ring comes before all else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route, walk
from generator.playbook.model.scripts import Script
from generator.playbook.model.text import Text
from tests.conftest import ROOT

SHIPPED = (".", "examples/paint-store")
NUMBER = "{emergency_number}"
LATER = {
    "zh": ("停用", "冲净", "水冲", "清水", "看医生", "去医院", "全额退", "开窗"),
    "en": ("stop using", "rinse", "a doctor", "full refund", "keep the product"),
}
"""Words of what comes after the number: stopping, rinsing, the doctor, the money."""
TODAY = {"zh": ("今天就停", "今天起就停"), "en": ("stops today", "stop today", "messages from today")}
"""Words that put off what the law and the promise want at once."""


def shipped(folder: str) -> Playbook:
    found = load(ROOT / folder / "playbook.yaml").playbook
    assert found is not None
    return found


def said(playbook: Playbook) -> Iterator[tuple[Script, str, str]]:
    """Each message of each reply: script, language, words."""
    for script in playbook.scripts:
        for line in script.reply:
            for language in playbook.about.languages:
                yield script, language, line.say.in_(language)


def late(words: str, language: str) -> list[str]:
    """What the words say to do before they name the number, if they name it."""
    before = words.partition(NUMBER)[0].lower() if NUMBER in words else ""
    return [word for word in LATER[language] if word in before]


def texts(playbook: Playbook) -> Iterator[tuple[Route, Text]]:
    """Whatever anybody reads: replies, rules, checklists, forms, questions. Words of alarm are for the search box."""
    found = ((route, value) for route, value in walk(playbook) if "alarms" not in route)
    return ((route, value) for route, value in found if isinstance(value, Text))


@pytest.mark.parametrize("folder", SHIPPED)
def test_the_number_stands_before_anything_else_to_do(folder: str) -> None:
    playbook = shipped(folder)
    said = [
        (route, language, text.in_(language))
        for route, text in texts(playbook)
        for language in playbook.about.languages
    ]
    assert [route for route, _, words in said if NUMBER in words]
    assert [(route, found) for route, language, words in said if (found := late(words, language))] == []


def test_what_comes_before_the_number_is_found() -> None:
    assert late("请停用；喘不上气，打 {emergency_number}。", "zh") == ["停用"]
    assert late("Rinse it, then ring {emergency_number}.", "en") == ["rinse"]
    assert late("Ring {emergency_number}, then rinse it.", "en") == []


BREATH = {"zh": "喘", "en": "breath"}


def unanswered(script: Script, language: str) -> list[str]:
    """Messages about breathing that neither name the number nor are followed by one that does."""
    said = [line.say.in_(language) for line in script.reply]
    return [
        words
        for words, then in zip(said, [*said[1:], ""], strict=True)
        if BREATH[language] in words and NUMBER not in words and NUMBER not in then
    ]


@pytest.mark.parametrize("folder", SHIPPED)
def test_whoever_is_asked_about_breathing_is_told_what_to_ring(folder: str) -> None:
    playbook = shipped(folder)
    found = {
        (script.id, language): unanswered(script, language)
        for script in playbook.scripts
        for language in playbook.about.languages
    }
    assert {where: words for where, words in found.items() if words} == {}
    asked = next(each for each in playbook.scripts if NUMBER in str(each.reply))
    silent = asked.model_copy(
        update={"reply": (asked.reply[0].model_copy(update={"say": Text({"zh": "喘得上气吗？"})}),)}
    )
    assert unanswered(silent, "zh") == ["喘得上气吗？"]


@pytest.mark.parametrize("folder", SHIPPED)
def test_whoever_says_stop_is_told_now_and_not_today(folder: str) -> None:
    late = [
        (script.id, language, word)
        for script, language, words in said(shipped(folder))
        for word in TODAY[language]
        if word in words.lower()
    ]
    assert late == []


@pytest.mark.parametrize("folder", SHIPPED)
def test_whoever_is_in_front_of_a_threat_rings_the_police_themselves(folder: str) -> None:
    """The rule on abuse says so, and does not leave somebody waiting for a manager."""
    playbook = shipped(folder)
    assert playbook.complaints
    (rule,) = [each for each in playbook.complaints.red_flags if each.id == "abuse"]
    for language in playbook.about.languages:
        words = " ".join(line.in_(language) for line in rule.do)
        assert {"zh": "自己", "en": "yourself"}[language] in words
        assert "110" in words or "{police_number}" in words
