"""Questions made from the playbook: right by its structure, the same in every language, and the author's to refuse."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

from generator.edition import editions
from generator.exports.made import written
from generator.outlines.asked import Asked
from generator.outlines.derived import made
from generator.outlines.papers import papers
from generator.playbook.load import load
from generator.playbook.model.complaints import RedFlag
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import items_of
from generator.playbook.model.text import Text, names_in
from generator.playbook.papers.derived import candidates, derived, plain
from generator.playbook.papers.pool import graded
from tests.conftest import ROOT

QUIZ = ROOT / "tests/playbooks/quiz.yaml"


@cache
def shipped() -> Playbook:
    playbook = load(ROOT / "playbook.yaml").playbook
    assert playbook
    return playbook


@cache
def asked() -> dict[str, list[Asked]]:
    return {edition.language: [*made(edition)] for edition in editions(shipped())}


def seeded(playbook: Playbook, seed: str) -> Playbook:
    training = playbook.training
    assert training
    return playbook.model_copy(update={"training": training.model_copy(update={"seed": seed})})


def test_every_language_has_the_same_questions_with_the_same_letter_right() -> None:
    zh, en = asked().values()
    assert [(each.id, each.right) for each in zh] == [(each.id, each.right) for each in en]
    assert len(zh) > 50


def test_one_option_is_right_and_no_two_say_the_same() -> None:
    for questions in asked().values():
        for each in questions:
            said = {plain(option.text) for option in each.options}
            assert (len(each.right), len(said)) == (1, 3), each.id


def test_the_right_letters_come_about_equally_often() -> None:
    often = Counter(each.right[0] for each in asked()["zh"])
    assert max(often.values()) <= len(asked()["zh"]) / 2


SEEDS = [range(3), pytest.param(range(3, 100), marks=pytest.mark.slow)]


@pytest.mark.parametrize("seeds", SEEDS, ids=str)
def test_whatever_the_seed_what_is_wrong_is_wrong_by_the_structure(seeds: range) -> None:
    """The stress over 100 salts: each question by what it claims, and none of what is graded or dangerous."""
    items = items_of(shipped())
    facts = {fact.id for fact in shipped().facts}
    on_paper = graded(shipped().training) if shipped().training else frozenset()
    for seed in seeds:
        for it in candidates(seeded(shipped(), str(seed))):
            chapter, _, name = it.source.partition(".")
            assert not isinstance(items[chapter][name], RedFlag), it.id
            assert it.id not in on_paper
            texts = [place.of(items) for place in (it.about, it.right, *it.wrong)]
            assert {n for text in texts for said in text.said.values() for n in names_in(said)} <= facts
            match it.way:
                case "never":
                    assert it.right.way[0] == "never"
                    assert all(place.way[0] == "reply" for place in it.wrong)
                case "send":
                    assert it.right.way[0] == "reply"
                    assert all(place.way[0] == "never" for place in it.wrong)
                case "find":
                    near = {it.right.id, *items["scripts"][it.right.id].see}
                    assert near.isdisjoint(place.id for place in it.wrong)
                case "decides":
                    role = items["roles"][it.right.id]
                    assert role.deputy not in {place.id for place in it.wrong}
            if it.way in ("never", "send"):
                assert {place.id for place in (it.about, it.right, *it.wrong)} == {it.about.id}


def test_nobody_who_may_be_hurt_is_asked_about_as_a_riddle() -> None:
    """“It prickles a bit” is no question of which script to open: it is a red flag."""
    alarming = ("喘", "肿", "起疹", "疼", "疹", "刺")
    said = [each.text for each in asked()["zh"] if each.id.startswith("find-")]
    assert said
    assert not [text for text in said if any(word in text for word in alarming)]


def test_what_was_refused_when_it_was_read_aloud_is_not_made() -> None:
    """A heading that names no situation, a remark in brackets that tells, a paragraph, an answer said in advance."""
    for each in (each for questions in asked().values() for each in questions):
        way = each.id.partition("-")[0]
        assert len(each.text) < 340, each.id
        if way in ("never", "send"):
            assert not any("（" in option.text or "(" in option.text for option in each.options), each.id
            assert each.id not in ("never-hand-over", "send-apology-restate"), each.id
        assert each.id != "find-return-no-reason"
        assert "prickles" not in each.text


PLANTED = {
    "a word of the red flag": "孩子喘不上气",
    "a word heard where its script is sent": "这是起痘吗",
    "a part of what is said there": "脸红了",
    "the words this was found with": "脸上有点刺刺的",
}


@pytest.mark.parametrize("said", [*PLANTED.values(), "有人在吗"], ids=[*PLANTED, "nothing of the kind"])
def test_no_script_is_found_by_what_sounds_like_a_red_flag(said: str) -> None:
    text = Text({"zh": said, "en": "Hello"})
    first, *others = shipped().scripts
    planted = first.model_copy(update={"says": (text,)})
    made = candidates(shipped().model_copy(update={"scripts": (planted, *others)}))
    assert (f"find-{first.id}" in {each.id for each in made}) == (said not in PLANTED.values())


def test_each_core_rule_has_two_questions_to_practise_or_be_examined_in() -> None:
    """Red flags have the author's alone: what saves a life is not put together by a program."""
    training = shipped().training
    assert training
    there = Counter(
        source
        for question in training.questions
        if question.type not in ("roleplay", "observe") and question.status == "live"
        for source in set(question.source)
    )
    there.update(each.source for each in derived(shipped()))
    rules = ("promise", "norms", "scripts", "reviews", "customers", "authority", "complaints")
    few = [
        f"{chapter}.{item.id}"
        for chapter in rules
        for item in items_of(shipped())[chapter].values()
        if item.core and not isinstance(item, RedFlag) and there[f"{chapter}.{item.id}"] < 2
    ]
    assert few == []


PROMISE = """
promise:
  title: {zh: 承诺, en: Promise}
  lines:
    - id: reply
      core: true
      line: {zh: "投诉 {answer_hours}内答复", en: "Complaints answered within {answer_hours}"}
      kept_how: {zh: 记下来。, en: Note it.}
      measure: {zh: 每周数一次。, en: Count once a week.}
      answers: owner
      if_broken: {zh: 道歉。, en: Say sorry.}
  hours: {zh: 七点半到七点, en: Half past seven to seven}
  complaints_line: {name: {zh: 柜台, en: Counter}, hours: {zh: 全天, en: All day}}
  published: [{zh: 柜台, en: Counter}]
  outside: [{zh: 消费者协会, en: Consumer body}]
"""


def bakery(tmp_path: Path, wanted: str = "each: 2", more: str = "", **figures: int) -> dict[str, Asked]:
    """The questions made from the bakery's one promise, in English."""
    text = QUIZ.read_text("utf-8").replace(
        "  trainer: trainer\n", f"  trainer: trainer\n  derived: {{{wanted}}}\n"
    )
    text = text.replace("  questions:\n", f"  questions:\n{more}", 1)
    hours = {"answer": 24, "stand": 4, "keep": 48} | figures
    text = text.replace(
        "  - {id: keep_months",
        f"  - {{id: box_hours, value: {hours['keep']}, unit: hour, say: {hours['keep']} h}}\n  - {{id: keep_months",
    )
    text = text.replace(
        "value: 24, unit: hour, say: {zh: 24 小时, en: 24 hours}",
        f"value: {hours['answer']}, unit: hour, say: {{zh: {hours['answer']} 小时, en: {hours['answer']} hours}}",
    )
    shop = tmp_path / "playbook.yaml"
    shop.write_text(text + PROMISE, "utf-8")
    loaded = load(shop)
    assert loaded.playbook, loaded.problems
    return {each.id: each for each in made(editions(loaded.playbook)[-1])}


def test_a_figure_is_cut_out_and_asked_for_among_others_of_its_unit(tmp_path: Path) -> None:
    it = bakery(tmp_path)["figure-reply"]
    assert it.text == "Complaints answered within ____ (what goes in the gap?)"
    assert [(option.text, option.right) for option in it.options] == [
        ("4 hours", False),
        ("24 hours", True),
        ("48 h", False),
    ]
    assert it.feedback == "Complaints answered within 24 hours"


def test_a_changed_figure_changes_its_question(tmp_path: Path) -> None:
    it = bakery(tmp_path, answer=72)["figure-reply"]
    assert [option.text for option in it.options if option.right] == ["72 hours"]
    assert it.feedback == "Complaints answered within 72 hours"


def test_the_author_refuses_pins_and_replaces(tmp_path: Path) -> None:
    assert bakery(tmp_path, "refuse: [figure-reply]") == {}
    assert bakery(tmp_path, "each: 0") == {}
    assert [*bakery(tmp_path, "each: 0, pin: [figure-reply]")] == ["figure-reply"]
    own = "    - {id: figure-reply, type: truefalse, source: [norms], topic: norm, stem: a, answer: true, why: b}\n"
    assert bakery(tmp_path, "pin: [figure-reply]", own) == {}


def test_a_figure_with_too_few_others_of_its_unit_is_not_asked_for(tmp_path: Path) -> None:
    assert bakery(tmp_path, keep=4) == {}


def test_what_is_written_for_the_author_can_be_pasted(tmp_path: Path) -> None:
    """Pasted below `questions`, it is read again and stands in the place of what was made."""
    listed = yaml.safe_load(written(shipped()))
    assert [each["id"] for each in listed] == [each.id for each in asked()["zh"]]
    first = {**listed[0], "source": ["norms.tongs"]}
    pasted = yaml.safe_dump(first, allow_unicode=True, default_flow_style=True, width=10_000)
    assert bakery(tmp_path, "each: 1", f"    - {pasted}").keys() == {"figure-reply"}


def test_what_many_ask_for_is_reckoned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages, exports, the register and the look for answers all ask for the questions and the papers."""
    reckoned: list[str] = []
    here = "generator.playbook.papers.derived.candidates"
    monkeypatch.setattr(here, lambda it: reckoned.append(it.about.version) or iter(candidates(it)))
    other = seeded(shipped(), "another")
    assert derived(other) is derived(other)
    there = editions(other)
    for each in (*there, *there):
        assert made(each) is made(each)
        assert papers(each) is papers(each)
    assert reckoned == [other.about.version]
