"""The page of a form shows how it looks filled in: what is written, in words, and that it is an example."""

from __future__ import annotations

import re
from functools import cache

import pytest

from generator.edition import Edition, edition
from generator.handbook.form_example import Shown, example
from generator.outlines.outlined import outline
from generator.playbook.load import load
from generator.playbook.model.forms import FilledIn, Form
from generator.playbook.model.text import Text
from tests.conftest import ROOT

CORE_SHOWN = {
    "customer-record", "stop-list", "data-request", "complaint-sheet", "reaction-record", "shift-handover",
}  # fmt: skip


@cache
def shop(path: str, language: str) -> Edition:
    read = load(ROOT / path).playbook
    assert read is not None
    return edition(read, language)


def said(number: str, parts: tuple[Shown, ...]) -> dict[str, str]:
    cells = {field.id: words for part in parts for field, words in part.fields}
    for part in parts:
        for row, line in enumerate(part.rows, 1):
            cells |= {
                f"{field.id}/{row}": words for field, words in zip(part.columns, line, strict=True) if words
            }
    return cells | ({"number": number} if number else {})


def text(words: str) -> Text:
    return Text({"": words})


def test_it_says_each_place_in_words_and_leaves_out_what_is_blank() -> None:
    it = shop("tests/playbooks/paper-forms.yaml", "zh")
    form: Form = it.item("forms", "every-kind")
    form = form.model_copy(
        update={
            "example": (
                FilledIn(field="case_no", said=text("1120-1")),
                FilledIn(field="bought_on", said=text("2026-11-27")),
                FilledIn(field="price", said=text("12.50")),
                FilledIn(field="way", chosen=("other",), said=text("邻居转告")),
                FilledIn(field="proof", chosen=("photo", "receipt")),
                FilledIn(field="score", said=text("4")),
                FilledIn(field="told"),
                FilledIn(field="item", row=2, said=text("本子")),
                FilledIn(field="state", row=2, chosen=("good",)),
            )
        }
    )
    number, parts = example(it, form, outline(it, form))
    assert said(number, parts) == {
        "number": "1120-1",
        "bought_on": "2026-11-27",
        "price": "12.50 元",
        "follow_on": "2026-11-30",
        "answer_on": "2026-11-28",
        "way": "其他：邻居转告",
        "proof": "照片、小票",
        "score": "4",
        "told": "✓",
        "item/1": "本子",
        "state/1": "好",
    }
    assert [part.title for part in parts] == ["登记", "明细"]
    assert example(it, blank(form), outline(it, form)) == ("", ())


def blank(form: Form) -> Form:
    return form.model_copy(update={"example": ()})


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_core_form_of_the_shop_has_one(language: str) -> None:
    it = shop("playbook.yaml", language)
    core = {form.id for form in it.playbook.forms if form.core}
    assert core == CORE_SHOWN
    for form in it.playbook.forms:
        if form.core:
            shown = said(*example(it, form, outline(it, form)))
            assert len(shown) >= 8, form.id
            assert language == "zh" or not re.search("[\u4e00-\u9fff]", " ".join(shown.values())), form.id
