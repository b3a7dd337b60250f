"""A kind of field is a row of one table: nothing else knows it by its name."""

from __future__ import annotations

import ast
import re

import pytest

from generator.edition import edition
from generator.outlines.outlined import outline
from generator.playbook.field_kinds import KINDS, Kind
from generator.playbook.load import load
from generator.printables import form
from generator.printables.sheet import set_in
from tests.conftest import ROOT

HERE = ROOT / "generator"


def test_a_new_kind_is_a_row_of_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "temperature", Kind("blank", usual=150))
    playbook = load(ROOT / "tests/playbooks/paper-forms.yaml").playbook
    assert playbook is not None
    first, *others = playbook.forms
    section, *sections = first.sections
    fields = tuple(
        each.model_copy(update={"kind": "temperature"}) if each.id == "pieces" else each
        for each in section.fields
    )
    changed = first.model_copy(
        update={"sections": (section.model_copy(update={"fields": fields}), *sections)}
    )
    zh = edition(playbook.model_copy(update={"forms": (changed, *others)}), "zh")

    (field,) = (each for each in outline(zh, zh.playbook.forms[0]).fields if each.id == "pieces")
    sheet = next(form.sheets(zh))
    (cell,) = re.findall(
        r'<div class="cell cell--temperature" style="width: ([\d.]+)mm', set_in(zh, sheet).html
    )

    assert field.kind.usual == 150
    assert float(cell) >= 150


def test_no_module_compares_a_kind_by_its_name() -> None:
    found = []
    # What a column or a cell of a workbook holds is another question, with words of its own.
    others = {path for folder in ("workbooks", "carry") for path in (HERE / folder).rglob("*.py")}
    for path in sorted(set(HERE.rglob("*.py")) - others):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            asked = node.left if isinstance(node, ast.Compare) else getattr(node, "subject", None)
            if isinstance(asked, ast.Attribute) and asked.attr in ("kind", "kind_name"):
                named = {each.value for each in ast.walk(node) if isinstance(each, ast.Constant)}
                found += [(path.name, name) for name in named & KINDS.keys()]
    assert found == []


def test_no_drawing_asks_for_a_kind_by_its_name() -> None:
    page = (HERE / "printables" / "form.html").read_text("utf-8")
    assert (
        re.findall(r"kind(?:_name)? (?:==|in) .*?%", page.replace("block.kind", "").replace("strip.kind", ""))
        == []
    )
    style = (HERE / "printables" / "form.css").read_text("utf-8")
    assert "cell--" not in style.replace("cell__", "")


def test_every_kind_asks_for_a_width_a_pen_can_use() -> None:
    assert all(kind.usual >= kind.least for kind in KINDS.values())
