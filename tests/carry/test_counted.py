"""What a register of complaints counted in a month goes into the workbook of measures, and nothing typed is lost."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from generator.carry.counted import Counted, counted, fill_in
from generator.carry.over import Carried
from generator.carry.reading import opened
from generator.carry.reading.refused import Refused
from generator.carry.today import Today
from generator.edition import edition
from generator.workbooks.books import BOOKS
from generator.workbooks.measures import NAMES, MeasuresBook
from generator.workbooks.registers import Register
from generator.workbooks.table import FIRST
from tests.carry.files import saved
from tests.carry.shop import playbook
from tests.conftest import ROOT
from tests.test_command_line import playbook as command
from tests.workbooks.complained import FORM

FEBRUARY = date(2027, 2, 1)
BOOK = next(each for each in BOOKS if each.id == "measures-workbook")


def today() -> Today:
    return Today(playbook(), BOOK, "zh")


def register(month: date, figures: dict[str, int | float | str]) -> bytes:
    """One that was saved by a spreadsheet program: it keeps what each formula gave."""
    made = Register(edition(playbook(), "zh"), form=FORM, lines=5)
    assert made.month is not None
    table, book = made.month.table(), load_workbook(BytesIO(made.file()), data_only=True)
    sheet = book[table.tab]
    sheet["D3"] = datetime.combine(month, time())
    for row in range(FIRST, table.last + 1):
        name = sheet[table.cell("measure", row)].value
        if name in figures:
            sheet[table.cell("count", row)].value = figures[name]
    return saved(book)


def test_the_figures_of_the_month_are_read_by_the_column_they_belong_in() -> None:
    found = counted(opened(register(FEBRUARY, {"ack-in-time": 9, "ack-received": 12, "art-days": ""})))
    assert found.month == FEBRUARY
    assert (found.figures["ack-in-time"], found.figures["ack-received"]) == (9, 12)
    assert "art-days" not in found.figures, "what could not be reckoned is no figure"
    columns = {column.id for column in MeasuresBook(edition(playbook(), "zh")).months.columns}
    assert found.figures.keys() <= columns


def test_they_go_into_the_line_of_the_month_or_into_a_new_one() -> None:
    figures = Counted(FEBRUARY, {"ack-in-time": 9, "ack-received": 12})
    over = Carried(
        {NAMES: {1: {"month": date(2027, 1, 20), "ack-received": 4}, 2: {"month": date(2027, 2, 28)}}}
    )
    assert fill_in(over, figures, today()) == 2
    assert over.lines[NAMES][2] == {"month": date(2027, 2, 28), "ack-in-time": 9, "ack-received": 12}
    assert over.lines[NAMES][1]["ack-received"] == 4
    assert fill_in(fresh := Carried(), figures, today()) == 2
    assert fresh.lines[NAMES] == {1: {"month": FEBRUARY, "ack-in-time": 9, "ack-received": 12}}


def test_what_was_typed_stays_and_is_named_where_it_differs() -> None:
    over = Carried({NAMES: {1: {"month": FEBRUARY, "ack-in-time": 8, "ack-received": 12}}})
    fill_in(over, Counted(FEBRUARY, {"ack-in-time": 9, "ack-received": 12}), today())
    assert over.lines[NAMES][1]["ack-in-time"] == 8
    assert [(note.why, note.row, note.said) for note in over.notes] == [("figure_differs", FIRST, "9")]


def nothing_there() -> bytes:
    return saved(Workbook())


@pytest.mark.parametrize("content", [nothing_there, lambda: register(FEBRUARY, dict.fromkeys(NONE, ""))])
def test_a_file_without_figures_is_refused(content: object) -> None:
    assert callable(content)
    with pytest.raises(Refused, match="no_figures"):
        counted(opened(content()))


NONE = [
    *("ack-in-time", "ack-received", "ots-accepted", "ots-closed-accepted", "ots-final", "ots-closed-final"),
    *("reo-reopened", "reo-closed", "art-days", "art-closed", "cpr-complaints"),
]


def test_the_command_writes_a_workbook_of_measures_beside_the_old_one(tmp_path: Path) -> None:
    old = BOOK.content(edition(playbook(), "zh"), {NAMES: {1: {"month": FEBRUARY, "cpr-orders": 300}}})
    (tmp_path / "measures.xlsx").write_bytes(old)
    (tmp_path / "complaints.xlsx").write_bytes(register(FEBRUARY, {"cpr-complaints": 12}))
    files = [str(tmp_path / name) for name in ("measures.xlsx", "complaints.xlsx")]
    done = command("carry", files[0], "--from", files[1], "--playbook", str(ROOT / "playbook.yaml"))
    assert done.exit_code == 0, done.output
    assert "complaints.xlsx：2027-02 的 11 个数填进来了" in done.output
    months = MeasuresBook(edition(playbook(), "zh")).months
    sheet = load_workbook(next(tmp_path.glob("measures-v*.xlsx")))[months.tab]
    assert sheet[months.cell("cpr-complaints", FIRST)].value == 12
    assert sheet[months.cell("cpr-orders", FIRST)].value == 300
    assert (tmp_path / "measures.xlsx").read_bytes() == old


def test_what_is_no_register_is_told_in_a_sentence(tmp_path: Path) -> None:
    measures = tmp_path / "measures.xlsx"
    measures.write_bytes(BOOK.content(edition(playbook(), "zh"), {}))
    done = command("carry", str(measures), "--from", str(measures), "--playbook", str(ROOT / "playbook.yaml"))
    assert (done.exit_code, "每月" in done.output) == (1, True)
    assert [each.name for each in tmp_path.iterdir()] == ["measures.xlsx"]
