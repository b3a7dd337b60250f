"""From how many points a paper is passed, asked about aloud, or sat again."""

from __future__ import annotations

from typing import Any

import pytest

from generator.playbook.model.questions import Multi, Question, TrueFalse
from generator.playbook.papers.grading import Marks, marks


def plain(points: int) -> Question:
    about: dict[str, Any] = {
        "type": "truefalse",
        "source": ("norms",),
        "topic": "norm",
        "stem": "x",
        "why": "y",
    }
    return TrueFalse.model_validate({"id": "q", "points": points, "answer": True, **about})


def halving(points: int) -> Question:
    about: dict[str, Any] = {"type": "multi", "source": ("norms",), "topic": "norm", "stem": "x"}
    options = tuple({"id": name, "text": name, "right": name == "a"} for name in "abc")
    return Multi.model_validate({"id": "m", "points": points, "options": options, **about})


@pytest.mark.parametrize(
    ("questions", "percent", "borderline", "expected"),
    [
        ([plain(20)], 80, 1, Marks(20, 16, 18, (15, 17), 14)),
        ([plain(20)], 80, 0, Marks(20, 16, 16, None, 15)),
        # 80 % of 14 are 11.2, the paper says 12: within one point of that lie 11 to 13.
        ([plain(14)], 80, 1, Marks(14, 12, 14, (11, 13), 10)),
        # One slip in a question of 3 points brings 1.5: half points can be had.
        ([plain(11), halving(3)], 80, 1, Marks(14, 11.5, 13, (10.5, 12.5), 10)),
        ([plain(12), halving(2)], 80, 1, Marks(14, 12, 14, (11, 13), 10)),
        # All points pass, although the border reaches beyond them.
        ([plain(4)], 80, 3, Marks(4, 4, 4, (1, 3), 0)),
        # 7 % of 100 are 7, not 7.000000000000001.
        ([plain(20)] * 5, 7, 0, Marks(100, 7, 7, None, 6)),
    ],
)
def test_the_border_lies_around_the_pass_mark(
    questions: list[Question], percent: float, borderline: int, expected: Marks
) -> None:
    assert marks(questions, percent, borderline) == expected


@pytest.mark.parametrize("percent", range(0, 101, 5))
@pytest.mark.parametrize("borderline", range(4))
@pytest.mark.parametrize("full", [1, 2, 5, 20])
def test_every_number_of_points_leads_somewhere(full: int, percent: int, borderline: int) -> None:
    it = marks([plain(full)], percent, borderline)
    for points in range(full + 1):
        oral = it.oral is not None and it.oral[0] <= points <= it.oral[1]
        assert [points >= it.passed, oral, points <= it.failed].count(True) == 1, (points, it)
