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

import yaml

from generator.playbook.problems import Place, Problem

# Control characters, marks of direction, spaces of no width, line breaks that only YAML knows: nobody means them.
_INVISIBLE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
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
    suspects = [n for n, line in enumerate(lines) if any(rule.where.search(line.text) for rule in rules)]
    if suspects:
        _hide_texts(lines)
    for number in suspects:
        for rule in rules:
            for column, details in lines[number].mended(rule):
                problems.append(Problem(rule.kind, details=details, place=Place(shown, number + 1, column + 1)))
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
        ("fullwidth-space", rf"^ *(?P<mark>{_WIDE_SPACE}[ {_WIDE_SPACE}]*)", ""),
        ("hard-space", rf"^ *(?P<mark>{_HARD_SPACE}[ {_HARD_SPACE}]*)", ""),
        ("list-dash", rf"^\s*(?P<mark>-(?={key}(?:: |：)|\{{)|[－—–•·]\s*(?={key}[:：]|\{{))", "- "),
        ("fullwidth-mark", rf"(?:{start}{key}[:：]\s*|^\s*-\s+)(?P<mark>[｛［])", ""),
        ("fullwidth-mark", r"\{[^{}｝]*(?P<mark>｝)(?=\s*(?:[,}\]]|$))", ""),
        ("fullwidth-mark", r"\[[^\[\]］]*(?P<mark>］)(?=\s*(?:[,}\]]|$))", ""),
        ("fullwidth-mark", rf"\{{.*?(?P<mark>[，、；]\s*)(?={key}(?:: |：))", ""),
        ("fullwidth-mark", rf"{start}{key}: +\[\s*{word}(?:, *{word})*(?P<mark>[，、；]\s*)(?=[\w，、；, -]*\])", ""),
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
    """Hides what stands in quotes, text blocks and comments."""
    for first, last in _texts("\n".join(line.text for line in lines)):
        for number in range(first.line, last.line + 1):
            line = lines[number]
            start = first.column if number == first.line else 0
            end = last.column if number == last.line else len(line.text)
            line.hide(start, end)
    for line in lines:
        if comment := re.search(r"(?:^|\s)#", line.open):
            line.hide(comment.start(), len(line.text))


def _texts(text: str) -> Iterator[tuple[yaml.Mark, yaml.Mark]]:
    """Where quoted texts and text blocks begin and end, as far as the file can be told apart."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for token in yaml.scan(text, Loader=loader):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"', "|", ">"):
                yield token.start_mark, token.end_mark
    except yaml.YAMLError:
        return
