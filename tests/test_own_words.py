"""The shipped playbooks share no run of Chinese words with the inventory of the sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route, walk
from generator.playbook.model.text import Text
from tests.conftest import ROOT
from tests.test_coverage import inventory, playbook_at

SHIPPED = [ROOT / "playbook.yaml", *sorted((ROOT / "examples").glob("*/playbook.yaml"))]
LONGEST = 9
"""So many characters in a row may be the same by chance."""


def shared(texts: Iterable[tuple[str, str]], rows: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Where a text repeats a row: the place, the row, what they share without punctuation."""
    bare_rows = {row: bare(text) for row, text in rows.items()}
    begun = {start: row for row, text in bare_rows.items() for start in starts(text)}
    for place, text in texts:
        # A figure ends a run: the facts are the same in both, the words around them are not.
        for piece in map(bare, re.split(r"\{[^{}]*\}", text)):
            at = 0
            while at + LONGEST < len(piece):
                end = at + LONGEST + 1
                if row := begun.get(piece[at:end]):
                    while end < len(piece) and piece[at : end + 1] in bare_rows[row]:
                        end += 1
                    yield place, row, piece[at:end]
                at = end if row else at + 1


def bare(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def starts(text: str) -> Iterator[str]:
    for at in range(len(text) - LONGEST):
        yield text[at : at + LONGEST + 1]


def chinese(playbook: Playbook) -> Iterator[tuple[str, str]]:
    """Every Chinese text with its place; the names of form fields excepted."""
    for route, value in walk(playbook):
        if isinstance(value, Text) and value.speaks("zh") and not names_a_field(route):
            yield place_of(route, playbook), value.in_("zh")


def names_a_field(route: Route) -> bool:
    return route[0] == "forms" and route[-1] == "label"


def place_of(route: Route, playbook: Playbook) -> str:
    """The route with the ids of the items it leads through, as `scripts.greeting.reply.0.say`."""
    steps: list[str] = []
    value: Any = playbook
    for step in route:
        value = value[step] if isinstance(step, int) else getattr(value, step)
        steps.append(str(getattr(value, "id", step)) if isinstance(step, int) else step)
    return ".".join(steps)


def glosses() -> dict[str, str]:
    """The Chinese gloss of each row of the inventory."""
    return {row: cells[3] for row, cells in inventory().items()}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_shipped_playbook_is_in_its_own_words(path: Path) -> None:
    rows = glosses()
    playbook = playbook_at(path)
    assert playbook is not None
    assert list(shared(chinese(playbook), rows)) == []


def test_the_gloss_of_every_row_is_read() -> None:
    rows = glosses()
    assert len(rows) == 330
    assert all(rows.values())
    assert bare(rows["S2-14"]).startswith("消息要短清")


ROW = {"S9-01": "付款以后,先把单子念一遍,再去库房(配货)"}


def test_a_planted_run_is_found_across_punctuation() -> None:
    pasted = [("norms.planted.how.0", "这时候，先把单子念一遍；再去库房，把货拿齐。")]
    assert list(shared(pasted, ROW)) == [("norms.planted.how.0", "S9-01", "先把单子念一遍再去库房")]


def test_every_run_of_a_text_is_found() -> None:
    pasted = [("norms.planted.how.0", "付款以后先把单子念一声，然后把单子念一遍再去库房。")]
    assert [run for _, _, run in shared(pasted, ROW)] == ["付款以后先把单子念一", "把单子念一遍再去库房"]


@pytest.mark.parametrize(
    "text", ["先把单子念一遍再去", "先把单子念两遍，再去库房配货", "先把单子念{times}一遍再去库房"]
)
def test_fewer_than_ten_characters_or_a_figure_between_are_no_run(text: str) -> None:
    assert list(shared([("norms.planted.how.0", text)], ROW)) == []


def test_the_names_of_form_fields_are_excepted() -> None:
    playbook = playbook_at(ROOT / "tests" / "playbooks" / "paper-forms.yaml")
    assert playbook is not None
    ends = {place.rpartition(".")[2] for place, _ in chinese(playbook) if place.startswith("forms.")}
    assert "title" in ends
    assert "label" not in ends
