"""What the YAML parser stumbled over, in; the kind of mistake an author made and where it begins, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

_KEY = re.compile(r"\s*(?:-\s+)*([A-Za-z_][\w-]*)\s*")
_NO_COLON = re.compile(r"(?:\s*(?:-\s+)*|.*[{,]\s*)([A-Za-z_]\w*) +\{\s*\w+:")
_NO_COLON_ABOVE = re.compile(r"\s*(?:-\s+)*([A-Za-z_]\w*) +[\w\"'{\[][^:]*")
_NEXT_KEY = re.compile(r"[A-Za-z_][\w-]*\s*:(?:\s|$)")
_RUN_ON = re.compile(r"\s(?P<key>[A-Za-z_][\w-]*)\s*$")
_INNER_KEY = re.compile(r"^\s*(?:-\s+)*[A-Za-z_][\w-]*:(?:\s|$)", re.M)
_BARE_FILE = re.compile(r" +[^\s:#-][^:#]*\.ya?ml *(?: #.*)?")
_PAIRS = {"}": "{", "]": "["}


@dataclass(frozen=True)
class Slip:
    """A mistake in the writing; line and column count from 0."""

    kind: str
    line: int
    column: int
    name: str = ""
    """The character it is about, where there is one."""


def slip(error: yaml.MarkedYAMLError, text: str) -> Slip:
    """The mistake behind the parser's complaint about `text`.

    The parser reports where it could not go on; the mistake often stands before that, as with a quotation mark
    that is never closed.
    """
    said = f"{error.context or ''} {error.problem or ''}"
    stop = error.problem_mark or error.context_mark
    begun = error.context_mark or stop
    if stop is None or begun is None:
        return Slip("yaml-shape", 0, 0)
    return next(_guesses(said, begun, stop, text))


def _guesses(said: str, begun: yaml.Mark, stop: yaml.Mark, text: str) -> Iterator[Slip]:
    """What it may be, the most particular first."""
    line = (text + "\n").split("\n")[stop.line]
    before, after = line[: stop.column], line[stop.column :]
    here = after[:1]
    yield from _about_entries(text.split("\n"), sorted({begun.line, stop.line}))
    if "tab character" in said or (here == "\t" and "token" in said):
        yield Slip("yaml-tab", stop.line, stop.column)
    if "quoted scalar" in said and ("escape" in said or "hexdecimal" in said):
        yield Slip("yaml-escape", stop.line, stop.column)
    if (lacks := _NO_COLON.match(line)) and lacks.end() >= stop.column:
        yield Slip("yaml-no-colon", stop.line, lacks.start(1))
    yield from _about_quotes(said, begun, stop, text)
    yield from _about_characters(said, begun, stop, text)
    yield from _about_brackets(said, begun, stop, before, after)
    if "flow" in said and not after.strip() and (open_ := _unclosed(text)):
        yield Slip("yaml-bracket", open_.line, open_.column)
    if "could not find expected ':'" in said:
        yield Slip("yaml-no-colon", begun.line, begun.column)
    if "mapping values are not allowed" in said:
        yield from _about_colons(stop, before, text)
    if "expected '-' indicator" in said and not before.strip() and re.match(r"id:(?:\s|$)", after):
        yield Slip("dash-lost", stop.line, stop.column, "id")
    if not before.strip() and after.startswith("- "):
        yield Slip("yaml-indent", stop.line, stop.column)
    if not before.strip() and _NEXT_KEY.match(after):
        yield from _about_colons(stop, before + after.partition(":")[0], text)
    yield Slip("yaml-shape", stop.line, stop.column)


def _about_entries(lines: list[str], numbers: list[int]) -> Iterator[Slip]:
    """Of these lines one in braces that stands under an entry in braces, which has its dash."""
    for number in numbers:
        line = lines[number] if number < len(lines) else ""
        above = next((each for each in reversed(lines[:number]) if each.strip()), "")
        if line.lstrip().startswith("{") and re.match(r"\s*- +\{.*\}\s*$", above):
            yield Slip("dash-lost", number, len(line) - len(line.lstrip()), "{")
    yield from _about_files(lines, max(numbers))


def _about_files(lines: list[str], last: int) -> Iterator[Slip]:
    """Under `include` the first file without its dash, if the parser stopped in that list or behind it."""
    begun = next((n for n, line in enumerate(lines) if re.match(r"include:\s*(?:#.*)?$", line)), last)
    for number in range(begun + 1, min(last + 1, len(lines))):
        line = lines[number]
        if _BARE_FILE.fullmatch(line):
            yield Slip("dash-lost", number, len(line) - len(line.lstrip()), line.split("#")[0].strip())
        if re.match(r"\w", line):
            return


def _about_colons(stop: yaml.Mark, before: str, text: str) -> Iterator[Slip]:
    """A `: ` that comes unexpected: one is missing before it, or the line is not in its place, or it is text."""
    key = _KEY.fullmatch(before)
    if not key:
        yield Slip("yaml-colon", stop.line, stop.column)
        return
    above = next((n for n in range(stop.line - 1, -1, -1) if text.split("\n")[n].strip()), 0)
    if lacks := _NO_COLON_ABOVE.fullmatch(text.split("\n")[above]):
        yield Slip("yaml-no-colon", above, lacks.start(1))
    yield Slip("yaml-indent", stop.line, key.start(1))


def _about_quotes(said: str, begun: yaml.Mark, stop: yaml.Mark, text: str) -> Iterator[Slip]:
    closed = _quoted_before(stop if "quoted scalar" not in said else begun, text)
    if closed:
        start, end = closed
        within = "\n".join(text.split("\n")[start.line + 1 : end.line + 1])
        if _INNER_KEY.search(within):
            yield Slip("yaml-quote", start.line, start.column)
        elif "quoted scalar" not in said and text.split("\n")[end.line][end.column :][:1] not in (
            "}",
            "]",
            ",",
        ):
            yield Slip("yaml-quote-inside", end.line, end.column - 1)
    if "quoted scalar" in said:
        yield Slip("yaml-quote", begun.line, begun.column)


def _quoted_before(mark: yaml.Mark, text: str) -> tuple[yaml.Mark, yaml.Mark] | None:
    """The quoted text that ends where `mark` stands, if one does."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for token in yaml.scan(text, Loader=loader):
            quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
            if quoted and (token.end_mark.line, token.end_mark.column) == (mark.line, mark.column):
                return token.start_mark, token.end_mark
    except yaml.YAMLError:
        pass
    return None


def _unclosed(text: str) -> yaml.Mark | None:
    """The innermost bracket that is never closed."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    opened: list[yaml.Mark] = []
    try:
        for token in yaml.scan(text, Loader=loader):
            if isinstance(token, (yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken)):
                opened.append(token.start_mark)
            elif isinstance(token, (yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)) and opened:
                opened.pop()
    except yaml.YAMLError:
        pass
    return opened[-1] if opened else None


def _about_characters(said: str, begun: yaml.Mark, stop: yaml.Mark, text: str) -> Iterator[Slip]:
    """Characters that mean something to YAML where they begin a value."""
    lines = [*text.split("\n"), ""]
    if "anchor" in said or "alias" in said:
        yield Slip("yaml-alias", begun.line, begun.column)
    if " tag" in said:
        yield Slip("yaml-tag", begun.line, begun.column, "!")
    if "sequence entries are not allowed" in said and lines[stop.line][: stop.column].strip():
        yield Slip("yaml-character", stop.line, stop.column, "- ")
    if "block scalar" in said:
        yield Slip("yaml-character", begun.line, begun.column, lines[begun.line][begun.column :][:1])
    if "cannot start any token" in said or "keys are not allowed" in said:
        yield Slip("yaml-character", stop.line, stop.column, lines[stop.line][stop.column :][:1])


def _about_brackets(said: str, begun: yaml.Mark, stop: yaml.Mark, before: str, after: str) -> Iterator[Slip]:
    flow = "flow" in said
    run_on = _RUN_ON.search(before) if after.startswith(":") else _NEXT_KEY.match(after)
    at = run_on.start("key") if run_on and after.startswith(":") else stop.column
    if flow and run_on and before[:at].rstrip()[-1:] not in ("", ":"):
        yield Slip("yaml-comma", stop.line, at)
    if flow and after.startswith(":") and stop.line == begun.line:
        yield Slip("yaml-colon", stop.line, stop.column)
    closed = before.rstrip()[-1:]
    goes_on = after.strip() and after[0] not in ("}]#:" if not flow else ",}]#:")
    if "did not find expected" in said and goes_on and closed in _PAIRS:
        yield Slip("yaml-brace", stop.line, _opened(before.rstrip(), closed), _PAIRS[closed])
    if flow and after[:1] in ("{", "["):
        yield Slip("yaml-brace", stop.line, stop.column, after[0])
    if after[:1] in _PAIRS and not flow:
        yield Slip("yaml-bracket-extra", stop.line, stop.column, after[0])
    if "',' or" in said:
        yield Slip("yaml-bracket", begun.line, begun.column)


def _opened(before: str, closed: str) -> int:
    """Where the bracket opens that `before` ends with; 0 if on an earlier line."""
    depth = 0
    for column in range(len(before) - 1, -1, -1):
        depth += (before[column] == closed) - (before[column] == _PAIRS[closed])
        if depth == 0:
            return column
    return 0
