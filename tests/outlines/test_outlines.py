"""What a form or a paper is does not hang on the language it is said in, nor on what it is written on."""

from __future__ import annotations

from generator.edition import editions
from generator.outlines.outlined import outline
from generator.outlines.papers import papers
from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.playbook.papers.answer_keys import LETTERS
from tests.conftest import ROOT


def of(name: str) -> Playbook:
    found = load(ROOT / "tests" / "playbooks" / name).playbook
    assert found is not None
    return found


def test_a_paper_has_the_same_order_and_key_in_every_language() -> None:
    zh, en = (list(papers(edition)) for edition in editions(of("quiz.yaml")))
    assert [(q.id, q.order, q.key) for each in zh for q in each.questions] == [
        (q.id, q.order, q.key) for each in en for q in each.questions
    ]
    assert {each.id for each in zh} == {"counter-a", "counter-b", "counter-c", "short-a"}


def test_the_letters_of_the_key_follow_from_ids_and_order() -> None:
    zh, _ = editions(of("quiz.yaml"))
    seen = 0
    for paper in papers(zh):
        for asked, placed in zip(paper.questions, paper.variant.questions, strict=True):
            if asked.kind in ("single", "multi", "match"):
                letters = [LETTERS[asked.order.index(name)] for name in asked.key]
                said = placed.partners if asked.kind == "match" else placed.letters
                assert "".join(letters if asked.kind == "match" else sorted(letters)) == said
                seen += 1
    assert seen > 20


def test_a_form_names_its_fields_once_in_their_order_and_says_how_a_date_is_reckoned() -> None:
    zh, en = (outline(edition, edition.playbook.forms[0]) for edition in editions(of("paper-forms.yaml")))
    assert zh.number is not None
    assert zh.number.id == "case_no"
    assert [field.id for field in zh.fields] == [field.id for field in en.fields]
    assert [field.id for field in zh.fields][:3] == ["case_no", "name", "phone"]
    (follow,) = (field.rule for field in en.fields if field.id == "follow_on")
    assert follow is not None
    assert (follow.start, follow.amount, follow.unit) == ("bought_on", 3, "day")
    assert [(step.number, step.owner) for step in zh.sections[1].steps] == [(n, "店主") for n in range(1, 5)]
