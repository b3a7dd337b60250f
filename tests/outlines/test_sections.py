"""Texts of a form name its sections by their ids, and say whatever number these have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.edition import edition
from generator.exports import phone, wjx_form, xlsform
from generator.outlines.on_screen import on_screen
from generator.outlines.outlined import outline
from generator.playbook.load import Loaded, load
from generator.printables import form as on_paper
from generator.printables.sheet import set_in
from tests.conftest import ROOT
from tests.pdfs import squeezed

SHOP = (ROOT / "tests" / "playbooks" / "paper-forms.yaml").read_text("utf-8").partition("\ncomplaints:")[0]
SECTION = "      - {{id: {name}, {more}title: {{zh: 标题 {name}, en: Heading {name}}}, {holds}}}"
FIELD = "fields: [{{id: {name}-1, label: {{zh: 写, en: Write}}, kind: text}}]"


def shop(
    folder: Path,
    *sections: str,
    zh: str = "见第 {section.marks} 部分。",
    en: str = "See section {section.marks}.",
) -> Loaded:
    head = f"""
forms:
  - id: audit
    title: {{zh: 表, en: Form}}
    intro: {{zh: "{zh}", en: "{en}"}}
    outputs: [paper, phone]
    sections:
"""
    path = folder / "playbook.yaml"
    path.write_text(SHOP + head + "\n".join(sections) + "\n", "utf-8")
    return load(path)


def section(name: str, number: str = "", *, office: bool = False) -> str:
    more = (f"number: {number}, " if number else "") + ("office: true, " if office else "")
    return SECTION.format(name=name, more=more, holds=FIELD.format(name=name))


@pytest.mark.parametrize(
    ("sections", "said"),
    [
        ((section("who"), section("marks")), "2"),
        ((section("marks"), section("who")), "1"),
        ((section("who"), section("marks", "B")), "B"),
        ((section("who", "'7'"), section("more"), section("marks")), "3"),
    ],
)
def test_a_reference_says_the_number_of_its_section(
    sections: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    playbook = shop(tmp_path, *sections).playbook
    assert playbook is not None
    for language, words in (("zh", f"见第 {said} 部分。"), ("en", f"See section {said}.")):
        it = edition(playbook, language)
        form = outline(it, it.playbook.forms[0])
        assert form.intro == words
        heading = next(part.numbered for part in form.sections if part.id == "marks")
        assert heading.startswith(f"{said} ")
        paper = set_in(it, on_paper.sheet(it, 0, it.playbook.forms[0])).job.html
        # Between Chinese and a figure the sheet has a space of its own.
        assert squeezed(words) in squeezed(re.sub("<[^>]*>", "", paper))
        assert f'<span class="section__number">{said}</span>' in paper
        there = on_screen(form)
        assert f"<h2>{heading}</h2>" in phone.page(it, there)
        assert heading in wjx_form.text(it, there)
        labels = {row.get(f"label::{xlsform.called(it)}") for row in xlsform.sheets(it, there)["survey"]}
        assert {heading, words} <= labels


def test_what_the_shop_fills_in_itself_leaves_the_other_numbers_as_they_are(tmp_path: Path) -> None:
    loaded = shop(tmp_path, section("ours", office=True), section("marks"))
    assert loaded.playbook is not None
    it = edition(loaded.playbook, "en")
    form = it.playbook.forms[0].model_copy(update={"audience": "customer"})
    assert [part.numbered for part in on_screen(outline(it, form)).sections] == ["2 Heading marks"]


def test_after_an_edit_it_says_the_new_number(tmp_path: Path) -> None:
    """What a text is said as is kept from one edit to the next."""
    for number in ("", "K", "L"):
        playbook = shop(tmp_path, section("marks", number)).playbook
        assert playbook is not None
        assert edition(playbook, "en").playbook.forms[0].intro == f"See section {number or '1'}."


def test_a_section_that_is_not_there_or_is_named_in_one_language_is_told(tmp_path: Path) -> None:
    loaded = shop(tmp_path, section("marks"), zh="见第 {section.mark} 部分。")
    assert [(each.kind, each.details["name"]) for each in loaded.problems if each.kind == "unknown-name"] == [
        ("unknown-name", "section.mark")
    ]
    loaded = shop(tmp_path, section("marks"), en="See the marks.")
    assert "figures-differ" in {each.kind for each in loaded.problems}
