"""Role-plays: what the trainer plays and marks stands on one sheet, what the trainee may know on a slip apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.edition import Edition
from generator.playbook.model.questions import RolePlay
from tests import pdfs
from tests.conftest import ROOT, Printed

SHOP = ROOT / "playbook.yaml"
Make = Callable[[Path], Printed]


def plays(it: Printed) -> Iterator[tuple[Edition, RolePlay, Path]]:
    for page in it.sheets:
        if page.sheet.kind == "role-play" and page.sheet.id != "role-play-cards":
            yield page.edition, page.sheet.view["play"], it.pdf(page)


def test_there_are_eight_and_two_belong_to_the_core(printed: Make) -> None:
    found = [play for edition, play, _ in plays(printed(SHOP)) if edition.first]
    assert len(found) == 8
    assert sum(play.core for play in found) == 2


def test_the_card_is_in_front_and_the_marking_sheet_behind(printed: Make) -> None:
    for edition, play, pdf in plays(printed(SHOP)):
        assert len(PdfReader(pdf).pages) == 2, (edition.language, play.id)
        front, back = (pdfs.text(pdfs.one_page(pdf, number)) for number in (0, 1))
        for said in (play.trainer.who, *play.trainer.facts, *play.trainer.lines, play.trainer.calm_when):
            assert pdfs.squeezed(said) in front, play.id
        for criterion in play.criteria:
            assert pdfs.squeezed(criterion.name) + ("★" if criterion.critical else "") in back, criterion.id
            for level in criterion.levels:
                assert pdfs.squeezed(f"{level.score}{level.text}") in back, (criterion.id, level.score)
        assert play.points == sum(max(level.score for level in each.levels) for each in play.criteria)


def test_slips_tell_trainees_nothing_of_the_card(printed: Make) -> None:
    it = printed(SHOP)
    slips = {page.edition.language: it.pdf(page) for page in it.sheets if page.sheet.id == "role-play-cards"}
    for edition, play, _ in plays(it):
        text = pdfs.text(slips[edition.language])
        assert pdfs.squeezed(play.trainee) in text
        for kept in (play.trainer.who, *play.trainer.facts, *play.trainer.lines, play.trainer.calm_when):
            assert pdfs.squeezed(kept) not in text, play.id


@pytest.mark.parametrize("language", ["zh", "en"])
def test_role_plays_are_the_trainers_alone(printed: Make, language: str) -> None:
    files = [
        file for file in printed(SHOP).made.outputs if file.kind == "role-play" and file.language == language
    ]
    assert len(files) == 9
    assert {file.folder for file in files} == {"trainer"}
