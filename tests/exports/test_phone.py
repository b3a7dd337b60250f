"""The page of every form asks what the form asks: labels, order, options, marks and scales are those of its outline."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.exports import phone
from generator.outlines.form import Field
from generator.outlines.on_screen import on_screen
from generator.outlines.outlined import outline
from tests.exports.forms import EVERY_KIND, EVERYWHERE, asked, every_kind, forms, tortured
from tests.exports.read_phone import Asked, Page

TYPES = {
    "text": "text",
    "long": "textarea",
    "day": "date",
    "time": "time",
    "number": "text",
    "choice": "radio",
    "several": "checkbox",
    "score": "radio",
    "yes": "checkbox",
}


@pytest.mark.parametrize("playbook", EVERYWHERE)
def test_a_page_asks_what_its_form_asks(playbook: Path) -> None:
    for edition, form in forms(playbook):
        html = phone.page(edition, form)
        ours = [edition.labels.phone.steps, *(contact for contact, _ in form.consents)]
        page = Page(html)
        there = [each for each in page.asked if each.label not in ours]
        assert page.title == form.title
        assert [each.label for each in there] == [str(field.label) for field in asked(form)], form.id
        for question, field in zip(there, asked(form), strict=True):
            assert question.star == field.star
            assert answered(question) == expected(field), (form.id, field.id)


def answered(question: Asked) -> tuple[bool, list[str], list[str]]:
    return question.required, question.options, question.inputs


def expected(field: Field) -> tuple[bool, list[str], list[str]]:
    options = [str(option.label) for option in field.options]
    match field.kind.excel:
        case "none":
            return False, [], []
        case "choice":
            return field.required, options, ["radio"] * len(options)
        case "several":
            return False, options, ["checkbox"] * len(options)
        case "score":
            return field.required, [], ["radio"] * 5
        case _ if field.rule:
            return False, [], ["output"]
        case kind:
            return field.required, [], ["tel" if field.kind.keys == "tel" else TYPES[kind]]


def test_a_page_needs_nothing_else_and_says_so_itself() -> None:
    for edition, form in forms(EVERY_KIND):
        html = phone.page(edition, form)
        assert re.findall(r"(?:src|href|action)=", html) == []
        assert "default-src 'none'" in html
        assert len(html.encode()) < 60_000


def test_what_the_shop_fills_in_is_not_asked_of_a_customer() -> None:
    edition, _ = every_kind()
    form = edition.item("forms", "every-kind").model_copy(update={"audience": "customer"})
    assert [part.id for part in on_screen(outline(edition, form)).sections] == ["one", "two"]


def test_any_label_is_the_text_it_is() -> None:
    edition, form = every_kind()
    hard = tortured(form)
    page = Page(phone.page(edition, hard))
    there = [each.label for each in page.asked if each.label != edition.labels.phone.steps]
    assert there == [field.label for field in asked(hard)]
    assert page.title == hard.title
