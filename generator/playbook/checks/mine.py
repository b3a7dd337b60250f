"""What a playbook still has from its starter: how much, and words of the sample's trade in what was confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.playbook.checks.index import Check, Known
from generator.playbook.confirmed import confirmed, counted
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import walk
from generator.playbook.model.text import Text
from generator.playbook.problems import Problem


def what_is_still_the_samples_is_counted(playbook: Playbook, known: Known) -> Iterator[Problem]:
    """One hint with all chapters, not one for each item."""
    chapters = counted(playbook)
    left = [f"{each.name} {len(each.left)}" for each in chapters if each.left]
    if left and not known.lacks("about.mine"):
        of = sum(each.of for each in chapters)
        mine = of - sum(len(each.left) for each in chapters)
        details = {"count": str(mine), "of": str(of), "left": ", ".join(left)}
        yield Problem("still-sample", ("about", "began"), details)


def no_word_of_the_sample_is_left_in_what_is_mine(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    words = {said for text in playbook.about.sample_words for said in text.said.values() if said}
    there = tuple(confirmed(playbook))
    if not words or not there:
        return
    found = re.compile("|".join(map(_as_a_word, sorted(words, key=len, reverse=True))), re.IGNORECASE)
    for start, item in there:
        for route, value in walk(item, start):
            if isinstance(value, Text):
                for said in value.said.values():
                    if word := found.search(said):
                        yield Problem("sample-word", route, {"word": word[0], "name": item.id})
                        break


def _as_a_word(word: str) -> str:
    """English words are looked for as words, in the plural too: “parcels”, but not “Lin” in “line”."""
    return rf"\b{re.escape(word)}(?:s|es)?\b" if word.isascii() else re.escape(word)


CHECKS: tuple[Check, ...] = (
    what_is_still_the_samples_is_counted,
    no_word_of_the_sample_is_left_in_what_is_mine,
)
