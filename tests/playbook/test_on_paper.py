"""What a pen meets on the shipped sheets: one way to name an order, room for who did it, and nothing said too late; what
must be known is asked anew when a paper is sat again, and one figure says who has passed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.edition import edition
from generator.outlines.papers import papers
from generator.playbook.load import load
from generator.playbook.model.forms import Form
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.text import Text
from tests.conftest import ROOT

ORDER = (
    re.compile(r"(?:订单|单号|包裹)号?后([一二三四五六七八]|\d)位"),
    re.compile(r"(?:order|parcel|case or order)\W+\(?last (\w+)", re.IGNORECASE),
)
"""By how many figures an order or a parcel is known."""
WHO = re.compile(r"^(谁|谁.{1,2}的|.{0,2}核对|配货)$")
"""A column that takes the initials of a person."""
INITIALS = 4
"""Characters by hand, 24 mm: two in a hurry, or two letters; 18 mm was too narrow."""
NEARLY = re.compile(r"快用完|快见底|nearly (?:used up|out)|running (?:low|out)|runs low", re.IGNORECASE)


@pytest.fixture(scope="module")
def shop() -> Playbook:
    playbook = load(ROOT / "playbook.yaml").playbook
    assert playbook is not None
    return playbook


def labels(form: Form) -> Iterator[str]:
    for section in form.sections:
        for field in (*section.fields, *(section.repeat.columns if section.repeat else ())):
            yield from field.label.said.values()


def figures(texts: Iterator[str]) -> set[str]:
    return {str(found[1]) for text in texts for way in ORDER for found in way.finditer(text)}


def test_an_order_is_known_by_as_many_figures_on_every_sheet(shop: Playbook) -> None:
    assert figures(text for form in shop.forms for text in labels(form)) == {"六", "six"}
    assert figures(iter(["订单后四位", "Parcel (last five)"])) == {"四", "five"}, "what is planted is found"


def narrow(form: Form) -> list[str]:
    columns = [column for section in form.sections if section.repeat for column in section.repeat.columns]
    return [
        f"{form.id}.{column.id}"
        for column in columns
        if column.kind == "text"
        and WHO.match(column.label.in_("zh"))
        and (column.width or INITIALS) < INITIALS
    ]


def test_a_column_for_initials_is_24_mm_wide(shop: Playbook) -> None:
    assert [found for form in shop.forms for found in narrow(form)] == []
    record = next(form for form in shop.forms if form.id == "stop-list")
    (section,) = record.sections
    assert section.repeat is not None
    slim = tuple(
        column.model_copy(update={"width": 3}) if column.id == "entered_by" else column
        for column in section.repeat.columns
    )
    repeat = section.repeat.model_copy(update={"columns": slim})
    planted = record.model_copy(update={"sections": (section.model_copy(update={"repeat": repeat}),)})
    assert narrow(planted) == ["stop-list.entered_by"]


def too_late(playbook: Playbook) -> list[str]:
    """Contacts that call a thing nearly used up on a day on which every pack has been used up."""
    days = {fact.id: float(fact.value) * SPANS[fact.unit] for fact in playbook.facts if fact.unit in SPANS}
    longest = max(days[product.lasts] for product in playbook.products if product.lasts)
    assert playbook.follow_ups is not None
    scripts = {script.id: script for script in playbook.scripts}
    found = []
    for contact in playbook.follow_ups.contacts:
        script = scripts.get(contact.script or "")
        said = [contact.name, *contact.asks]
        said += [script.title, *(line.say for line in script.reply)] if script else []
        late = days.get(contact.due.plus, 0) > longest
        if late and any(NEARLY.search(text) for each in said for text in each.said.values()):
            found.append(contact.id)
    return found


SPANS = {"day": 1, "week": 7, "month": 30}


def test_nothing_is_nearly_used_up_when_it_was_used_up_days_ago(shop: Playbook) -> None:
    assert too_late(shop) == []
    assert shop.follow_ups is not None
    third = next(each for each in shop.follow_ups.contacts if each.id == "third")
    planted = third.model_copy(update={"name": Text({"zh": "快用完了"})})
    chapter = shop.follow_ups.model_copy(update={"contacts": (planted,)})
    assert too_late(shop.model_copy(update={"follow_ups": chapter})) == ["third"]


def asked_once(playbook: Playbook) -> list[str]:
    """Questions that must be right and have no like on the paper that is sat again."""
    assert playbook.training is not None
    questions = {question.id: question for question in playbook.training.questions if question.critical}
    papers = {paper.id: paper for paper in playbook.training.papers}
    paper = papers["core"]
    assert paper.resit is not None
    again = [questions[each] for each in papers[paper.resit.paper or ""].questions if each in questions]
    found = []
    for each in (questions[name] for name in paper.questions if name in questions):
        about = {source for source in each.source if not source.startswith("products.")}
        # What no other is about is of the same kind at least: a review, data of a customer.
        like = [
            other for other in again if about & set(other.source) or other.topic == each.topic != "complaint"
        ]
        if not like:
            found.append(each.id)
    return found


def test_what_must_be_known_is_asked_anew_on_the_second_paper(shop: Playbook) -> None:
    assert asked_once(shop) == []
    assert shop.training is not None
    papers = tuple(
        paper.model_copy(update={"questions": tuple(each for each in paper.questions if each != "q-feeding")})
        for paper in shop.training.papers
    )
    planted = shop.training.model_copy(update={"papers": papers})
    assert asked_once(shop.model_copy(update={"training": planted})) == ["q-pregnant"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_paper_prints_one_figure_to_pass_with(shop: Playbook, language: str) -> None:
    it = edition(shop, language)
    for paper in papers(it):
        marks, rules = paper.marks, " ".join(paper.head.rules)
        assert marks.oral, paper.id
        named = {marks.passed, *marks.oral, marks.failed}
        printed = {float(figure) for figure in re.findall(r"\d+(?:\.\d)?", rules)}
        assert named <= printed, paper.id
        assert marks.mark in named or marks.mark not in printed, paper.id
        assert it.fact(paper.paper.pass_mark.percent) not in rules, paper.id
