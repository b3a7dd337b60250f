"""Every kind of problem with its words: one YAML of wordings beside each module that raises them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from generator.playbook.languages import LANGUAGES

Level = Literal["error", "warning", "hint"]

_GENERATOR = Path(__file__).parent.parent
FOLDERS = ("playbook/read", "playbook", "playbook/papers", "playbook/checks", "outlines", "printables", ".")
"""Where wordings stand, in the order in which they are listed. What is made above knows more kinds than the
playbook does, and `accept` names them all, so they are found by where they stand and not by who imports whom."""
SHARED = "playbook/problems.yaml"
_HEAD = re.compile(r"^([\w-]+):", re.MULTILINE)
SUBJECT = "_"
"""The name under which a file says, in each language, what its problems are about."""


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Said(_Written):
    """What a kind says in one language; what is in braces is filled in from the details."""

    says: str
    """What is wrong."""
    remedy: str
    """What to do."""
    means: str = ""
    """Why it matters, for an owner who has never met it; nothing is filled in here nor below."""
    wrong: str = ""
    """A few lines that bring it about."""
    right: str = ""
    """The same as it should be."""


class Wording(_Written):
    """One kind of problem."""

    level: Level
    details: tuple[str, ...] = ()
    """The names of what is given with every problem of this kind; no more and no less."""
    root: bool = False
    """Others may only follow from it, so it is told before them."""
    printed: bool = False
    """Seen only when sheets are set."""
    said: Mapping[str, Said]
    wrong: str = ""
    """An example without words of either language, in the place of one in each."""
    right: str = ""

    def example(self, language: str) -> tuple[str, str]:
        """Lines that bring it about, and how they should be; empty where no lines of a playbook can show it."""
        said = self.said[language]
        return said.wrong or self.wrong, said.right or self.right


class SharedWords(_Written):
    """Words that wordings share, by language."""

    names: Mapping[str, Mapping[str, str]]
    """What some details may be: chapters, kinds of values, languages."""
    values: Mapping[str, Mapping[str, str]]
    """What the words of a list mean; a language whose own words they are has none."""
    levels: Mapping[str, Mapping[Level, str]]
    summary: Mapping[str, str]
    """How many errors, warnings and hints there are."""
    begin: Mapping[str, str]
    """How many errors there are, and which to begin with."""
    alike: Mapping[str, str]
    """How many more of a kind there are, and where."""
    stopped: Mapping[str, str]
    """How many errors kept everything from being made."""


@dataclass(frozen=True)
class WordingTwice(Exception):
    """Two files word the same kind."""

    kind: str
    file: Path
    first: Path


class _Kinds(Mapping[str, Wording]):
    """The kinds by name. The words of one are read when it is asked for: few of all are ever told."""

    def __init__(self, written: Mapping[str, str]) -> None:
        self._written = written
        self._read: dict[str, Wording] = {}

    def __getitem__(self, kind: str) -> Wording:
        if kind not in self._read:
            self._read[kind] = _wording(_parsed(self._written[kind])[kind])
        return self._read[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)


@cache
def kinds() -> Mapping[str, Wording]:
    """Every kind of problem by its name, as the files stand."""
    found: dict[str, str] = {}
    stands: dict[str, Path] = {}
    for file in files():
        for kind, lines in _lines_of_kinds(file.read_text("utf-8")):
            if kind in found:
                raise WordingTwice(kind, file, stands[kind])
            if kind != SUBJECT:
                found[kind], stands[kind] = lines, file
    return _Kinds(found)


def _lines_of_kinds(text: str) -> Iterator[tuple[str, str]]:
    """The names that stand at the left edge of a file, each with the lines down to the next."""
    heads = [*_HEAD.finditer(text)]
    for head, following in pairwise([*heads, None]):
        if head:
            yield head[1], text[head.start() : following.start() if following else None]


def subjects(language: str) -> Mapping[str, Sequence[str]]:
    """What the files are about, each with its kinds; two files about the same are put together."""
    found: dict[str, list[str]] = {}
    for file in files():
        table = _read(file)
        found.setdefault(_in_every_language(table[SUBJECT])[language], []).extend(
            kind for kind in table if kind != SUBJECT
        )
    return found


def files() -> Iterator[Path]:
    """The files of wordings, folder by folder."""
    for folder in FOLDERS:
        yield from sorted(set((_GENERATOR / folder).glob("*.yaml")) - {_GENERATOR / SHARED})


@cache
def of_the_writing() -> frozenset[str]:
    """The kinds that are told of the files themselves; others may only follow from them."""
    folder = _GENERATOR / FOLDERS[0]
    return frozenset(
        kind
        for file in folder.glob("*.yaml")
        for kind, _ in _lines_of_kinds(file.read_text("utf-8"))
        if kind != SUBJECT
    )


@cache
def shared() -> SharedWords:
    read = _read(_GENERATOR / SHARED)
    values = {code: read["values"].get(code, {}) for code in LANGUAGES}
    written = {name: _in_every_language(words) for name, words in read.items() if name != "values"}
    written["values"] = values
    return TypeAdapter(SharedWords).validate_python(written)


def _wording(written: Mapping[str, Any]) -> Wording:
    said = {name: words for name, words in written.items() if name in LANGUAGES}
    rest = {name: value for name, value in written.items() if name not in LANGUAGES}
    details = tuple(rest.get("details", ()))
    return Wording.model_validate({**rest, "details": details, "said": _in_every_language(said)})


def _in_every_language(said: Mapping[str, Any]) -> dict[str, Any]:
    """What is said by language; a language without words of its own is given those it explains itself in."""
    return {code: said[code if code in said else language.explains] for code, language in LANGUAGES.items()}


def _read(file: Path) -> dict[str, Any]:
    return _parsed(file.read_text("utf-8"))


def _parsed(text: str) -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table: dict[str, Any] = yaml.load(text, Loader=loader)
    return table
