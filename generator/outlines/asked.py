"""A question together with its answer: for whatever asks it and says at once whether the answer is right."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.edition import Edition
from generator.outlines.answers import other_forms
from generator.outlines.cloze import answer_of, gaps, pieces
from generator.outlines.papers import title_of
from generator.playbook.model.questions import (
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Order,
    Question,
    Single,
    TrueFalse,
    Use,
)
from generator.playbook.papers.variants import Placed


@dataclass(frozen=True)
class Option:
    """Something to choose, and what is said to whoever chose it."""

    text: str
    right: bool
    why: str


@dataclass(frozen=True)
class Asked:
    """A question as people see it, with what is right."""

    id: str
    kind: str
    topic: str
    points: int
    stem: tuple[str, ...]
    """The stretches of the stem; between two of them stands a gap."""
    options: tuple[Option, ...] = ()
    """Of a choice, in the order to show them; of a sentence, that it holds and that it does not."""
    gaps: tuple[tuple[str, ...], ...] = ()
    """For each gap, and for a figure that is asked for, every answer that counts, the best first."""
    figure: float | None = None
    """The bare figure that is asked for."""
    tolerance: float = 0
    """How far off a figure still counts."""
    pairs: tuple[tuple[str, str], ...] = ()
    """What is matched, each with its partner."""
    partners: tuple[str, ...] = ()
    """All partners, and those too many, in the order to show them."""
    items: tuple[str, ...] = ()
    """Things to put in order, in the right order."""
    shown: tuple[int, ...] = ()
    """At each place of the list as it is shown, the item's place in the right order."""
    looked_for: tuple[str, ...] = ()
    """What an answer in one's own words should say."""
    model: str = ""
    """An answer that gets all points; of a sentence, the right one."""
    feedback: str = ""
    use: tuple[Use, ...] = ()
    """Where it may be asked."""
    sources: tuple[str, ...] = ()
    """What it asks about, as `chapter.id` or a whole chapter."""

    @property
    def text(self) -> str:
        """The stem in one piece, a gap as a line."""
        return "____".join(self.stem)

    @property
    def shares(self) -> tuple[str, ...]:
        """What each option of several right ones brings, in percent, as Moodle's list of shares has it."""
        right = len(self.right)
        wrong = len(self.options) - right
        each = (100 / right if option.right else -100 / wrong for option in self.options)
        return tuple(f"{share:.5f}".rstrip("0").rstrip(".") for share in each)

    @property
    def left_over(self) -> tuple[str, ...]:
        """Partners that belong to nothing."""
        taken = [partner for _, partner in self.pairs]
        return tuple(each for each in self.partners if each not in taken)

    @property
    def right(self) -> tuple[int, ...]:
        """The places of the right options."""
        return tuple(place for place, option in enumerate(self.options) if option.right)


def asked(edition: Edition, placed: Placed) -> Asked:
    """A question of any kind that can be written, its parts in the order they are placed in."""
    question = placed.question
    return Asked(
        id=question.id,
        kind=question.type,
        topic=question.topic,
        points=question.points,
        stem=tuple(piece.text for piece in pieces(edition, question)),
        options=tuple(_options(edition, placed)),
        gaps=_gaps(edition, question),
        figure=float(edition.value(question.fact)) if isinstance(question, Number) else None,
        tolerance=question.tolerance if isinstance(question, Number) else 0,
        pairs=_pairs(question),
        partners=_partners(placed),
        items=_items(edition, question),
        shown=placed.order if isinstance(question, Order) else (),
        looked_for=tuple(mark.text for mark in question.rubric) if isinstance(question, Open) else (),
        model=_model(question),
        feedback=question.feedback or "",
        use=question.use,
        sources=question.source,
    )


def plain(answer: str) -> str:
    """What an answer is compared by: width, capitals and spaces do not tell two apart."""
    return "".join(unicodedata.normalize("NFKC", answer).split()).casefold()


def _options(edition: Edition, placed: Placed) -> Iterator[Option]:
    match placed.question:
        case Single(options=options) | Multi(options=options):
            for at in placed.order:
                yield Option(options[at].text, options[at].right, options[at].why or "")
        case TrueFalse(answer=answer, why=why):
            words = edition.labels.paper
            yield Option(words.holds, answer, why)
            yield Option(words.fails, not answer, why)
        case _:
            return


def _gaps(edition: Edition, question: Question) -> tuple[tuple[str, ...], ...]:
    match question:
        case Cloze():
            return tuple(
                (answer_of(edition, gap), *other_forms(edition, question, gap)) for _, gap in gaps(question)
            )
        case Number(fact=fact):
            return ((edition.fact(fact), f"{float(edition.value(fact)):g}"),)
        case _:
            return ()


def _pairs(question: Question) -> tuple[tuple[str, str], ...]:
    if not isinstance(question, Match):
        return ()
    partners = {each.partner: each.text for each in question.right if each.partner}
    return tuple((each.text, partners[each.id]) for each in question.left)


def _partners(placed: Placed) -> tuple[str, ...]:
    match placed.question:
        case Match(right=right):
            return tuple(right[at].text for at in placed.order)
        case _:
            return ()


def _items(edition: Edition, question: Question) -> tuple[str, ...]:
    match question:
        case Order(items=items):
            return tuple(item.text or title_of(edition, item.step) for item in items)
        case _:
            return ()


def _model(question: Question) -> str:
    match question:
        case Open(model_answer=model):
            return model
        case TrueFalse(why=why):
            return why
        case _:
            return ""
