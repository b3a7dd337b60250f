"""A shop's own words for ours: each names a label there is, and takes in what that label takes in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.labels import own_label
from generator.labels.own import fits
from generator.playbook.model.playbook import Playbook
from generator.playbook.problems import Problem, suggested


def own_words_fit(playbook: Playbook) -> Iterator[Problem]:
    language = playbook.about.languages[0]
    there = own_label(language)
    for at, word in enumerate(playbook.words):
        label = there.get(word.label)
        if label is None:
            details = {"name": word.label} | suggested(word.label, list(there))
            yield Problem("word-unknown", ("words", at, "label"), details)
            continue
        for spoken, said in word.say.said.items():
            of_that = own_label(spoken or language)[word.label]
            if not fits(said, of_that):
                route = ("words", at, "say", *((spoken,) if spoken else ()))
                yield Problem("word-blanks", route, {"name": word.label, "label": of_that})
