"""What YAML takes without a word, and nobody meant: texts cut or joined, two versions in one file, a dash left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from generator.playbook.languages import LANGUAGES
from generator.playbook.problems import Problem

if TYPE_CHECKING:
    from generator.playbook.read.source import Node

_REMARK = re.compile(r"[^\s#] +#(?=([^\s#!]))")
"""A remark that sticks to its mark, behind something. Whoever means one leaves a space behind the mark."""
_AT_A_MARK = re.compile(r" #(?=[^\s#!])")
"""What each of them has; it begins with fixed characters, which are sought ten times as fast."""
MOST_SHOWN = 24
"""So many characters of what is lost are shown."""
_IN_WORDS = "[ \u3400-\u9fff]"
"""Compiled where a file has a remark at all: thousands of characters take their time."""
SENT = frozenset({"say"})
"""The fields whose text is sent as it is written."""
_BETWEEN_HAN = "[\u3001-\u9fff\uff01-\uff1f] [\u3001-\u9fff]"
_MARKED = ('"', "'", "|", ">")
"""What begins a text that is not plain."""
_VERSIONS = re.compile(
    r"^<{7}(?: .*)?\n(?P<ours>(?:.*\n)*?)(?P<theirs>(?:\|{7}.*\n(?:.*\n)*?)?={7} *\n(?:.*\n)*?>{7}.*)$", re.M
)


def cut_at_remark(root: Node, text: str) -> Iterator[Problem]:
    """Texts without quotes whose end is lost, because ` #` begins a remark."""
    if not (_AT_A_MARK.search(text) and _REMARK.search(text)):
        return
    ends = {(node.last.line, node.last.column): node for node in _plain(root, text.split("\n"))}
    for number, line in enumerate(text.split("\n")):
        for found in _REMARK.finditer(line):
            node = ends.get((number, found.start() + 1))
            if node and (re.search(_IN_WORDS, node.typed) or found[1].isdecimal()):
                place = node.file.place(number, found.end() - 1)
                yield Problem(
                    "text-cut-at-hash", details={"lost": _short(line[found.end() - 1 :])}, place=place
                )
                break


def joined(root: Node, text: str) -> Iterator[Problem]:
    """Texts on several lines that are read as one, where that shows: in what is sent, and between Chinese characters."""
    for node, key in _several_lines(root, text.split("\n"), ""):
        if key in SENT or re.search(_BETWEEN_HAN, str(node.data)):
            yield Problem("lines-joined", place=node.place)


def _several_lines(node: Node, lines: list[str], key: str) -> Iterator[tuple[Node, str]]:
    if node.children:
        for name, inner in node.children.items():
            # What is said in a language stands one step below the field.
            yield from _several_lines(
                inner, lines, key if isinstance(name, int) or name in LANGUAGES else name
            )
    elif node.last.line > node.first.line and lines[node.first.line][node.first.column :][:1] not in (
        "|",
        ">",
    ):
        yield node, key


def _plain(node: Node, lines: list[str]) -> Iterator[Node]:
    """The texts without quotes."""
    if node.children:
        for inner in node.children.values():
            yield from _plain(inner, lines)
    elif isinstance(node.data, str) and lines[node.first.line][node.first.column :][:1] not in _MARKED:
        yield node


def _short(lost: str) -> str:
    lost = lost.strip()
    return lost if len(lost) <= MOST_SHOWN else f"{lost[: MOST_SHOWN - 1]}…"


def one_version(text: str) -> tuple[str, list[int]]:
    """The text without what programs write where two versions met, and the lines (from 0) where they did.

    What was here stays, and each line keeps its number.
    """
    met: list[int] = []

    def ours(found: re.Match[str]) -> str:
        met.append(text.count("\n", 0, found.start()))
        return "\n" + found["ours"] + "\n" * found["theirs"].count("\n")

    return (_VERSIONS.sub(ours, text) if "<<<<<<<" in text else text), met


def with_dashes(text: str, marks: Iterable[Any]) -> str:
    """The text with `- ` before each of some names, in the place of the two spaces there."""
    lines = text.split("\n")
    for mark in marks:
        line = lines[mark.line]
        lines[mark.line] = f"{line[: mark.column - 2]}- {line[mark.column :]}"
    return "\n".join(lines)
