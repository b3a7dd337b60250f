"""A figure that may be below zero, as degrees of frost, is taken by the phone, the forms online and the register."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from generator.carry.ours import recognised
from generator.carry.over import carried_over
from generator.carry.reading import opened as read
from generator.carry.today import Today
from generator.edition import Edition, edition
from generator.exports import phone, wjx_form, xlsform
from generator.outlines.filled import Given, filled
from generator.outlines.on_screen import on_screen
from generator.outlines.outlined import outline
from generator.playbook.calendar import Calendar
from generator.playbook.load import load
from generator.workbooks.books import books
from generator.workbooks.registers import Register
from tests.carry.files import saved
from tests.conftest import ROOT
from tests.exports.read_phone import Page
from tests.exports.read_wjx import read as read_wjx

FORM = """
  - id: fridge
    title: {zh: 冰箱温度, en: Fridge}
    intro: {zh: 每天记一次。, en: Once a day.}
    outputs: [paper, phone, excel]
    kept_in: excel
    sections:
      - id: read
        title: {zh: 读数, en: Reading}
        fields:
          - {id: day, label: {zh: 日期, en: Day}, kind: date}
          - {id: degrees, label: {zh: 温度, en: Temperature}, kind: figure, unit: ℃}
          - {id: paid, label: {zh: 电费, en: Power}, kind: money}
          - {id: doors, label: {zh: 几台, en: How many}, kind: int}
"""


@pytest.fixture(scope="module")
def it(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    path = tmp_path_factory.mktemp("figures") / "playbook.yaml"
    shop = (
        (ROOT / "tests" / "playbooks" / "paper-forms.yaml").read_text("utf-8").partition("\ncomplaints:")[0]
    )
    path.write_text(f"{shop}\nforms:{FORM}", "utf-8")
    found = load(path)
    assert found.playbook is not None
    return edition(found.playbook, "zh")


def test_the_phone_shows_a_keyboard_with_a_minus(it: Edition) -> None:
    html = phone.page(it, on_screen(outline(it, it.playbook.forms[0])))
    assert [each.inputs for each in Page(html).asked if each.label == "温度"] == [["text"]]
    assert '"keys": "signed"' in html
    assert 'inputmode="text" id="degrees"' in html


def test_forms_online_take_it(it: Edition) -> None:
    form = on_screen(outline(it, it.playbook.forms[0]))
    row = next(each for each in xlsform.sheets(it, form)["survey"] if each.get("name") == "degrees")
    assert row["type"] == "decimal"
    assert "constraint" not in row
    assert any(each.title == "温度（℃）" for each in read_wjx(wjx_form.text(it, form)).questions)


def test_a_register_takes_it_and_says_what_it_takes(it: Edition) -> None:
    register = Register(it, form="fridge", lines=5)
    sheet = load_workbook(BytesIO(register.file()))[register.table.tab]
    rules = {str(each.sqref)[0]: each for each in sheet.data_validations.dataValidation}
    of = {name: rules[register.table.letter(name)] for name in ("degrees", "paid", "doors")}
    assert {name: (each.type, float(each.formula1)) for name, each in of.items()} == {
        "degrees": ("decimal", -1e9),
        "paid": ("decimal", 0),
        "doors": ("whole", 0),
    }
    faults = it.labels.phone.faults
    assert [each.error for each in of.values()] == [
        faults.wrong_figure,
        faults.wrong_amount,
        faults.wrong_whole,
    ]


def test_it_comes_over_into_the_next_version(it: Edition) -> None:
    lines = {1: {"day": date(2026, 11, 22), "degrees": -18.5, "paid": 12.5, "doors": 2}}
    (book,) = books(it.playbook)
    into = Today(it.written, book, "zh")
    ours = recognised(read(saved(load_workbook(BytesIO(book.content(it, {"line": lines}))))), into)
    assert ours is not None
    over = carried_over(ours, into)
    assert over.lines["line"] == lines
    assert not over.notes


@pytest.mark.parametrize(("value", "fits"), [(-18.5, True), ("-3", True), (4, True), ("4 ℃", False)])
def test_it_can_be_filled_in_beforehand(it: Edition, value: object, fits: bool) -> None:
    form = outline(it, it.playbook.forms[0])
    found = filled(form, [Given("degrees", value, ())], Calendar.of(it.playbook.shop))
    assert (not found.problems) is fits
