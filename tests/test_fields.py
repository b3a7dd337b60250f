"""No field promises and does nothing: each is read by what is made or checked, or stands on a list."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator import build
from generator.edition import edition as edition_of
from generator.engines.printers import printer
from generator.handbook.search import index
from generator.handbook.spoken import same
from generator.playbook.checks.outputs import NOT_MADE_YET
from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Record
from generator.printables import form
from tests.conftest import PLAYBOOKS, ROOT

Field = tuple[str, str]
"""A record and one of its own fields."""

SAYS_ITSELF = {
    ("Playbook", "schema_"): "Tells the model which version of itself is meant.",
    ("Accepted", "reason"): "For whoever reads the playbook: why the shop lives with it.",
    ("Order", "strict"): "The author's word that there is one right order; only true is taken.",
    ("RolePlay", "type"): "Tells the model which record it is.",
    ("Observe", "type"): "Tells the model which record it is.",
    ("Observation", "scoring"): "There is one way to mark it so far.",
}
"""Fields that are for the reader of the file, or for reading it."""


def test_every_field_of_the_model_is_read_outside_the_model_or_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = noted(monkeypatch)
    examples = (ROOT / "examples" / each / "playbook.yaml" for each in ("paint-store", "bicycle-workshop"))
    for path in (*PLAYBOOKS, *examples):
        made = build.site(path, printer=printer(), only=())
        assert all(page.html for edition in made.editions for page in made.pages(edition))
        assert all(file.content() for file in made.outputs if file.kind in ("workbook", "asset"))
        assert all(index((), same(edition)) for edition in made.editions)
    # How many pages a form may take is asked where its sheets are laid out.
    shop = load(ROOT / "tests" / "playbooks" / "paper-forms.yaml").playbook
    assert shop is not None
    assert not [*form.problems(edition_of(shop, "zh"))]
    not_made = {(promise.of.__name__, promise.field) for promise in NOT_MADE_YET if not promise.values}
    assert set(all_fields()) - read == SAYS_ITSELF.keys() | not_made


def noted(monkeypatch: pytest.MonkeyPatch) -> set[Field]:
    """Fills with each field that code outside the model asks a record for; pydantic and walks read all alike."""
    read: set[Field] = set()
    owners = {kind: dict(own_and_inherited(kind)) for kind in records()}
    plain = Record.__getattribute__

    def asked(self: Record, name: str) -> Any:
        owner = owners.get(type(self), {}).get(name)
        if owner and (owner, name) not in read and uses(caller()):
            read.add((owner, name))
        return plain(self, name)

    monkeypatch.setattr(Record, "__getattribute__", asked)
    return read


@cache
def uses(code: str) -> bool:
    """Whether that file makes something of a field. The check of what is not made yet asks for it in order to say so."""
    return not {"pydantic", "model", "outputs.py"} & set(Path(code).parts)


def caller() -> str:
    return sys._getframe(2).f_code.co_filename


def all_fields() -> Iterator[Field]:
    for kind in records():
        yield from ((owner, name) for name, owner in own_and_inherited(kind) if owner == kind.__name__)


def own_and_inherited(kind: type[Record]) -> Iterator[tuple[str, str]]:
    """The fields of a record, each with the record that brings it in."""
    for name in kind.model_fields:
        yield (
            name,
            next(
                each.__name__
                for each in reversed(kind.__mro__)
                if name in vars(each).get("__annotations__", {})
            ),
        )


def records() -> Iterator[type[Record]]:
    """Every kind of record, the most general first."""
    waiting: list[type[Record]] = [Record]
    while waiting:
        for kind in waiting.pop(0).__subclasses__():
            if kind.__module__.startswith("generator.") and kind not in waiting:
                waiting.append(kind)
                yield kind


def test_the_records_are_those_of_the_playbook() -> None:
    assert Playbook in set(records())
    assert ("Form", "title") in set(all_fields())
