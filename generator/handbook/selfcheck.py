"""The self-check: questions that say at once whether an answer is right, and why. None of them stands on a paper."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby

from generator.handbook.book import Book
from generator.outlines.asked import Asked, plain
from generator.outlines.practice import practice
from generator.output import Page

PAGE = "self-check.html"


def pages(book: Book) -> Iterator[Page]:
    questions = tuple(practice(book.edition))
    if not questions:
        return
    topics = list(book.edition.labels.topics)
    questions = tuple(sorted(questions, key=lambda each: topics.index(each.topic)))
    training = book.edition.playbook.training
    yield book.page(
        PAGE,
        book.words.selfcheck.title,
        "selfcheck.html",
        section=(book.words.nav.training,) if training and training.guide else (),
        weight=0,  # A question holds customers' words with wrong answers beside them.
        topics=[(topic, list(those)) for topic, those in groupby(questions, lambda each: each.topic)],
        accepted=accepted,
    )


def accepted(question: Asked, gap: int) -> str:
    """What counts in a gap, as the page compares it."""
    return json.dumps(sorted({plain(each) for each in question.gaps[gap]}), ensure_ascii=False)
