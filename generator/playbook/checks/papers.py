"""Papers: every question on them can be written, stands once, and gives no other away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.playbook.checks.index import Check, Known
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.questions import Observation, Question
from generator.playbook.model.record import Route
from generator.playbook.model.training import Paper
from generator.playbook.papers.derived import candidates
from generator.playbook.papers.grading import marks
from generator.playbook.papers.variants import fits
from generator.playbook.problems import Problem

Questions = Mapping[str, Question]


def papers(playbook: Playbook) -> Iterator[tuple[Route, Paper, Questions]]:
    """Each paper with its route, and all questions there are."""
    if playbook.training is not None:
        there = {question.id: question for question in playbook.training.questions}
        for index, paper in enumerate(playbook.training.papers):
            yield ("training", "papers", index), paper, there


def papers_list_questions_or_draw_them(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, paper, _ in papers(playbook):
        if bool(paper.questions) == bool(paper.blueprint):
            yield Problem("paper-questions", route, {"name": paper.id})


def papers_hold_whatcan_be_written(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, paper, there in papers(playbook):
        for number, name in enumerate(paper.questions):
            if name in there and not can_be_written(there[name]):
                yield Problem("paper-not-for-paper", (*route, "questions", number), {"name": name})


def questions_stand_once_on_a_paper(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, paper, _ in papers(playbook):
        for number, name in enumerate(paper.questions):
            if name in paper.questions[:number]:
                yield Problem("paper-twice", (*route, "questions", number), {"name": name})


def questions_give_no_other_away(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    """Said once for two questions, of the later one where each names the other."""
    for route, paper, there in papers(playbook):
        for number, name in enumerate(paper.questions):
            for other in there[name].keep_apart if name in there else ():
                mutual = other in there and name in there[other].keep_apart
                if other in (paper.questions[:number] if mutual else paper.questions):
                    details = {"name": name, "other": other}
                    yield Problem("paper-cue", (*route, "questions", number), details)


def there_are_enough_to_draw(playbook: Playbook, known: Known) -> Iterator[Problem]:
    for route, paper, there in papers(playbook):
        for number, draw in enumerate(() if known.lacks("training.questions") else paper.blueprint):
            fitting = sum(fits(draw, each) and can_be_written(each) for each in there.values())
            if fitting < draw.n:
                details = {"topic": draw.topic, "count": str(draw.n), "there": str(fitting)}
                yield Problem("paper-too-few", (*route, "blueprint", number), details)


def a_resit_is_as_long_as_the_paper(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    """The register counts both by one pass mark."""
    by_id = {paper.id: (paper, there) for _, paper, there in papers(playbook)}
    for route, paper, there in papers(playbook):
        other = by_id.get(paper.resit.paper or "") if paper.resit else None
        if other is None or not (paper.questions and other[0].questions):
            continue
        full, again = (
            sum(there[name].points for name in each.questions if name in there) for each in (paper, other[0])
        )
        if full != again:
            details = {"name": paper.id, "other": other[0].id, "points": str(full), "there": str(again)}
            yield Problem("paper-resit-points", (*route, "resit", "paper"), details)


def what_must_be_right_is_asked_anew_on_a_resit(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    """Of each starred question there is a like on the resit, if that is a paper of its own; else it is asked once for ever.

    A like is starred and about the same rule; what is sold is about too much for that. Where none is about the rule,
    one on the same topic will do, but for complaints, which are of many kinds.
    """
    by_id = {paper.id: paper for _, paper, _ in papers(playbook)}
    stand_in: set[str] = set()
    for route, paper, there in papers(playbook):
        other = by_id.get(paper.resit.paper or "") if paper.resit else None
        if other is None or paper.id in stand_in or paper.pass_mark.critical == "none":
            continue
        stand_in.add(other.id)
        again = [there[name] for name in other.questions if name in there and there[name].critical]
        for number, name in enumerate(paper.questions if other.questions else ()):
            if name in there and there[name].critical and not any(_like(there[name], each) for each in again):
                details = {"name": name, "other": other.id}
                yield Problem("paper-star-once", (*route, "questions", number), details)


def _like(one: Question, other: Question) -> bool:
    about = {source for source in one.source if not source.startswith("products.")}
    return bool(about & set(other.source)) or other.topic == one.topic != "complaint"


def somebody_can_fail(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    """A result nobody can get is not printed; here the author hears of it."""
    percents = {fact.id: fact.value for fact in playbook.facts if fact.unit == "percent"}
    for route, paper, there in papers(playbook):
        percent, borderline = percents.get(paper.pass_mark.percent), paper.pass_mark.borderline
        asked = [there[name] for name in paper.questions if name in there]
        if not isinstance(percent, (int, float)) or len(asked) < max(1, len(paper.questions)):
            continue
        limits = marks(asked, float(percent), borderline)
        if limits.failed < 0:
            details = {"name": paper.id, "points": f"{limits.mark:g}", "borderline": str(borderline)}
            yield Problem("paper-nobody-fails", (*route, "pass_mark"), details, at_key=True)


def what_is_said_of_derived_questions_is_about_one(playbook: Playbook, known: Known) -> Iterator[Problem]:
    wanted = playbook.training.derived if playbook.training else None
    if wanted is None or not (wanted.pin or wanted.refuse):
        return
    # The id of a question is the way it is asked, and the item it is about.
    about = {name.partition("-")[2] for name in (*wanted.pin, *wanted.refuse)}
    there = {each.id for each in candidates(playbook, about)}
    for field in ("pin", "refuse"):
        for number, name in enumerate(getattr(wanted, field)):
            if name not in there and name.partition("-")[2] not in known.left_out:
                yield Problem("derived-unknown", ("training", "derived", field, number), {"name": name})


def can_be_written(question: Question) -> bool:
    return question.status == "live" and "paper" in question.use and not isinstance(question, Observation)


CHECKS: tuple[Check, ...] = (
    papers_list_questions_or_draw_them,
    papers_hold_whatcan_be_written,
    questions_stand_once_on_a_paper,
    questions_give_no_other_away,
    there_are_enough_to_draw,
    a_resit_is_as_long_as_the_paper,
    what_must_be_right_is_asked_anew_on_a_resit,
    somebody_can_fail,
    what_is_said_of_derived_questions_is_about_one,
)
