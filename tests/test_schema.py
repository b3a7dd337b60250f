"""The JSON Schema that editors complete from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route
from generator.playbook.read.include import read
from generator.playbook.read.validation import chapters, known_keys, understood
from generator.schema import schema_text

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads(schema_text())
FITS = Draft202012Validator(SCHEMA)


def plain(path: Path) -> Any:
    """What the file says."""
    return read(path, known_keys(), frozenset(chapters())).root.data


def as_lists(data: Any) -> object:
    """What the file says, as an editor sees it: lists instead of tuples."""
    return json.loads(json.dumps(data))


def data(path: Path) -> object:
    return as_lists(plain(path))


def places(value: Any, route: Route = ()) -> Iterator[tuple[Route, Any]]:
    yield route, value
    if isinstance(value, (dict, tuple)):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*route, step))


def test_the_shipped_playbook_fits_the_schema() -> None:
    assert list(Draft202012Validator(SCHEMA).iter_errors(data(ROOT / "playbook.yaml"))) == []


def test_the_file_the_playbook_names_is_the_schema_of_this_model() -> None:
    first_line = (ROOT / "playbook.yaml").read_text("utf-8").splitlines()[0]
    assert first_line == "# yaml-language-server: $schema=playbook.schema.json"
    assert (ROOT / "playbook.schema.json").read_text("utf-8") == schema_text()


def described_by_its_record(field: dict[str, str]) -> bool:
    return "description" in SCHEMA["$defs"].get(field.get("$ref", "").rpartition("/")[2], {})


@pytest.mark.parametrize(
    "planted",
    [
        {"norms": [{"id": "x", "shrt": "y"}]},
        {"about": {"languages": ["fr"]}},
        {"norms": [{"id": "x", "short": 3}]},
        {"include": [{"scirpts": ["scripts.yaml"]}]},
        {"include": [{"scripts": "scripts.yaml"}]},
    ],
)
def test_a_wrong_playbook_does_not_fit(planted: dict[str, object]) -> None:
    assert list(Draft202012Validator(SCHEMA).iter_errors(planted))


def test_files_are_included_whole_or_as_parts_of_a_chapter() -> None:
    included = {"include": ["chapters/reviews.yaml", {"scripts": ["before.yaml", "after.yaml"]}]}
    assert list(Draft202012Validator(SCHEMA).iter_errors(included)) == []


def test_every_field_explains_itself() -> None:
    records = [SCHEMA, *SCHEMA["$defs"].values()]
    silent = [
        f"{record.get('title')}.{name}"
        for record in records
        for name, field in record.get("properties", {}).items()
        if not field.get("description") and not described_by_its_record(field)
    ]
    assert silent == []


SAMPLE = plain(ROOT / "tests" / "playbooks" / "quiz.yaml")
PLACES = [route for route, _ in places(SAMPLE) if route]
ONLY_WE_SEE = {"bad_id", "bad_date", "bad_time", "bad_colour", "bad_link", "text_empty"}
"""How a value is written is no matter of the schema: an editor completes names and tells kinds of values apart."""


@given(
    st.sampled_from(PLACES), st.sampled_from([None, True, 1, 2.5, "x", (), {}, ({},), {"zh": "好"}, "gone"])
)
@settings(max_examples=150, deadline=None)
@example(("schema",), 2)
@example(("training", "questions", 0, "type"), "x")
def test_the_schema_accepts_what_the_loader_reads_and_nothing_else(route: Route, value: Any) -> None:
    """Whatever is put in the place of a value, or left out, both agree on it."""
    data = changed(SAMPLE, route, value)
    read = understood(data)
    accepted = FITS.is_valid(as_lists(data))
    if isinstance(read, Playbook):
        assert accepted
    elif accepted:
        assert {fault.type for fault in read} <= ONLY_WE_SEE | ({"missing"} if len(route) == 1 else set())


def changed(data: Any, route: Route, value: Any) -> Any:
    """A copy of `data` with `value` at `route`; "gone" takes out what stands there."""
    if not route:
        return value
    entries = dict(data) if isinstance(data, dict) else dict(enumerate(data))
    if len(route) == 1 and value == "gone":
        del entries[route[0]]
    else:
        entries[route[0]] = changed(entries[route[0]], route[1:], value)
    return entries if isinstance(data, dict) else tuple(entries.values())
