"""An entry more in a file, or one less: what else stands there, comments too, stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.playbook.read.source import Node
from generator.playbook.write import (
    DENSE,
    WIDTH,
    columns,
    entries_written,
    in_line,
    line_starts,
    patched,
    position,
    written,
)

_REMARK = re.compile(r"( *)#")


def with_entries(content: str, holder: Node, key: str, entries: Sequence[object]) -> str:
    """`content`, the text of a file, with `entries` at the end of the list `key` of `holder`, which was read from it.

    The list need not be there yet; where it stands in brackets, they go into the brackets.
    """
    there = holder.children.get(key)
    if there is None:
        return _with_field(content, holder, key, entries)
    if not there.children:
        return _first_ones(content, holder.keys[key], there, entries)
    start = _at(content, there)
    last = _last(there)
    if content[start : start + 1] == "[":
        end = _end(content, last)
        return f"{content[:end]}, {', '.join(map(in_line, entries))}{content[end:]}"
    end = _end_of_lines(content, _end(content, last), column(content, start))
    text = entries_written(entries, column(content, start), dense=_is_dense(content))
    apart = "\n" if re.search(r"\n[ \t]*\r?\n[ \t]*- ", content[start:end]) else ""
    return _put(content, end, "\n" + apart + text)


def without_entry(content: str, listed: Node, at: int) -> str:
    """`content` without the entry `at` of the list `listed`, which was read from it.

    The remarks inside it and those right above it go too: they speak of it. What stands above the first one may speak
    of the whole list, and stays, as does what is set off by an empty line.
    """
    children = [*listed.children.values()]
    child = children[at]
    start, end = _at(content, child), _end(content, child)
    if content[_at(content, listed)] == "[":
        if at + 1 < len(children):
            return content[:start] + content[_at(content, children[at + 1]) :]
        return content[: _end(content, children[at - 1]) if at else start] + content[end:]
    dash = content.rindex("-", 0, start)
    indent = column(content, dash)
    end = _end_of_lines(content, end, indent)
    begin = _line_start(content, dash)
    if at:
        begin = _with_remarks(content, begin, indent)
    elif len(children) == 1:
        return content[:begin].rstrip() + " []" + content[end:]
    behind = content[end:].removeprefix("\r").removeprefix("\n")
    if not behind.strip():
        return content[:begin].rstrip() + content[end:]
    before = content[:begin]
    # Of two empty lines around it one is enough.
    if re.search(r"\n[ \t]*\r?\n$", before):
        behind = re.sub(r"\A(?:[ \t]*\r?\n)+", "", behind)
    return before + behind


def with_value(content: str, holder: Node, step: str | int, value: object) -> str:
    """`content` with `value` in the place of what stands at `step` of `holder`, which was read from it.

    Where it has the same fields, only what differs is changed; otherwise an entry of a list is written anew in lines.
    """
    node = holder.children[step]
    same = isinstance(node.data, Mapping) and isinstance(value, Mapping) and [*node.data] == [*value]
    start = _at(content, node)
    dash = content.rfind("-", _line_start(content, start), start)
    if same or isinstance(step, str) or dash < 0 or content[_at(content, holder)] == "[":
        return patched(content, node, value)
    indent = column(content, dash)
    text = entries_written([value], indent, dense=_is_dense(content))[indent:].removeprefix("-").lstrip(" ")
    ending = "\r\n" if "\r\n" in content else "\n"
    return content[:start] + text.replace("\n", ending) + content[_end(content, node) :]


def has_remark(content: str, node: Node) -> bool:
    """Whether somebody may have written a remark inside a value."""
    return bool(re.search(r"(?m)(?:^|\s)#", content[_at(content, node) : _end(content, node)]))


def with_chapter(content: str, name: str, value: object) -> str:
    """`content` with a chapter at its end."""
    return _put(
        content.rstrip() + "\n", len(content.rstrip()), "\n" + written({name: value}, dense=True).rstrip("\n")
    )


def column(content: str, at: int) -> int:
    """How many characters stand before a position in its line."""
    return at - _line_start(content, at)


def _with_field(content: str, holder: Node, key: str, entries: Sequence[object]) -> str:
    start = _at(content, holder)
    if content[start : start + 1] == "{":
        end = _end(content, _last(holder)) if holder.children else start + 1
        return f"{content[:end]}{', ' if holder.children else ''}{key}: {in_line(entries)}{content[end:]}"
    indent = column(content, start)
    end = _end_of_lines(content, _end(content, _last(holder)), indent)
    text = entries_written(entries, indent + 2, dense=_is_dense(content))
    return _put(content, end, f"\n{' ' * indent}{key}:\n{text}")


def _first_ones(content: str, key: Node, there: Node, entries: Sequence[object]) -> str:
    """Into a list that is named and has nothing in it."""
    indent = column(content, _at(content, key))
    colon = content.index(":", _end(content, key))
    end = max(_end(content, there), colon + 1)
    text = entries_written(entries, indent + 2, dense=_is_dense(content))
    return _put(content[: colon + 1] + content[end:], colon + 1, "\n" + text)


def _put(content: str, at: int, text: str) -> str:
    """With `text` at a position, in the line ends of the file."""
    ending = "\r\n" if "\r\n" in content else "\n"
    return content[:at] + text.replace("\n", ending) + content[at:]


def _is_dense(content: str) -> bool:
    """Whether long lines are at home in the file."""
    return any(columns(line) > (WIDTH + DENSE) // 2 for line in content.splitlines())


def _at(content: str, node: Node) -> int:
    return position(line_starts(content), node.place)


def _last(node: Node) -> Node:
    return [*node.children.values()][-1]


def _end(content: str, node: Node) -> int:
    """Behind the last character of a value; the parser sets the end of a block behind what follows it."""
    start = _at(content, node)
    if node.children and content[start : start + 1] not in ("[", "{"):
        key = [*node.keys.values()][-1:] if isinstance(node.data, Mapping) else []
        return max(_end(content, each) for each in (_last(node), *key))
    end = position(line_starts(content), node.end)
    return start + len(content[start:end].rstrip())


def _end_of_lines(content: str, at: int, indent: int) -> int:
    """The end of the line, and of the remarks below it that are set further in."""
    while True:
        newline = content.find("\n", at)
        end = len(content) if newline < 0 else newline
        following = content[end + 1 :].partition("\n")[0]
        remark = _REMARK.match(following)
        if newline < 0 or not remark or len(remark[1]) <= indent:
            return end - (content[end - 1 : end] == "\r")
        at = end + 1


def _with_remarks(content: str, begin: int, indent: int) -> int:
    """The beginning of the line, or of the remarks right above it."""
    while begin:
        above = _line_start(content, begin - 1)
        remark = _REMARK.match(content[above:begin])
        if not remark or len(remark[1]) < indent:
            return begin
        begin = above
    return begin


def _line_start(content: str, at: int) -> int:
    return content.rfind("\n", 0, at) + 1
