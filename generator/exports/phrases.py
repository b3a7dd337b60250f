"""The replies as phrases to keep where staff type: what always belongs to a reply as one, each condition as one more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.design.sounds import sound
from generator.edition import Edition
from generator.outlines.sendable import lacking
from generator.playbook.model.scripts import Script
from generator.set_text import parts_of

Part = tuple[str, str]
"""The id of a blank and what stands in its place; no id for plain words."""
LETTERS = 6
"""So many letters of a shortcut come from the title."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTER = re.compile(r"[a-z]")


@dataclass(frozen=True)
class Phrase:
    """Words to send, and by what they are called up."""

    code: str
    """The shortcut: letters, then two figures. Of Chinese, the first letters of its Pinyin."""
    group: str
    """The moment of a sale."""
    title: str
    when: str
    """The condition; empty for what always belongs to the reply."""
    parts: tuple[Part, ...]
    unset: bool = False
    """Whether it states a figure the shop has not set yet."""

    @property
    def text(self) -> str:
        return "".join(said for _, said in self.parts)


def phrases(edition: Edition) -> tuple[Phrase, ...]:
    """Every phrase of a playbook in one language, each with a shortcut of its own."""
    given: dict[str, int] = {}
    return tuple(each for script in edition.playbook.scripts for each in _of(edition, script, given))


def in_chinese(there: tuple[Phrase, ...]) -> bool:
    """Whether the phrases are Chinese: some systems are for that alone."""
    return sum(bool(_HAN.search(each.text)) for each in there) * 2 > len(there)


def _of(edition: Edition, script: Script, given: dict[str, int]) -> Iterator[Phrase]:
    group, title = edition.labels.stages[script.stage], str(script.title)
    letters = _letters(title) or _letters(script.id)
    lines = [*zip(script.reply, map(bool, lacking(edition, script)), strict=True)]
    always = [(_parts(line.say), lacks) for line, lacks in lines if not line.only_if]
    whole = tuple(
        part for at, (line, _) in enumerate(always) for part in (*([("", "\n")] if at else []), *line)
    )
    told = [("", whole, any(lacks for _, lacks in always))] if whole else []
    told += [(str(line.only_if), _parts(line.say), lacks) for line, lacks in lines if line.only_if]
    for when, parts, unset in told:
        given[letters] = given.get(letters, 0) + 1
        # Two figures always: one program takes the shorter shortcut as soon as it is typed.
        yield Phrase(f"{letters}{given[letters]:02}", group, title, when, parts, unset)


def _parts(text: str) -> tuple[Part, ...]:
    return tuple((part.name if part.kind == "blank" else "", part.text) for part in parts_of(text))


def _letters(text: str) -> str:
    if _HAN.search(text):
        first = "".join(sound(character)[1] for character in _HAN.findall(text))
    else:
        first = "".join(word[:2] for word in re.findall(r"[a-z]+", text.lower()))
    return "".join(_LETTER.findall(first))[:LETTERS]
