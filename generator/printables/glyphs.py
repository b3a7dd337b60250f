"""Characters that no print font has, at the lines of the playbook that put them on a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.design.type import missing
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route, walk
from generator.playbook.model.text import Text
from generator.playbook.problems import Problem
from generator.printables.sheet import SetSheet, words_of


def without_glyph(page: SetSheet, playbook: Playbook) -> Iterator[Problem]:
    """The lines of the playbook that put a character on a sheet which the print fonts do not have."""
    for character in sorted(missing(f"{page.stamp.text} {words_of(page.html)}")):
        details = {"character": character, "code": f"U+{ord(character):04X}"}
        said = [place for text in page.texts for part, place in text.written if character in part.text]
        for route in said or _values_with(character, playbook):
            yield Problem("no-glyph", route, details)


def _values_with(character: str, playbook: Playbook) -> Iterator[Route]:
    """Where it stands in what is no text, such as a version."""
    for route, value in walk(playbook):
        if isinstance(value, str) and not isinstance(value, Text) and character in value:
            yield route
