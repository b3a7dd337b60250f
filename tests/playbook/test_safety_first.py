"""What the shipped playbooks say to somebody who says stop or is in danger; that numbers come first is a check."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import walk
from generator.playbook.model.scripts import Script
from generator.playbook.model.text import Text
from tests.conftest import ROOT

SHIPPED = (".", "examples/paint-store")
TODAY = {"zh": ("今天就停", "今天起就停"), "en": ("stops today", "stop today", "messages from today")}
"""Words that put off what the law and the promise want at once."""

NUMBER = "{emergency_number}"
SIGNS = {
    "zh": {"breath": r"喘|呼吸", "throat": r"喉咙.{0,5}紧", "face": r"脸.{0,4}肿"},
    "en": {"breath": r"breath", "throat": r"throat", "face": r"face[^.;]{0,12}swell|swelling face"},
}
"""What a body that reacts badly shows; each of them alone is enough to ring for an ambulance."""
OTHER = {"zh": r"叫不醒|血止不住", "en": r"woken|bleed"}
"""Solvents, accidents and fainting are other emergencies, with signs of their own."""


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


def left_out(words: str, language: str) -> list[str]:
    """The signs that a text which sends for an ambulance does not name, if it names breath or face.

    Only what stands before the end of the sentence with the number counts: that is what one rings for.
    """
    before, number, after = words.partition(NUMBER)
    cause = before + re.split(r"[.;。；]", after)[0]
    named = {sign for sign, how in SIGNS[language].items() if re.search(how, cause, re.I)}
    if not number or not named & {"breath", "face"}:
        return []
    if named != set(SIGNS[language]) and re.search(OTHER[language], cause, re.I):
        return []
    return sorted(set(SIGNS[language]) - named)


def test_whoever_is_told_when_to_ring_is_told_all_three_signs() -> None:
    playbook = shipped(".")
    short = [
        (route, language, missing)
        for route, text in walk(playbook)
        if isinstance(text, Text)
        for language, words in text.said.items()
        if language in SIGNS and (missing := left_out(words, language))
    ]
    assert short == []


@pytest.mark.parametrize("folder", ["examples/pet-grooming", "examples/bicycle-workshop", *SHIPPED])
def test_a_message_with_two_of_the_signs_has_the_third(folder: str) -> None:
    playbook = shipped(folder)
    for script, language, words in said(playbook):
        assert len(left_out(words, language)) != 1, (script.id, words)


@pytest.mark.parametrize(
    ("language", "words", "missing"),
    [
        ("zh", "喘不上气、脸肿得快，马上打 {emergency_number}。请先停用。", ["throat"]),
        ("zh", "喘不上气、喉咙紧，马上打 {emergency_number}。脸上先别涂，肿了看医生。", ["face"]),
        ("zh", "喉咙发紧、脸肿得快，先打 {emergency_number}。", ["breath"]),
        ("zh", "喘得上气吗？喘不上气、喉咙紧、脸肿得快，马上打 {emergency_number}。", []),
        ("zh", "喘不上气、叫不醒，马上打 {emergency_number}。", []),
        (
            "en",
            "If it's hard to breathe or your face is swelling fast, ring {emergency_number} now.",
            ["throat"],
        ),
        ("en", "Trouble breathing or a tight throat: {emergency_number}. Face swelling: a doctor.", ["face"]),
        ("en", "If your throat is tight or your face swells fast, ring {emergency_number} now.", ["breath"]),
        ("en", "Hard to breathe, throat tight, face swelling fast: ring {emergency_number} now.", []),
    ],
)
def test_a_sign_that_is_left_out_is_found(language: str, words: str, missing: list[str]) -> None:
    assert left_out(words, language) == missing
