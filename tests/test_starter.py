"""`playbook new`: another shop's beginning, in one language, that builds at once."""

from __future__ import annotations

import re
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from click.testing import CliRunner

from generator import handbook
from generator.__main__ import main
from generator.edition import editions
from generator.handbook.links import anchors, broken
from generator.playbook.confirmed import counted
from generator.playbook.load import Loaded, load
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.questions import QuestionBase
from generator.playbook.model.record import Item, Record
from generator.playbook.model.shop import Chapter
from generator.printables import set_all
from generator.starter import TRADES, starter
from tests.conftest import ROOT
from tests.trades import words_of_others

HAN = range(0x4E00, 0xA000)


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
    assert sum(len(text.splitlines()) for text in files) <= MOST_LINES[size]
    assert words_of_others(loaded.playbook, "bare" if size == "bare" else trade, language) == {}


def test_a_starter_is_the_core(tmp_path: Path) -> None:
    playbook = new(tmp_path, "zh", "team").playbook
    assert playbook is not None
    assert playbook.promise is not None
    counts = [
        len(each) for each in (playbook.norms, playbook.promise.lines, playbook.scripts, playbook.checklists)
    ]
    assert counts == [10, 6, 25, 3]


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


def test_all_of_a_starter_is_a_sample_until_its_items_and_chapters_are_confirmed(tmp_path: Path) -> None:
    new(tmp_path, "en", "solo", "service")
    (told,) = [each for each in load(tmp_path / "playbook.yaml").problems if each.kind == "still-sample"]
    assert told.says("en").startswith("1 of "), "The number of norms is counted, not set."

    main_file, norms = tmp_path / "playbook.yaml", load(tmp_path / "playbook.yaml").playbook
    assert norms is not None
    said = main_file.read_text("utf-8")
    said = said.replace("began: ", "mine: [scripts], began: ").replace(
        "  - id: greet\n", "  - id: greet\n    mine: true\n"
    )
    main_file.write_text(said, "utf-8")
    after = load(main_file)
    assert after.playbook is not None
    left = {each.name: (each.of, len(each.left)) for each in counted(after.playbook)}
    assert left["scripts"] == (len(norms.scripts), 0)
    assert left["norms"] == (10, 9)
    words = [each for each in after.problems if each.kind == "sample-word"]
    assert words
    assert {each.item.partition(".")[0] for each in words} <= {"scripts", "norms"}


def test_the_owner_has_a_page_of_what_is_still_the_samples(tmp_path: Path) -> None:
    playbook = new(tmp_path, "zh", "team").playbook
    assert playbook is not None
    (edition,) = editions(playbook)
    (page,) = (page for page in handbook.pages(edition, ()) if page.uri == "mine.html")
    listed = re.findall(r"<code>(.*?)</code>", page.html)
    left = [(each.name, item) for each in counted(playbook) for _, item in each.left]
    assert listed == [f"{name}.{item.id}" for name, item in left if not isinstance(item, QuestionBase)]
    assert "norms.greet" in listed
    assert "本店和分工（shop）：0 / 4" in page.html
    there = {each.uri: anchors(each.html) for each in handbook.pages(edition, ())}
    assert [target for target in broken(page, there) if not target.startswith("files/")] == []


def test_every_chapter_of_items_can_be_confirmed_as_a_whole() -> None:
    of_items = {name for name, field in Playbook.model_fields.items() if has_items(field.annotation)}
    assert of_items == set(get_args(Chapter))


def has_items(kind: Any) -> bool:
    """Whether a field of that kind holds items, at any depth."""
    if get_args(kind):
        return any(map(has_items, get_args(kind)))
    if not (isinstance(kind, type) and issubclass(kind, Record)):
        return False
    return issubclass(kind, Item) or any(has_items(field.annotation) for field in kind.model_fields.values())


@pytest.mark.parametrize("trade", TRADES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nobody_else_is_named_by_a_shop_of_one(trade: str, language: str) -> None:
    alone = starter(trade, language, "solo", date(2026, 11, 28))
    said = yaml.load(alone["chapters/scripts.yaml"], Loader=yaml.CSafeLoader)["scripts"]
    lines = [line for script in said for line in script["reply"]]
    words = [line["say"] for line in lines]
    words += [each.get("instead", "") for script in said for each in script.get("never", ())]
    others = re.compile(r"\{colleague\}|同事|报店长|请店长|店长会|由店长|our manager|the manager|colleague")
    assert [each for each in words if others.search(each)] == []
    assert not any("solo" in line for line in lines)
    assert all(script["reply"] for script in said)


@pytest.mark.parametrize("name", ["pet-grooming", "bicycle-workshop", "paint-store"])
def test_another_playbook_may_be_begun_from_as_it_is_written(name: str, tmp_path: Path) -> None:
    example = ROOT / "examples" / name
    result = CliRunner().invoke(main, ["new", str(tmp_path / "mine"), "--from", str(example)])
    assert result.exit_code == 0, result.output
    mine, theirs = load(tmp_path / "mine" / "playbook.yaml"), load(example / "playbook.yaml")
    assert mine.playbook is not None
    assert theirs.playbook is not None
    assert mine.playbook.scripts == theirs.playbook.scripts
    assert (mine.playbook.about.began or "").startswith(f"{name} ")
    assert not mine.playbook.about.sample
    assert any(problem.kind == "still-sample" for problem in mine.problems)
    assert not any(problem.level == "error" for problem in mine.problems)
    chapter = (tmp_path / "mine" / "chapters" / "scripts.yaml").read_text("utf-8").partition("\n")
    assert chapter[0].endswith("$schema=../playbook.schema.json")
    assert chapter[2] == (example / "chapters" / "scripts.yaml").read_text("utf-8").partition("\n")[2]
