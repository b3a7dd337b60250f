"""The shipped bank of questions: all that is core is asked about, and length does not tell the right option."""

from __future__ import annotations

import pytest

from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.questions import Single
from generator.playbook.model.record import Item, walk
from tests.conftest import ROOT

FAIR = 1 / 3 + 0.1
"""As often as chance, and a tenth more."""
NOT_ASKED = ("training", "posters")
"""What trains and examines itself, and posters: of what they show, each norm has its question."""


def shipped(folder: str = ".") -> Playbook:
    found = load(ROOT / folder / "playbook.yaml").playbook
    assert found is not None
    return found


@pytest.mark.parametrize("folder", [".", "examples/paint-store"])
def test_each_norm_and_whatever_is_core_has_a_question(folder: str) -> None:
    """Rules, steps, limits, scripts, sheets and terms; questions that are not live ask nothing."""
    playbook = shipped(folder)
    assert playbook.training
    asked = {
        ".".join(name.split(".")[:2])
        for each in playbook.training.questions
        if each.status == "live"
        for name in each.source
    }
    core = (
        (str(route[0]), item.id) for route, item in walk(playbook) if isinstance(item, Item) and item.core
    )
    there = {f"{chapter}.{name}" for chapter, name in core if chapter not in NOT_ASKED}
    there |= {f"norms.{norm.id}" for norm in playbook.norms}
    assert len(there) > 100
    assert there - asked == set()


def test_the_right_option_is_the_longest_no_more_often_than_chance() -> None:
    playbook = shipped()
    assert playbook.training
    singles = [each for each in playbook.training.questions if isinstance(each, Single)]
    for language in playbook.about.languages:
        longest = 0
        for question in singles:
            widths = {option.right: 0 for option in question.options}
            for option in question.options:
                widths[option.right] = max(widths[option.right], len(option.text.in_(language)))
            longest += widths[True] > widths[False]
        assert longest / len(singles) <= FAIR, language
