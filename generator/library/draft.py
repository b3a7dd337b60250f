"""A playbook's files in a folder of their own: edited and tried there, before anything of the shop's is touched."""

from __future__ import annotations

import difflib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.labels import labels
from generator.playbook.law import without_law
from generator.playbook.load import Loaded, load
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route
from generator.playbook.prices import without_prices
from generator.playbook.problems import Problem, Problems
from generator.playbook.read.kept import Shelf
from generator.playbook.read.source import Node, Source
from generator.playbook.read.validation import known_keys
from generator.publish import put_over
from generator.starter.held import NAME as HELD
from generator.starter.held import Held, read_held


@dataclass
class Draft:
    """The files of a playbook as they will be, in `folder`, and as they are."""

    folder: Path
    theirs: Path
    """Where the shop's own stand."""
    main: str
    """The name of the file that includes the others."""
    loaded: Loaded
    """The playbook as it is."""
    before: dict[str, bytes]
    held: Held
    """What the library held as its parts came into the shop."""
    after: dict[str, str] = field(default_factory=dict)

    @property
    def playbook(self) -> Playbook:
        """The playbook as it is."""
        assert self.loaded.playbook is not None
        return self.loaded.playbook

    @property
    def written(self) -> Playbook:
        """The playbook as it stands in the files, without what the law and the price lists add to it."""
        return without_prices(without_law(self.playbook))

    @property
    def names(self) -> list[str]:
        """The files, the main one first, those that are new at the end."""
        return [*self.before, *(name for name in self.after if name not in self.before)]

    def text(self, name: str) -> str:
        return self.after.get(name) or self.before[name].decode("utf-8")

    def root(self, name: str) -> Node:
        """What stands in a file now, with places in it."""
        return Shelf(known_keys()).reading(self.folder / name).root

    def put(self, name: str, text: str) -> None:
        self.after[name] = text
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))

    def is_free(self, name: str) -> bool:
        """Whether nothing of the shop's stands there."""
        return name not in self.names and not os.path.lexists(self.theirs / name)

    def tried(self) -> tuple[Loaded, tuple[Problem, ...]]:
        """The playbook as it will be, and the errors it then has: there were none before."""
        now = load(self.folder / self.main)
        return now, tuple(self._placed(problem) for problem in now.problems if problem.level == "error")

    def _placed(self, problem: Problem) -> Problem:
        """A problem with its place beside the playbook: nobody knows the draft's folder."""
        if problem.place is None:
            return problem
        file = Path(os.path.relpath(problem.place.file, self.folder)).as_posix()
        details = {key: said.replace(f"{self.folder}{os.sep}", "") for key, said in problem.details.items()}
        return replace(problem, place=problem.place._replace(file=file), details=details)

    def place(self, route: Route, source: Source | None = None) -> str:
        """Where something stands, in the playbook as it is or in `source`: file and line."""
        place = (source or self.loaded.source).place(route)
        folder = self.folder if source else self.theirs
        return f"{Path(os.path.relpath(place.file, folder)).as_posix()}:{place.line}"

    def differences(self) -> Iterator[str]:
        """The lines that go and come, as programs show them that compare files."""
        for name in self.names:
            was = self.before.get(name, b"").decode("utf-8").splitlines()
            now = self.text(name).splitlines()
            yield from difflib.unified_diff(
                was, now, name if name in self.before else "/dev/null", name, "", "", 1, ""
            )

    def keep(self) -> None:
        """Puts the changed files in the place of the shop's; WouldOverwrite if somebody changed one meanwhile."""
        changed = [name for name in self.names if name in self.after]
        # New files first, and the main one, which holds what others name, before the chapters.
        order = sorted(changed, key=lambda name: (name in self.before, name != self.main))
        files = {name: (self.before.get(name), self.after[name].encode("utf-8")) for name in order}
        if self.held != (was := read_held(self.theirs)) and self.held.prints:
            kept = self.theirs / HELD
            remark = labels(self.playbook.about.languages[0]).starter.held
            before = kept.read_bytes() if was.program or kept.exists() else None
            files[HELD] = (before, self.held.written(remark).encode("utf-8"))
        put_over(self.theirs, files)


@contextmanager
def draft(playbook: Path) -> Iterator[Draft]:
    """A draft of the playbook at that path; Problems if it has errors already."""
    loaded = load(playbook)
    if loaded.playbook is None:
        raise Problems(loaded.problems, loaded.language)
    theirs = playbook.parent
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(os.path.realpath(scratch))
        before = {_name(file, playbook): file.read_bytes() for file in loaded.source.files}
        for name, content in before.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        logo = loaded.playbook.about.brand.logo
        if logo and (theirs / logo).is_file():
            (folder / logo).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(theirs / logo, folder / logo)
        yield Draft(folder, theirs, playbook.name, loaded, before, read_held(theirs))


def _name(file: Path, playbook: Path) -> str:
    return playbook.name if file == playbook else Path(os.path.relpath(file, playbook.parent)).as_posix()
