"""All variants of a paper in one file for the printer, and their keys in another: each begins on a front."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial

from generator.design.binding import Part, bound
from generator.edition import Edition
from generator.output import OutputFile, Progress, silently
from generator.playbook.problems import Problem
from generator.printables.sheet_files import SheetFiles

ALL = {"quiz": "all", "key": "all-keys"}
"""How a file is called, by the kind of the sheets in it."""


@dataclass(frozen=True)
class QuizFiles(SheetFiles):
    """The family of the files that hold every variant of a paper; for one variant its own sheet is enough."""

    def problems(self, _only: Collection[str] | None, _done: Progress) -> Iterator[Problem]:
        """None of their own: what is bound has been looked at."""
        return iter(())

    def _files(self, edition: Edition) -> Iterator[OutputFile]:
        training, words = edition.playbook.training, edition.labels.paper
        titles = {"quiz": words.all_variants, "key": words.all_keys}
        for number, paper in enumerate(training.papers if training else ()):
            for kind in ALL if len({*paper.variants}) > 1 else ():
                name = f"quiz-{paper.id}-{ALL[kind]}"
                yield OutputFile(
                    id=name,
                    of=f"training.{paper.id}",
                    kind=f"{kind}-file",
                    language=edition.language,
                    title=titles[kind].format(paper.title),
                    path=f"{edition.folder}{name}.pdf",
                    audience="trainer",
                    content=partial(self._bound, edition, f"training.{paper.id}", kind),
                    route=("training", "papers", number),
                )

    def _bound(self, edition: Edition, paper: str, kind: str) -> bytes:
        """The sheets in the order of their variants."""
        mine = [
            it.job
            for it in self.sheets()
            if it.edition is edition and it.sheet.kind == kind and it.sheet.of == paper
        ]
        self.printer.make_ready(mine, silently)
        printed = [self.printer.printed(job) for job in mine]
        parts = tuple(Part(each.pdf, each.pages, duplex=True) for each in printed)
        return bound(parts, str(edition.playbook.about.date))
