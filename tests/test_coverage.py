"""Every row of the inventory of the sources is in a shipped playbook, replaced, or left out with a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Item, Part, walk
from tests.conftest import OUTSIDE, ROOT

FILE = ROOT / "tests" / "coverage.yaml"
INVENTORY = ROOT.parent / "shared" / "content" / "inventory.md"
SOURCES: dict[str, dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))["sources"]
IDS = [f"{source}-{number:02}" for source, its in SOURCES.items() for number in range(1, its["rows"] + 1)]
RULES = {f"R{number:02}" for number in range(1, 41)}
OWN = "playbook.yaml"

Holds = Callable[[str, str], bool | None]
"""Whether a playbook file holds an item; None where it cannot be loaded."""


def faults(coverage: dict[str, Any], holds: Holds) -> Iterator[str]:
    """What is wrong with the mapping, a sentence each; nothing where every row is accounted for."""
    rows, edge = coverage["rows"], coverage["edge"]
    yield from (f"{row} is missing" for row in IDS if row not in rows)
    yield from (f"{row} is no row of the inventory" for row in (*rows, *edge) if row not in IDS)
    for row, each in entries(rows):
        if "left_out" in each:
            yield from (f"{row} {why}" for why in wrongly_left_out(each, row in edge))
        else:
            yield from (f"{row} {why}" for why in not_carried(each, holds))


def entries(rows: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for row, written in rows.items():
        for each in written if isinstance(written, list) else [written]:
            yield row, each


def wrongly_left_out(each: dict[str, Any], at_the_edge: bool) -> Iterator[str]:
    if not at_the_edge:
        yield "is left out but not at the edge"
    reason = each["left_out"]
    if set(each) != {"left_out"} or set(reason) != {"zh", "en"} or not all(reason.values()):
        yield "is left out without a reason in both languages"


def not_carried(each: dict[str, Any], holds: Holds) -> Iterator[str]:
    file, items = each.get("in", OWN), each.get("items", [])
    if not items or not {"in", "instead"} & set(each) or not set(each) <= {"in", "instead", "items"}:
        yield "does not say where it is carried"
    if "instead" in each and each["instead"] not in RULES:
        yield f"is replaced by {each['instead']}, which is no rule"
    for item in items:
        if not (held := holds(file, item)):
            yield f"is said to be in {file}" + (", which does not load" if held is None else f": no {item}")


def in_the_repository(file: str, item: str) -> bool | None:
    names = names_in(ROOT / file)
    return None if names is None else item in names


@cache
def names_in(file: Path) -> frozenset[str] | None:
    playbook = playbook_at(file)
    return None if playbook is None else frozenset(names_of(playbook))


@cache
def playbook_at(file: Path) -> Playbook | None:
    return load(file).playbook if file.is_file() else None


def names_of(playbook: Playbook) -> Iterator[str]:
    """All a row may point to: `norms.greet`, a field `promise.published`, a part `forms.record.phone`."""
    items: dict[tuple[str | int, ...], str] = {}
    for route, value in walk(playbook):
        if isinstance(value, Item):
            items[route] = f"{route[0]}.{value.id}"
            yield items[route]
        elif isinstance(value, Part):
            above = [items[route[:end]] for end in range(1, len(route)) if route[:end] in items]
            yield f"{above[-1] if above else route[0]}.{value.id}"
        elif len(route) == 2 and isinstance(route[1], str) and value:
            yield f"{route[0]}.{route[1]}"


def written() -> dict[str, Any]:
    coverage: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
    return coverage


def inventory() -> dict[str, list[str]]:
    """The cells of each row of the inventory: id, line, gloss, Chinese gloss, part, rules."""
    if not INVENTORY.is_file():
        pytest.skip(f"{OUTSIDE}the inventory of the sources")
    lines = [line for line in INVENTORY.read_text("utf-8").splitlines() if re.match(r"\| S\d-\d", line)]
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    return {cells[0]: cells for cells in rows}


def test_each_source_has_as_many_rows_as_the_head_says_and_330_together() -> None:
    rows = [row.partition("-")[0] for row in written()["rows"]]
    assert {source: rows.count(source) for source in rows} == {
        source: its["rows"] for source, its in SOURCES.items()
    }
    assert len(rows) == 330


def test_every_row_is_carried_replaced_or_left_out_with_a_reason() -> None:
    assert list(faults(written(), in_the_repository)) == []


def test_every_row_is_written_once_and_in_order() -> None:
    # YAML keeps the last of a doubled key in silence, so the written lines are counted.
    assert re.findall(r"^  (S\d-\d+):", FILE.read_text("utf-8"), re.MULTILINE) == IDS


def test_the_rows_and_their_edge_are_those_of_the_inventory() -> None:
    rows = inventory()
    assert list(rows) == IDS
    assert [row for row, cells in rows.items() if "边缘" in cells[3]] == written()["edge"]


def test_a_row_is_replaced_only_by_a_rule_the_inventory_names_for_it() -> None:
    rows = inventory()
    replaced = [(row, each["instead"]) for row, each in entries(written()["rows"]) if "instead" in each]
    assert [(row, rule) for row, rule in replaced if rule not in rows[row][5].split(",")] == []


GREET = {"in": OWN, "items": ["norms.greet"]}
REASON = {"zh": "这是推广。", "en": "This is promotion."}


def told(row: str, entry: object, *, lost: str = "") -> list[str]:
    """What is said of a mapping that is whole but for one entry, and one row lost."""
    rows = {name: GREET for name in IDS if name != lost} | {row: entry}
    coverage = {"edge": ["S2-105"], "rows": rows}
    return list(faults(coverage, lambda file, item: item == "norms.greet" if file == OWN else None))


@pytest.mark.parametrize(
    ("row", "entry"),
    [
        ("S0-01", GREET),
        ("S0-01", {"instead": "R01", "items": ["norms.greet"]}),
        ("S0-01", [GREET, {"in": OWN, "instead": "R40", "items": ["norms.greet"]}]),
        ("S2-105", {"left_out": REASON}),
    ],
)
def test_a_whole_mapping_has_no_fault(row: str, entry: object) -> None:
    assert told(row, entry) == []


@pytest.mark.parametrize(
    ("row", "entry", "said"),
    [
        ("S0-01", {"in": OWN, "items": ["norms.gone"]}, "is said to be in playbook.yaml: no norms.gone"),
        ("S0-01", [GREET, GREET | {"in": "gone.yaml"}], "is said to be in gone.yaml, which does not load"),
        ("S0-01", {"in": OWN, "items": []}, "does not say where it is carried"),
        ("S0-01", {"items": ["norms.greet"]}, "does not say where it is carried"),
        ("S0-01", GREET | {"item": "norms.greet"}, "does not say where it is carried"),
        ("S0-01", GREET | {"instead": "R41"}, "is replaced by R41, which is no rule"),
        ("S0-01", {"left_out": REASON}, "is left out but not at the edge"),
        (
            "S2-105",
            {"left_out": {"en": "This is promotion."}},
            "is left out without a reason in both languages",
        ),
        ("S4-54", GREET, "is no row of the inventory"),
    ],
)
def test_a_planted_fault_is_found(row: str, entry: object, said: str) -> None:
    assert told(row, entry) == [f"{row} {said}"]


def test_a_missing_row_is_found() -> None:
    assert told("S0-01", GREET, lost="S3-14") == ["S3-14 is missing"]


def test_a_row_may_point_to_an_item_a_field_of_a_chapter_or_a_part_and_to_nothing_else() -> None:
    names = names_in(ROOT / "tests" / "playbooks" / "quiz.yaml")
    assert names is not None
    assert names >= {
        "norms.greet",
        "training.intro",
        "training.q-late",
        "training.q-late.b",
        "facts.keep_months",
    }
    assert not names & {"norms", "norms.gone", "training.q-late.gone", "proactive.intro"}


def test_a_playbook_that_is_not_there_or_does_not_load_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("schema: 1\n", encoding="utf-8")
    assert names_in(tmp_path / "broken.yaml") is None
    assert names_in(tmp_path / "gone.yaml") is None
