"""A plain text that many exam tools let one paste: stem, A. B. C., the answer, the explanation."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.target import Quiz, Target
from generator.outlines.asked import Asked
from generator.outlines.counted import counted
from generator.playbook.papers.answer_keys import LETTERS

_REFUSED = {"order": "no_order", "match": "no_match"}
SEVERAL, NEXT_GAP = ";", "|"
"""Between answers that all count, and between the answers of two gaps."""


def _write(quiz: Quiz) -> bytes:
    blocks = (
        "\n".join(_lines(quiz, number, question)) for number, question in enumerate(TARGET.taken(quiz), 1)
    )
    return ("\n\n".join((quiz.title, *blocks)) + "\n").encode()


def _lines(quiz: Quiz, number: int, question: Asked) -> Iterator[str]:
    words, paper = quiz.words, quiz.edition.labels.paper
    points = counted(quiz.edition, paper.points, question.points)
    yield f"{number}. {_flat(question.text)} [{getattr(paper.kinds, question.kind)}] ({points})"
    for letter, option in zip(LETTERS, question.options, strict=False):
        yield f"{letter}. {_flat(option.text)}"
    yield words.answer.format(_answer(question))
    explained = [question.model if question.kind == "truefalse" else "", *_wrong(question), question.feedback]
    if any(explained):
        yield words.explained.format(_flat(" ".join(filter(None, explained))))


def _answer(question: Asked) -> str:
    if question.options:
        return "".join(LETTERS[place] for place in question.right)
    if question.gaps:
        return NEXT_GAP.join(SEVERAL.join(accepted) for accepted in question.gaps)
    return _flat(question.model)


def _wrong(question: Asked) -> list[str]:
    choices = question.options if question.kind in ("single", "multi") else ()
    return [
        f"{LETTERS[place]}: {option.why}"
        for place, option in enumerate(choices)
        if option.why and not option.right
    ]


def _flat(text: str) -> str:
    """On one line: the next line would be an option."""
    return " ".join(text.split("\n"))


def _refuses(question: Asked) -> str:
    return _REFUSED.get(question.kind, "")


TARGET = Target("text", "txt", _refuses, _write)
