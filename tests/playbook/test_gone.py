"""An id that was changed is told in the file that was changed, with every place that still names it."""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.playbook.checks.references import named_by
from generator.playbook.law import LawFact
from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Item, Record, Route, walk
from generator.playbook.problems import opening
from generator.starter import TRADES, starter

DAY = date(2026, 11, 22)


class Named(NamedTuple):
    """A field that names something, and what one of them names."""

    field: str
    route: Route
    item: str


@cache
def files(trade: str) -> dict[str, str]:
    return starter(trade, "en", "team", DAY)


def shop(folder: Path, trade: str) -> Path:
    for name, text in files(trade).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder / "playbook.yaml"


def all_kinds(playbook: Playbook) -> dict[tuple[str, str], Named]:
    """Of each field that names something, and of each chapter it may name, one that it names."""
    things = dict[tuple[str, str], Route]()
    for route, value in walk(playbook):
        # What the law says is a fact that no file states.
        if isinstance(value, Item) and not (isinstance(value, LawFact)):
            things.setdefault((str(route[0]), value.id), route)
    found: dict[tuple[str, str], Named] = {}
    for _, record in walk(playbook):
        for field, names in named_by(type(record)).items() if isinstance(record, Record) else ():
            given = getattr(record, field)
            for name in given if isinstance(given, tuple) else (given,):
                written = str(name) if names.chapter == "*" else f"{names.chapter}.{name}"
                chapter, _, item = written.partition(".")
                kind = f"{type(record).__name__}.{field}"
                if (chapter, item) in things:
                    found.setdefault((kind, chapter), Named(kind, things[chapter, item], item))
    return found


def told_first(shop: Path, named: Named, tmp_path: Path) -> tuple[str, str]:
    """The file in which an id is changed, and what is said to begin with."""
    place = load(shop).source.place((*named.route, "id"))
    file = Path(place.file).relative_to(shop.parent)
    folder = Path(shutil.copytree(shop.parent, tmp_path / "changed", dirs_exist_ok=True))
    lines = (folder / file).read_text("utf-8").split("\n")
    line, before = lines[place.line - 1], place.column - 1
    assert line[before:].startswith(named.item)
    lines[place.line - 1] = f"{line[:before]}zz-other{line[before + len(named.item) :]}"
    (folder / file).write_text("\n".join(lines), "utf-8")
    return str(folder / file), opening(load(folder / "playbook.yaml").problems, "en")


FEW = ("Script.norm", "Paper.questions", "PathStep.read")
"""What is tried each time: a norm, a question and whatever a day of the path has to read."""


@pytest.mark.parametrize(
    ("trade", "few"),
    [("goods", True), *(pytest.param(trade, False, marks=pytest.mark.slow) for trade in TRADES)],
)
def test_a_changed_id_is_told_first_in_the_file_that_was_changed(
    trade: str, few: bool, tmp_path: Path
) -> None:
    path = shop(tmp_path / "shop", trade)
    playbook = load(path).playbook
    assert playbook is not None
    kinds = {kind: named for kind, named in all_kinds(playbook).items() if not few or kind[0] in FEW}
    assert len(kinds) > (len(FEW) if few else 30)
    wrong = []
    for kind, named in kinds.items():
        file, said = told_first(path, named, tmp_path)
        if f"{file}:" not in said:
            wrong.append((kind, named.item, said))
        shutil.rmtree(tmp_path / "changed")
    assert not wrong


def test_a_norm_that_was_deleted_is_told_at_its_chapter_with_every_place_that_names_it(
    tmp_path: Path,
) -> None:
    path = shop(tmp_path, "goods")
    text = path.read_text("utf-8")
    begin = text.index("  - id: greet\n")
    path.write_text(text[:begin] + text[text.index("\n  - id: ", begin) + 1 :], "utf-8")

    loaded = load(path)

    (told,) = [each for each in loaded.problems if each.kind == "id-gone"]
    assert told.place == loaded.source.place(("norms",), at_key=True)
    for file in (path, tmp_path / "chapters/scripts.yaml", tmp_path / "chapters/training.yaml"):
        assert f"`{file}:" in told.details["places"]


def test_a_chapter_that_is_not_read_is_told_with_its_file(tmp_path: Path) -> None:
    path = shop(tmp_path, "goods")
    path.write_text(path.read_text("utf-8").replace("chapters/reviews.yaml, ", "", 1), "utf-8")
    (told,) = [each for each in load(path).problems if each.kind == "chapter-gone"]
    assert "`chapters/reviews.yaml`" in told.remedy("en")
