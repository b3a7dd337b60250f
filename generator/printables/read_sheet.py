"""What a post has read, and who signs that they read it: one sheet for each post and version of the playbook."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edition import Edition
from generator.outlines.names import called
from generator.outlines.path import Path, paths
from generator.printables.sheet import Sheet, no_problems
from generator.set_text import joined

ROWS = 14
"""So many people can sign."""

problems = no_problems


def sheets(edition: Edition) -> Iterator[Sheet]:
    return (_sheet(edition, path) for path in paths(edition) if path.read)


def _sheet(edition: Edition, path: Path) -> Sheet:
    words = edition.labels.sheet.onboarding
    return Sheet(
        id=f"read-{path.id}",
        of="training",
        kind="read",
        title=joined(" · ", (words.read_sheet.title, path.whose)),
        template="read_sheet.html",
        styles=("read_sheet.css",),
        view={
            "names": [called(edition, name) for name in path.read],
            "rows": range(1, ROWS + 1),
        },
        route=("training", "path"),
        paper="A4",
        page=f"path-{path.id}.html",
        pages=2,
        head=words.sign_off.version.format(edition.playbook.about.version),
    )
