"""The record of a colleague and a version: what was learned, papers with their codes, role-plays, result, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.edition import Edition
from generator.outlines.papers import PaperOutline, papers
from generator.outlines.path import TEMPORARY, Path, paths
from generator.playbook.model.questions import RolePlay
from generator.playbook.model.training import PathStep
from generator.printables import quiz
from generator.printables.role_play import full
from generator.printables.sheet import Handling, Sheet, no_problems

problems = no_problems


@dataclass(frozen=True)
class Sat:
    """A paper as it is sat: its variants, each with the code on its sheets, and where it is sat again."""

    title: str
    codes: tuple[tuple[str, str], ...]
    full: str
    starred: bool
    slips: int
    oral: bool
    """Whether some who sit it are asked aloud."""
    wait: str
    times: int = 0
    """So often it may be sat again."""
    resit: str = ""
    resit_codes: tuple[tuple[str, str], ...] = ()


def sheets(edition: Edition) -> Iterator[Sheet]:
    training = edition.playbook.training
    there = [path for path in paths(edition) if path.id != TEMPORARY]
    if training is None or not (there or training.papers):
        return
    words = edition.labels.sheet.onboarding.sign_off
    yield Sheet(
        id="sign-off",
        of="training",
        kind="sign-off",
        title=words.title,
        template="sign_off.html",
        styles=("who.css", "sign_off.css"),
        view={
            "days": list(_days(edition, there)),
            "papers": list(_papers(edition)),
            "plays": [
                (play.title, f"{full(play)}")
                for play in training.questions
                if isinstance(play, RolePlay) and play.status == "live"
            ],
            "again": there[0].again if there else (),
        },
        route=("training",),
        paper="A4",
        handling=Handling(duplex=True),
        audience="trainer",
        pages=None,
        head=words.version.format(edition.playbook.about.version),
    )


def _days(edition: Edition, there: Iterable[Path]) -> Iterator[tuple[str, list[str]]]:
    """By day what is learned at any post."""
    words = edition.labels.sheet.onboarding
    steps = {step.id: step for path in there for day in path.days for step in day.steps}
    by_day: dict[int, list[PathStep]] = {}
    for step in steps.values():
        by_day.setdefault(step.day, []).append(step)
    for day, those in sorted(by_day.items()):
        yield words.after.format(day), [step.title for step in those]


def _papers(edition: Edition) -> Iterator[Sat]:
    codes = dict(quiz.codes(edition))
    by_paper: dict[str, list[PaperOutline]] = {}
    for outline in papers(edition):
        by_paper.setdefault(outline.paper.id, []).append(outline)

    def of(paper: str) -> tuple[tuple[str, str], ...]:
        return tuple((outline.variant.letter, codes[outline.id]) for outline in by_paper[paper])

    stand_in: set[str] = set()
    for name, (first, *_) in by_paper.items():
        resit = first.paper.resit
        if name in stand_in:
            continue
        other = resit.paper if resit else None
        if other:
            stand_in.add(other)
        yield Sat(
            first.head.title,
            of(name),
            first.head.full,
            first.stars,
            first.slips,
            bool(first.slips or first.marks.oral),
            edition.fact(resit.after) if resit else "",
            resit.max if resit else 0,
            by_paper[other][0].head.title if other else "",
            of(other) if other else (),
        )
