"""What is made: an OutputFile knows its place, its readers and how to make its content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Progress = Callable[[int, int], None]
"""Told how many of how many are done."""


def silently(_done: int, _of: int) -> None:
    """The progress nobody watches."""


Audience = Literal["staff", "trainer", "customer"]


@dataclass(frozen=True)
class OutputFile:
    """A file to make. `content` is a pure function of its inputs, called when the bytes are wanted."""

    id: str
    kind: str
    language: str
    title: str
    path: str
    """Below site/, or below trainer/ when only the trainer may see it."""
    audience: Audience
    content: Callable[[], bytes]
    core: bool = False
    paper: str = ""
    """For a sheet: its size, A4, A3, …"""
    code: str = ""
    """For a sheet: its content code."""
    picture: str = ""
    """For a sheet: the path of the picture of its first page."""
    page: str = ""
    """The handbook page it belongs to."""

    @property
    def folder(self) -> str:
        return "trainer" if self.audience == "trainer" else "site"


@dataclass(frozen=True)
class Page:
    """A page of the handbook as Markdown, for MkDocs or any other site generator."""

    uri: str
    """Below the language's folder: `norms.md`, `scripts/too-dear.md`."""
    title: str
    markdown: str
    section: tuple[str, ...] = ()
    """The headings of the navigation it stands under, from the outside; none for a page of the first level."""
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Other words people search for, by the anchor they lead to; those of the page itself under ``""``."""
    weight: float = 1.0
    """How much it counts in search; 0 leaves it out, for pages that only lead to others."""
