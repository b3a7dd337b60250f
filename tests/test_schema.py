"""The JSON Schema that editors complete from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.playbook.load import load
from generator.playbook.read.include import read
from generator.playbook.read.validation import chapters, known_keys
from generator.schema import schema_text

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads(schema_text())


def data(path: Path) -> object:
    """What the file says, as an editor sees it: lists instead of tuples."""
    return json.loads(json.dumps(read(path, known_keys(), frozenset(chapters())).root.data))


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


def test_what_the_schema_accepts_the_loader_reads() -> None:
    assert load(ROOT / "tests" / "playbooks" / "tiny.yaml").playbook is not None
