"""The marking aid: a page for the trainer where a person's letters become points, themes, a result and a line to keep.

It holds every key, so it is the trainer's alone; nothing typed into it leaves it or stays in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from generator.design.single_page import COPYING, single_page
from generator.edition import Edition
from generator.outlines.answers import Answer, answers
from generator.outlines.papers import PaperOutline, papers
from generator.output import OutputFile
from generator.playbook.model.questions import Match, Multi, Order, Question, Single, TrueFalse
from generator.playbook.papers.marking import FAILS, HOLDS
from generator.playbook.papers.variants import Placed

HERE = Path(__file__).parent


def files(edition: Edition) -> Iterator[OutputFile]:
    """One page for all papers; none for a shop without papers."""
    training = edition.playbook.training
    if training and training.papers:
        yield OutputFile(
            id="marking",
            of="training",
            kind="export",
            language=edition.language,
            title=edition.labels.exports.marking.title,
            path=f"{edition.folder}marking.html",
            audience="trainer",
            content=partial(_whole, edition),
            route=("training", "papers"),
            page="training.html",
        )


def _whole(edition: Edition) -> bytes:
    return page(edition, papers(edition))


def page(edition: Edition, there: tuple[PaperOutline, ...]) -> bytes:
    """The page that marks these variants. It loads nothing, runs its own script and says so itself."""
    known = {"papers": [_paper(edition, each) for each in there], "words": _words(edition)}
    data = json.dumps(known, ensure_ascii=False)
    # As JSON in the page no text can end the element it stands in.
    safe = data.replace("<", "\\u003c")
    view = {"words": edition.labels.exports.marking, "papers": there, "data": Markup(safe)}
    scripts = [path.read_text("utf-8") for path in (COPYING, HERE / "marking.js")]
    return single_page(edition, "marking.html", view, style="marking.css", scripts=scripts).encode()


def _words(edition: Edition) -> dict[str, str]:
    words, key = edition.labels.exports.marking.model_dump(), edition.labels.paper.key
    return words | {"passed": key.passed, "oral": key.oral, "failed": key.resit}


def _paper(edition: Edition, outline: PaperOutline) -> dict[str, Any]:
    limits, head = outline.marks, outline.head
    rows = zip(outline.variant.questions, answers(edition, outline), strict=True)
    return {
        "id": outline.id,
        "name": f"{head.title} · {head.variant} · {edition.playbook.about.version}",
        "full": limits.full,
        "passed": limits.passed,
        "failed": limits.failed,
        "slips": outline.slips,
        "questions": [_question(edition, placed, answer) for placed, answer in rows],
    }


def _question(edition: Edition, placed: Placed, answer: Answer) -> dict[str, Any]:
    question = placed.question
    return {
        "number": answer.number,
        "star": answer.star,
        "kind": question.type if _has_letters(question) else "given",
        "points": question.points,
        "scoring": question.scoring,
        "theme": edition.labels.topics[question.topic],
        "right": _right(placed),
        "options": len(question.options) if isinstance(question, Multi) else 0,
        "answer": " ".join(answer.answer),
        "why": dict(answer.wrong),
        "notes": [" ".join(each) for each in answer.right] + [str(note) for note in answer.notes],
        "source": " · ".join(answer.sources),
    }


def _has_letters(question: Question) -> bool:
    return isinstance(question, (Single, Multi, TrueFalse, Match, Order))


def _right(placed: Placed) -> str:
    match placed.question:
        case TrueFalse(answer=holds):
            return HOLDS if holds else FAILS
        case Order():
            return "".join(map(str, placed.numbers))
        case _:
            return placed.letters or placed.partners
