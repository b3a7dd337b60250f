"""Writing and reading are each other's way back; an edit touches its place alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.playbook.read.reader import Reader
from generator.playbook.read.source import Node
from generator.playbook.read.validation import known_keys
from generator.playbook.write import patched, written

AWKWARD = [
    "a: b",
    "a #b",
    "no",
    "012",
    "10:30",
    " x",
    "x ",
    "'",
    '"',
    "- a",
    "{days}",
    "a\nb",
    "a\n\n b\n",
    "zh：是",
]
AWKWARD += [
    "|",
    "> x",
    "1,000",
    "1.10",
    "~",
    "null",
    "true",
    "👩‍🔧",
    "一，二；三",
    "\u3000",
    "\u200b",
    "\ufeff",
    "a\tb",
    "---",
]
TEXTS = (
    st.text(max_size=30)
    | st.sampled_from(AWKWARD)
    | st.lists(st.sampled_from(AWKWARD), max_size=3).map("".join)
)
NUMBERS = st.integers(-(10**15) + 1, 10**15 - 1) | st.integers(-(10**6), 10**6).map(lambda n: n / 8)
SCALARS = st.none() | st.booleans() | NUMBERS | TEXTS
NAMES = st.sampled_from(["zh", "en", "id", "title"]) | st.text(max_size=12)
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4).map(tuple) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=15,
)
MAPPINGS = st.dictionaries(NAMES, DATA, max_size=5)

FORMS = """\
# before
title: plain text, 10:30 # why
quoted: "a \\"b\\" # no comment"
single: 'it''s'
empty:
folded:
  one line
  and the next   # after
block: |
  first
    second

# between
flow: {a: 1, b: [x, "y, z"], c: , d}
list:
- one   # one
- {id: two}
-
-   key: >-
      folded
      text
last: [a,
  b]   # end
"""


def node(text: str, folder: Path) -> Node:
    file = folder / "some.yaml"
    file.write_bytes(text.encode())
    reader = Reader(file, "some.yaml", known_keys())
    root = reader.read()
    assert not reader.problems
    return root


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("written")


@settings(deadline=None)
@given(data=MAPPINGS)
def test_what_is_written_reads_back_to_the_same_data(data: dict[str, Any], folder: Path) -> None:
    assert repr(node(written(data), folder).data) == repr(data)


def places(data: Any, route: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, tuple) else ()
    return [route, *(each for key, value in inner for each in places(value, (*route, key)))]


def with_value(data: Any, route: tuple[Any, ...], value: Any) -> Any:
    if not route:
        return value
    key, *rest = route
    changed = with_value(data[key], tuple(rest), value)
    if isinstance(data, dict):
        return {**data, key: changed}
    return (*data[:key], changed, *data[key + 1 :])


def edited(text: str, route: tuple[Any, ...], value: Any, folder: Path) -> tuple[str, str]:
    """The text after an edit, and what of the text before had to stand on both sides of it."""
    root = here = node(text, folder)
    for step in route:
        here = here.children[step]
    after = patched(text, here, value)
    assert repr(node(after, folder).data) == repr(with_value(root.data, route, value))
    return after, text


@settings(deadline=None)
@given(choice=st.data(), value=DATA, ending=st.sampled_from(["\n", "\r\n"]))
def test_an_edit_changes_its_value_and_no_other_byte(
    choice: st.DataObject, value: Any, ending: str, folder: Path
) -> None:
    text = FORMS.replace("\n", ending)
    root = node(text, folder)
    route = choice.draw(st.sampled_from(places(root.data)[1:]))

    after, before = edited(text, route, value, folder)

    here = root
    for step in route:
        here = here.children[step]
    lines = before.split(ending)
    start = sum(len(line) + len(ending) for line in lines[: here.place.line - 1]) + here.place.column - 1
    end = sum(len(line) + len(ending) for line in lines[: here.end.line - 1]) + here.end.column - 1
    assert after.startswith(before[:start])
    assert after.endswith(before[end:])


@settings(deadline=None)
@given(data=MAPPINGS, choice=st.data(), value=DATA)
def test_any_file_of_ours_can_be_edited_anywhere(
    data: dict[str, Any], choice: st.DataObject, value: Any, folder: Path
) -> None:
    text = written({"first": 1, **data, "last": "x"})
    route = choice.draw(st.sampled_from(places(node(text, folder).data)[1:]))

    edited(text, route, value, folder)


def test_comments_inside_a_list_stay_where_one_entry_changes(folder: Path) -> None:
    root = node(FORMS, folder)
    value = ("ONE", {"id": "two"}, None, {"key": "folded text"})

    assert patched(FORMS, root.children["list"], value) == FORMS.replace("- one   # one", "- ONE   # one")


def test_what_a_playbook_cannot_hold_is_not_written() -> None:
    for value in (10**15, 1e-20, float("nan"), object()):
        with pytest.raises(ValueError, match="playbook"):
            written({"a": value})


def test_texts_look_as_people_write_them() -> None:
    data = {
        "title": {"zh": "漏发：先道歉", "en": "Lost: say sorry"},
        "open": "10:30",
        "roles": ["owner", "clerk"],
        "steps": [{"id": "a", "do": "Ask {customer} first.\nThen act."}],
    }

    assert written(data) == (
        'title: {zh: 漏发：先道歉, en: "Lost: say sorry"}\n'
        'open: "10:30"\n'
        "roles: [owner, clerk]\n"
        "steps:\n"
        "  - id: a\n"
        "    do: |-\n"
        "      Ask {customer} first.\n"
        "      Then act.\n"
    )
