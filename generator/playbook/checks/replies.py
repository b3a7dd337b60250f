"""Replies: what is copied of one at once can be read at a glance on a telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.playbook.checks.index import Check, Known
from generator.playbook.languages import LANGUAGES
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.text import Text, fill
from generator.playbook.problems import Problem

MOST_CHARACTERS, MOST_WORDS = 60, 40
"""As much as one message holds, in Chinese and in languages with spaces."""


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
    sent = [
        (
            ("scripts", index, "reply", number, "say"),
            {lang: _bare(said) for lang, said in line.say.said.items()},
        )
        for index, script in enumerate(playbook.scripts)
        for number, line in enumerate(script.reply)
    ]
    for script in playbook.scripts:
        for never in script.never:
            for language, said in never.text.said.items():
                told = _bare(said)
                han = LANGUAGES[language].han if language else any(sign > "\u2e7f" for sign in told)
                for where, lines in sent if len(told) >= (5 if han else 12) else ():
                    if told in lines.get(language, ""):
                        yield Problem("never-is-sent", where, {"name": script.id, "text": said})


def _bare(said: str) -> str:
    return "".join(sign for sign in said.casefold() if sign.isalnum())


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
