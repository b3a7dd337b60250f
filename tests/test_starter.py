"""`playbook new`: another shop's beginning, in one language, that builds at once."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.edition import editions
from generator.playbook.load import Loaded, load
from generator.printables import set_all
from generator.starter import TRADES
from tests.trades import words_of_others

HAN = range(0x4E00, 0xA000)
OF_THE_SAMPLE = {("goods", "solo"), ("goods", "team")}
"""The core of the shipped playbook, which is a shop's of skin care."""


def new(folder: Path, language: str, size: str, trade: str = "goods") -> Loaded:
    said = ["new", str(folder), "--language", language, "--size", size, "--trade", trade]
    result = CliRunner().invoke(main, said)
    assert result.exit_code == 0, result.output
    return load(folder / "playbook.yaml")


STARTERS = [*product(TRADES, ("solo", "team")), (TRADES[0], "bare")]
MOST_LINES = {"bare": 400, "solo": 3000, "team": 3000}


@pytest.mark.parametrize(("trade", "size"), STARTERS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_starter_is_whole_short_and_its_own_trades(
    tmp_path: Path, trade: str, size: str, language: str
) -> None:
    loaded = new(tmp_path, language, size, trade)
    assert {problem.kind for problem in loaded.problems if problem.level != "hint"} == {
        "sample-left",
        "shop-no-handler",
    }
    assert loaded.playbook is not None
    assert loaded.playbook.about.languages == (language,)
    files = [path.read_text("utf-8") for path in tmp_path.rglob("*.yaml")]
    if language == "en":
        assert [c for text in files for c in text if ord(c) in HAN] == []
    if (trade, size) not in OF_THE_SAMPLE:
        assert sum(len(text.splitlines()) for text in files) <= MOST_LINES[size]
        assert words_of_others(loaded.playbook, "bare" if size == "bare" else trade, language) == {}


def test_a_starter_is_the_core(tmp_path: Path) -> None:
    playbook = new(tmp_path, "zh", "team").playbook
    assert playbook is not None
    assert playbook.promise is not None
    counts = [
        len(each) for each in (playbook.norms, playbook.promise.lines, playbook.scripts, playbook.checklists)
    ]
    assert counts == [10, 6, 24, 3]


def test_one_person_alone_is_told_what_to_do_instead(tmp_path: Path) -> None:
    team, solo = new(tmp_path / "team", "zh", "team").playbook, new(tmp_path / "solo", "zh", "solo").playbook
    assert team is not None
    assert solo is not None
    assert team.complaints is not None
    assert solo.complaints is not None
    changed = [
        (before, after)
        for before, after in zip(team.complaints.steps, solo.complaints.steps, strict=True)
        if before.solo
    ]
    assert changed
    for before, after in changed:
        assert after.solo is None
        assert after.do == f"{before.do}一个人时：{before.solo}"


def test_an_editor_finds_the_schema_from_every_file(tmp_path: Path) -> None:
    new(tmp_path, "zh", "team")
    for path in tmp_path.rglob("*.yaml"):
        first = path.read_text("utf-8").partition("\n")[0]
        assert (path.parent / first.rpartition("$schema=")[2]).resolve() == tmp_path / "playbook.schema.json"


def test_sheets_say_that_their_figures_are_not_set(tmp_path: Path) -> None:
    playbook = new(tmp_path, "zh", "team").playbook
    assert playbook is not None
    pages = {page.sheet.id: page for page in set_all(editions(playbook))}
    assert pages["promise-card"].unset
    assert "示例 · 未填" in pages["promise-card"].html
    assert "\u2060" not in pages["promise-card"].html
    assert not pages["poster-norms-wall"].unset


def test_the_bare_beginning_has_a_little_of_what_everybody_needs(tmp_path: Path) -> None:
    playbook = new(tmp_path, "en", "bare").playbook
    assert playbook is not None
    assert playbook.promise is not None
    counts = [
        len(each) for each in (playbook.promise.lines, playbook.norms, playbook.scripts, playbook.forms)
    ]
    assert counts == [6, 5, 5, 1]


def test_a_trade_that_is_not_there_is_answered_with_those_that_are(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["new", str(tmp_path), "--trade", "banking"])
    assert result.exit_code == 2
    assert all(trade in result.output for trade in TRADES)


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters/scripts.yaml").write_text("a person's")
    result = CliRunner().invoke(main, ["new", str(tmp_path)])
    assert result.exit_code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["chapters"]
    assert (tmp_path / "chapters/scripts.yaml").read_text() == "a person's"
