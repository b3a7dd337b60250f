"""Text as people type it, in; text as YAML wants it, out, with every mark that only looked right noted.

A Chinese keyboard gives full-width colons, commas and spaces. Mending them lets the rest of the file be read, so
that all problems come in one run. Only names that are fields of the model count, and nothing inside quotes, text
blocks or comments, so that texts which hold such marks are left alone.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.playbook.problems import Place, Problem

# Control characters, marks of direction, spaces of no width, line breaks that only YAML knows: nobody means them.
_INVISIBLE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
# What no rule can do without; most files have none of it. Each begins with the rarest mark, which is sought fast.
_SUSPECT = tuple(
    re.compile(pattern, re.M)
    for pattern in (
        r"[｛［｝］\u3000\u00a0]|【】",
        r"：(?<=[A-Za-z0-9_]：)",
        r":(?<=[a-z_]:)(?=[^\s/:,}\]])",
        r"[，、；]\s*[A-Za-z_]\w*(?:: |：)",
        r"\[ *[a-z0-9_-]+(?:, *[a-z0-9_-]+)*[，、；]",
        r"^[ \t]*(?:[－—–•·]|-[^\s\d-])",
        r"[０-９](?<=[\s:：][０-９])",
    )
)
_RARE = (*"｛［｝］\u3000\u00a0", "【】")
"""What the first of them finds, each sought by itself: five times as fast in a file that has none."""
_CLOSING = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'")}
_NO_MARKS = re.compile(
    r"""(?:^|[:：{\[,，-])\s*(?P<quoted>"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?)|(?:^|(?<=\s))(?P<comment>\#.*)"""
)
_BLOCK = re.compile(r"\s*(?:-\s+)*(?P<key>(?:[\w-]+|\ufffd+)\s*[:：])?\s*[|>][-+0-9]*[\s\ufffd]*$")
_PLAIN = {"，": ", ", "、": ", ", "；": ", ", "｛": "{", "｝": "}", "［": "[", "］": "]"}
_WIDE_SPACE, _HARD_SPACE = "\u3000", "\u00a0"
_HIDDEN = "\ufffd"
"""Stands for a character inside quotes, a text block or a comment while marks are looked for."""


@dataclass(frozen=True)
class Normalised:
    """The text that can be read, what was noted, and where the characters of changed lines had stood."""

    text: str
    problems: tuple[Problem, ...]
    columns: Mapping[int, tuple[int, ...]]

    def column(self, line: int, column: int) -> int:
        """The column as it was typed; all count from 0."""
        columns = self.columns.get(line)
        return column if columns is None else columns[min(column, len(columns) - 1)]


def normalised(text: str, shown: str, names: frozenset[str]) -> Normalised:
    """`text` with look-alikes put right. `shown`: the file's name in problems; `names`: of all fields."""
    if not _INVISIBLE.search(text) and not is_suspect(text):
        return Normalised(text, (), {})
    lines = [_Line(line) for line in text.split("\n")]
    problems = [
        Problem("control-character", details={"code": code}, place=Place(shown, number, column + 1))
        for number, line in enumerate(lines, 1)
        for code, column in line.without_invisible()
    ]
    suspects = [
        number
        for number in _touched("\n".join(line.text for line in lines))
        if is_suspect(lines[number].text)
    ]
    if suspects:
        _hide_texts(lines[: suspects[-1] + 1])
    for number in suspects:
        for rule in _RULES:
            if rule.in_list and not _in_list(lines, number):
                continue
            for column, details in lines[number].mended(rule, names):
                problems.append(
                    Problem(rule.kind, details=details, place=Place(shown, number + 1, column + 1))
                )
    columns = {number: line.columns for number, line in enumerate(lines) if line.columns}
    return Normalised("\n".join(line.text for line in lines), tuple(problems), columns)


def _touched(text: str) -> list[int]:
    """The lines that something suspect begins on, runs through or ends on."""
    ends = [found.start() for found in re.finditer("\n", text)]
    touched: set[int] = set()
    for each in _SUSPECT:
        for found in each.finditer(text):
            first, last = bisect_left(ends, found.start()), bisect_left(ends, found.end())
            touched.update(range(first, last + 1))
    return sorted(touched)


def is_suspect(text: str) -> bool:
    return any(each in text for each in _RARE) or any(each.search(text) for each in _SUSPECT[1:])


@dataclass(frozen=True)
class _Rule:
    """A mark that only looks right, found as the group `mark`, and what is meant."""

    kind: str
    where: str
    """The expression; its group `key` or `name` must hold the name of a field, `name` is said in the problem."""
    instead: str = ""
    """What is meant; empty where it depends on the mark."""
    in_braces: bool = False
    """Whether it counts only behind an opening brace."""
    in_list: bool = False
    """Whether it counts only on a line whose neighbours are entries of a list."""
    then: str = "(?!)"
    """Where a mark has been found, the next may stand behind it."""

    def plain(self, mark: str) -> str:
        if self.instead:
            return self.instead
        if mark[0] in _PLAIN:
            return _PLAIN[mark[0]]
        if mark[-1].isdecimal():
            return unicodedata.normalize("NFKC", mark)
        return mark.replace(_WIDE_SPACE, "  ").replace(_HARD_SPACE, " ")

    def marks(self, line: str, names: frozenset[str]) -> Iterator[re.Match[str]]:
        """What it finds in a line, from left to right; the work grows as the line does."""
        where, then = re.compile(self.where), re.compile(self.then)
        brace, mended, at = line.find("{"), -1, 0
        while found := where.search(line, at):
            groups = found.groupdict()
            needs_brace = self.in_braces or found[0].startswith(",")
            if (
                not {groups.get("key"), groups.get("name")} <= names | {None}
                or (needs_brace and not 0 <= brace < found.start())
                or (found[0].startswith("｛") and found.start() != mended)
            ):
                at = found.start() + 1
                continue
            following: re.Match[str] | None = found
            while following:
                yield following
                at = following.end("mark")
                following = then.match(line, at)
            if found["mark"] == "｛":  # It is a brace for what stands behind it.
                at = mended = found.start("mark")
                brace = mended if brace < 0 else brace


_WORD = "[A-Za-z_][A-Za-z0-9_]*"
_KEY, _NAME = f"(?P<key>{_WORD})", f"(?P<name>{_WORD})"
_START = r"(?:^\s*(?:-\s+)*|[{,｛]\s*)"
_IDS = "[a-z0-9_-]+(?:, *[a-z0-9_-]+)*"
_FIGURE = "[-－]?[0-9０-９．]*[０-９][0-9０-９．]*"
_ENTRY = re.compile(r"-\s|-$|[－—–•·]|-[^\s\d-]")
_RULES = (
    _Rule("fullwidth-space", rf"^(?P<mark>{_WIDE_SPACE}[ {_WIDE_SPACE}]*)"),
    _Rule("fullwidth-space", rf"^ +(?P<mark>{_WIDE_SPACE}[ {_WIDE_SPACE}]*)(?={_KEY}[:：]|-\s)"),
    _Rule("hard-space", rf"^ *(?P<mark>{_HARD_SPACE}[ {_HARD_SPACE}]*)"),
    _Rule("list-dash", rf"^\s*(?P<mark>-)(?={_KEY}(?:: |：)|\{{)", "- "),
    _Rule("list-dash", rf"^\s*(?P<mark>[－—–•·]\s*)(?={_KEY}[:：]|\{{)", "- "),
    _Rule("list-dash", r"^\s*(?P<mark>-|[－—–•·]\s*)(?=[^\s\d－—–•·-])", "- ", in_list=True),
    _Rule(
        "fullwidth-mark", rf"{_START}{_KEY}(?:: +|：\s*)(?P<mark>{_FIGURE})(?=\s*(?:[,，}}\]{_HIDDEN}]|$))"
    ),
    _Rule("fullwidth-mark", rf"(?:{_START}{_KEY}[:：]\s*|^\s*-\s+)(?P<mark>[｛［])"),
    _Rule("fullwidth-mark", rf"{_START}{_KEY}: +(?P<mark>【】)(?=\s*$)", "[]"),
    _Rule("fullwidth-mark", r"\{[^{}｝]*(?P<mark>｝)(?=\s*(?:[,}\]]|$))"),
    _Rule("fullwidth-mark", r"\[[^\[\]］]*(?P<mark>］)(?=\s*(?:[,}\]]|$))"),
    _Rule("fullwidth-mark", rf"(?P<mark>[，、；]\s*)(?={_KEY}(?:: |：))", in_braces=True),
    _Rule(
        "fullwidth-mark",
        rf"{_START}{_KEY}: +\[\s*{_IDS}(?P<mark>[，、；]\s*)(?=[\w，；、, -]*\])",
        then=rf"{_IDS}(?P<mark>[，、；]\s*)",
    ),
    _Rule("fullwidth-colon", rf"{_START}{_NAME}(?P<mark>：[ {_WIDE_SPACE}]*)", ": "),
    _Rule("no-space-after-colon", rf"{_START}{_NAME}(?P<mark>:)(?=[^\s/:,}}\]])", ": "),
    _Rule("fullwidth-space", rf"{_START}{_KEY}: *(?P<mark>{_WIDE_SPACE}\s*)", " "),
    _Rule("fullwidth-space", rf"^\s*- *(?P<mark>{_WIDE_SPACE}\s*)", " "),
    _Rule("hard-space", rf"{_START}{_KEY}: *(?P<mark>{_HARD_SPACE}\s*)", " "),
    _Rule("hard-space", rf"^\s*- *(?P<mark>{_HARD_SPACE}\s*)", " "),
)


def _in_list(lines: list[_Line], number: int) -> bool:
    """Whether an entry of the same list stands above a line or, if it is the first of a list, below it."""
    own = lines[number].indent
    above = _neighbour(reversed(lines[:number]), own)
    if above is None or above.indent == own:
        return above is not None and bool(_ENTRY.match(above.open, own))
    below = _neighbour(lines[number + 1 :], own)
    begins = above.open.rstrip().endswith((":", "："))
    return begins and below is not None and below.indent == own and bool(_ENTRY.match(below.open, own))


def _neighbour(lines: Iterable[_Line], indent: int) -> _Line | None:
    """The first line that says something and is not further in."""
    return next((line for line in lines if line.open.strip(f" {_HIDDEN}") and line.indent <= indent), None)


class _Line:
    """A line being mended, and the column each of its characters had as it was typed."""

    def __init__(self, text: str) -> None:
        self.text = self.open = text
        self.columns: tuple[int, ...] = ()
        """Empty while nothing has been changed."""

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))

    def put(self, changes: Sequence[tuple[int, int, str]]) -> None:
        """Puts something else in the place of each of some parts, which stand from left to right."""
        if not changes:
            return
        before, at = self.columns or tuple(range(len(self.text) + 1)), 0
        text, open_, columns = [], [], []
        for start, end, instead in changes:
            text += [self.text[at:start], instead]
            open_ += [self.open[at:start], instead]
            columns += [*before[at:start], *[before[start]] * len(instead)]
            at = end
        self.text = "".join((*text, self.text[at:]))
        self.open = "".join((*open_, self.open[at:]))
        self.columns = (*columns, *before[at:])

    def hide(self, spans: Iterable[tuple[int, int]]) -> None:
        """Keeps what stands between some columns from being taken for marks."""
        parts, at = [], 0
        for start, end in spans:
            parts += [self.open[at:start], _HIDDEN * (end - start)]
            at = end
        self.open = "".join((*parts, self.open[at:]))

    def without_invisible(self) -> Iterator[tuple[str, int]]:
        found = list(_INVISIBLE.finditer(self.text))
        self.put([(*each.span(), "") for each in found])
        for each in found:
            yield f"U+{ord(each.group()):04X}", each.start()

    def mended(self, rule: _Rule, names: frozenset[str]) -> Iterator[tuple[int, dict[str, str]]]:
        """Puts right what the rule finds; gives its columns, and what to say of it."""
        changes = []
        for found in rule.marks(self.open, names):
            mark, plain, (start, end) = found["mark"], rule.plain(found["mark"]), found.span("mark")
            named = {"name": found["name"]} if "name" in found.re.groupindex else {}
            column = self.columns[start] if self.columns else start
            yield column, named or {"mark": mark.strip(), "plain": plain.strip()}
            changes.append((start, end, plain))
        self.put(changes)


def _hide_texts(lines: list[_Line]) -> None:
    """Hides what stands in quotes, text blocks and comments.

    Goes line by line and not by YAML, which would stop at the first look-alike.
    """
    quote, block = "", -1
    for line in lines:
        indent = line.indent
        if block >= 0 and (not line.text.strip() or indent > block):
            line.hide([(0, len(line.text))])
            continue
        block = -1
        quote = _hide_quotes(line, quote)
        if begun := _BLOCK.match(line.open):
            block = begun.start("key") if begun["key"] else indent


def _hide_quotes(line: _Line, quote: str) -> str:
    """Hides quotes and comments; `quote` is the mark left open before and, given back, after this line."""
    start, left_open = 0, ""
    if quote:
        closed = _CLOSING[quote].match(line.text)
        if not closed:
            line.hide([(0, len(line.text))])
            return quote
        start = closed.end()
    spans = [(0, start)]
    for found in _NO_MARKS.finditer(line.text, start):
        part = found[found.lastgroup or 0]
        spans.append(found.span(found.lastgroup or 0))
        if part[0] in _CLOSING and not _CLOSING[part[0]].fullmatch(part, 1):
            left_open = part[0]
            break
    line.hide(spans)
    return left_open
