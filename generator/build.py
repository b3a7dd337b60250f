"""The whole pipeline: read, understand, set in each language, make."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from generator import handbook, printables
from generator.edition import Edition, editions
from generator.output import Audience, OutputFile, Page, Progress, silently
from generator.playbook.load import Loaded, load, located, without_accepted
from generator.playbook.model.playbook import Playbook
from generator.playbook.problems import Problem, Problems
from generator.printables.sheet import SetSheet

MARKER = "playbook.json"
"""The file in site/ and trainer/ that says what was made, and by which version of the playbook."""


@dataclass(frozen=True)
class Checked:
    """A playbook as it was read, and every problem that nobody has accepted."""

    loaded: Loaded
    problems: tuple[Problem, ...]
    pages: tuple[SetSheet, ...] = ()
    """The sheets as they were set for checking; empty without printing."""

    def has(self, level: str) -> bool:
        return any(problem.level == level for problem in self.problems)


def check(
    path: Path,
    *,
    printing: bool,
    only: Collection[str] | None = None,
    on: date | None = None,
    done: Progress = silently,
) -> Checked:
    """Reads and checks a playbook, its sheets too if `printing`, which sets them all on all cores.

    `only` names the sheets to print and look at, which takes a minute for all; `on` is the day to hold the
    review date against; `done` is called for each sheet printed.
    """
    loaded = load(path, on=on)
    found: list[Problem] = list(loaded.problems)
    pages: tuple[SetSheet, ...] = ()
    playbook = loaded.playbook
    if playbook is not None and printing:
        pages = printables.set_all(editions(playbook))
        chosen = tuple(page for page in pages if only is None or page.sheet.id in only)
        found += printables.problems(chosen, playbook, done) if chosen else ()
    # Accepting is judged on a playbook that can be read to its end; before that nothing is sorted out.
    left = found
    if playbook is not None:
        seen = located(found, loaded.source)
        left = [
            *without_accepted(seen, playbook.accept, printed=printing and only is None, dated=on is not None)
        ]
    return Checked(loaded, located(left, loaded.source), pages)


@dataclass(frozen=True)
class Made:
    """Everything that comes out of one playbook."""

    playbook: Playbook
    editions: tuple[Edition, ...]
    sources: tuple[Path, ...]
    sheets: tuple[SetSheet, ...] = ()
    warnings: tuple[Problem, ...] = ()

    @cached_property
    def outputs(self) -> tuple[OutputFile, ...]:
        """Every file but the pages of the handbook."""
        assets = [file for edition in self.editions for file in handbook.assets(edition)]
        return (*assets, *printables.outputs(self.sheets))

    def files(self, edition: Edition) -> tuple[OutputFile, ...]:
        """What stands in the site beside the pages; paths count from site/."""
        mine = [file for file in self.outputs if file.language == edition.language and file.folder == "site"]
        return (*mine, *([self.marker("site")] if edition.first else []))

    def pages(self, edition: Edition) -> tuple[Page, ...]:
        """The pages of the handbook in one language."""
        sheets = [file for file in self.files(edition) if file.picture]
        return tuple(handbook.pages(edition, sheets))

    def for_trainer(self) -> tuple[OutputFile, ...]:
        mine = [file for file in self.outputs if file.folder == "trainer"]
        return (*mine, self.marker("trainer"))

    def marker(self, folder: str) -> OutputFile:
        """What was made, for people and programs: ids, titles, paths, content codes."""
        about = self.playbook.about
        content = {
            "playbook": str(about.title),
            "version": about.version,
            "date": str(about.date),
            "files": [
                {
                    "id": file.id,
                    "language": file.language,
                    "title": file.title,
                    "path": file.path,
                    "code": file.code,
                }
                for file in self.outputs
                if file.folder == folder and file.paper
            ],
        }
        text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        audience: Audience = "trainer" if folder == "trainer" else "staff"
        return OutputFile(MARKER, "list", "", MARKER, MARKER, audience, partial(str.encode, text))


def site(
    path: Path, *, printing: bool, only: Collection[str] | None = None, done: Progress = silently
) -> Made:
    """Everything made from the playbook at `path`; Problems if there is an error in it.

    With `only`, of the sheets just those named have been looked at: the others are for listing.
    """
    checked = check(path, printing=printing, only=only, done=done)
    playbook = checked.loaded.playbook
    if playbook is None or checked.has("error"):
        raise Problems(checked.problems, checked.loaded.language)
    return Made(playbook, editions(playbook), checked.loaded.source.files, checked.pages, checked.problems)
