"""Somebody else's file, read cell by cell: what stands there is what openpyxl finds, and what a person sees."""

from __future__ import annotations

import contextlib
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook as Writing

from generator.carry.reading import opened
from generator.carry.reading.refused import Refused
from generator.carry.reading.sheets import Area, Cell, Sheet
from tests.carry.files import MAIN, package, saved, written

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


def first(content: bytes) -> Sheet:
    return opened(content).sheets[0]


def one(row: str, **parts: str) -> Cell:
    """The cell A1 of a workbook written by hand."""
    return first(package(f'<row r="1">{row}</row>', {f"xl/{k}.xml": v for k, v in parts.items()})).cell(1, 0)


@settings(max_examples=150, deadline=None)
@given(texts=st.lists(TEXTS, min_size=1, max_size=4))
def test_any_text_that_is_written_is_read_as_it_was(texts: list[str]) -> None:
    stream = BytesIO()
    book = Writing(stream, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet()
    for row, text in enumerate(texts):
        sheet.write_string(row, 0, text)
    book.close()
    read = first(stream.getvalue())
    # XML knows one line break; what XlsxWriter gives no escape to is written so.
    assert [read.cell(row, 0).said for row in range(1, len(texts) + 1)] == texts


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.integers(-(10**14), 10**14),
            st.floats(-1e9, 1e9).map(lambda x: round(x, 4)),
            st.dates(date(1901, 1, 1), date(2099, 12, 31)),
            st.booleans(),
        ),
        min_size=1,
    )
)
def test_numbers_days_and_truths_are_what_openpyxl_reads(values: list[Any]) -> None:
    content = written([[value] for value in values])
    witness = load_workbook(BytesIO(content), data_only=True).active
    for row, cell in first(content).rows.items():
        assert meant(cell[0]) == plain(witness.cell(row, 1).value)


def meant(cell: Cell) -> Any:
    match cell.kind:
        case "day":
            return cell.day
        case "truth":
            return cell.said == "TRUE"
        case "number":
            return pytest.approx(float(cell.said), rel=1e-14)
        case _:
            return cell.said


def plain(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value


def test_days_of_old_macs_are_the_days_they_show() -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append([date(2026, 11, 22), datetime(2026, 11, 22, 14, 30)])
    read = first(saved(book))
    assert [read.cell(1, at).day for at in (0, 1)] == [date(2026, 11, 22)] * 2


@pytest.mark.parametrize("form", ["yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "[$-804]m/d/yy", "d-mmm", "mm-dd"])
def test_a_number_shown_as_a_day_is_a_day(form: str) -> None:
    assert formatted(46348, form) == Cell("day", "46348")
    assert formatted(46348, form).day == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("value", "form", "said"),
    [
        (13800138000, "0", "13800138000"),
        (13800138000, "General", "13800138000"),
        (0.1 + 0.2, "General", "0.3"),
        (1.5, '0.0"日元"', "1.5"),
        (3, "[Red]0", "3"),
        (1e21, "General", "1000000000000000000000"),
    ],
)
def test_a_number_is_written_out_with_all_its_figures(value: float, form: str, said: str) -> None:
    assert formatted(value, form) == Cell("number", said)


def test_a_time_of_day_is_a_text() -> None:
    assert formatted(0.604166666666667, "h:mm") == Cell("text", "14:30")


def formatted(value: float, form: str) -> Cell:
    book = Workbook()
    book.active["A1"] = value
    book.active["A1"].number_format = form
    return first(saved(book)).cell(1, 0)


def test_18_figures_in_the_file_stay_18_figures() -> None:
    assert one('<c r="A1"><v>110101199001011234</v></c>').said == "110101199001011234"


def test_a_formula_is_told_from_what_it_gave() -> None:
    assert one('<c r="A1"><f>B1*2</f><v>6</v></c>') == Cell("number", "6", formula=True)
    assert one('<c r="A1" t="str"><f>B1</f><v></v></c>') == Cell("empty", "", formula=True)
    assert one('<c r="A1"><f>cmd|calc!A1</f></c>') == Cell("text", "=cmd|calc!A1", formula=True)


def test_texts_in_pieces_are_whole_and_a_reading_aid_is_none() -> None:
    rich = "<is><r><t>王</t></r><r><t xml:space='preserve'> 芳</t></r><rPh><t>ワン</t></rPh></is>"
    assert one(f'<c r="A1" t="inlineStr">{rich}</c>').said == "王 芳"
    assert one('<c r="A1" t="str"><v>a_x000D_b_x005F_x0041_</v></c>').said == "a\rb_x0041_"


def test_a_file_that_numbers_no_cells_and_one_with_prefixes_are_read() -> None:
    unnumbered = package("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>")
    assert [(row, at, cell.said) for row, at, cell in cells(first(unnumbered))] == [
        (1, 0, "1"),
        (1, 2, "2"),
        (2, 0, "3"),
    ]
    prefixed = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="2"><x:c r="B2"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    assert cells(first(package(parts={"xl/worksheets/sheet1.xml": prefixed}))) == [
        (2, 1, Cell("number", "7"))
    ]


def test_comments_merged_cells_and_hidden_rows_are_noticed() -> None:
    book = Workbook()
    sheet: Worksheet = book.active
    sheet["A1"], sheet["B3"] = "x", "y"
    sheet["B3"].comment = Comment("先打电话", "me")
    sheet.merge_cells("A1:A2")
    sheet.row_dimensions[3].hidden = True
    read = first(saved(book))
    assert (read.comments, read.merged, read.hidden) == ({(3, 1): "先打电话"}, [Area(1, 0, 2, 0)], {3})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("between", [",", "\t", ";"])
def test_a_text_is_read_whatever_it_is_saved_in(encoding: str, between: str) -> None:
    lines = [["姓名", "电话"], ["王芳", "01012345678"], ['李"四"', "a\nb"]]
    quoted = [
        "".join(f'"{each.replace(chr(34), chr(34) * 2)}"{between}' for each in line)[:-1] for line in lines
    ]
    read = first("\r\n".join(quoted).encode(encoding))
    assert [[cell.said for cell in row.values()] for row in read.rows.values()] == lines


def test_marks_that_keep_figures_as_they_are_are_no_part_of_them() -> None:
    read = first(b'a,b,c,d\n="0138",\'0139,\t0137,=1+1\n')
    assert [cell.said for cell in read.rows[2].values()] == ["0138", "0139", "0137", "=1+1"]


@pytest.mark.parametrize("content", [b"", b"\0\1\2\3", b"\xff\xfe\x00", b"%PDF-1.7", b"PK\x03\x04"])
def test_what_is_no_list_is_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        opened(content)


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1"), b"a,b\n"]),
)
def test_rubbish_is_refused_or_read_as_text_and_never_more(content: bytes, begins: bytes) -> None:
    with contextlib.suppress(Refused):
        opened(begins + content)


WHOLE = written([["姓名", "电话"], ["王芳", "013800138000"], ["李", 5]])


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
def test_a_workbook_with_a_wrong_byte_or_cut_short_is_refused_or_read(at: int, byte: int) -> None:
    for content in (WHOLE[:at], WHOLE[:at] + bytes([byte]) + WHOLE[at + 1 :]):
        with contextlib.suppress(Refused):
            opened(content)


def cells(sheet: Sheet) -> list[tuple[int, int, Cell]]:
    return [(row, at, cell) for row, line in sheet.rows.items() for at, cell in line.items()]
