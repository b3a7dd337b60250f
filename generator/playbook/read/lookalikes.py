"""Text as people type it, in; text as YAML wants it, out, with every mark that only looked right noted.

A Chinese keyboard gives full-width colons, commas and spaces. Mending them lets the rest of the file be read, so
that all problems come in one run. Only names that are fields of the model count, and nothing inside quotes, text
blocks or comments, so that texts which hold such marks are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.playbook.problems import Place, Problem

# Control characters, marks of direction, spaces of no width, line breaks that only YAML knows: nobody means them.
_INVISIBLE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
# What no rule can do without; most lines have none of it, and so are looked at only once.
_SUSPECT = re.compile(
    r"[：｛［｝］\u3000\u00a0]|^\s*(?:[－—–•·]|-(?=[^\s\d-]))|[，、；]\s*\w+[:：]|\[[^\]]*[，、；]|[a-z_]:(?=[^\s/:,}\]])"
)
_CLOSING = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'")}
_NO_MARKS = re.compile(
    r"""(?:^|[:：{\[,，-])\s*(?P<quoted>"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?)|(?:^|(?<=\s))(?P<comment>\#.*)"""
)
_BLOCK = re.compile(r"\s*(?:-\s+)*(?P<key>[\w-]+\s*[:：])?\s*[|>][-+0-9]*[\s\ufffd]*$")
_PLAIN = {"，": ", ", "、": ", ", "；": ", ", "｛": "{", "｝": "}", "［": "[", "］": "]"}
_WIDE_SPACE, _HARD_SPACE = "\u3000", "\u00a0"
_HIDDEN = "\ufffd"
"""Stands for a character inside quotes, a text block or a comment while marks are looked for."""


@dataclass(frozen=True)
class Mended:
    """The text that can be read, what was noted, and where the characters of changed lines had stood."""

    text: str
    problems: tuple[Problem, ...]
    columns: Mapping[int, tuple[int, ...]]

    def column(self, line: int, column: int) -> int:
        """The column as it was typed; all count from 0."""
        columns = self.columns.get(line)
        return column if columns is None else columns[min(column, len(columns) - 1)]


def mended(text: str, shown: str, names: frozenset[str]) -> Mended:
    """`text` with look-alikes put right. `shown`: the file's name in problems; `names`: of all fields."""
    lines = [_Line(line) for line in text.split("\n")]
    problems = [
        Problem("control-character", details={"code": code}, place=Place(shown, number, column + 1))
        for number, line in enumerate(lines, 1)
        for code, column in line.without_invisible()
    ]
    rules = _rules(names)
    suspects = [number for number, line in enumerate(lines) if _SUSPECT.search(line.text)]
    if suspects:
        _hide_texts(lines)
    for number in suspects:
        for rule in rules:
            for column, details in lines[number].mended(rule):
                problems.append(
                    Problem(rule.kind, details=details, place=Place(shown, number + 1, column + 1))
                )
    columns = {number: tuple(line.columns) for number, line in enumerate(lines) if line.changed}
    return Mended("\n".join(line.text for line in lines), tuple(problems), columns)


@dataclass(frozen=True)
class _Rule:
    """A mark that only looks right, found as the group `mark`, and what is meant."""

    kind: str
    where: re.Pattern[str]
    instead: str = ""
    """What is meant; empty where it depends on the mark."""

    def plain(self, mark: str) -> str:
        if self.instead:
            return self.instead
        if mark[0] in _PLAIN:
            return _PLAIN[mark[0]]
        return mark.replace(_WIDE_SPACE, "  ").replace(_HARD_SPACE, " ")


@cache
def _rules(names: frozenset[str]) -> tuple[_Rule, ...]:
    name = "(?P<name>" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + ")"
    key = name.replace("?P<name>", "?:")
    start = r"(?:^\s*(?:-\s+)*|\{\s*|\{.*,\s*)"
    word = "[a-z0-9_-]+"
    rules = (
        ("fullwidth-space", rf"^(?P<mark>{_WIDE_SPACE}[ {_WIDE_SPACE}]*)", ""),
        ("fullwidth-space", rf"^ +(?P<mark>{_WIDE_SPACE}[ {_WIDE_SPACE}]*)(?={key}[:：]|-\s)", ""),
        ("hard-space", rf"^ *(?P<mark>{_HARD_SPACE}[ {_HARD_SPACE}]*)", ""),
        ("list-dash", rf"^\s*(?P<mark>-(?={key}(?:: |：)|\{{)|[－—–•·]\s*(?={key}[:：]|\{{))", "- "),
        ("fullwidth-mark", rf"(?:{start}{key}[:：]\s*|^\s*-\s+)(?P<mark>[｛［])", ""),
        ("fullwidth-mark", r"\{[^{}｝]*(?P<mark>｝)(?=\s*(?:[,}\]]|$))", ""),
        ("fullwidth-mark", r"\[[^\[\]］]*(?P<mark>］)(?=\s*(?:[,}\]]|$))", ""),
        ("fullwidth-mark", rf"\{{.*?(?P<mark>[，、；]\s*)(?={key}(?:: |：))", ""),
        (
            "fullwidth-mark",
            rf"{start}{key}: +\[\s*{word}(?:, *{word})*(?P<mark>[，、；]\s*)(?=[\w，、；, -]*\])",
            "",
        ),
        ("fullwidth-colon", rf"{start}{name}(?P<mark>：[ {_WIDE_SPACE}]*)", ": "),
        ("no-space-after-colon", rf"{start}{name}(?P<mark>:)(?=[^\s/:,}}\]])", ": "),
        ("fullwidth-space", rf"(?:{start}{key}:|^\s*-) *(?P<mark>{_WIDE_SPACE}\s*)", " "),
        ("hard-space", rf"(?:{start}{key}:|^\s*-) *(?P<mark>{_HARD_SPACE}\s*)", " "),
    )
    return tuple(_Rule(kind, re.compile(where), instead) for kind, where, instead in rules)


class _Line:
    """A line being mended, and the column each of its characters had as it was typed."""

    def __init__(self, text: str) -> None:
        self.text = self.open = text
        self.columns = list(range(len(text) + 1))
        self.changed = False

    def put(self, start: int, end: int, instead: str) -> None:
        self.text = self.text[:start] + instead + self.text[end:]
        self.open = self.open[:start] + instead + self.open[end:]
        self.columns[start:end] = [self.columns[start]] * len(instead)
        self.changed = True

    def hide(self, start: int, end: int) -> None:
        """Keeps what stands between two columns from being taken for a mark."""
        self.open = self.open[:start] + _HIDDEN * (end - start) + self.open[end:]

    def without_invisible(self) -> Iterator[tuple[str, int]]:
        while found := _INVISIBLE.search(self.text):
            yield f"U+{ord(found.group()):04X}", self.columns[found.start()]
            self.put(found.start(), found.end(), "")

    def mended(self, rule: _Rule) -> Iterator[tuple[int, dict[str, str]]]:
        """Puts right what the rule finds; gives its columns, and what to say of it."""
        while found := rule.where.search(self.open):
            start, end = found.span("mark")
            plain = rule.plain(found["mark"])
            named = {"name": found["name"]} if "name" in found.re.groupindex else {}
            yield self.columns[start], named or {"mark": found["mark"].strip(), "plain": plain.strip()}
            self.put(start, end, plain)


def _hide_texts(lines: list[_Line]) -> None:
    """Hides what stands in quotes, text blocks and comments.

    Goes line by line and not by YAML, which would stop at the first look-alike.
    """
    quote, block = "", -1
    for line in lines:
        indent = len(line.text) - len(line.text.lstrip(" "))
        if block >= 0 and (not line.text.strip() or indent > block):
            line.hide(0, len(line.text))
            continue
        block = -1
        quote = _hide_quotes(line, quote)
        if begun := _BLOCK.match(line.open):
            block = begun.start("key") if begun["key"] else indent


def _hide_quotes(line: _Line, quote: str) -> str:
    """Hides quotes and comments; `quote` is the mark left open before and, given back, after this line."""
    start = 0
    if quote:
        closed = _CLOSING[quote].match(line.text)
        start = closed.end() if closed else len(line.text)
        line.hide(0, start)
        if not closed:
            return quote
    for found in _NO_MARKS.finditer(line.text, start):
        part = found[found.lastgroup or 0]
        line.hide(*found.span(found.lastgroup or 0))
        if part[0] in _CLOSING and not _CLOSING[part[0]].fullmatch(part, 1):
            return part[0]
    return ""
