"""How much of a paper is left to chance, against a count of every way it can go."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from generator.edition import editions
from generator.outlines.papers import papers
from generator.playbook.load import load
from generator.playbook.model.questions import Multi, Order, Question
from generator.playbook.papers.chances import KNOWN, chances, guess
from generator.playbook.papers.grading import marks
from tests.conftest import ROOT
from tests.playbook.test_variants import in_order, pairs, single, training


def questions(*each: dict[str, object]) -> tuple[Question, ...]:
    return training([*each]).questions


@pytest.mark.parametrize(
    ("count", "percent", "expected"), [(5, 80, 0.045), (10, 80, 0.0034), (10, 70, 0.0197)]
)
def test_guessing_three_options_passes_as_often_as_the_binomial_says(
    count: int, percent: float, expected: float
) -> None:
    asked = questions(*(single(f"q{n}") for n in range(count)))
    found = chances(asked, marks(asked, percent, 0), stars=False)
    assert found.guessed == pytest.approx(expected, rel=0.02)


def test_six_stars_that_must_all_be_right_turn_away_one_in_four_who_know() -> None:
    asked = questions(*(single(f"q{n}", critical=n < 6) for n in range(20)))
    limits = marks(asked, 80, 1)
    strict = chances(asked, limits, stars=True)
    kind = chances(asked, limits, stars=True, slips=1)
    assert 1 - KNOWN**6 < strict.failed < 1 - KNOWN**6 + 0.01
    assert kind.failed < 0.05 < kind.failed_oral
    assert kind.guessed == strict.guessed


def test_every_way_of_a_small_paper_is_counted() -> None:
    asked = questions(*(single(f"q{n}", critical=n == 0, points=n + 1) for n in range(4)))
    limits = marks(asked, 60, 1)
    failed = 0.0
    for known in product((True, False), repeat=4):
        likely, points = 1.0, 0
        for question, right in zip(asked, known, strict=True):
            likely *= KNOWN if right else 1 - KNOWN
            points += question.points * right
        failed += likely * (points <= limits.failed or not known[0])
    assert chances(asked, limits, stars=True).failed == pytest.approx(failed)


@pytest.mark.parametrize("question", [single("q"), in_order("o"), pairs("m")], ids=lambda q: q["id"])
def test_the_chances_of_a_guess_add_up_to_one(question: dict[str, object]) -> None:
    (asked,) = questions(question)
    found = guess(asked)
    assert sum(found.values()) == pytest.approx(1)
    assert set(found) <= {n / 2 for n in range(2 * asked.points + 1)}


def test_one_order_of_24_has_all_its_neighbours_right() -> None:
    (asked,) = questions({**in_order("o", "abcd"), "points": 3})
    assert isinstance(asked, Order)
    assert guess(asked)[3.0] == pytest.approx(1 / 24)


def test_ticking_at_random_is_marked_as_ticks_are() -> None:
    options = tuple({"id": name, "text": name, "right": name in "ab"} for name in "abcd")
    about = {"type": "multi", "source": ("norms",), "topic": "norm", "stem": "m", "points": 2}
    (asked,) = questions({"id": "m", "options": options, **about})
    assert isinstance(asked, Multi)
    # 15 ways to tick: one of them right, four with one slip.
    assert guess(asked) == pytest.approx({2.0: 1 / 15, 1.0: 4 / 15, 0.0: 10 / 15})


@pytest.mark.parametrize("book", ["playbook.yaml", "examples/paint-store/playbook.yaml"])
def test_no_shipped_paper_is_left_to_chance(book: str) -> None:
    playbook = load(Path(ROOT / book)).playbook
    assert playbook
    for edition in editions(playbook):
        for paper in papers(edition):
            assert paper.chances.guessed < 0.001, paper.id
            assert paper.chances.failed < 0.1, paper.id
