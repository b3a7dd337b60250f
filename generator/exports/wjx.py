"""JSONL for the exams of 问卷星 (wjx.cn): a line about the exam, then a line for each question.

The kinds and names of fields are those of the maker's own kit (wjxcom/wjx-ai-kit, create_survey_by_json).
"""

from __future__ import annotations

import json
from typing import Any

from generator.exports.target import Quiz, Target
from generator.outlines.asked import Asked
from generator.playbook.papers.answer_keys import LETTERS

EXAM = 6
"""The kind of survey that is an exam."""
_REFUSED = {"order": "no_order", "match": "no_match"}


def _write(quiz: Quiz) -> bytes:
    about = {
        "qtype": "问卷基础信息",
        "title": quiz.title,
        "introduction": "\n".join(quiz.about),
        "atype": EXAM,
    }
    rows: list[dict[str, Any]] = [about, {"qtype": "单项填空", "title": quiz.words.name}]
    rows += (_row(question) for question in TARGET.taken(quiz))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def _row(question: Asked) -> dict[str, Any]:
    row: dict[str, Any] = {"title": question.text}
    points = str(question.points)
    match question.kind:
        case "single" | "multi":
            row["qtype"] = "考试单选" if question.kind == "single" else "考试多选"
            row["select"] = [option.text for option in question.options]
            row["correctselect"] = [LETTERS[place] for place in question.right]
        case "truefalse":
            row["qtype"] = "考试判断"
            row["select"] = [option.text for option in question.options]
            row["correctselect"] = [question.options[place].text for place in question.right]
        case "cloze" if len(question.gaps) > 1:
            row["qtype"] = "考试多项填空"
            row["title"] = "{_}".join(question.stem)
            each = _shared(question)
            row["answerlists"] = [
                {"correctselect": [*accepted], "quizscore": score, "include": True}
                for accepted, score in zip(question.gaps, each, strict=True)
            ]
        case "cloze" | "number":
            row["qtype"] = "考试单项填空"
            row["correctselect"] = [*question.gaps[0]]
        case _:
            row["qtype"] = "考试简答"
    if "answerlists" not in row:
        row["quizscore"] = points
    if said := _explained(question):
        row["answeranalysis"] = said
    return row


def _shared(question: Asked) -> list[str]:
    """The points of the gaps; where they do not divide, the first ones bring more."""
    each, more = divmod(question.points, len(question.gaps))
    return [str(each + (place < more)) for place in range(len(question.gaps))]


def _explained(question: Asked) -> str:
    wrong = [option.why for option in question.options if not option.right and option.why]
    said = [*question.looked_for, question.model, question.feedback]
    if question.kind in ("single", "multi"):
        said += wrong
    return "\n".join(filter(None, said))


def _refuses(question: Asked) -> str:
    return _REFUSED.get(question.kind, "")


TARGET = Target("wjx", "wjx.jsonl", _refuses, _write)
