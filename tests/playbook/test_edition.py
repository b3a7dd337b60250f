"""An Edition: a playbook in one language, every text a plain string with everything filled in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.edition import Edition, editions
from generator.playbook.languages import LANGUAGES
from generator.playbook.load import load
from generator.playbook.model.record import walk
from generator.playbook.model.text import Text
from generator.set_text import SetText

PLAYBOOKS = sorted((Path(__file__).parent.parent / "playbooks").glob("*.yaml"))
SMALL = """\
schema: 1
about:
  title: {zh: 小店手册, en: Small shop handbook}
  version: "1"
  date: 2026-11-22
  review_by: 2027-05-22
  owner: owner
  languages: [zh, en]
shop:
  name: {zh: 小店, en: Small Shop}
  open_days: [mon]
  service_hours: {start: "09:00", end: "18:00"}
  channels:
    - {id: counter, name: {zh: 柜台, en: Counter}, kind: counter}
    - {id: phone, name: {zh: 电话, en: Phone}, kind: phone}
roles: [{id: owner, name: {zh: 店主, en: Owner}, does: {zh: 管店。, en: Runs it.}}]
facts: [{id: return_days, value: 7, unit: day, say: {zh: 7 天, en: 7 days}}]
placeholders: [{id: customer, name: {zh: 称呼, en: name}}]
strategy:
  - id: all
    title: {zh: 一, en: One}
    what:
      zh: WHAT_ZH
      en: WHAT_EN
    when: [SPF 50]
    how: [SPF 50]
    channels: [phone, counter]
training:
  intro: {zh: 学, en: Learn}
  trainer: owner
  questions:
    - id: q1
      type: cloze
      source: [facts.return_days]
      topic: norm
      stem: {zh: "签收后 {gap} 内可退。", en: "Return it within {gap}."}
      gaps: [{id: gap, fact: return_days}]
"""


@pytest.mark.parametrize(
    ("days", "zh", "en"),
    [
        ("mon, tue, wed, thu, fri, sat", "周一至周六", "Monday to Saturday"),
        ("mon, tue, wed, thu, fri, sat, sun", "周一至周日", "Monday to Sunday"),
        ("sun, wed, sat, tue, thu, fri", "周二至周日", "Tuesday to Sunday"),
        ("sat, sun", "周六、周日", "Saturday, Sunday"),
        ("mon, wed, thu, fri, sun", "周一、周三至周五、周日", "Monday, Wednesday to Friday, Sunday"),
    ],
)
def test_the_days_a_shop_is_open_are_said_as_people_say_them(
    tmp_path: Path, days: str, zh: str, en: str
) -> None:
    chinese, english = small(tmp_path, '"{open_days}"', '"{open_days}"', days)

    assert (what(chinese), what(english)) == (zh, en)


def test_facts_placeholders_and_the_shop_are_filled_in(tmp_path: Path) -> None:
    zh, en = small(
        tmp_path, '"{customer}，{shop}{return_days}内可退。"', '"{customer}, {shop}: {return_days}."'
    )

    assert what(zh) == f"{zh.labels.placeholder.format('称呼')}，小店7 天内可退。"
    assert what(en) == f"{en.labels.placeholder.format('name')}, Small Shop: 7 days."


def test_doubled_braces_become_braces(tmp_path: Path) -> None:
    zh, en = small(tmp_path, '"写 {{zh: x}} 和 {{{return_days}}}"', '"Write {{en: x}} and {{{return_days}}}"')

    assert what(zh) == "写 {zh: x} 和 {7 天}"
    assert what(en) == "Write {en: x} and {7 days}"


def test_the_gap_of_a_question_stays_for_the_paper_to_draw(tmp_path: Path) -> None:
    zh, en = small(tmp_path, "好", "Good")

    assert question(zh).stem == "签收后 {gap} 内可退。"
    assert question(en).stem == "Return it within {gap}."


@pytest.mark.parametrize(
    ("folded", "said"),
    [
        ("第一句，\n        第二句。", "第一句，第二句。"),
        ("一行字\n        又一行", "一行字又一行"),
        ("“好。”\n        “行。”", "“好。”“行。”"),
        ("等着……\n        好", "等着……好"),
        ("他说\n        “好”", "他说“好”"),
        ("满 100\n        元", "满 100 元"),
        ("用 SPF\n        防晒", "用 SPF 防晒"),
        ("第一段\n\n        第二段", "第一段\n第二段"),
    ],
)
def test_chinese_lines_close_up_where_they_were_folded(tmp_path: Path, folded: str, said: str) -> None:
    zh, _ = small(tmp_path, ">\n        " + folded, "Good")

    assert what(zh) == said


def test_english_lines_keep_their_spaces(tmp_path: Path) -> None:
    _, en = small(tmp_path, "好", ">\n        “Yes,”\n        “no” …\n        or both.")

    assert what(en) == "“Yes,” “no” … or both."


def test_a_text_written_once_is_said_in_both_languages(tmp_path: Path) -> None:
    assert [each.playbook.strategy[0].when for each in small(tmp_path, "好", "Good")] == [("SPF 50",)] * 2


def test_the_playbook_names_its_languages_and_the_first_is_first(tmp_path: Path) -> None:
    zh, en = small(tmp_path, "好", "Good")

    assert (zh.language, zh.tag, zh.first) == ("zh", "zh-CN", True)
    assert (en.language, en.tag, en.first) == ("en", "en", False)


def test_items_are_found_by_their_ids_in_their_own_language(tmp_path: Path) -> None:
    zh, en = small(tmp_path, "好", "Good")

    assert (zh.role("owner"), en.role("owner")) == ("店主", "Owner")
    assert en.channels(("phone", "counter")) == f"Phone{en.labels.list_join}Counter"
    assert (zh.fact("return_days"), en.fact("return_days"), en.value("return_days")) == ("7 天", "7 days", 7)
    assert zh.named("strategy.all").title == "一"
    assert zh.named("strategy") == zh.playbook.strategy


def test_days_are_written_as_people_write_them(tmp_path: Path) -> None:
    zh, en = small(tmp_path, "好", "Good")

    assert zh.day(zh.playbook.about.date) == "2026年11月22日"
    assert en.day(en.playbook.about.date) == "22 November 2026"


@pytest.mark.parametrize("path", PLAYBOOKS, ids=lambda path: path.stem)
def test_every_text_of_an_edition_is_said_in_its_language_and_knows_where_it_stands(path: Path) -> None:
    loaded = load(path)
    assert loaded.playbook, [problem.shown("en") for problem in loaded.problems]
    texts = {route: text for route, text in walk(loaded.playbook) if isinstance(text, Text)}

    for edition in editions(loaded.playbook):
        other = next(language for language in LANGUAGES if language != edition.language)
        for route, value in walk(edition.playbook):
            assert not isinstance(value, Text)
            if route in texts:
                assert type(value) is SetText
                assert value.route[: len(route)] == route
                said = texts[route].said
                assert not (other in said and said[other] != said[edition.language] and value == said[other])


def small(folder: Path, zh: str, en: str, open_days: str = "mon") -> tuple[Edition, ...]:
    """The editions of a small playbook in which one text is as given."""
    path = folder / "playbook.yaml"
    text = SMALL.replace("WHAT_ZH", zh).replace("WHAT_EN", en).replace("[mon]", f"[{open_days}]")
    path.write_text(text, "utf-8")
    loaded = load(path)
    assert loaded.playbook, [problem.shown("en") for problem in loaded.problems]
    return editions(loaded.playbook)


def what(edition: Edition) -> str:
    return edition.playbook.strategy[0].what


def question(edition: Edition) -> Any:
    assert edition.playbook.training
    return edition.playbook.training.questions[0]


def test_english_apostrophes_are_set_as_printers_do_and_measures_are_left(tmp_path: Path) -> None:
    _, en = small(tmp_path, "好", "It's the customers' choice; we've {shop}'s word, 5' wide, rock 'n' roll")
    assert en.playbook.strategy[0].what == (
        "It’s the customers’ choice; we’ve Small Shop’s word, 5' wide, rock 'n' roll"
    )
