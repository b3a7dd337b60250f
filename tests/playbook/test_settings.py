"""Whatever a field may say either changes what is made of its form, or its author is told that it comes to nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from generator.edition import Edition, edition
from generator.exports import phone
from generator.outlines.on_screen import on_screen
from generator.outlines.outlined import outline
from generator.playbook.checks.settings import USES
from generator.playbook.field_kinds import KINDS, WHOLE
from generator.playbook.load import load
from generator.printables import form as on_paper
from generator.printables.sheet import set_in
from tests.conftest import ROOT

PLAYBOOK = ROOT / "tests" / "playbooks" / "paper-forms.yaml"
OPTIONS = ", options: [{id: a, label: A}, {id: b, label: B}]"
NEEDS = {
    "choice1": OPTIONS,
    "choiceN": OPTIONS,
    "score5": ", low: bad, high: good",
    "computed": ", due: {start: day, plus: keep_months}",
}
"""What a kind cannot do without."""
SETTINGS = {
    "required": "required: true",
    "lines": "lines: 5",
    "unit": "unit: cm",
    "low": "low: sour",
    "high": "high: sweet",
    "help": "help: in a few words",
    "star": "star: true",
    "width": "width: 26",
}
"""Each with a value that is no default. Lists, dates and numbers have checks of their own (problems/forms.yaml)."""


def field(kind: str, setting: str) -> str:
    said = NEEDS.get(kind, "")
    if setting in ("low", "high"):
        said = said.replace(f"{setting}: {'bad' if setting == 'low' else 'good'}", SETTINGS[setting])
        setting = "" if kind == "score5" else setting
    more = f", {SETTINGS[setting]}" if setting else ""
    if KINDS[kind].usual == WHOLE:
        more = more.replace("width: 26", "width: 12")
    return f"{{id: asked, label: Asked, kind: {kind}{said}{more}}}"


def form(name: str, asked: str, *, in_table: bool) -> str:
    beside = "{id: beside, label: Beside, kind: text, width: 4}"
    fields = f"fields: [{asked}, {beside}]"
    where = f"repeat: {{id: rows, columns: [{asked}, {beside}]}}" if in_table else fields
    day = "{id: first, title: First, fields: [{id: day, label: Day, kind: date}]}"
    second = f"{{id: second, title: Second, {where}}}"
    return f"  - {{id: {name}, title: Tried, intro: A form., outputs: [paper, phone], sections: [{day}, {second}]}}"


TRIED = [(kind, setting, there) for kind in KINDS for setting in SETTINGS for there in (False, True)]


def named(kind: str, setting: str, there: bool) -> str:
    return f"{kind.lower()}-{setting or 'plain'}-{'column' if there else 'field'}"


@cache
def made(folder: Path) -> tuple[dict[str, str], set[str]]:
    """What is made of each form, less its id; and the forms whose author is told that something comes to nothing."""
    every = [*TRIED, *((kind, "", there) for kind in KINDS for there in (False, True))]
    head = PLAYBOOK.read_text("utf-8").partition("\ncomplaints:")[0]
    lines = [form(named(*each), field(each[0], each[1]), in_table=each[2]) for each in every]
    path = folder / "playbook.yaml"
    path.write_text("\n".join((head, "forms:", *lines, "")), "utf-8")
    loaded = load(path)
    assert loaded.playbook is not None
    it = edition(loaded.playbook, "en")
    told = {
        it.playbook.forms[int(each.route[1])].id
        for each in loaded.problems
        if each.kind == "field-odd-setting"
    }
    return {each.id: of(it, at) for at, each in enumerate(it.playbook.forms)}, told


def of(it: Edition, at: int) -> str:
    """The sheet and the page for a phone, which both hang on the same outline."""
    tried = it.playbook.forms[at]
    sheet = set_in(it, on_paper.sheet(it, at, tried)).job.html
    page = phone.page(it, on_screen(outline(it, tried))).partition("<body>")[2]
    return (sheet + page.partition("<script")[0]).replace(tried.id, "")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("settings")


@pytest.mark.parametrize(("kind", "setting", "there"), TRIED)
def test_a_setting_is_seen_or_it_is_told(kind: str, setting: str, there: bool, folder: Path) -> None:
    texts, told = made(folder)
    name = named(kind, setting, there)
    plain = texts[named(kind, "", there)]
    assert (texts[name] != plain) is not (name in told)


def test_every_setting_with_a_check_is_tried() -> None:
    assert USES.keys() <= SETTINGS.keys()
