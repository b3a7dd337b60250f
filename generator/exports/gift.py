"""GIFT, the plain text that Moodle and others read: one question after another, with an empty line between them.

The rules are those of Moodle's own reader (question/format/gift/format.php): what it would misread in silence is
escaped or not written at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from generator.exports.target import Quiz, Target
from generator.outlines.asked import Asked

_SPECIAL = re.compile(r"[\\#=~{}:]")
_FORMAT = re.compile(r"\[(html|markdown|plain|moodle)\]")
ARROW = "->"
"""What stands between a thing and its partner; nothing can escape it."""


def written(text: str) -> str:
    """A text of the playbook as GIFT has it: everything that means something there escaped, on one line."""
    escaped = _SPECIAL.sub(lambda found: "\\" + found[0], text)
    return escaped.replace("\n", "\\n")


def _refuses(question: Asked) -> str:
    """Without a plug-in Moodle makes a short answer of an order, and says nothing."""
    if question.kind == "order":
        return "no_order"
    if question.kind == "cloze" and len(question.gaps) > 1:
        return "several_gaps"
    ahead = (*(left for left, _ in question.pairs), *(each for gap in question.gaps for each in gap))
    return "arrow" if any(ARROW in text for text in ahead) else ""


def _write(quiz: Quiz) -> bytes:
    head = f"// {quiz.title}\n\n$CATEGORY: $course$/top/{_category(quiz.name)}\n"
    blocks = [head, *(_block(question) for question in TARGET.taken(quiz))]
    return "\n".join(blocks).encode()


def _category(title: str) -> str:
    # A slash would begin a category below it; Moodle writes two for one that is meant.
    return title.replace("/", "//").replace("\n", " ")


def _block(question: Asked) -> str:
    """A question. `[plain]` tells the reader that a text is text, whatever stands in it."""
    answers = "\n".join(f"\t{line}" for line in _answers(question))
    braces = f"{{\n{answers}\n}}" if answers else "{}"
    before, *after = question.stem if question.kind == "cloze" else (question.text,)
    behind = f" {written(after[0].strip())}" if after and after[0].strip() else ""
    return f"// [id:{question.id}] [tag:{question.topic}]\n::{question.id}::[plain]{written(before.strip())}{braces}{behind}\n"


def _part(text: str) -> str:
    """A text that stands alone: its first bracket is no name of a format."""
    return ("[plain]" if _FORMAT.match(text) else "") + written(text)


def _answers(question: Asked) -> Iterator[str]:
    yield from _WAYS[question.kind](question)
    if said := _afterwards(question):
        yield f"####{_part(said)}"


def _chosen(question: Asked) -> Iterator[str]:
    for option in question.options:
        # A text that begins with a percentage would be read as its share.
        share = f"%{100 * option.right}%" if option.text.startswith("%") else ""
        yield ("=" if option.right else "~") + share + _with(option.text, option.why)


def _several(question: Asked) -> Iterator[str]:
    for option, share in zip(question.options, question.shares, strict=True):
        yield f"~%{share}%" + _with(option.text, option.why)


def _held(question: Asked) -> Iterator[str]:
    why = _part(question.model)
    yield f"{'TRUE' if question.options[0].right else 'FALSE'}#{why}#{why}"


def _filled(question: Asked) -> Iterator[str]:
    return (f"=%100%{_part(each)}" for each in question.gaps[0])


def _reckoned(question: Asked) -> Iterator[str]:
    yield f"#={question.figure:g}:{question.tolerance:g}"


def _matched(question: Asked) -> Iterator[str]:
    for left, right in (*question.pairs, *(("", each) for each in question.left_over)):
        yield f"={_part(left)} {ARROW} {_part(right)}"


def _told(_question: Asked) -> Iterator[str]:
    return iter(())


_WAYS: Mapping[str, Callable[[Asked], Iterator[str]]] = {
    "single": _chosen,
    "multi": _several,
    "truefalse": _held,
    "cloze": _filled,
    "number": _reckoned,
    "match": _matched,
    "open": _told,
}


def _with(text: str, why: str) -> str:
    return _part(text) + (f"#{_part(why)}" if why else "")


def _afterwards(question: Asked) -> str:
    lines = [*question.looked_for, question.model if question.kind == "open" else "", question.feedback]
    return "\n".join(filter(None, lines))


TARGET = Target("gift", "gift.txt", _refuses, _write)
