"""The way into a post as a sheet to pin up: day by day what is read, watched and practised, with minutes and initials."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edition import Edition
from generator.outlines.names import called
from generator.outlines.path import Path, paths, whole
from generator.printables.sheet import Handling, Sheet, no_problems
from generator.set_text import joined

problems = no_problems


def sheets(edition: Edition) -> Iterator[Sheet]:
    return (_sheet(edition, path) for path in paths(edition))


def _sheet(edition: Edition, path: Path) -> Sheet:
    words = edition.labels.sheet.onboarding
    return Sheet(
        id=f"path-{path.id}",
        of="training",
        kind="path",
        title=joined(" · ", (words.title, path.whose)),
        template="path.html",
        styles=("who.css", "path.css"),
        view={
            "whole": whole(edition, path),
            "days": [(words.after.format(day.number), day.minutes, day.steps) for day in path.days],
            "reads": lambda step: edition.labels.list_join.join(called(edition, name) for name in step.read),
            "again": path.again,
            "elsewhere": [step.title for step in path.elsewhere],
        },
        route=("training", "path"),
        paper="A4",
        handling=Handling(copies=1, duplex=True),
        page=f"path-{path.id}.html",
        pages=2,
    )
