"""A text for 问卷星 read back by the rules its maker publishes (wjxcom/wjx-ai-kit: the question line, the letter of an option)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

QUESTION = re.compile(r"^(\d+)\.\s*(.+?)\s*\[([^\]]+)\](\s*（选填）)?\s*$")
LETTER = re.compile(r"^[A-Za-z][.．、)）]\s*|^[A-Za-z]\s+(?=\S)")
KNOWN = {"单选题", "多选题", "填空题", "简答题", "量表题", "段落说明"}


@dataclass
class Question:
    title: str
    kind: str
    required: bool
    options: list[str] = field(default_factory=list)


@dataclass
class Survey:
    title: str
    about: list[str]
    questions: list[Question]


def read(text: str) -> Survey:
    """A title, what follows it, and the questions; a line that is nothing of these fails."""
    lines = [line.strip() for line in text.split("\n")]
    questions: list[Question] = []
    about: list[str] = []
    ended = True
    for line in lines[1:]:
        found = QUESTION.match(line)
        if found:
            assert ended, f"a question without an empty line before it: {line}"
            assert int(found[1]) == len(questions) + 1
            assert found[3] in KNOWN
            questions.append(Question(found[2], found[3], not found[4]))
        elif line and not questions:
            about.append(line)
        elif line:
            assert not ended, f"a line that belongs to nothing: {line}"
            questions[-1].options.append(LETTER.sub("", line))
        ended = not line
    return Survey(lines[0], about, questions)
