"""The key pays for knowledge: a figure without its unit, in the wrong gap, or in full width is judged as it should be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pytest

from generator.edition import Edition, editions
from generator.outlines.answers import other_forms
from generator.outlines.cloze import answer_of
from generator.playbook.load import load
from generator.playbook.model.questions import Cloze, Gap, Number
from generator.playbook.numerals import numbers_in_words
from tests.conftest import ROOT

SHIPPED = (ROOT / "playbook.yaml", ROOT / "examples" / "paint-store" / "playbook.yaml")


def asked() -> Iterator[tuple[Edition, Cloze]]:
    for path in SHIPPED:
        playbook = load(path).playbook
        assert playbook is not None
        for edition in editions(playbook):
            assert edition.playbook.training
            for question in edition.playbook.training.questions:
                if isinstance(question, Cloze):
                    yield edition, question


CLOZES = [pytest.param(*each, id=f"{each[1].id}-{each[0].language}") for each in asked()]


def plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).casefold())


def right(edition: Edition, question: Cloze, gap: Gap) -> set[str]:
    return {plain(answer_of(edition, gap)), *map(plain, other_forms(edition, question, gap))}


def full_width(text: str) -> str:
    return "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text)


@pytest.mark.parametrize(("edition", "question"), CLOZES)
def test_a_figure_alone_is_right_only_where_its_unit_is_printed(edition: Edition, question: Cloze) -> None:
    for gap in question.gaps:
        figure = str(edition.value(gap.fact)) if gap.fact else ""
        ahead, found, behind = answer_of(edition, gap).partition(figure)
        before, _, after = question.stem.partition(f"{{{gap.id}}}")
        printed = bool(figure and found) and before.rstrip().endswith(ahead.strip())
        printed &= after.lstrip().startswith(behind.strip())
        assert printed or not figure or plain(figure) not in right(edition, question, gap)
        for said in gap.accept:
            assert printed or not (numbers_in_words(said) and len(said.split()) == 1 and said.isascii())


@pytest.mark.parametrize(("edition", "question"), CLOZES)
def test_answers_in_each_others_gaps_are_wrong(edition: Edition, question: Cloze) -> None:
    answers = [right(edition, question, gap) for gap in question.gaps]
    assert sum(map(len, answers)) == len(set().union(*answers))


@pytest.mark.parametrize(("edition", "question"), CLOZES)
def test_full_width_figures_are_right(edition: Edition, question: Cloze) -> None:
    for gap in question.gaps:
        assert plain(full_width(answer_of(edition, gap))) in right(edition, question, gap)


def test_a_question_for_a_figure_says_what_to_write_it_in() -> None:
    for path in SHIPPED:
        playbook = load(path).playbook
        assert playbook is not None
        assert playbook.training
        for question in playbook.training.questions:
            for said in question.stem.said.values() if isinstance(question, Number) else ():
                assert re.search(r"单位|几|多少天|unit|how many", said, re.IGNORECASE)
