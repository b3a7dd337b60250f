"""What is made: an OutputFile knows what it is made of, its readers, its place, and how to make its content."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Protocol

from generator.playbook.model.record import Route
from generator.playbook.problems import Problem

Progress = Callable[[int, int], None]
"""Told how many of how many are done."""


def silently(_done: int, _of: int) -> None:
    """The progress nobody watches."""


Audience = Literal["staff", "trainer", "customer"]


@dataclass(frozen=True)
class OutputFile:
    """A file to make. `content` is a pure function of its inputs, called when the bytes are wanted."""

    id: str
    of: str
    """What it is made of, as `chapter.id` or a whole chapter; nothing for what only a page needs."""
    kind: str
    language: str
    title: str
    path: str
    """Below its `folder`."""
    audience: Audience
    content: Callable[[], bytes]
    listed: bool = True
    """Whether people fetch it; what only goes with a page, such as a picture or a style sheet, is not."""
    route: Route = ()
    """Where what it is made of stands in the playbook."""
    core: bool = False
    paper: str = ""
    """For a sheet: its size, A4, A3, …"""
    code: str = ""
    """For a sheet: its content code."""
    picture: str = ""
    """For a sheet: the path of the picture of its first page."""
    page: str = ""
    """The handbook page it belongs to."""
    beside: str = ""
    """The folder of its own that it stands in, beside site/; nothing for what stands in site/ or trainer/."""

    @property
    def format(self) -> str:
        """What people call its format: PDF, XLSX."""
        return self.path.rpartition(".")[2].upper()

    @property
    def folder(self) -> str:
        return self.beside or ("trainer" if self.audience == "trainer" else "site")


class Family(Protocol):
    """All that one playbook brings in one medium: on paper, in Excel. It lists first and makes what is asked for."""

    @property
    def outputs(self) -> tuple[OutputFile, ...]: ...

    def problems(self, only: Collection[str] | None, done: Progress) -> Iterator[Problem]:
        """What can only be seen when the outputs are made: all, or those whose ids are in `only`."""


def doubled(files: Iterable[OutputFile]) -> Iterator[Problem]:
    """A Problem for each file that would be written over another; no capital letter tells two files apart."""
    first: dict[str, OutputFile] = {}
    said: set[Route] = set()
    for file in files:
        path = f"{file.folder}/{file.path}"
        before = first.setdefault(path.casefold(), file)
        # Once, not again for the picture and for every language.
        if before is not file and file.route not in said:
            said.add(file.route)
            yield Problem("doubled-file", file.route, {"title": file.title, "path": path}, first=before.route)


@dataclass(frozen=True)
class Heading:
    """A heading of a page, for its table of contents."""

    level: int
    title: str
    anchor: str


@dataclass(frozen=True)
class Entry:
    """What search finds: a page, or a part of it."""

    title: str
    anchor: str
    """Empty for the page itself."""
    words: str
    """What stands there, as plain text."""
    names: tuple[str, ...]
    """What people call it: the title, other names, what customers say."""
    weight: float
    """How much it counts."""
    teaser: str
    """The beginning of its words, shown below the title."""


@dataclass(frozen=True)
class Content:
    """What stands on a page."""

    html: str
    """One block of HTML."""
    headings: tuple[Heading, ...] = ()
    entries: tuple[Entry, ...] = ()
    """For search; none for pages that only lead to others."""


@dataclass(frozen=True)
class Page:
    """A page of the handbook, for MkDocs or any other site generator; set when somebody looks at it."""

    uri: str
    """Below the language's folder: `norms.html`, `scripts/too-dear.html`."""
    title: str
    make: Callable[[], Content]
    section: tuple[str, ...] = ()
    """The headings of the navigation it stands under, from the outside; none for a page of the first level."""

    @cached_property
    def content(self) -> Content:
        return self.make()

    @property
    def html(self) -> str:
        return self.content.html
