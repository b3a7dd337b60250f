"""All forms of a shop in one file: to be printed and written on, and to be filled in on a screen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial

from generator.design.joining import Part, joined_for_paper, told
from generator.edition import Edition
from generator.output import OutputFile, Progress, silently
from generator.playbook.model.playbook import Playbook
from generator.playbook.problems import Problem
from generator.printables.form_screen import FILL, filled_on_screen, on_screen, screen_forms
from generator.printables.glyphs import without_glyph
from generator.printables.sheet_files import SheetFiles

PRINT = "forms-print"
"""The id of the file to print."""


@dataclass(frozen=True)
class FormFiles(SheetFiles):
    """The family of the files that hold all forms."""

    playbook: Playbook

    def problems(self, only: Collection[str] | None, _done: Progress) -> Iterator[Problem]:
        """Of the forms that are not printed: what is printed has been looked at."""
        wanting = list(screen_forms(self.editions[0]))
        if wanting and not self.printer.engine.takes_entries:
            details = {"name": self.playbook.forms[wanting[0]].id, "count": str(len(wanting))}
            yield Problem("screen-not-made", ("forms", wanting[0], "outputs"), details)
            return
        for edition in self.editions if only is None else ():
            for form in on_screen(edition):
                if "paper" not in self.playbook.forms[int(form.it.sheet.route[1])].outputs:
                    yield from without_glyph(form.it, self.playbook)

    def _files(self, edition: Edition) -> Iterator[OutputFile]:
        words = edition.labels.sheet
        if self.printer.engine.takes_entries and [*screen_forms(edition)]:
            yield _file(edition, FILL, words.screen.title, partial(filled_on_screen, edition, self.printer))
        if any("paper" in form.outputs for form in self.playbook.forms):
            yield _file(edition, PRINT, words.form.all_title, partial(self._to_print, edition))

    def _to_print(self, edition: Edition) -> bytes:
        forms = [it for it in self.sheets() if it.sheet.kind == "form" and it.edition is edition]
        self.printer.make_ready((it.job for it in forms), silently)
        parts = [Part(self.printer.pdf(it.job), it.sheet.id, str(it.sheet.title)) for it in forms]
        title, one_font = edition.labels.sheet.form.all_title, self.printer.engine.takes_entries
        make = partial(joined_for_paper, parts, title, one_font=one_font)
        return self.printer.joined(told(parts, title, "for paper", str(one_font)), make)


def _file(edition: Edition, name: str, title: str, content: Callable[[], bytes]) -> OutputFile:
    return OutputFile(
        id=name,
        of="forms",
        kind="forms",
        language=edition.language,
        title=title,
        path=f"{edition.folder}files/{name}.pdf",
        audience="staff",
        content=content,
        route=("forms",),
        page="print.html",
    )
