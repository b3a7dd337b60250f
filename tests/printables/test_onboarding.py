"""The way into a post: what each post must learn, on its sheet and its page, and the record that it was learned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.edition import Edition, edition
from generator.engines.printers import printer
from generator.outlines.grid import copied
from generator.outlines.papers import papers
from generator.outlines.path import paths
from generator.playbook.load import load
from generator.printables import set_all
from generator.printables.sheet import SetSheet
from tests import pdfs
from tests.conftest import ROOT, Printed

QUIZ = ROOT / "tests/playbooks/quiz.yaml"
PATH = """
  posts:
    - {id: post-owner, role: owner, sells: Bread, thinks: Is it fresh, does: Everything}
    - {id: post-trainer, role: trainer, sells: Bread, thinks: Is it fresh, does: Teaching}
  path:
    - {id: hello, day: 1, title: Saying hello, minutes: 40, read: [norms.greet], do: Say it ten times.}
    - {id: whole, day: 1, title: The norms, minutes: 20, read: [norms, norms.tongs], do: Read them.}
    - {id: oven, day: 2, title: Cleaning the oven, minutes: 60, roles: [owner], do: Watch and do it.}
    - {id: box, course: temporary, day: 1, title: Folding boxes, minutes: 30, read: [norms.tongs], do: Fold ten.}
"""


def bakery(folder: Path, more: str = PATH) -> Edition:
    text = QUIZ.read_text("utf-8").replace("  trainer: trainer\n", f"  trainer: trainer{more}", 1)
    shop = folder / "playbook.yaml"
    shop.write_text(text, "utf-8")
    loaded = load(shop)
    assert loaded.playbook, loaded.problems
    return edition(loaded.playbook, "en")


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, SetSheet]:
    return {it.sheet.id: it for it in set_all((bakery(tmp_path_factory.mktemp("shop")),))}


def text_of(it: SetSheet, folder: Path) -> str:
    pdf = folder / f"{it.sheet.id}.pdf"
    pdf.write_bytes(printer().pdf(it.job))
    return pdfs.text(pdf)


def test_the_answer_grid_names_only_what_is_copied_on_its_paper(tmp_path: Path) -> None:
    it = bakery(tmp_path)
    paper, *_ = papers(it)

    def said(*kinds: str) -> str:
        placed = tuple(each for each in paper.variant.questions if each.question.type in kinds)
        assert placed, kinds
        return copied(it, replace(paper, variant=replace(paper.variant, questions=placed)))

    assert said("single", "open") == said("match") == "letters"
    assert said("truefalse", "number") == "true or false"
    assert said("order") == "rows of figures"
    assert copied(it, paper) == "letters, true or false, rows of figures"


def test_each_post_has_its_own_steps_and_the_others_to_look_up(tmp_path: Path) -> None:
    owner, trainer, half = paths(bakery(tmp_path))
    assert [(day.number, day.minutes, [step.id for step in day.steps]) for day in owner.days] == [
        (1, 60, ["hello", "whole"]),
        (2, 60, ["oven"]),
    ]
    assert [step.id for day in trainer.days for step in day.steps] == ["hello", "whole"]
    assert [step.id for step in trainer.elsewhere] == ["oven"]
    assert owner.read == ("norms",)
    assert (half.id, half.minutes, half.read, half.again) == ("temporary", 30, ("norms.tongs",), ())
    assert owner.again == ((1, "self-check"), (7, "5 questions"), (30, "10 questions"), (90, "10 questions"))


def test_posts_that_learn_the_same_have_one_path(tmp_path: Path) -> None:
    (all_of_them, _) = paths(bakery(tmp_path, PATH.replace(", roles: [owner]", "")))
    assert (all_of_them.id, all_of_them.elsewhere) == ("newcomer", ())


def test_the_days_on_which_it_is_asked_again_are_the_authors(tmp_path: Path) -> None:
    owner, *_ = paths(bakery(tmp_path, PATH + "  retests: [{day: 14, questions: 3}]\n"))
    assert owner.again == ((14, "3 questions"),)


def test_the_sheet_to_pin_up_has_days_minutes_and_what_is_read(
    sheets: dict[str, SetSheet], tmp_path: Path
) -> None:
    it = sheets["path-trainer"]
    assert (it.sheet.audience, it.sheet.page) == ("staff", "path-trainer.html")
    said = text_of(it, tmp_path)
    for words in ("Trainer", "Day160min", "Sayinghello40′", "ReadServicenorms", "Day7alone5questions"):
        assert words in said, words
    _, _, elsewhere = said.partition("Learnedatotherposts")
    assert "Cleaningtheoven" in elsewhere


def test_a_post_signs_what_it_has_read(sheets: dict[str, SetSheet], tmp_path: Path) -> None:
    said = text_of(sheets["read-owner"], tmp_path)
    assert "Handbook,version2" in said
    assert "TobereadServicenorms" in said
    assert "Tongs,neverhands" in text_of(sheets["read-temporary"], tmp_path)


def test_a_new_version_lays_out_no_record_anew_and_prints_them_all_anew(tmp_path: Path) -> None:
    it = bakery(tmp_path).written
    about = it.about.model_copy(update={"version": "3", "date": date(2027, 1, 2)})
    now = set_all((edition(it, "en"),))
    later = set_all((edition(it.model_copy(update={"about": about}), "en"),))
    assert [page.html for page in later] == [page.html for page in now]
    other = {page.sheet.id for page, was in zip(later, now, strict=True) if page.code != was.code}
    assert other == {"sign-off", "read-owner", "read-trainer", "read-temporary"}


def test_the_sign_off_has_the_code_of_each_paper_and_is_the_trainers(
    sheets: dict[str, SetSheet], tmp_path: Path
) -> None:
    it = sheets["sign-off"]
    assert it.sheet.audience == "trainer"
    said = text_of(it, tmp_path)
    codes = {name: page.code for name, page in sheets.items() if page.sheet.kind == "quiz"}
    assert len(codes) == 4
    for name, code in codes.items():
        assert f"{name[-1].upper()}#{code}" in said, name
        assert code in text_of(sheets[name], tmp_path), name
    for words in ("Resitnotbefore(after5days)", "Day1alone:self-check", "Thehandbookhaschanged", "Version2"):
        assert words.casefold() in said.casefold(), words
    # As often as the paper allows, and with the band that is asked aloud: the sitting, and two resits.
    assert said.count("Resitnotbefore") == 2
    assert said.count("askedaloud:") == 3


@pytest.mark.parametrize("language", [0, 1])
def test_each_path_of_the_sample_shop_has_a_page_that_leads_to_its_steps_and_sheets(
    printed: Callable[[Path], Printed], language: int
) -> None:
    made = printed(ROOT / "playbook.yaml").made
    it = made.editions[language]
    pages = {page.uri: page for page in made.pages(it)}
    files = {file.id: file for file in made.outputs if file.language == it.language}
    there = paths(it)
    assert {path.id for path in there} == {
        "manager", "assistant", "agent", "adviser", "packer", "temporary",
    }  # fmt: skip
    for path in there:
        html = pages[f"path-{path.id}.html"].html
        for step in (*(step for day in path.days for step in day.steps), *path.elsewhere):
            assert f'href="training.html#{step.id}"' in html, step.id
        for sheet in (f"path-{path.id}", f"read-{path.id}"):
            assert files[sheet].path.rpartition("/")[2] in html, sheet
    assert (files["sign-off"].audience, "sign-off.pdf" in pages["print.html"].html) == ("trainer", False)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_path_of_the_sample_shop_is_one_page_to_pin_up(
    printed: Callable[[Path], Printed], language: str
) -> None:
    it = printed(ROOT / "playbook.yaml")
    there = [page for page in it.sheets if page.sheet.kind == "path" and page.edition.language == language]
    assert len(there) == 6
    assert [page.sheet.id for page in there if pdfs.raw_text(it.pdf(page)).count("\f") != 1] == []
