"""A paper as it is, whatever it is written on: the questions of each variant in their order, and when it is passed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.edition import Edition, once
from generator.labels.papers import KindWords
from generator.outlines.cloze import CIRCLED, Piece, pieces
from generator.outlines.counted import counted
from generator.outlines.names import called
from generator.playbook.model.questions import Match, Multi, Open, Order, Question, Single
from generator.playbook.model.record import Route
from generator.playbook.model.training import Paper
from generator.playbook.papers.answer_keys import LETTERS
from generator.playbook.papers.chances import Chances, chances
from generator.playbook.papers.grading import Marks, marks
from generator.playbook.papers.variants import Placed, Variant, variants


@dataclass(frozen=True)
class Head:
    """What stands at the top of a paper, and of its key."""

    title: str
    letter: str
    variant: str
    figures: tuple[str, ...]
    """Questions, minutes, points."""
    rules: tuple[str, ...]
    """When it is passed."""
    full: str


@dataclass(frozen=True)
class QuestionOutline:
    """A question as it is asked on a variant."""

    id: str
    number: int
    star: bool
    kind: str
    stem: tuple[Piece, ...]
    rule: str
    """How it is marked, where questions of its kind differ in that."""
    points: str
    rows: tuple[tuple[str, str], ...] = ()
    """Options, partners or items in printed order, each with its letter."""
    left: tuple[tuple[str, str], ...] = ()
    """What partners are looked for, each with its mark."""
    lines: int = 0
    """Lines to write on."""
    order: tuple[str, ...] = ()
    """The ids of options, partners or items as they stand in `rows`."""
    key: tuple[str, ...] = ()
    """What is right, by ids: the right options, the partner of each thing on the left, the items in their order."""


@dataclass(frozen=True)
class Outcome:
    """A result: when it is reached, and what follows."""

    name: str
    when: str
    then: str = ""


@dataclass(frozen=True)
class PaperOutline:
    """A variant of a paper: what is asked on it, in which order, and when it is passed."""

    route: Route
    paper: Paper
    variant: Variant
    head: Head
    marks: Marks
    stars: bool
    """Whether there are questions that must be right."""
    slips: int
    """So many of those may be wrong and are asked about aloud."""
    chances: Chances
    """How likely chance decides it."""
    outcomes: tuple[Outcome, ...]
    """Where the points lead, from the best down; they stand on the paper as on its key."""
    questions: tuple[QuestionOutline, ...]
    how: tuple[tuple[str, str], ...]
    """For each kind of question that occurs, its name and how it is answered and marked."""

    @property
    def id(self) -> str:
        return f"{self.paper.id}-{self.variant.letter.lower()}"


@once
def papers(edition: Edition) -> Iterator[PaperOutline]:
    """Every variant of every paper, and where the paper stands in the playbook."""
    training, written = edition.playbook.training, edition.written.training
    if training is None or written is None:
        return
    questions = {question.id: question for question in training.questions}
    for index, (paper, authors) in enumerate(zip(training.papers, written.papers, strict=True)):
        # The order is the paper's, not the language's: it is found before anything is said.
        for variant in variants(written, authors, edition.written.facts):
            placed = (Placed(questions[each.question.id], each.order) for each in variant.questions)
            yield _outline(
                edition, ("training", "papers", index), paper, Variant(variant.letter, tuple(placed))
            )


def _outline(edition: Edition, route: Route, paper: Paper, variant: Variant) -> PaperOutline:
    limits, stars = _marks(edition, paper, variant), _stars(paper, variant)
    slips = int(stars and paper.pass_mark.critical == "one_slip")
    outcomes = tuple(_outcomes(edition, paper, limits, stars, slips))
    return PaperOutline(
        route=route,
        paper=paper,
        variant=variant,
        head=_head(edition, paper, variant, outcomes),
        marks=limits,
        stars=stars,
        slips=slips,
        chances=chances((each.question for each in variant.questions), limits, stars=stars, slips=slips),
        outcomes=outcomes,
        questions=tuple(_asked(edition, paper, variant)),
        how=tuple(_how(edition, variant)),
    )


def _head(edition: Edition, paper: Paper, variant: Variant, outcomes: Iterable[Outcome]) -> Head:
    words, limits = edition.labels.paper, _marks(edition, paper, variant)
    figures = (
        counted(edition, words.questions, len(variant.questions)),
        counted(edition, words.minutes, paper.minutes),
        words.full.format(counted(edition, words.points, limits.full)),
    )
    percent, needed = edition.fact(paper.pass_mark.percent), counted(edition, words.points, limits.mark)
    # One figure to pass with: beside a band to be asked aloud the bare mark would be another.
    rules = [] if limits.oral else [words.mark.format(percent=percent, points=needed)]
    rules += (words.band.format(name=each.name, when=each.when) for each in outcomes)
    name = words.variant.format(variant.letter)
    return Head(paper.title, variant.letter, name, figures, tuple(rules), f"{limits.full}")


def _marks(edition: Edition, paper: Paper, variant: Variant) -> Marks:
    percent = float(edition.value(paper.pass_mark.percent))
    return marks((placed.question for placed in variant.questions), percent, paper.pass_mark.borderline)


def _stars(paper: Paper, variant: Variant) -> bool:
    """Whether there are questions that must be right."""
    critical = any(placed.question.critical for placed in variant.questions)
    return paper.pass_mark.critical != "none" and critical


def _how(edition: Edition, variant: Variant) -> Iterator[tuple[str, str]]:
    """For each kind of question that occurs, its name and how it is answered and marked."""
    words = edition.labels.paper
    for kind in KindWords.model_fields:
        if any(placed.question.type == kind for placed in variant.questions):
            rules = _scorings(variant, kind)
            rule = getattr(words.scoring, rules.pop()) if len(rules) == 1 else ""
            answering = getattr(words.answering, kind)
            yield getattr(words.kinds, kind), words.sentences.format(answering, rule).strip()


def _scorings(variant: Variant, kind: str) -> set[str]:
    """The ways questions of a kind are marked on this paper; none where there is only one to think of."""
    marked: set[str] = {
        placed.question.scoring for placed in variant.questions if placed.question.type == kind
    }
    return marked if kind in ("multi", "cloze", "match", "order") else set()


def _asked(edition: Edition, paper: Paper, variant: Variant) -> Iterator[QuestionOutline]:
    words, starred = edition.labels.paper, _stars(paper, variant)
    for number, placed in enumerate(variant.questions, 1):
        question = placed.question
        differ = len(_scorings(variant, question.type)) > 1
        yield QuestionOutline(
            id=question.id,
            number=number,
            star=starred and question.critical,
            kind=question.type,
            stem=pieces(edition, question),
            rule=getattr(words.scoring, question.scoring) if differ else "",
            points=counted(edition, words.points, question.points),
            rows=rows(edition, placed),
            left=left(question),
            lines=question.lines if isinstance(question, Open) else 0,
            order=tuple(_parts(question)[at] for at in placed.order),
            key=tuple(_key(question)),
        )


def _parts(question: Question) -> tuple[str, ...]:
    """The ids of what is put in an order, as the author wrote it."""
    match question:
        case Single(options=parts) | Multi(options=parts) | Match(right=parts):
            return tuple(part.id for part in parts)
        case Order(items=items):
            return tuple(item.id for item in items)
        case _:
            return ()


def _key(question: Question) -> Iterator[str]:
    match question:
        case Single(options=options) | Multi(options=options):
            yield from (option.id for option in options if option.right)
        case Match(left=left, right=partners):
            of = {each.partner: each.id for each in partners if each.partner}
            yield from (of[each.id] for each in left)
        case Order(items=items):
            yield from (item.id for item in items)
        case _:
            return


def rows(edition: Edition, placed: Placed) -> tuple[tuple[str, str], ...]:
    """Options, partners or items in printed order, each with its letter; items have none."""
    match placed.question:
        case Single(options=parts) | Multi(options=parts) | Match(right=parts):
            return tuple((LETTERS[place], parts[at].text) for place, at in enumerate(placed.order))
        case Order(items=items):
            return tuple(("", items[at].text or title_of(edition, items[at].step)) for at in placed.order)
        case _:
            return ()


def left(question: Question) -> tuple[tuple[str, str], ...]:
    """What partners are looked for, as the author wrote it, each with its mark."""
    parts = question.left if isinstance(question, Match) else ()
    return tuple((CIRCLED[place], part.text) for place, part in enumerate(parts))


def title_of(edition: Edition, reference: str | None) -> str:
    """What an item is called; nothing for a whole chapter."""
    return called(edition, reference) if reference and "." in reference else ""


def _outcomes(edition: Edition, paper: Paper, limits: Marks, stars: bool, slips: int) -> Iterator[Outcome]:
    words = edition.labels.paper.key
    both, either = (words.and_stars, words.or_stars) if stars else ("{}", "{}")
    if slips:
        either = words.or_more_stars
    yield Outcome(words.passed, both.format(words.at_least.format(f"{limits.passed:g}")))
    if said := _oral(edition, limits, slips):
        yield Outcome(words.oral, said if slips else both.format(said))
    if limits.failed < 0 and not slips:  # Nobody has fewer points than none.
        return
    yield Outcome(
        words.resit,
        either.format(words.at_most.format(f"{limits.failed:g}")),
        words.then.join(_resit(edition, paper)),
    )


def _oral(edition: Edition, limits: Marks, slips: int) -> str:
    """What is settled aloud; nothing where the mark alone decides."""
    words = edition.labels.paper.key
    between = ""
    if limits.oral:
        low, high = limits.oral
        one = counted(edition, edition.labels.paper.points, low)
        between = words.from_to.format(low=f"{low:g}", high=f"{high:g}") if low < high else one
    if not slips:
        return between
    enough = words.at_least.format(f"{(limits.oral or (limits.passed, 0))[0]:g}")
    slip = words.one_slip.format(enough)
    return words.or_else.format(between, slip) if between else slip


def _resit(edition: Edition, paper: Paper) -> Iterator[str]:
    words, resit = edition.labels.paper.key, paper.resit
    if resit:
        yield words.later.format(edition.fact(resit.after))
        if resit.paper:
            yield words.other_paper.format(edition.item("training", resit.paper).title)
        elif resit.other_variant and len(paper.variants) > 1:
            yield words.other_variant
        yield counted(edition, words.times, resit.max)
