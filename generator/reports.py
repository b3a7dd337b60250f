"""What a command says of what it made or found: to people a line, to programs a row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from generator import build as pipeline
from generator import renewal
from generator.console import complain, in_words, say
from generator.playbook.problems import Problem
from generator.playbook.wordings import shared

if TYPE_CHECKING:
    from generator.publish.unchanged import Noted

HANDBOOK = "handbook"
"""The id of the handbook itself, beside those of its files."""


def listed_outputs(made: pipeline.Made) -> Iterator[dict[str, str]]:
    """Each thing that can be made: the handbooks, then its files."""
    for edition in made.editions:
        index = "site/index.html" if edition.first else f"site/{edition.language}/index.html"
        title = str(edition.playbook.about.title)
        yield _row(HANDBOOK, HANDBOOK, edition.language, title, index, "staff")
    for file in made.outputs:
        if file.listed:
            yield _row(
                file.id, file.kind, file.language, file.title, f"{file.folder}/{file.path}", file.audience
            )


def _row(id_: str, kind: str, language: str, title: str, path: str, audience: str) -> dict[str, str]:
    return {"id": id_, "kind": kind, "language": language, "title": title, "path": path, "audience": audience}


def problem_as_data(problem: Problem, language: str) -> dict[str, object]:
    """One problem as programs read it; columns and lines from 1, None where it has no place."""
    place = problem.place
    return {
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "level": problem.level,
        "problem": problem.kind,
        "item": problem.item,
        "message": problem.says(language),
        "remedy": problem.remedy(language),
    }


def summary(problems: tuple[Problem, ...], language: str) -> str:
    """How many there are of each level."""
    counts = [sum(problem.level == level for problem in problems) for level in ("error", "warning", "hint")]
    return shared().summary[language].format(*counts)


def say_made(made: pipeline.Made, into: Path | None, packs: int) -> None:
    """What was built, and into which folder."""
    count, title = len(made.outputs), made.playbook.about.title
    built = in_words(said_in(made), lambda words: words.built.format(count=count, title=title))
    say(f"{into} · {title}" if into else built)
    if packs:
        say(in_words(said_in(made), lambda words: words.packed.format(count=packs)))


def say_unchanged(noted: Noted) -> None:
    """Nothing has changed: what the last build said, and that it holds."""
    if noted.warnings:
        complain(noted.warnings)
    say(in_words((noted.language,), lambda words: words.unchanged))


def say_renewal(before: bytes, now: bytes, language: str) -> None:
    """What to print anew and what to throw away, if there are packs to compare with."""
    if told := in_words((language,), lambda words: renewal.told(before, now, words)):
        say(told)


def said_in(made: pipeline.Made) -> tuple[str, ...]:
    """The language in which is said what was made of a playbook: its first."""
    return made.playbook.about.languages[:1]
