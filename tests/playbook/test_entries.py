"""An entry more in a file, or one less: what else stands there stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.playbook.entries import with_entries, without_entry
from generator.playbook.read.reader import Reader
from generator.playbook.read.source import Node

NEW = {"id": "c", "say": "three"}
BLOCK = "  - {id: c, say: three}\n"
# Before, and with one more at the end.
MORE = {
    "below one another": (
        "list:\n  - id: a # first\n    say: one\n  # of b\n  - id: b\n    say: two\n",
        "list:\n  - id: a # first\n    say: one\n  # of b\n  - id: b\n    say: two\n  - id: c\n    say: three\n",
    ),
    "another chapter behind": (
        "list:\n  - id: b\n    say: two # so\n    # still of b\n\n# of other\nother: 1\n",
        "list:\n  - id: b\n    say: two # so\n    # still of b\n  - id: c\n    say: three\n\n# of other\nother: 1\n",
    ),
    "dashes right below the key": (
        "list:\n- id: b\nother: 1\n",
        "list:\n- id: b\n- id: c\n  say: three\nother: 1\n",
    ),
    "a text block at the end": (
        "list:\n  - id: b\n    say: |-\n      two\n      lines\n",
        "list:\n  - id: b\n    say: |-\n      two\n      lines\n  - id: c\n    say: three\n",
    ),
    "no line end at the end": ("list:\n  - id: b", "list:\n  - id: b\n  - id: c\n    say: three"),
    "set apart by empty lines": (
        "list:\n  - id: a\n\n  - id: b\n",
        "list:\n  - id: a\n\n  - id: b\n\n  - id: c\n    say: three\n",
    ),
    "in brackets": ("list: [{id: b}] # short\n", "list: [{id: b}, {id: c, say: three}] # short\n"),
    "in brackets over lines": (
        "list: [\n  {id: b}, # two\n]\n",
        "list: [\n  {id: b}, {id: c, say: three}, # two\n]\n",
    ),
    "empty": ("list: []\nother: 1\n", "list:\n  - id: c\n    say: three\nother: 1\n"),
    "nothing": ("list: # none yet\nother: 1\n", "list:\n  - id: c\n    say: three # none yet\nother: 1\n"),
    "not there": ("other: 1\n", "other: 1\nlist:\n  - id: c\n    say: three\n"),
    "windows": ("list:\r\n  - id: b\r\n", "list:\r\n  - id: b\r\n  - id: c\r\n    say: three\r\n"),
    "a byte order mark": ("\ufefflist:\n  - id: b\n", "\ufefflist:\n  - id: b\n  - id: c\n    say: three\n"),
}


def root(tmp_path: Path, content: str) -> Node:
    path = tmp_path / "file.yaml"
    path.write_bytes(content.encode("utf-8"))
    return Reader(path, "file.yaml", frozenset()).read()


@pytest.mark.parametrize("name", MORE)
def test_an_entry_more_leaves_every_other_byte(tmp_path: Path, name: str) -> None:
    before, after = MORE[name]
    got = with_entries(before, root(tmp_path, before), "list", [NEW])
    assert got == after
    data = root(tmp_path, got).data
    assert isinstance(data, dict)
    assert data["list"][-1] == NEW


# Before, which entry goes, and what is left.
LESS = {
    "the middle one with its remarks": (
        "list:\n  - id: a\n  # of b\n  # and more\n  - id: b # so\n    # in b\n    say: two\n    # still b\n  # of c\n  - id: c\n",
        1,
        "list:\n  - id: a\n  # of c\n  - id: c\n",
    ),
    "the first one, above which something speaks of all": (
        "list:\n  # what they are for\n  - id: a\n  - id: b\n",
        0,
        "list:\n  # what they are for\n  - id: b\n",
    ),
    "the last one": ("list:\n  - id: a\n  - id: b\n\nother: 1\n", 1, "list:\n  - id: a\n\nother: 1\n"),
    "the last one of the file": ("list:\n  - id: a\n  - id: b\n", 1, "list:\n  - id: a\n"),
    "a remark set off by an empty line": (
        "list:\n  - id: a\n  # from here on: b and c\n\n  - id: b\n  - id: c\n",
        1,
        "list:\n  - id: a\n  # from here on: b and c\n\n  - id: c\n",
    ),
    "between empty lines": (
        "list:\n  - id: a\n\n  - id: b\n\n  - id: c\n",
        1,
        "list:\n  - id: a\n\n  - id: c\n",
    ),
    "the only one": ("list:\n  - id: a\nother: 1\n", 0, "list: []\nother: 1\n"),
    "in brackets": ("list: [{id: a}, {id: b}, {id: c}]\n", 1, "list: [{id: a}, {id: c}]\n"),
    "the last in brackets": ("list: [{id: a}, {id: b}]\n", 1, "list: [{id: a}]\n"),
    "the only one in brackets": ("list: [{id: a}]\n", 0, "list: []\n"),
    "windows": ("list:\r\n  - id: a\r\n  - id: b\r\n  - id: c\r\n", 1, "list:\r\n  - id: a\r\n  - id: c\r\n"),
}


@pytest.mark.parametrize("name", LESS)
def test_an_entry_less_takes_its_own_remarks_and_no_others(tmp_path: Path, name: str) -> None:
    before, at, after = LESS[name]
    got = without_entry(before, root(tmp_path, before).children["list"], at)
    assert got == after
    root(tmp_path, got)
