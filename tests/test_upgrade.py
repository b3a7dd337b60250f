"""`playbook upgrade`: what the library and the format say otherwise since a shop began, and nothing else touched."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from generator.library import formats
from generator.playbook.load import load
from generator.starter.held import NAME, fingerprint, parts_of
from tests.test_library import REMARK, errors, files, run, shop

SCRIPTS = "chapters/scripts.yaml"


def parts(folder: Path) -> dict[str, Any]:
    data = load(folder / "playbook.yaml").source.root.data
    assert isinstance(data, Mapping)
    return {name: value for name, _, value in parts_of(data)}


def older(folder: Path, name: str, file: str, now: str, then: str, trade: str = "service") -> None:
    """The shop as an older starter would have begun it, which had `then` where the library has `now`."""
    path = folder / file
    text = path.read_text("utf-8")
    assert text.count(now) == 1, text.count(now)
    path.write_text(text.replace(now, then), "utf-8", newline="")
    held = json.loads((folder / NAME).read_text("utf-8"))
    held["parts"][trade][name] = fingerprint(parts(folder)[name])
    held["program"] = "0.0.9"
    (folder / NAME).write_text(json.dumps(held), "utf-8")


def upgraded(folder: Path, *more: str) -> str:
    code, said = run("upgrade", "--playbook", str(folder), *more)
    assert code == 0, said
    return said


@pytest.fixture
def old_shop(tmp_path: Path) -> Path:
    """Three replies are the older starter's; one of them she changed herself."""
    folder = shop(tmp_path / "shop", "en", "solo")
    for name in ("we-run-late", "price", "no-slot"):
        said = parts(folder)[f"scripts.{name}"]["title"]
        older(folder, f"scripts.{name}", SCRIPTS, f"title: {said}", f"title: Once {said}")
    path = folder / SCRIPTS
    path.write_text(
        path.read_text("utf-8").replace("title: Once How", "title: Mine How"), "utf-8", newline=""
    )
    return folder


def test_it_says_what_would_change_and_writes_nothing(old_shop: Path) -> None:
    before = files(old_shop)
    said = upgraded(old_shop)
    assert files(old_shop) == before
    assert f"version 0.0.9; the program is version {version('service-playbook')}" in said
    as_it_came, _, hers = said.partition("yours stays")
    assert as_it_came.count("\n-") - as_it_came.count("\n---") == 2
    assert len([line for line in as_it_came.splitlines() if "  scripts." in line]) == 2
    assert len([line for line in hers.splitlines() if "  scripts." in line]) == 1
    assert "- title: Mine How much is it?\n        + title: How much is it?\n" in hers
    assert "--write" in said


def test_what_nobody_touched_is_taken_over_and_every_other_byte_stays(old_shop: Path) -> None:
    before = files(old_shop)
    upgraded(old_shop, "--write")
    after = files(old_shop)
    assert before.keys() == after.keys()
    expected = before[SCRIPTS].replace(b"title: Once ", b"title: ")
    assert after == before | {SCRIPTS: expected}
    assert REMARK in expected.decode("utf-8")
    assert b"title: Mine" in after[SCRIPTS]
    assert errors(old_shop) == []
    again = upgraded(old_shop)
    assert "nothing has changed" in again
    assert json.loads((old_shop / NAME).read_text("utf-8"))["program"] == version("service-playbook")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("id: we-run-late\n", "id: we-run-late\n    mine: true\n"),
        ("id: we-run-late\n", "id: we-run-late\n    # as Mei says it\n"),
    ],
)
def test_what_she_confirmed_or_wrote_a_remark_into_stays(old_shop: Path, was: str, now: str) -> None:
    path = old_shop / SCRIPTS
    text = path.read_text("utf-8").replace("title: Mine", "title: Once")
    assert was in text
    path.write_text(text.replace(was, now), "utf-8", newline="")
    upgraded(old_shop, "--write")
    assert path.read_text("utf-8").count("title: Once") == 1


def test_a_field_that_came_later_comes_in_with_the_figure_it_needs(tmp_path: Path) -> None:
    folder = shop(tmp_path / "shop", "zh", "bare")
    assert run("add", "scripts.we-run-late", "--trade", "service", "--playbook", str(folder))[0] == 0
    whole = parts(folder)["scripts.we-run-late"]
    assert run("remove", "scripts.we-run-late", "--playbook", str(folder))[0] == 0
    for needed in ("norms.on-time", "facts.wait_told"):
        assert run("remove", needed, "--playbook", str(folder))[0] == 0
    path = folder / SCRIPTS
    first = parts(folder)["scripts.price"]
    then = {**first, "id": "we-run-late", "title": "我们晚了", "reply": first["reply"]}
    path.write_text(
        path.read_text("utf-8").rstrip() + f"\n  - {json.dumps(then, ensure_ascii=False)}\n", "utf-8"
    )
    held = json.loads((folder / NAME).read_text("utf-8"))
    held["parts"]["service"]["scripts.we-run-late"] = fingerprint(parts(folder)["scripts.we-run-late"])
    (folder / NAME).write_text(json.dumps(held), "utf-8")
    said = upgraded(folder, "--write")
    assert "facts.wait_told" in said
    assert parts(folder)["scripts.we-run-late"] == whole
    assert errors(folder) == []


def test_what_the_library_has_now_is_named_once(tmp_path: Path) -> None:
    folder = shop(tmp_path / "shop", "zh", "team")
    assert run("remove", "forms.day-sheet", "--playbook", str(folder))[0] == 0
    assert "没有变" in upgraded(folder)
    held = json.loads((folder / NAME).read_text("utf-8"))
    del held["parts"]["service"]["forms.day-sheet"]
    held["parts"]["service"]["norms.of-old"] = held["parts"]["service"]["norms.on-time"]
    (folder / NAME).write_text(json.dumps(held), "utf-8")
    assert "    forms.day-sheet" in upgraded(folder, "--write")
    assert "没有变" in upgraded(folder)


def test_a_shop_that_does_not_say_what_it_began_with_is_told_so(tmp_path: Path) -> None:
    folder = shop(tmp_path / "shop", "zh", "bare")
    (folder / NAME).unlink()
    before = files(folder)
    assert "不知道样例库当时是什么样" in upgraded(folder, "--write")
    assert files(folder) == before


RENAMED = (
    {"since": "0.2.0", "at": "scripts.*.title", "zh": "改叫 name。", "en": "It is called `name` now."},
)


@pytest.mark.parametrize(("language", "says"), [("zh", "改叫 name。"), ("en", "It is called `name` now.")])
def test_what_is_written_otherwise_is_named_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, says: str
) -> None:
    folder = shop(tmp_path / "shop", language, "bare")
    monkeypatch.setattr(formats, "table", lambda: RENAMED)
    before = files(folder)
    told = [line.split(maxsplit=1) for line in upgraded(folder, "--write").splitlines() if says in line]
    assert len(told) == len([name for name in parts(folder) if name.startswith("scripts.")])
    for place, _ in told:
        file, line = place.split(":")
        assert "title:" in before[file].decode("utf-8").splitlines()[int(line) - 1]
    assert files(folder) == before


def test_what_a_newer_program_wrote_is_not_old_and_a_broken_playbook_is_still_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shop(tmp_path / "shop", "en", "bare")
    monkeypatch.setattr(formats, "table", lambda: ({**RENAMED[0], "since": "0.0.1"},))
    assert RENAMED[0]["en"] not in upgraded(folder)
    monkeypatch.setattr(formats, "table", lambda: RENAMED)
    path = folder / SCRIPTS
    path.write_text(path.read_text("utf-8").replace("title:", "heading:"), "utf-8")
    path.write_text(path.read_text("utf-8").replace("heading:", "title:", 1), "utf-8")
    code, said = run("upgrade", "--playbook", str(folder))
    assert code == 1
    assert said.count(RENAMED[0]["en"]) == 1


def test_every_change_of_the_format_says_what_to_write_in_both_languages() -> None:
    for change in formats.table():
        assert set(change) == {"since", "at", "zh", "en"}
