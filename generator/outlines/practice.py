"""What people may ask themselves: the author's questions that stand on no paper, and those made from the playbook."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edition import Edition, once
from generator.outlines.asked import Asked, asked
from generator.outlines.derived import made
from generator.playbook.papers.pool import practised
from generator.playbook.papers.variants import Placed, alone

SELF_CHECK = "selfcheck"
"""What the order of options in the self-check hangs on, where a paper has its own id."""


@once
def practice(edition: Edition) -> Iterator[Asked]:
    """The questions of the self-check: the author's in the order of the playbook, then those made from it."""
    training, written = edition.playbook.training, edition.written.training
    if training is None or written is None:
        return
    said = {question.id: question for question in training.questions}
    for question in practised(written):
        order = alone(written, SELF_CHECK, question, edition.written.facts).order
        yield asked(edition, Placed(said[question.id], order))
    yield from made(edition)


def practises(edition: Edition, use: str) -> bool:
    """Whether a question of the self-check has this use; sooner told than which."""
    written = edition.written.training
    return written is not None and (
        any(use in question.use for question in practised(written))
        or any(use in each.use for each in made(edition))
    )
