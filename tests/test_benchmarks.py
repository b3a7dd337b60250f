"""What the benchmark measures is the whole of the shipped playbook, changed as it says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.alone import laid_out
from benchmarks.forms import laid_out as forms_laid_out
from benchmarks.growth import multiplied
from benchmarks.revision import NotThere, taken
from benchmarks.rows import line
from benchmarks.shop import change_fact, change_reply, change_version, copied
from generator.build import check
from generator.playbook.model.playbook import Playbook
from tests.conftest import ROOT


def read(shop: Path) -> Playbook:
    loaded = check(shop / "playbook.yaml").loaded
    assert loaded.playbook is not None, loaded.problems
    return loaded.playbook


def test_the_copy_it_builds_is_the_shop_and_its_edits_change_just_what_they_say(tmp_path: Path) -> None:
    copied(ROOT, tmp_path / "shop")
    shop = tmp_path / "shop"
    shipped = read(shop)
    assert shipped == read(ROOT)

    new = change_reply(shop, 1)
    said = next(script for script in read(shop).scripts if script.id == "too-dear").reply[0].say
    assert new in said.said["zh"]

    change_fact(shop, 2)
    months = {fact.id: fact.value for fact in read(shop).facts}
    assert months["keep_complaints"] == 38
    assert [name for name, value in months.items() if value != dict_of(shipped)[name]] == ["keep_complaints"]

    change_version(shop, 3)
    assert (read(shop).about.version, str(read(shop).about.date)) == ("9.3", "2026-11-03")


def dict_of(playbook: Playbook) -> dict[str, object]:
    return {fact.id: fact.value for fact in playbook.facts}


def test_the_tools_alone_get_every_page_and_sheet(tmp_path: Path) -> None:
    pages, sheets = laid_out(tmp_path)
    assert pages == len(list((tmp_path / "pages").rglob("*.md"))) > 200
    assert sheets == len(list((tmp_path / "sheets").glob("*.html"))) > 100


def test_what_came_since_the_base_is_known_by_name_and_left_out() -> None:
    program = (
        "from benchmarks import as_base\nas_base.only_what_it_builds()\n"
        "from generator import build, handbook, printables\n"
        "print(*(each.__name__ for each in (*printables.PRINTABLES, *handbook.SECTIONS)), len(build.FAMILIES))"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    left = ran.stdout.split()
    assert {"generator.printables.quiz", "generator.handbook.scripts"} <= {*left}
    assert left[-1] == "1"
    assert not {"generator.printables.path", "generator.handbook.law"} & {*left}


def test_bare_sheets_are_those_of_the_forms_on_screen(tmp_path: Path) -> None:
    count = forms_laid_out(tmp_path / "forms")
    assert count == len(list((tmp_path / "forms").glob("*.html"))) >= 10


def test_a_larger_playbook_is_one_that_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "playbook.yaml").write_text(multiplied(ROOT / "playbook.yaml", 2), "utf-8")
    larger, shipped = read(tmp_path), read(ROOT)
    assert len(larger.scripts) == 2 * len(shipped.scripts)
    assert len(larger.forms) == 2 * len(shipped.forms)


def test_a_revision_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotThere, match="0000000 is not in this clone"):
        taken("0000000", tmp_path / "base")


def test_a_goal_that_is_missed_is_marked() -> None:
    assert line("a build", 10.0, 5.0, 0.5).endswith("0.50")
    assert line("a build", 10.0, 6.0, 0.5).endswith("missed")
    assert "missed" not in line("a build", None, 6.0, 0.5)
