"""The text for 问卷星 asks what the form asks, read back by its maker's rules."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.edition import Edition
from generator.exports import wjx_form
from generator.labels.phone import OnlineWords
from generator.outlines.form import Field
from generator.playbook.model.forms import Form
from tests.exports.forms import EVERYWHERE, asked, every_kind, forms, tortured
from tests.exports.read_wjx import Question, read

SAID = "段落说明"
KINDS = {
    "text": "填空题",
    "number": "填空题",
    "day": "填空题",
    "time": "填空题",
    "long": "简答题",
    "choice": "单选题",
    "several": "多选题",
    "score": "量表题",
    "yes": "多选题",
}


@pytest.mark.parametrize("playbook", EVERYWHERE)
def test_the_text_asks_what_the_form_asks(playbook: Path) -> None:
    for edition, form in forms(playbook):
        survey = read(wjx_form.text(edition, form))
        assert survey.title == form.title
        assert survey.about[0] == flat(form.intro)
        left = iter(survey.questions)
        # Whatever else stands between them, the fields are there in their order, each once.
        for field in asked(form):
            kind = SAID if field.rule or field.kind.excel == "none" else KINDS[field.kind.excel]
            found = next(each for each in left if each.kind == kind and answers(each, field))
            assert found.required == field.required or kind == SAID, field.id
            assert found.options == options(field, edition.labels.phone.online), field.id


def answers(question: Question, field: Field) -> bool:
    return question.title.startswith(flat(field.label))


def options(field: Field, words: OnlineWords) -> list[str]:
    match field.kind.excel:
        case "choice" | "several":
            return [flat(each.label) for each in field.options]
        case "score":
            return [words.end.format(1, field.low), "2", "3", "4", words.end.format(5, field.high)]
        case "yes" if not field.rule:
            return [words.is_so]
        case _:
            return []


def flat(words: str) -> str:
    return " ".join(str(words).split()).replace("{", "（").replace("}", "）")


def test_what_means_something_there_is_text_all_the_same() -> None:
    edition, form = every_kind()
    hard = tortured(form)
    survey = read(wjx_form.text(edition, hard))
    titles = [each.title for each in survey.questions]
    for field in asked(hard):
        words = flat(field.label).replace("___", "＿＿＿")
        assert any(title.startswith(words) for title in titles), words
    offered = {option for each in survey.questions for option in each.options}
    chosen = {
        flat(option.label).replace("___", "＿＿＿") for field in asked(hard) for option in field.options
    }
    assert chosen <= offered
    assert not any("___" in title or "{" in title for title in titles)


def test_only_a_shop_in_china_gets_one() -> None:
    edition, _ = every_kind()
    asking = tuple(form.model_copy(update={"outputs": ("phone",)}) for form in edition.playbook.forms)
    assert [file.path for file in wjx_form.files(of(edition, "cn", asking))] == [
        "files/wjx-every-kind.txt",
        "files/wjx-consent.txt",
        "files/wjx-screen-only.txt",
    ]
    assert [*wjx_form.files(of(edition, "gb", asking))] == []


def of(edition: Edition, country: str, asking: tuple[Form, ...]) -> Edition:
    shop = edition.playbook.shop.model_copy(update={"country": country})
    return replace(edition, playbook=edition.playbook.model_copy(update={"shop": shop, "forms": asking}))
