"""What the shipped playbooks say to somebody who says stop or is in danger; that numbers come first is a check."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.scripts import Script
from tests.conftest import ROOT

SHIPPED = (".", "examples/paint-store")
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
