"""Replies: what is copied of one at once can be read at a glance on a telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.playbook.checks.index import Check, Known
from generator.playbook.languages import LANGUAGES
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.text import Text, fill
from generator.playbook.phrases import Phrases
from generator.playbook.problems import Problem

MOST_CHARACTERS, MOST_WORDS = 60, 40
"""As much as one message holds, in Chinese and in languages with spaces."""
_SIGNS = re.compile(r"[\W_]+")
"""What is neither a letter nor a figure."""


def a_reply_is_one_message(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for index, script in enumerate(playbook.scripts):
        always = [line.say for line in script.reply if line.only_if is None]
        for language in playbook.about.languages if script.kind == "chat" else ():
            han = LANGUAGES[language].han
            count = sum(_size(said, han) for said in _said(playbook, language, always))
            most = MOST_CHARACTERS if han else MOST_WORDS
            if count > most:
                size = {"count": str(count), "most": str(most)}
                details = {"name": script.id, "language": f"in-{language}"} | size
                yield Problem("reply-too-long", ("scripts", index, "reply"), details, at_key=True)
                break


def what_is_never_said_is_not_sent(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    """Word for word, and more than a word or two: what one script forbids no script sends."""
    forbidden = {
        (language, told): {"name": script.id, "text": said}
        for script in playbook.scripts
        for never in script.never
        for language, said in never.text.said.items()
        if _is_a_sentence(told := _bare(said), language)
    }
    phrases = Phrases(told for _, told in forbidden)
    for index, script in enumerate(playbook.scripts):
        for number, line in enumerate(script.reply):
            for language, said in line.say.said.items():
                for told in sorted(phrases.within(_bare(said))):
                    if details := forbidden.get((language, told)):
                        yield Problem("never-is-sent", ("scripts", index, "reply", number, "say"), details)


def _is_a_sentence(told: str, language: str) -> bool:
    han = LANGUAGES[language].han if language else any(sign > "\u2e7f" for sign in told)
    return len(told) >= (5 if han else 12)


def _bare(said: str) -> str:
    return _SIGNS.sub("", said.casefold())


def _said(playbook: Playbook, language: str, texts: list[Text]) -> Iterator[str]:
    facts = {fact.id: fact.say.in_(language) for fact in playbook.facts if fact.say.speaks(language)}
    filled = _filled(language)
    for text in texts:
        if text.speaks(language):
            yield fill(text.in_(language), lambda name: facts.get(name, filled))


def _filled(language: str) -> str:
    """What stands for a name, a time or a product nobody has filled in yet: as long as most of them."""
    return "某某某" if LANGUAGES[language].han else "some name"


def _size(said: str, han: bool) -> int:
    return len(re.sub(r"\s", "", said)) if han else len(said.split())


CHECKS: tuple[Check, ...] = (a_reply_is_one_message, what_is_never_said_is_not_sent)
