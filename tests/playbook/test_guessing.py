"""Nobody passes by length: the right option is neither the longest nor the shortest more often than chance."""

from __future__ import annotations

import math
from collections.abc import Iterable

import pytest

from generator.playbook.load import load
from generator.playbook.model.questions import Single
from tests.conftest import ROOT


@pytest.mark.parametrize(("folder", "language"), [(".", "zh"), (".", "en"), ("examples/paint-store", "zh")])
def test_the_right_option_stands_out_by_its_length_no_more_often_than_chance(
    folder: str, language: str
) -> None:
    questions = singles(folder)
    lengths = [[(len(each.text.in_(language)), each.right) for each in it.options] for it in questions]
    assert not suspicious(lengths)
    assert not suspicious([[(-length, right) for length, right in options] for options in lengths])


def test_a_set_in_which_it_mostly_is_would_be_seen() -> None:
    """The planted fault."""
    assert suspicious([[(9, True), (5, False), (6, False)]] * 50 + [[(4, True), (5, False), (6, False)]] * 34)


def singles(folder: str) -> list[Single]:
    playbook = load(ROOT / folder / "playbook.yaml").playbook
    assert playbook is not None
    assert playbook.training is not None
    return [
        each for each in playbook.training.questions if isinstance(each, Single) and each.status == "live"
    ]


def suspicious(questions: Iterable[list[tuple[int, bool]]]) -> bool:
    """Whether the right one is alone the longest more often than two standard deviations above chance."""
    found, expected, variance = 0, 0.0, 0.0
    for options in questions:
        longest = max(length for length, _ in options)
        found += [right for length, right in options if length == longest] == [True]
        chance = 1 / len(options)
        expected, variance = expected + chance, variance + chance * (1 - chance)
    return found > expected + 2 * math.sqrt(variance)
