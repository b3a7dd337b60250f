"""Every shipped paper: a question that is added, or a wrong answer, moves the options of three others at most."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.questions import Question, Single
from generator.playbook.model.training import Paper
from generator.playbook.papers.variants import Variant, questions_of, variants
from tests.conftest import ROOT
from tests.playbook.test_variants import orders

MOST = 3
SHOPS = {
    "shipped": ROOT / "playbook.yaml",
    **{path.parent.name: path for path in sorted((ROOT / "examples").glob("*/playbook.yaml"))},
}
PAPERS = [
    ("shipped", "complaints-again"),
    ("shipped", "complaints-first"),
    pytest.param("shipped", "core", marks=pytest.mark.slow),
    pytest.param("shipped", "core-again", marks=pytest.mark.slow),
    ("bicycle-workshop", "core"),
    ("paint-store", "first-paper"),
    ("pet-grooming", "core"),
]


@cache
def shop(path: Path) -> Playbook:
    playbook = load(path).playbook
    assert playbook
    assert playbook.training
    return playbook


def test_every_shipped_paper_is_tried() -> None:
    named = {getattr(each, "values", each) for each in PAPERS}
    assert named == {
        (name, paper.id)
        for name, path in SHOPS.items()
        for paper in (shop(path).training.papers if shop(path).training else ())
    }


@pytest.mark.parametrize(("name", "paper"), PAPERS)
def test_what_is_added_moves_three_others_at_most(name: str, paper: str) -> None:
    playbook = shop(SHOPS[name])
    training = playbook.training
    assert training
    (it,) = (each for each in training.papers if each.id == paper)
    asked = questions_of(training, it)
    before = laid_out(playbook, it, asked)
    for edited, touched in edits(asked):
        for old, new in zip(before, laid_out(playbook, it, edited), strict=True):
            now = orders(new)
            moved = [each for each, order in orders(old).items() if each != touched and now[each] != order]
            assert len(moved) <= MOST, (touched, moved)


def laid_out(playbook: Playbook, paper: Paper, asked: tuple[Question, ...]) -> tuple[Variant, ...]:
    assert playbook.training
    listed = paper.model_copy(update={"questions": tuple(each.id for each in asked), "blueprint": ()})
    training = playbook.training.model_copy(update={"questions": asked})
    return variants(training, listed, playbook.facts)


def edits(asked: tuple[Question, ...]) -> Iterator[tuple[tuple[Question, ...], str]]:
    """The paper with one question more, ten times another, and with one wrong answer more in each single choice."""
    ones = [each for each in asked if isinstance(each, Single)]
    for number in range(10):
        name = f"new-{number}"
        yield (*asked, ones[0].model_copy(update={"id": name})), name
    for one in ones:
        wrong = next(option for option in one.options if not option.right)
        options = (*one.options, wrong.model_copy(update={"id": "more"}))
        wider = one.model_copy(update={"options": options})
        yield tuple(wider if each is one else each for each in asked), one.id
