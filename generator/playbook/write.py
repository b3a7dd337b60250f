"""The way back: data as YAML that reads to the same data, and an edit of a value that leaves every other byte."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from generator.playbook.languages import LANGUAGES
from generator.playbook.problems import Place
from generator.playbook.read.lookalikes import is_suspect
from generator.playbook.read.reader import plain
from generator.playbook.read.source import Node

WIDTH = 110
"""Characters of a line up to which a text in two languages stands on one."""
DENSE = 520
"""Columns up to which any value does so where a file is to be short; a Han character takes two, and says twice as much."""
_LONGEST_KEY = 100
# What may begin a text without quotes, beside letters and figures; all else means something to YAML or may be a slip.
_OPENING = "“‘（《【"
_NOT_PLAIN = re.compile(r":(?:\s|$)|\s#|^\s|\s$|[,?\[\]{}]")
_IN_BLOCK = re.compile(r":(?:\s|$)|\s#|^\s|\s$")
_LIKE_A_FIGURE = re.compile(r"[\d.,:_/+-]+")
_RESOLVER: Any = yaml.resolver.Resolver()
_SEEN = "\u3000\u200d"
"""Not printable to Python, and yet meant: the wide space and what joins emoji."""
_LINE = re.compile(r"\r\n|\r|\n")


def written(data: Mapping[str, object], *, dense: bool = False) -> str:
    """`data` as the text of a file; `dense` puts whatever fits there on one line.

    ValueError for what a playbook cannot hold: numbers of more than 15 digits.
    """
    return "\n".join(_lines(data, 0, dense)) + "\n" if data else "{}\n"


def _lines(data: object, indent: int, dense: bool) -> Iterator[str]:
    """A mapping or list in lines, each entry on its own."""
    space = " " * indent
    match data:
        case Mapping():
            for key, value in data.items():
                yield from _entry(f"{space}{_key(key)}:", value, indent + 2, dense)
        case list() | tuple():
            for value in data:
                yield from _entry(f"{space}-", value, indent + 2, dense)


def entries_written(values: Sequence[object], indent: int, *, dense: bool = False) -> str:
    """Values as entries of a list whose dashes stand behind `indent` spaces, one below another, without the last line's end."""
    return "\n".join(_lines(values, indent, dense))


def _entry(start: str, value: object, indent: int, dense: bool) -> Iterator[str]:
    if isinstance(value, str) and _is_block(value):
        yield f"{start} |-"
        yield from (" " * indent + line if line else "" for line in value.split("\n"))
    elif not isinstance(value, (Mapping, list, tuple)):
        yield f"{start} {_scalar(value, _IN_BLOCK)}"
    elif not value or _fits(start, value, dense):
        yield f"{start} {in_line(value)}"
    elif start.endswith("-"):
        first, *rest = _lines(value, indent, dense)
        yield f"{start} {first.lstrip()}"
        yield from rest
    else:
        yield start
        yield from _lines(value, indent, dense)


def _fits(start: str, value: Mapping[str, object] | Sequence[object], dense: bool) -> bool:
    line = f"{start} {in_line(value)}"
    return columns(line) <= DENSE if dense else _is_small(value) and len(line) <= WIDTH


def columns(line: str) -> int:
    """How wide a line is on a screen of letters of one width."""
    return len(line) + sum(unicodedata.east_asian_width(each) in "WF" for each in line if not each.isascii())


def _is_small(value: Mapping[str, object] | Sequence[object]) -> bool:
    """Whether it may stand on one line: a text in several languages, or a list of ids."""
    if isinstance(value, Mapping):
        return set(value) <= set(LANGUAGES) and not any(
            isinstance(each, (Mapping, list, tuple)) for each in value.values()
        )
    return all(isinstance(each, str) and re.fullmatch(r"[a-z][\w-]*", each) for each in value)


def _is_block(text: str) -> bool:
    """Whether a text is clearest as a block of lines, and safe as one."""
    lines = text.split("\n")
    return (
        len(lines) > 1
        and bool(lines[0] and lines[-1])
        and lines[0][0] != " "
        and all(_is_printable(line) and (not line or not line.isspace()) for line in lines)
    )


def in_line(value: object) -> str:
    """A value on one line, in a form that can stand anywhere in a file."""
    match value:
        case Mapping():
            return "{" + ", ".join(f"{_key(key)}: {in_line(each)}" for key, each in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(in_line, value)) + "]"
        case _:
            return _scalar(value, _NOT_PLAIN)


def _key(name: object) -> str:
    if not isinstance(name, str) or len(name) > _LONGEST_KEY:
        raise ValueError(f"no name of a field: {name!r}")
    return name if re.fullmatch(r"[\w-]+", name) and _is_plain(name, _NOT_PLAIN) else _quoted(name)


def _scalar(value: object, not_plain: re.Pattern[str]) -> str:
    match value:
        case str():
            return value if _is_plain(value, not_plain) else _quoted(value)
        case None | bool():
            return {None: "null", True: "true", False: "false"}[value]
        case int():
            text = str(value)
        case float():
            text = repr(value) if "e" not in repr(value) else f"{value:.15f}"
        case _:
            raise ValueError(f"no value of a playbook: {value!r}")
    if plain(text) != value:
        raise ValueError(f"no number that a playbook can hold: {value!r}")
    return text


def _is_plain(text: str, not_plain: re.Pattern[str]) -> bool:
    """Whether a text can go without quotes, for us and for other readers of YAML (`no`, 10:30, 012)."""
    return (
        _is_printable(text)
        and (text[:1].isalnum() or text[:1] in _OPENING)
        and bool(text)
        and not not_plain.search(text)
        and not is_suspect(text)
        and plain(text) == text
        and not _LIKE_A_FIGURE.fullmatch(text)
        and _RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) == "tag:yaml.org,2002:str"
    )


def _is_printable(text: str) -> bool:
    return text.isprintable() or all(each.isprintable() or each in _SEEN for each in text)


def _quoted(text: str) -> str:
    """In double quotes; what cannot be seen is written as an escape."""
    return "".join(
        each if _is_printable(each) else _escaped(each) for each in json.dumps(text, ensure_ascii=False)
    )


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def patched(content: str, node: Node, value: object) -> str:
    """`content`, the text of a file, with `value` in the place of `node`, which was read from it.

    Of mappings and lists only what differs is changed, so that comments and layout inside them stay; where keys
    or the number of entries differ, the whole is written anew on one line.
    """
    for start, end, text in sorted(_changes(content, line_starts(content), node, value), reverse=True):
        content = content[:start] + text + content[end:]
    return content


def _changes(content: str, lines: list[int], node: Node, value: Any) -> Iterator[tuple[int, int, str]]:
    """What to put where, as positions in `content`."""
    data = node.data
    if _same(data, value):
        return
    keys: Sequence[Any] = ()
    if isinstance(data, dict) and isinstance(value, Mapping) and [*data] == [*value]:
        keys = [*data]
    elif isinstance(data, tuple) and isinstance(value, (list, tuple)) and len(data) == len(value):
        keys = range(len(data))
    if keys:
        for key in keys:
            yield from _changes(content, lines, node.children[key], value[key])
        return
    start, end = (position(lines, place) for place in (node.place, node.end))
    old = content[start:end].rstrip()  # A text block is said to end at the start of the line behind it.
    if old[:1] in ("|", ">") and isinstance(value, str) and _is_block(value):
        yield start, start + len(old), _block(old, value, content)
        return
    yield (
        start,
        start + len(old),
        _fitted(content[:start].rstrip(" "), content[start - 1 : start], old, in_line(value)),
    )


def _fitted(before: str, last: str, old: str, new: str) -> str:
    """The new text as it must stand where the old one stood."""
    if not old and before[-1:] not in (":", "-", "?", "[", ","):
        return f": {new}"  # {key} is a key without a value.
    if (not old and not last.isspace()) or old.startswith("-"):
        return f" {new}"  # A list may begin right below its key; what stands on one line may not.
    return new


def _block(old: str, value: str, content: str) -> str:
    """A text block with the indent of the one before."""
    ending = "\r\n" if "\r\n" in content else "\n"
    lines = (line for line in _LINE.split(old)[1:] if line.strip())
    indent = next((line[: len(line) - len(line.lstrip(" "))] for line in lines), "  ")
    return ending.join(["|-", *(indent + line if line else "" for line in value.split("\n"))])


def _same(one: object, other: object) -> bool:
    """Whether they are the same data; 1, 1.0 and true are not."""
    match one, other:
        case dict(), Mapping():
            return [*one] == [*other] and all(_same(one[key], other[key]) for key in one)
        case tuple(), list() | tuple():
            return len(one) == len(other) and all(map(_same, one, other))
        case _:
            return type(one) is type(other) and one == other


def line_starts(content: str) -> list[int]:
    """Where each line begins, past a byte order mark."""
    return [
        len(content) - len(content.removeprefix("\ufeff")),
        *(each.end() for each in _LINE.finditer(content)),
    ]


def position(lines: list[int], place: Place) -> int:
    return lines[place.line - 1] + place.column - 1
