"""Where a preview is worked on: reads after each edit, keeps the last good handbook, and knows what is wrong."""

from __future__ import annotations

import gc
import html
import time
import traceback
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator import build as pipeline
from generator.edition import Edition
from generator.engines.mkdocs_shell import Known, Shell
from generator.engines.preview.background import Printing
from generator.engines.preview.saved import Saved, told
from generator.engines.preview.watch import Seen, look, wait, watched
from generator.engines.preview.written import Written
from generator.engines.shell import docs, settings_file
from generator.labels import labels
from generator.output import OutputFile
from generator.playbook.languages import DEFAULT, LANGUAGES
from generator.playbook.problems import Problem, Problems, listed
from generator.playbook.read.source import Source

QUIET = 0.5
"""Seconds after an edit until memory is tidied."""
_EMPTY = '<!doctype html>\n<html lang="{0}">\n<meta charset="utf-8">\n<title>{1}</title>\n<body>\n</body>\n</html>\n'


@dataclass(frozen=True)
class Handbook:
    """The last good handbook, in all languages."""

    made: pipeline.Made
    shells: dict[str, Shell]
    """By the folder a language stands in; the first stands in none."""
    files: dict[str, OutputFile]
    edit: int
    """How many edits it follows."""
    written: tuple[Written, ...]
    """Where the words of each language stand."""
    saved: Saved | None
    """What the last edit means; nothing before the first."""
    _pages: dict[str, bytes | None] = field(default_factory=dict)
    """Those somebody has asked for."""
    _versions: dict[str, str] = field(default_factory=dict)

    def answer(self, path: str) -> bytes | None:
        if path in self.files:
            return self.files[path].content()
        if path not in self._pages:
            shell, rest = self._shell(path)
            self._pages[path] = shell.answer(rest)
        return self._pages[path]

    def version(self, path: str) -> str:
        """A word that changes when the page at `path` may: after each edit, and with the sheets it shows."""
        if path not in self._versions:
            self._versions[path] = f"{self.edit}-{zlib.crc32(self.answer(path) or b'')}"
        return self._versions[path]

    def missing(self, path: str) -> bytes:
        return self._shell(path)[0].missing()

    def _shell(self, path: str) -> tuple[Shell, str]:
        home = next((home for home in self.shells if home and path.startswith(home)), "")
        return self.shells[home], path.removeprefix(home)


class Desk:
    """One playbook being worked on. `work` in the main thread; the others are asked by browsers."""

    def __init__(self, playbook: Path, address: str, *, printing: bool, say: Callable[[str], None]) -> None:
        self._playbook, self._address, self._say = playbook, address, say
        self._printing = Printing(playbook) if printing else None
        self._settings = {"config_file": str(settings_file(playbook)), "docs_dir": str(docs(playbook))}
        self._known: Known = {}
        self._shells: dict[str, tuple[object, Shell]] = {}
        self._sources: tuple[Path, ...] = (playbook,)
        self._problems: tuple[Problem, ...] = ()
        self._fault = ""
        self._handbook: Handbook | None = None
        self._first: tuple[Written, ...] = ()
        self._language = DEFAULT
        self._rubbish_at = 0.0

    def work(self) -> None:
        """Renews the handbook after each edit, until it is stopped."""
        seen = self._renewed(look(self._watched()))
        self._say(labels(self._language).preview.open.format(address=self._address))
        while True:
            later = wait(seen, self._watched, self._sheets_are_ready)
            if later != seen:
                seen = self._renewed(later)
            elif self._handbook:
                self._handbook = self._around(self._handbook.made, self._handbook)

    def _renewed(self, seen: Seen) -> Seen:
        """What has been seen once the handbook is renewed: a file included since was read as it was then."""
        known, begun = set(self._watched()), time.time_ns()
        self._renew()
        found = {path: state for path, state in look(self._watched()).items() if path not in known}
        return {**seen, **{path: state for path, state in found.items() if state[0] < begun}}

    def state(self, language: str, path: str, known: str = "") -> dict[str, Any]:
        """What the page at `path` is told when it asks: what is wrong, and a word that changes when it does.

        A page that `known` tells to be an old one is told no more than that: it comes again at once.
        """
        speak = language if language in LANGUAGES else self._language
        words = labels(speak).preview
        head = words.fault if self._fault else words.stays if self._handbook else words.nothing_yet
        said = [self._fault] if self._fault else []
        if self._printing and self._printing.failed:
            said.append(words.no_sheets.format(why=self._printing.failed))
        found = self._problems or (self._printing.problems if self._printing else ())
        problems = [_as_data(each, speak) for each in found if each.level == "error"]
        version = self._handbook.version(path) if self._handbook else ""
        if known and known != version:
            return {"version": version, "head": "", "problems": [], "saved": None}
        return {
            "version": version,
            "head": head,
            "problems": [*({"says": each} for each in said), *problems],
            "saved": self._told(speak),
        }

    def written(self, language: str, path: str) -> dict[str, Any]:
        """Where the words of the page at `path` are written, and how a page speaks of it."""
        words, handbook = (
            labels(language if language in LANGUAGES else self._language).preview,
            self._handbook,
        )
        mine = [each for each in handbook.written if each.edition.language == language] if handbook else []
        page = (handbook.answer(path) if handbook and mine else None) or b""
        return {"words": words.written.model_dump(), "texts": mine[0].on(page) if page else []}

    def answer(self, path: str) -> tuple[bytes | None, str]:
        """What stands at `path`, and the word by which its page knows later whether it is still the same."""
        handbook = self._handbook
        if handbook:
            return handbook.answer(path), handbook.version(path)
        return (self.missing(path) if path.endswith(".html") else None), ""

    def missing(self, path: str) -> bytes:
        if self._handbook:
            return self._handbook.missing(path)
        title = html.escape(self._playbook.name)
        return _EMPTY.format(self._language, title).encode()

    def _told(self, language: str) -> dict[str, Any] | None:
        """What the last edit means; nothing before the first, and while the one after it is not good."""
        handbook = self._handbook
        if handbook is None or handbook.saved is None or self._problems or self._fault:
            return None
        words = labels(language).preview.saved
        groups = told(handbook.saved, *(self._printing.since if self._printing else ((), ())), words)
        return {"edit": handbook.edit, "head": words.head, "close": words.close, "groups": groups}

    def close(self) -> None:
        if self._printing:
            self._printing.stop()

    def _renew(self) -> None:
        """After an edit: the new handbook, or the last good one and what is wrong."""
        begun = time.perf_counter()
        # Whoever has saved waits for nobody to look for rubbish among what was just made; it is looked for later.
        gc.disable()
        self._rubbish_at = time.monotonic() + QUIET
        try:
            checked = pipeline.check(self._playbook)
            self._sources, self._language = checked.loaded.source.files, checked.loaded.language
            made = pipeline.ready(checked)
            if self._printing:
                self._printing.begin()
            self._handbook = self._edited(self._around(made, self._handbook), checked.loaded.source)
        except Problems as found:
            self._problems, self._fault = found.problems, ""
            self._say(listed(found.problems, self._language))
        except Exception as fault:
            # Whatever an edit leads to, the next one is to be seen again.
            self._problems, self._fault = (), f"{type(fault).__name__}: {fault}"
            self._say(traceback.format_exc())
        else:
            self._problems, self._fault = (), ""
            seconds = f"{time.perf_counter() - begun:.1f}"
            self._say(labels(self._language).preview.renewed.format(seconds=seconds))

    def _edited(self, handbook: Handbook, source: Source) -> Handbook:
        """The handbook one edit further, read from `source`."""
        written = tuple(Written(each, source) for each in handbook.made.editions)
        saved = Saved(self._first, handbook.written, written) if handbook.written else None
        self._first = self._first or written
        return replace(handbook, edit=handbook.edit + 1, written=written, saved=saved)

    def _around(self, made: pipeline.Made, before: Handbook | None) -> Handbook:
        """What was made, with the sheets there are and the site around it, as of the edit of `before`."""
        full = self._printing.with_sheets(made) if self._printing else made
        shells = {edition.folder: self._shell(full, edition) for edition in full.editions}
        files = {file.path: file for edition in full.editions for file in full.files(edition)}
        if before:
            return Handbook(full, shells, files, before.edit, before.written, before.saved)
        return Handbook(full, shells, files, 0, (), None)

    def _shell(self, made: pipeline.Made, edition: Edition) -> Shell:
        """The site in a language; the one there was, where nothing but the content of pages has changed."""
        pages = made.pages(edition)
        names = tuple((page.uri, page.title, page.section) for page in pages)
        around = tuple(look(path for path in self._watched() if path not in self._sources).items())
        key = (edition.playbook.about, names, around)
        before, shell = self._shells.get(edition.language, (None, None))
        if shell and before == key:
            return shell.renewed(made, edition, pages)
        shell = Shell(made, edition, self._settings, self._known)
        self._shells[edition.language] = (key, shell)
        return shell

    def _sheets_are_ready(self) -> bool:
        """Asked again and again while nobody writes."""
        self._tidy()
        return bool(self._printing and self._printing.ready())

    def _tidy(self) -> None:
        if self._rubbish_at and time.monotonic() >= self._rubbish_at:
            self._rubbish_at = 0.0
            gc.collect()
            gc.enable()

    def _watched(self) -> Iterable[Path]:
        return watched(self._playbook, self._sources)


def _as_data(problem: Problem, language: str) -> dict[str, str]:
    place = problem.place
    where = f"{place.file}:{place.line}:{place.column}" if place else ""
    return {"place": where, "says": problem.says(language), "remedy": problem.remedy(language)}
