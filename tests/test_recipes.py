"""The recipes of generator/README.md are done as they stand in tests/recipes/, on a copy, and what they add is there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest
import yaml

from tests import pdfs
from tests.conftest import ROOT

RECIPES = sorted((ROOT / "tests" / "recipes").glob("*.yaml"))
PARTS = ("generator", "tests/playbooks", "tests/problems")
MAKES = """
import sys
from pathlib import Path
from generator import __file__ as ours
from generator.edition import edition
from generator.engines.printers import printer
from generator.playbook.load import load
from generator.printables import posts
from generator.printables.form import sheets as forms
from generator.printables.sheet import printed, set_in
from generator.workbooks.keys import KeysBook
assert Path(ours).parent == Path.cwd() / "generator", ours
for problem in load(Path("tests/problems/examples.yaml")).problems:
    print(problem.shown("zh"))
here = edition(load(Path("tests/playbooks/paper-forms.yaml")).playbook, "zh")
(sheet,) = posts.sheets(here)
Path("posts.pdf").write_bytes(printed(set_in(here, sheet), printer()).content())
Path("keys.xlsx").write_bytes(KeysBook(here).file())
(every,) = (each for each in forms(here) if each.id.endswith("every-kind"))
Path("form.html").write_text(set_in(here, every).html, "utf-8")
"""


class Done(NamedTuple):
    folder: Path
    said: str


def done(recipe: Path, folder: Path) -> None:
    """Does a recipe in a copy of the house: new files, and changes of what stands in a file just once."""
    steps = yaml.safe_load(recipe.read_text("utf-8"))
    for name, text in steps.get("new", {}).items():
        assert not (folder / name).exists(), name
        (folder / name).write_text(text, "utf-8")
    for step in steps["change"]:
        file, old = folder / step["file"], step["from"]
        text = file.read_text("utf-8")
        assert text.count(old) == 1, f"{recipe.name}: {step['file']} has {text.count(old)} times: {old}"
        file.write_text(text.replace(old, step["to"]), "utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Done:
    """All recipes done in one copy, and what came of them."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for recipe in RECIPES:
        done(recipe, folder)
    made = subprocess.run(
        [sys.executable, "-c", MAKES],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert made.returncode == 0, made.stderr
    return Done(folder, made.stdout)


def accepted(made: Done, *tool: str) -> None:
    """A tool of `make lint` has nothing to say of the house as the recipes leave it."""
    said = subprocess.run(
        [sys.executable, "-m", *tool, "--config" if tool[0] == "ruff" else "--config-file", "pyproject.toml"],
        cwd=made.folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert said.returncode == 0, said.stdout


def test_the_house_is_in_its_style_when_the_recipes_are_done(made: Done) -> None:
    accepted(made, "ruff", "check", "generator")
    accepted(made, "ruff", "format", "--check", "generator")


@pytest.mark.slow
def test_the_types_hold_when_the_recipes_are_done(made: Done) -> None:
    accepted(made, "mypy", "generator")


def test_the_recipes_are_those_of_the_guide() -> None:
    guide = (ROOT / "generator" / "README.md").read_text("utf-8")
    assert len(RECIPES) == 4
    assert all(f"tests/recipes/{each.name}" in guide for each in RECIPES)


def test_the_sheet_of_the_recipe_is_printed(made: Done) -> None:
    said = pdfs.text(made.folder / "posts.pdf")
    assert "各岗做什么" in said
    assert "posts·" in pdfs.squeezed(said)


def test_the_check_of_the_recipe_says_what_its_fault_has_beside_it(made: Done) -> None:
    assert "examples.yaml:13:5: 建议：规范 `greet` 没有做得好的例子。 [norm-not-shown]" in made.said


def test_the_kind_of_field_of_the_recipe_is_on_the_form(made: Done) -> None:
    assert "室温" in (made.folder / "form.html").read_text("utf-8")


def test_the_workbook_of_the_recipe_opens(made: Done) -> None:
    book = openpyxl.load_workbook(BytesIO((made.folder / "keys.xlsx").read_bytes()))
    assert book.sheetnames[:2] == ["使用说明", "钥匙"]
    assert [cell.value for cell in book["钥匙"][4]][:5] == ["哪把钥匙", "谁拿着", "领走", "交回", "拿了几天"]
