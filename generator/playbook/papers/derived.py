"""Questions made from what the playbook says: those that are sound, and of these the ones that are asked.

They are made of texts of the playbook, named by where they stand, so that they follow when one of them changes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator

from generator.playbook.languages import LANGUAGES
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.questions import Multi, Single
from generator.playbook.model.record import items_of
from generator.playbook.model.text import Text
from generator.playbook.papers.making import LONGEST, LONGEST_STEM, Derived, Place
from generator.playbook.papers.pool import graded, practised
from generator.playbook.papers.ways import WRONG, Ways, named


def candidates(playbook: Playbook, about: Container[str] | None = None) -> Iterator[Derived]:
    """Every question that can be made, in the order of the playbook; each item is asked about in several ways.

    `about` holds ids of items, where only what is asked about these is wanted.
    """
    ways, sound = Ways(playbook), _Sound(playbook)
    for chapter, items in ways.items.items():
        for item in items.values():
            if item.core and (about is None or item.id in about):
                yield from filter(sound.holds, ways.of(chapter, item))


def derived(playbook: Playbook) -> tuple[Derived, ...]:
    """Those that are asked: as many of each item as it lacks for practice, without refused ones, with pinned ones.

    A question of the author's with the same id stands in its place.
    """
    if not _last or _last[0][0] is not playbook:
        _last[:] = [(playbook, tuple(_asked_for(playbook)))]
    return _last[0][1]


_last: list[tuple[Playbook, tuple[Derived, ...]]] = []
"""The playbook that was asked about last, and what was made of it: pages, exports and the look for answers each ask."""


def _asked_for(playbook: Playbook) -> Iterator[Derived]:
    training = playbook.training
    if training is None or training.derived is None:
        return
    wanted = training.derived
    asked = Counter(source for question in practised(training) for source in set(question.source))
    written = {question.id for question in training.questions}
    for each in candidates(playbook):
        if each.id in written or each.id in wanted.refuse:
            continue
        if each.id in wanted.pin or asked[each.source] < wanted.each:
            asked[each.source] += 1
            yield each


class _Sound:
    """What a question must be, in every language of the playbook."""

    def __init__(self, playbook: Playbook) -> None:
        self.items = items_of(playbook)
        self.facts = {fact.id for fact in playbook.facts}
        self.languages = playbook.about.languages
        self.kept = tuple(_graded(playbook))

    def holds(self, it: Derived) -> bool:
        """Whether the options differ, are options and no paragraphs, and leave nothing to be filled in."""
        if len(it.wrong) < WRONG or not all(map(self._there, (it.about, it.right, *it.wrong))):
            return False
        options = [place.of(self.items) for place in (it.right, *it.wrong)]
        about = it.about.of(self.items)
        for language in self.languages:
            said = [_in(text, language) for text in options]
            told_apart = {plain(text) for text in said}
            if len(told_apart) < len(said):
                return False
            if max(map(len, said)) > LONGEST[LANGUAGES[language].script]:
                return False
            if any(those <= told_apart for those in self.kept):
                return False
            # What is asked must not say the answer.
            if it.way != "figure" and plain(said[0]) in plain(_in(about, language)):
                return False
            if not _sounds(it, _in(about, language), said, LANGUAGES[language].script):
                return False
        blanks = {name for text in (about, *options) for name in named(text)} - self.facts
        return not blanks

    def _there(self, place: Place) -> bool:
        """Whether there is such an item: a name may be mistyped."""
        return place.id in self.items.get(place.chapter, {})


def _sounds(it: Derived, about: str, said: list[str], script: str) -> bool:
    """Whether it can be read aloud: found by reading them all in two languages, and refused since.

    What is asked about is no paragraph. A heading such as “Beyond your limit: handing over” names no situation somebody
    meets, and a remark in brackets behind a sentence says which one is not sent.
    """
    if len(about) > LONGEST_STEM[script]:
        return False
    if it.way in ("never", "send"):
        return not re.search("[:：]", about) and not any(re.search("[(（]", option) for option in said)
    return it.way != "find" or not _begins_alike(plain(about), plain(said[0]), script)


def _begins_alike(asked: str, right: str, script: str) -> bool:
    """Whether a customer's words begin as the heading of the script does: then it can be found by looking."""
    least = 4 if script == "han" else 12
    return len(asked) >= least and right.startswith(asked[:least])


def _graded(playbook: Playbook) -> Iterator[frozenset[str]]:
    """The options of each question on a paper, in each language: they must not be seen together before it is sat."""
    training = playbook.training
    on_paper = graded(training) if training else frozenset()
    for question in training.questions if training else ():
        if question.id in on_paper and isinstance(question, Single | Multi):
            for language in playbook.about.languages:
                yield frozenset(plain(_in(option.text, language)) for option in question.options)


def plain(text: str) -> str:
    """What two texts are told apart by: letters and figures alone."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _in(text: Text, language: str) -> str:
    return text.in_(language) if text.speaks(language) else text
