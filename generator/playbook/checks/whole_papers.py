"""A paper as a whole: no key that can be guessed, no answer that stands in another question, little left to chance.

`tests/question_rules.yaml` has the rules these come from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.playbook.checks.index import Check, Known
from generator.playbook.checks.papers import can_be_written, papers
from generator.playbook.checks.questions import bare, sayings
from generator.playbook.model.complaints import RedFlag
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.questions import Cloze, Multi, Number, Question, RolePlay, Single, TrueFalse
from generator.playbook.model.record import Route, items_of
from generator.playbook.model.shop import Fact
from generator.playbook.model.text import Text
from generator.playbook.model.training import Paper, Training
from generator.playbook.papers.answer_keys import fair, faults
from generator.playbook.papers.variants import Variant, questions_of, variants
from generator.playbook.problems import Problem

FEW = 5
"""A paper of fewer questions has no shares worth speaking of."""
LONGEST_SHARE = 1 / 2
"""Of the single choices the right option is the longest in no more than this; by chance it is a third."""
TRUE_FALSE_SHARE = 1 / 4
"""More sentences that hold or not, and half the paper is guessed."""
TRUE_SHARE = (0.4, 0.6)
"""So many of them hold, where there are enough to tell."""
RECALL_SHARE = 1 / 2
ANSWER = 5
"""An answer of fewer signs stands in another question by chance."""
CRITERIA = range(5, 11)
STARS = range(1, 4)


def _asked(playbook: Playbook, known: Known) -> Iterator[tuple[Route, Paper, list[Question]]]:
    """Each paper with its questions, as it lists or draws them; none where one cannot stand on it.

    Nor where a question could not be read: another one would be drawn in its place.
    """
    if known.lacks("training.questions"):
        return
    for route, paper, there in papers(playbook):
        if playbook.training and paper.blueprint and not paper.questions:
            yield route, paper, [*questions_of(playbook.training, paper)]
            continue
        listed = [there[name] for name in paper.questions if name in there and can_be_written(there[name])]
        if listed and len(listed) == len(set(paper.questions)) == len(paper.questions):
            yield route, paper, listed


def _listed(route: Route, paper: Paper, number: int) -> Route:
    return (*route, "questions", number) if paper.questions else (*route, "blueprint")


def the_longest_is_not_the_right_one(playbook: Playbook, known: Known) -> Iterator[Problem]:
    for route, paper, asked in _asked(playbook, known):
        ones = [it for it in asked if isinstance(it, Single) and sum(each.right for each in it.options) == 1]
        for language, said in zip(playbook.about.languages, sayings(playbook), strict=True):
            many = sum(
                len(said(next(each.text for each in it.options if each.right)))
                > max(len(said(each.text)) for each in it.options if not each.right)
                for it in ones
            )
            if len(ones) > FEW and many > len(ones) * LONGEST_SHARE:
                details = {
                    "name": paper.id,
                    "count": str(many),
                    "of": str(len(ones)),
                    "language": f"in-{language}",
                }
                yield Problem("paper-longest", route, details)


def the_right_figure_is_not_always_in_the_middle(playbook: Playbook, known: Known) -> Iterator[Problem]:
    for route, paper, variant in _laid_out(playbook, known):
        places = [
            placed.letters
            for placed in variant.questions
            if isinstance(placed.question, Single) and placed.question.shuffle == "numeric"
        ]
        if len(places) > 2 and len({*places}) == 1 and variant.letter == paper.variants[0]:
            details = {"name": paper.id, "letter": places[0], "count": str(len(places))}
            yield Problem("paper-one-place", route, details)


def no_key_can_be_guessed(playbook: Playbook, known: Known) -> Iterator[Problem]:
    """Letters are spread by themselves; where too many options may not be shuffled they cannot be."""
    for route, paper, variant in _laid_out(playbook, known):
        ones = [placed for placed in variant.questions if isinstance(placed.question, Single)]
        key = "".join(placed.letters for placed in ones)
        if faults(key, fair(len(placed.order) for placed in ones)):
            yield Problem(
                "paper-key-guessed", route, {"name": paper.id, "letter": variant.letter, "key": key}
            )


def _laid_out(playbook: Playbook, known: Known) -> Iterator[tuple[Route, Paper, Variant]]:
    training = playbook.training
    if training is None or known.lacks("training.questions"):
        return
    for route, paper, asked in _asked(playbook, known):
        # A wrong number of right options is told of where it stands.
        if all(sum(each.right for each in it.options) == 1 for it in asked if isinstance(it, Single)):
            yield from ((route, paper, each) for each in variants(training, paper, playbook.facts))


def no_answer_stands_in_another_question(playbook: Playbook, known: Known) -> Iterator[Problem]:
    facts = {fact.id: fact for fact in playbook.facts}
    all_said = [*sayings(playbook)]
    stems: dict[str, list[str]] = {}
    answers: dict[str, list[set[str]]] = {}
    for route, paper, asked in _asked(playbook, known):
        for each in asked:
            if each.id not in stems:
                least = ANSWER if isinstance(each, (Single, Multi)) else 2
                there = [*_answers(each, facts)]
                stems[each.id] = [bare(said(each.stem)) for said in all_said]
                told = [{bare(said(answer)) for answer in there} for said in all_said]
                answers[each.id] = [{one for one in those if len(one) >= least} for those in told]
        for number, other in enumerate(asked):
            for question in asked:
                if question is not other and _stands_in(answers[question.id], stems[other.id]):
                    details = {"name": other.id, "other": question.id}
                    yield Problem("paper-tells", _listed(route, paper, number), details)


def _stands_in(answers: list[set[str]], stems: list[str]) -> bool:
    """Whether one of the answers stands in what is asked, in any language; both are listed language by language."""
    return any(answer in stem for told, stem in zip(answers, stems, strict=True) for answer in told)


def _answers(question: Question, facts: Mapping[str, Fact]) -> Iterator[Text]:
    match question:
        case Single(options=options) | Multi(options=options):
            yield from (each.text for each in options if each.right)
        case Cloze(gaps=gaps):
            for gap in gaps:
                if gap.fact and gap.fact in facts:
                    yield facts[gap.fact].say
                elif gap.answer:
                    yield gap.answer
        case Number(fact=fact) if fact in facts:
            yield facts[fact].say
        case _:
            return


def few_sentences_hold_or_not(playbook: Playbook, known: Known) -> Iterator[Problem]:
    for route, paper, asked in _asked(playbook, known):
        sentences = [it for it in asked if isinstance(it, TrueFalse)]
        details = {"name": paper.id, "count": str(len(sentences)), "of": str(len(asked))}
        if len(asked) >= FEW and len(sentences) > len(asked) * TRUE_FALSE_SHARE:
            yield Problem("paper-true-false", route, details)
        hold = sum(it.answer for it in sentences)
        low, high = TRUE_SHARE
        if len(sentences) >= FEW and not low <= hold / len(sentences) <= high:
            share = {"name": paper.id, "count": str(hold), "of": str(len(sentences))}
            yield Problem("paper-true-share", route, share)


def a_star_counts(playbook: Playbook, known: Known) -> Iterator[Problem]:
    for route, paper, asked in _asked(playbook, known):
        for number, question in enumerate(asked if paper.pass_mark.critical == "none" else ()):
            if question.critical:
                details = {"name": question.id}
                yield Problem("paper-star-idle", _listed(route, paper, number), details)


def a_paper_asks_for_more_than_words(playbook: Playbook, known: Known) -> Iterator[Problem]:
    for route, paper, asked in _asked(playbook, known):
        recall = sum(question.level == "recall" for question in asked)
        if len(asked) >= FEW and recall > len(asked) * RECALL_SHARE:
            details = {"name": paper.id, "count": str(recall), "of": str(len(asked))}
            yield Problem("paper-recall", route, details)


def as_much_is_watched_as_can_be(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    """Five to ten things, one to three of them starred; where somebody may be hurt each thing is, and there are more."""
    dangers = {
        f"complaints.{it.id}"
        for it in items_of(playbook).get("complaints", {}).values()
        if isinstance(it, RedFlag)
    }
    training: Training | None = playbook.training
    for at, play in enumerate(training.questions if training else ()):
        if not isinstance(play, RolePlay) or play.status != "live" or dangers & {*play.source}:
            continue
        where = ("training", "questions", at, "criteria")
        if (count := len(play.criteria)) not in CRITERIA:
            details = {"name": play.id, "count": str(count)}
            yield Problem("play-criteria", where, details, at_key=True)
        if (stars := sum(criterion.critical for criterion in play.criteria)) not in STARS:
            details = {"name": play.id, "count": str(stars)}
            yield Problem("play-stars", where, details, at_key=True)


CHECKS: tuple[Check, ...] = (
    the_longest_is_not_the_right_one,
    the_right_figure_is_not_always_in_the_middle,
    no_key_can_be_guessed,
    no_answer_stands_in_another_question,
    few_sentences_hold_or_not,
    a_star_counts,
    a_paper_asks_for_more_than_words,
    as_much_is_watched_as_can_be,
)
