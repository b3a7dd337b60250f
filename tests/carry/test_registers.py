"""Registers of earlier versions: of complaints acknowledged in words, and a stop list that had a workbook of its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.carry.columns import read_columns
from generator.carry.draft import drafted
from generator.carry.hers import imported
from generator.carry.ours import recognised
from generator.carry.over import Carried, carried_over
from generator.carry.reading import opened
from generator.carry.today import Today
from generator.edition import edition
from generator.playbook.model.forms import Form
from generator.playbook.model.playbook import Playbook
from generator.workbooks.books import books
from generator.workbooks.registers import Register
from generator.workbooks.table import FIRST
from tests.carry.files import saved
from tests.carry.shop import now, playbook
from tests.conftest import ROOT
from tests.test_command_line import playbook as command

COMPLAINTS, STOPS = "complaint-sheet", "stop-list"
Typed = Mapping[str, Any]


def earlier(form: str, **was: Any) -> Playbook:
    """The shop as it was when something of a form was otherwise."""
    shop = playbook()
    forms = (each.model_copy(update=was) if each.id == form else each for each in shop.forms)
    return shop.model_copy(update={"forms": tuple(forms)})


def kept(shop: Playbook, form: str, *lines: Typed, language: str = "zh") -> bytes:
    """Its register with something typed in."""
    register = Register(edition(shop, language), form=form)
    book = load_workbook(BytesIO(register.file()))
    sheet = book[register.table.tab]
    for row, line in enumerate(lines, FIRST):
        for column, value in line.items():
            sheet[register.table.cell(column, row)].value = value
    return saved(book)


def without_a_clock() -> Playbook:
    form = next(each for each in playbook().forms if each.id == COMPLAINTS)
    fields = partial(
        map, lambda each: each.model_copy(update={"kind": "text"} if each.kind == "time" else {})
    )
    sections = (each.model_copy(update={"fields": tuple(fields(each.fields))}) for each in form.sections)
    return earlier(COMPLAINTS, sections=tuple(sections))


def carried(content: bytes, language: str = "zh") -> Carried:
    book = next(each for each in books(playbook()) if each.id == f"register-{COMPLAINTS}")
    today = Today(playbook(), book, language)
    ours = recognised(opened(content), today)
    assert ours is not None
    return carried_over(ours, today)


OLD = (
    {"received_on": datetime(2026, 11, 2), "received_at": "9:30", "noted": "按时"},
    {"received_on": datetime(2026, 11, 3), "received_at": "上午", "noted": "晚了"},
    {"received_on": datetime(2026, 11, 4), "received_at": "21：05"},
)


def test_an_older_register_of_complaints_keeps_what_it_said_of_the_acknowledgement() -> None:
    """It had a choice where the moment stands now, and the time of day as somebody wrote it."""
    found = carried(kept(without_a_clock(), COMPLAINTS, *OLD))
    lines = found.lines["line"]
    assert [line.get("noted") for line in lines.values()] == ["按时", "晚了", None]
    assert [line["received_at"] for line in lines.values()] == [9.5 / 24, "上午", (21 * 60 + 5) / 1440]
    assert [(note.why, note.said, note.kept) for note in found.notes] == [("text_for_time", "上午", True)]
    english = carried(kept(without_a_clock(), COMPLAINTS, *OLD), "en").lines["line"]
    assert [line.get("noted") for line in english.values()] == ["in time", "late", None]


def test_a_moment_and_a_time_of_day_come_over_as_they_are() -> None:
    typed = {
        "received_on": datetime(2026, 11, 2),
        "received_at": datetime(2026, 11, 2, 9, 30).time(),
        "noted": datetime(2026, 11, 2, 10, 15),
    }
    found = carried(kept(playbook(), COMPLAINTS, typed))
    assert not found.notes
    line = found.lines["line"][1]
    assert [line["received_at"], line["noted"]] == pytest.approx([9.5 / 24, 46328 + 10.25 / 24])


STOPPED = (
    {"asked_on": datetime(2026, 5, 3), "customer": "王芳", "account": "wx_wangfang1", "stop_wechat": "是"},
    {"asked_on": datetime(2026, 6, 3), "customer": "李", "account": "13900139000", "stop_all": "是"},
)


def stop_list() -> bytes:
    shop = earlier(STOPS, outputs=("paper", "excel"), kept_with=None)
    return kept(shop, STOPS, *STOPPED)


def test_a_stop_list_that_had_its_own_workbook_stops_whom_it_stopped() -> None:
    columns = """
        workbook: customers-workbook
        sheet: 停发名单
        heads: 4
        columns: {称呼: person.name, 账号，或电话后四位: person.contact, 全部: person.stop_all,
          微信: person.stop-wechat, 说停的日子: person.noted}
    """
    taken = imported(opened(stop_list()), read_columns(columns.encode()), now())
    people = taken.lines["person"]
    assert [people[at]["name"] for at in (1, 2)] == ["王芳", "李"]
    assert (people[1]["stop-wechat"], people[2]["stop_all"]) == ("是", "是"), (
        "stopped until somebody writes a day"
    )
    assert not [note for note in taken.notes if note.why != "stop_without_day"]


def test_its_draft_reads_the_list_and_not_the_first_sheet() -> None:
    draft = drafted(opened(stop_list()), now(), "stop.xlsx")
    assert "sheet: 停发名单\n" in draft
    assert "heads: 4\n" in draft
    assert "称呼: person.name" in draft


def test_the_command_drafts_a_map_for_a_register_there_is_no_more(tmp_path: Path) -> None:
    (tmp_path / "stop.xlsx").write_bytes(stop_list())
    done = command("carry", str(tmp_path / "stop.xlsx"), "--playbook", str(ROOT / "playbook.yaml"))
    assert done.exit_code == 0, done.output
    assert "sheet: 停发名单" in (tmp_path / "columns.yaml").read_text("utf-8")


def test_forms_of_the_shop_are_as_these_tests_take_them() -> None:
    forms: dict[str, Form] = {each.id: each for each in playbook().forms}
    assert forms[STOPS].kept_with
    assert any(field.kind == "time" for part in forms[COMPLAINTS].sections for field in part.fields)
