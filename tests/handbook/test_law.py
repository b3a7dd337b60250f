"""The owner's page of the law lists every place that speaks of it: what names the record, and what does so in words."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from pathlib import Path

import pytest
import yaml

from generator.handbook.links import address
from generator.playbook.law import names
from generator.playbook.law_places import Place, places, speaks_of_law
from generator.playbook.load import load
from tests.conftest import ROOT
from tests.handbook.books import shipped_pages

IN_WORDS = {
    "an exception for broken seals": "complaints.online-change-opened",
    "what the counter gives and no law asks": "scripts.counter-return",
    "the duty to warn whoever bought it": "complaints.dangerous-goods",
    "compensation for what is not genuine": "complaints.not-genuine",
    "how much a prize may be worth": "proactive.draws",
    "posts that are marked as advertisements": "norms.one-post",
    "a message with a way to buy": "proactive.before-sending",
    "how long papers about staff are kept": "facts.keep_checks",
    "pay": "supervision.quality-bonus",
    "who is under age": "customers.minors",
    "a notice": "forms.complaint-sheet",
}
"""Where the shipped playbook speaks of the law in words, by what it says there."""


@cache
def page(language: str) -> str:
    return unescape(shipped_pages(language)["law.html"].html)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_speaks_of_the_law_in_words_is_listed_with_what_it_says(language: str) -> None:
    _, _, listed = page(language).partition('id="law-in-words"')
    assert {what for what, item in IN_WORDS.items() if f"<code>{item}</code><br>" not in listed} == set()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_text_of_the_files_that_names_the_record_is_led_to_from_its_statement(language: str) -> None:
    """The files are read by their lines here, and not by what makes the page."""
    raw = raw_items()
    named = {name for text in raw.values() for name in re.findall(r"{(\w+)}", text)} & names().keys()
    assert len(named) > 5
    for name in named:
        statement = page(language).partition(f'id="law-{name}"')[2].partition("<h2")[0]
        there = {item for item, text in raw.items() if f"{{{name}}}" in text}
        assert {item for item in there if f'href="{address(item)}"' not in statement} == set(), name


@cache
def raw_items() -> dict[str, str]:
    """The scripts and the forms as they are written."""
    found = {}
    for chapter in ("scripts", "forms"):
        for file in (ROOT / "chapters" / chapter).glob("*.yaml"):
            read = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
            found |= {f"{chapter}.{item['id']}": str(item) for item in read[chapter]}
    return found


def planted(tmp_path: Path, *lines: str) -> list[Place]:
    """What is found in the smallest shop with something more."""
    text = (ROOT / "tests" / "playbooks" / "tiny.yaml").read_text("utf-8")
    file = tmp_path / "playbook.yaml"
    file.write_text("\n".join((text, *lines, "")), "utf-8")
    playbook = load(file).playbook
    assert playbook is not None, load(file).problems
    return list(places(playbook))


def test_a_text_a_field_a_notice_and_a_question_are_found(tmp_path: Path) -> None:
    assert planted(tmp_path) == []
    found = planted(
        tmp_path,
        "glossary:",
        "  - {id: right, term: {zh: 退货权, en: Return}, means: {zh: '{return_days}内能退。', en: 'In {return_days}.'}}",
        "  - {id: paper, term: {zh: 凭证, en: Receipt}, means: {zh: 依法要留。, en: It is kept.}}",
        "  - {id: heard, term: {zh: 法条, en: Legal text}, means: {zh: 平常的事。, en: An everyday thing.}}",
        "  - {id: chance, term: {zh: 定不了, en: Open}, means: {zh: 办法定不了，写下来。, en: Written down.}}",
    )
    assert [(each.reference, set(each.named), each.in_words) for each in found] == [
        ("glossary.right", {"return_days"}, False),
        ("glossary.paper", set(), True),
        ("glossary.heard", set(), True),
    ]


@pytest.mark.parametrize(
    ("said", "does"),
    [
        ("这是法律要求的。", True),
        ("拿不准问{regulator}或者律师。", True),
        ("Ask a lawyer first.", True),
        ("开头写“广告”。", True),
        ("A lawn and an outlaw.", False),
        ("看见 {section.official} 再写。", False),
        ("办法定不了的，上报。", False),
    ],
)
def test_words_of_the_law_are_told_from_others(said: str, *, does: bool) -> None:
    assert speaks_of_law(said) is does
