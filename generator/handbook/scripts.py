"""The scripts: one page for each, and a page per moment on which every reply can be copied at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from generator.handbook.book import Book
from generator.handbook.codes import code, online
from generator.output import Page
from generator.playbook.model.norms import Stage
from generator.playbook.model.scripts import Script


def pages(book: Book) -> Iterator[Page]:
    if not book.edition.playbook.scripts:
        return
    words = book.words
    moments = by_moment(book)
    section = (words.nav.scripts,)
    yield book.page(
        "scripts/index.html", words.nav.scripts, "scripts.html", section=section, weight=0, moments=moments
    )
    for stage, scripts in moments.items():
        name = book.edition.labels.stages[stage]
        inside = (*section, name)
        uri = f"scripts/{stage}/index.html"
        jumps = [(script.title, script.id) for script in scripts]
        yield book.page(uri, name, "moment.html", section=inside, weight=0, scripts=scripts, targets=jumps)
        for script in scripts:
            yield book.page(
                f"scripts/{script.id}.html",
                script.title,
                "script.html",
                section=inside,
                keywords={"": (*script.says, *script.aliases)},
                weight=1.5,
                script=script,
                address=online(book.edition, f"scripts/{script.id}.html"),
                code=code,
            )


def by_moment(book: Book) -> dict[Stage, list[Script]]:
    """The scripts of each moment that has any, in the order of a sale."""
    scripts = book.edition.playbook.scripts
    found: dict[Stage, list[Script]] = {
        stage: [script for script in scripts if script.stage == stage] for stage in get_args(Stage)
    }
    return {stage: those for stage, those in found.items() if those}
