"""The gaps of a sentence: the stretches between them, and lines wide enough for a pen."""

from __future__ import annotations

import math
from dataclasses import dataclass

from generator.edition import Edition
from generator.playbook.model.questions import Cloze, Gap, Question
from generator.set_text import parts_of

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
"""Marks for gaps and pairs, where there are several."""
HAN_MM, DIGIT_MM, LETTER_MM = 6.0, 5.0, 3.0
"""What a character takes when written by hand."""
ROOM = 1.25
"""Nobody writes as close as that, and a line must not tell how long its answer is."""
LEAST, MOST, STEP = 25, 120, 5
"""Widths of a line, in mm."""
_FIRST_HAN = "\u2e80"


@dataclass(frozen=True)
class Piece:
    """A stretch of a stem, and the gap that follows it."""

    text: str
    mark: str = ""
    gap: int = 0
    """In mm; 0 where no gap follows."""


def pieces(edition: Edition, question: Question) -> tuple[Piece, ...]:
    """A stem cut up at its gaps; one piece if it has none."""
    if not isinstance(question, Cloze):
        return (Piece(question.stem),)
    marked = {gap.id: mark for mark, gap in gaps(question)}
    wide = _line(edition, question)
    found, start, at = [], 0, 0
    for part in parts_of(question.stem):
        if part.kind == "gap" and part.name in marked:
            found.append(Piece(question.stem[start:at], marked[part.name], wide))
            start = at + len(part.text)
        at += len(part.text)
    return (*found, Piece(question.stem[start:]))


def gaps(question: Cloze) -> tuple[tuple[str, Gap], ...]:
    """The gaps in the order they come in this language, each with its mark; a single one has none."""
    printed = [part.name for part in parts_of(question.stem) if part.kind == "gap"]
    found = sorted(question.gaps, key=lambda gap: printed.index(gap.id) if gap.id in printed else -1)
    return tuple((CIRCLED[place] if len(found) > 1 else "", gap) for place, gap in enumerate(found))


def answer_of(edition: Edition, gap: Gap) -> str:
    return edition.fact(gap.fact) if gap.fact else str(gap.answer)


def _line(edition: Edition, question: Cloze) -> int:
    """One width for all gaps of a question, for its longest answer."""
    answers = [text for gap in question.gaps for text in (answer_of(edition, gap), *gap.accept)]
    needed = max(sum(map(_written, answer)) for answer in answers) * ROOM
    return min(max(math.ceil(needed / STEP) * STEP, LEAST), MOST)


def _written(character: str) -> float:
    return HAN_MM if character >= _FIRST_HAN else DIGIT_MM if character.isdigit() else LETTER_MM
