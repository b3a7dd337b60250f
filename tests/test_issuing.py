"""A paper that was handed out stays what it was, whatever becomes of the playbook."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import build
from generator.__main__ import main
from generator.engines.printers import printer
from generator.output import OutputFile
from generator.playbook.problems import Problem
from generator.printables.issued import read
from tests.conftest import ROOT

PAPER, DAY = "short", "2026-11-28"
LOCK = f"locks/{PAPER}-{DAY}.json"


def issue(shop: Path, paper: str = PAPER) -> Result:
    return CliRunner().invoke(
        main, ["issue", paper, "--date", DAY, "--playbook", str(shop / "playbook.yaml")]
    )


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bakery, which has handed out its short paper."""
    folder = tmp_path_factory.mktemp("bakery")
    shutil.copy(ROOT / "tests/playbooks/quiz.yaml", folder / "playbook.yaml")
    done = issue(folder)
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def shop(handed_out: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(handed_out, tmp_path / "shop"))


def edited(shop: Path, before: str, after: str) -> None:
    path = shop / "playbook.yaml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def issued(shop: Path) -> tuple[dict[str, OutputFile], list[Problem]]:
    """What is printed from locks, by path, and what is said of them."""
    checked = build.check(shop / "playbook.yaml", printer=printer(), only=("none",))
    files = {
        file.path: file
        for family in checked.families
        for file in family.outputs
        if file.kind.startswith("issued-")
    }
    return files, [problem for problem in checked.problems if problem.kind.startswith("issued-")]


def test_the_command_locks_and_prints_paper_and_key_for_the_trainer_alone(handed_out: Path) -> None:
    printed = {path.relative_to(handed_out).as_posix() for path in handed_out.rglob("*.pdf")}
    names = {f"quiz-{PAPER}-a.pdf", f"quiz-{PAPER}-a-key.pdf"}
    assert printed == {
        f"trainer/{language}issued/{PAPER}-{DAY}/{name}" for language in ("", "en/") for name in names
    }
    aid = handed_out / f"trainer/issued/{PAPER}-{DAY}/marking.html"
    assert f'"id": "{PAPER}-a"' in aid.read_text("utf-8")
    assert (handed_out / "locks/.gitignore").read_text("utf-8") == "*\n"
    it = read((handed_out / LOCK).read_bytes())
    assert it
    assert (it.paper, it.day, it.version) == (PAPER, DAY, "2")
    assert [*it.variants] == ["A"]


def test_it_is_the_same_file_after_the_playbook_has_changed(shop: Path) -> None:
    before = {path.name: path.read_bytes() for path in (shop / "trainer/issued").rglob("*.*")}
    edited(shop, 'version: "2"', 'version: "3"')
    edited(shop, "顾客进门了", "一位顾客进门了")
    edited(shop, "220", "230")
    files, said = issued(shop)
    assert {Path(path).name: file.content() for path, file in files.items() if "en/" not in path} == before
    assert said == []


def test_a_lock_is_never_written_over(shop: Path) -> None:
    before = (shop / LOCK).read_bytes()
    edited(shop, 'version: "2"', 'version: "3"')
    again = issue(shop)
    assert again.exit_code == 2
    assert LOCK in again.output
    assert (shop / LOCK).read_bytes() == before


def test_a_paper_there_is_not_is_told_with_those_there_are(shop: Path) -> None:
    done = issue(shop, "shorter")
    assert done.exit_code == 2
    assert "counter, short" in done.output


def test_a_corrected_word_moves_nothing_and_another_order_is_named(shop: Path) -> None:
    edited(shop, "先做什么", "先做哪样")
    assert issued(shop)[1] == []
    text = (shop / LOCK).read_text("utf-8")
    it = read(text.encode())
    assert it
    moved = next(each for each in it.variants["A"] if len(each.order) > 2)
    one, other = moved.order[:2]
    pattern = re.compile(rf'("id": "{moved.id}",\s+"order": \[\s+)"{one}",(\s+)"{other}"')
    (shop / LOCK).write_text(pattern.sub(rf'\1"{other}",\2"{one}"', text), "utf-8")
    (problem,) = issued(shop)[1]
    assert (problem.kind, problem.details["moved"]) == ("issued-moved", f"`{moved.id}`")


def test_other_tools_are_a_warning_and_a_damaged_lock_an_error(shop: Path) -> None:
    lock = shop / LOCK
    text = lock.read_text("utf-8")
    lock.write_text(re.sub(r'"tools": "weasyprint \S+;', '"tools": "weasyprint 1;', text), "utf-8")
    (problem,) = issued(shop)[1]
    assert (problem.kind, problem.level) == ("issued-tools", "warning")
    lock.write_text(text[:-100], "utf-8")
    (problem,) = issued(shop)[1]
    assert (problem.kind, problem.level) == ("issued-unreadable", "error")
    assert problem.details == {"file": LOCK}


def test_a_build_prints_what_was_handed_out_beside_the_draft(shop: Path) -> None:
    """Only listed: that its bytes are those of the day is seen above."""
    made = build.site(shop / "playbook.yaml", printer=printer(), only=())
    paths = [file.path for file in made.for_trainer()]
    assert f"issued/{PAPER}-{DAY}/quiz-{PAPER}-a.pdf" in paths
    assert f"quiz-{PAPER}-a.pdf" in paths
    assert shop / LOCK in [path.resolve() for path in made.sources]
