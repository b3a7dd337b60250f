"""What a marker needs of each question of a variant: the right answer as printed, how it is marked, where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from generator.edition import Edition
from generator.outlines.cloze import CIRCLED, answer_of, gaps
from generator.outlines.counted import counted
from generator.outlines.papers import PaperOutline, rows, title_of
from generator.playbook.model.questions import (
    Cloze,
    Gap,
    Match,
    Multi,
    Number,
    Open,
    Order,
    Question,
    Single,
    TrueFalse,
)
from generator.playbook.papers.answer_keys import LETTERS
from generator.playbook.papers.gaps import takes_a_bare_figure
from generator.playbook.papers.variants import Placed
from generator.set_text import joined

LEAST = 0.0001
"""A smaller share is said to be below that."""


@dataclass(frozen=True)
class Answer:
    """What the marker sees of a question."""

    number: int
    star: bool
    answer: tuple[str, ...]
    short: bool
    """Whether the answer is letters or figures, to be read at a glance."""
    right: tuple[tuple[str, str], ...]
    """The right options in words, each with what makes it right."""
    wrong: tuple[tuple[str, str], ...]
    """The letters of the wrong options, each with why it is wrong: for the talk afterwards."""
    rule: str
    ticks: tuple[tuple[str, str], ...]
    """What brings points one by one, and how many."""
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    points: int


def answers(edition: Edition, paper: PaperOutline) -> Iterator[Answer]:
    for number, placed in enumerate(paper.variant.questions, 1):
        question = placed.question
        yield Answer(
            number=number,
            star=paper.stars and question.critical,
            answer=_answer(edition, placed),
            short=isinstance(question, (Single, Multi, TrueFalse, Match, Order)),
            right=tuple(_right_options(edition, placed)),
            wrong=tuple(_wrong_options(placed)),
            rule=_rule(edition, question),
            ticks=tuple(_ticks(edition, question)),
            notes=tuple(_notes(edition, placed)),
            sources=tuple(_sources(edition, question)),
            points=question.points,
        )


def by_chance(edition: Edition, paper: PaperOutline) -> tuple[str, str]:
    """What a trainer should know of luck: how often guessing passes, and how often knowing does not."""
    words, it = edition.labels.paper.key, paper.chances
    share = partial(_share, edition)
    return (
        words.by_guessing.format(passed=share(it.guessed), oral=share(it.guessed_oral)),
        words.by_slips.format(failed=share(it.failed), oral=share(it.failed_oral)),
    )


def _share(edition: Edition, share: float) -> str:
    """A share in percent, with as many figures as it takes to see one."""
    if share == 0:
        return "0%"
    if share < LEAST:
        return str(edition.labels.paper.key.below.format(f"{LEAST:.2%}"))
    return f"{share:.1%}" if share < 0.1 else f"{share:.0%}"


def _answer(edition: Edition, placed: Placed) -> tuple[str, ...]:
    words = edition.labels.paper
    match placed.question:
        case Single() | Multi():
            return (" ".join(placed.letters),)
        case TrueFalse(answer=answer):
            return (words.holds if answer else words.fails,)
        case Cloze() as question:
            return tuple(_after(mark, answer_of(edition, gap)) for mark, gap in gaps(question))
        case Number(fact=fact):
            return (edition.fact(fact),)
        case Match():
            return tuple(f"{mark} {letter}" for mark, letter in zip(CIRCLED, placed.partners, strict=False))
        case Order():
            return (" ".join(map(str, placed.numbers)),)
        case _:
            return (words.key.rubric,)


def _rule(edition: Edition, question: Question) -> str:
    """How points are given, with this question's figures; nothing where it goes without saying."""
    words = edition.labels.paper
    points = question.points
    figures = {
        "points": counted(edition, words.points, points),
        "half": counted(edition, words.points, points / 2),
    }
    match question:
        case Multi(options=options):
            right = sum(option.right for option in options)
            # +1/right a right tick, -1/wrong a wrong one, but never more than -1/2: “false2” of R/exams.
            figures["plus"] = f"{round(points / right, 2):g}"
            figures["minus"] = f"{round(points / max(len(options) - right, 2), 2):g}"
        case Order(items=items):
            figures["each"] = f"{round(points / len(items), 2):g}"
        case Cloze() | Match():
            pass
        case _:
            return ""
    return str(getattr(words.key.scoring, question.scoring).format(**figures))


def _ticks(edition: Edition, question: Question) -> Iterator[tuple[str, str]]:
    words = edition.labels.paper
    match question:
        case Open(rubric=rubric):
            for each in rubric:
                yield each.text, counted(edition, words.points, each.points)
        case Order(scoring="adjacent_pairs", items=items):
            said = [item.text or title_of(edition, item.step) for item in items]
            for before, after in pairwise(said):
                yield joined(" → ", (before, after)), ""
        case _:
            return


def _notes(edition: Edition, placed: Placed) -> Iterator[str]:
    """What helps to judge an answer and to talk about it."""
    words = edition.labels.paper.key
    match placed.question:
        case TrueFalse(why=why):
            yield why
        case Cloze() as question:
            for mark, gap in gaps(question):
                if forms := other_forms(edition, question, gap):
                    yield _after(mark, words.also.format(edition.labels.list_join.join(forms)))
        case Order():
            yield words.from_top
        case Number(tolerance=tolerance) if tolerance:
            yield words.within.format(f"{tolerance:g}")
        case Open(model_answer=model):
            yield edition.labels.colon.join((words.model, model))
    if placed.question.feedback:
        yield placed.question.feedback


def _right_options(edition: Edition, placed: Placed) -> Iterator[tuple[str, str]]:
    match placed.question:
        case Single(options=options) | Multi(options=options):
            for (letter, text), at in zip(rows(edition, placed), placed.order, strict=True):
                if options[at].right:
                    yield _after(letter, text), options[at].why or ""
        case _:
            return


def _wrong_options(placed: Placed) -> Iterator[tuple[str, str]]:
    match placed.question:
        case Single(options=options) | Multi(options=options):
            for letter, at in zip(LETTERS, placed.order, strict=False):
                if not options[at].right and options[at].why:
                    yield letter, str(options[at].why)
        case _:
            return


def _after(mark: str, text: str) -> str:
    """The text behind its mark or letter, if it has one."""
    return joined(" ", filter(None, (mark, text)))


def other_forms(edition: Edition, question: Cloze, gap: Gap) -> tuple[str, ...]:
    """What else is right in a gap; the bare figure where its unit is printed beside it."""
    figure = str(edition.value(gap.fact)) if gap.fact else ""
    bare = [figure] if takes_a_bare_figure(question.stem, gap, answer_of(edition, gap), figure) else []
    return tuple(each for each in dict.fromkeys([*bare, *gap.accept]) if each != answer_of(edition, gap))


def _sources(edition: Edition, question: Question) -> Iterator[str]:
    """What is asked about, in words: the chapter and what it says there."""
    chapters: dict[str, list[str]] = {}
    for reference in question.source:
        titles = chapters.setdefault(reference.partition(".")[0], [])
        titles += filter(None, [title_of(edition, reference)])
    for chapter, titles in chapters.items():
        name = edition.labels.paper.key.chapters[chapter]
        yield edition.labels.colon.join(filter(None, [name, edition.labels.paper.key.sources.join(titles)]))
