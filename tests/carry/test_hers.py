"""The list she already has: read by a map, told line by line what would be taken and what not, and why."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from generator.carry.columns import Columns, read_columns
from generator.carry.draft import drafted
from generator.carry.hers import Import, imported, phone
from generator.carry.reading import opened
from generator.carry.reading.refused import Refused
from tests.carry.files import saved, written
from tests.carry.shop import ORDERS, PEOPLE, now

HEADS = ["姓名", "手机号", "商品", "签收日期", "退订", "同意日期"]
COLUMNS = {
    "姓名": "person.name",
    "手机号": "person.contact",
    "商品": "order.product",
    "签收日期": "order.received",
    "退订": "person.stop_all",
    "同意日期": "person.given-b-wechat",
}
NOT_ASKED = "没问过（旧名单来的）"


def taken(rows: list[list[Any]], *, columns: dict[str, str] = COLUMNS, **more: Any) -> Import:
    of_hers = Columns("customers-workbook", columns, **more)
    return imported(opened(written(rows)), of_hers, now())


def notes(found: Import) -> list[tuple[str, int, str]]:
    return [(note.why, note.row, note.said) for note in found.notes]


def test_a_line_of_hers_becomes_a_person_and_an_order() -> None:
    found = taken([HEADS, ["王芳", "013800138000", "洁面乳", date(2026, 11, 24), None, date(2026, 5, 1)]])
    assert found.lines == {
        PEOPLE: {1: {"name": "王芳", "contact": "013800138000", "given-b-wechat": date(2026, 5, 1)}},
        ORDERS: {1: {"customer": 1, "product": "洁面乳", "received": date(2026, 11, 24)}},
    }
    assert (found.rows, notes(found), found.not_asked) == (1, [], 0)


@pytest.mark.parametrize("consent", [None, "是", "同意", "yes", "2026"])
def test_who_has_no_day_of_consent_is_not_asked(consent: str | None) -> None:
    found = taken([HEADS, ["王芳", "1", None, None, None, consent]])
    assert found.lines[PEOPLE] == {1: {"name": "王芳", "contact": "1", "how": NOT_ASKED}}
    assert found.not_asked == 1
    assert notes(found) == ([("consent_without_day", 2, consent)] if consent else [])


@pytest.mark.parametrize(
    ("said", "stop", "why"),
    [
        (date(2026, 1, 2), date(2026, 1, 2), []),
        ("2026年1月2日", date(2026, 1, 2), []),
        ("是", "是", ["stop_without_day"]),
        ("不要再发", "不要再发", ["stop_without_day"]),
        ("否", None, []),
        ("No", None, []),
    ],
)
def test_a_stop_stops_whatever_stands_there_but_no(said: Any, stop: Any, why: list[str]) -> None:
    found = taken([HEADS, ["王芳", "1", None, None, said, None]])
    assert found.lines[PEOPLE][1].get("stop_all") == stop
    assert [note.why for note in found.notes] == why


def test_two_lines_of_one_phone_are_one_person_with_two_orders_and_the_stricter_stop() -> None:
    found = taken(
        [
            HEADS,
            ["王芳", 13800138000, "洁面乳", None, date(2026, 1, 1), None],
            ["王女士", "+86 138-0013-8000", "面霜", None, date(2026, 3, 1), None],
            ["王芳", "138 0013 8000", None, None, "是", None],
        ]
    )
    assert found.lines[PEOPLE] == {
        1: {"name": "王芳", "contact": "13800138000", "stop_all": "是", "how": NOT_ASKED}
    }
    assert [line["customer"] for line in found.lines[ORDERS].values()] == [1, 1]
    assert [(note.why, note.row, note.other) for note in found.notes if note.other] == [
        ("same_phone", 3, 2),
        ("same_phone", 4, 2),
    ]
    assert ("same_phone_differs", 3, "王女士") in notes(found)


def test_what_cannot_be_taken_is_named_with_her_row() -> None:
    found = taken(
        [
            HEADS,
            ["王芳", "1", "香水", "昨天", None, None],
            ["李", "2", "面霜", "3/4/2026", None, None],
            [None, "3", "面霜", None, None, None],
            HEADS,
            ["赵", "4", "面霜", "11月2日", None, None],
            ["孙", 1234567890123456789, None, 46350, None, None],
        ]
    )
    assert notes(found) == [
        ("no_such_choice", 2, "香水"),
        ("no_day", 2, "昨天"),
        ("which_order", 3, "3/4/2026"),
        ("missing", 4, ""),
        ("heads_again", 5, ""),
        ("no_year", 6, "11月2日"),
        ("rounded", 7, "1234567890123457000"),
        ("number_for_day", 7, "46350"),
    ]
    assert found.rows == 5
    assert [line["name"] for line in found.lines[PEOPLE].values()] == ["王芳", "李", "赵", "孙"]
    assert found.lines[ORDERS][3] == {"customer": 4, "received": date(2026, 11, 24)}


def test_lines_without_a_phone_of_their_own_are_people_of_their_own() -> None:
    found = taken([HEADS, *([name, said] for name in ("王", "李") for said in ("同上", "无", None))])
    assert len(found.lines[PEOPLE]) == 6
    assert found.notes == []


def test_a_number_that_excel_shortened_is_named() -> None:
    assert notes(taken([HEADS, ["王", "1.38001E+10"]])) == [("figures_lost", 2, "1.38001E+10")]


def test_the_map_says_how_days_and_her_own_words_are_read() -> None:
    rows = [HEADS, ["王芳", "1", "Gel", "3/4/2026", None, None]]
    found = taken(rows, dates="day-month-year", choices={"order.product": {"gel": "Cleanser"}})
    assert found.lines[ORDERS] == {1: {"customer": 1, "product": "洁面乳", "received": date(2026, 4, 3)}}


def test_a_list_with_a_title_merged_cells_hidden_lines_and_several_sheets() -> None:
    book = Workbook()
    book.active.append(["说明"])
    sheet = book.create_sheet("名单")
    for row in (["小满的顾客"], [], HEADS, ["王芳", "1", "洁面乳"], [None, None, "面霜"], ["李", "2", None]):
        sheet.append(row)
    sheet.merge_cells("A1:F1")
    for cells in ("A4:A5", "B4:B5"):
        sheet.merge_cells(cells)
    sheet.row_dimensions[6].hidden = True
    sheet.auto_filter.ref = "A3:F6"
    read = opened(saved(book))
    map_ = read_columns(drafted(read, now(), "名单.xlsx").encode())
    assert (map_.sheet, map_.heads) == ("名单", 3)
    found = imported(read, map_, now())
    assert [line["name"] for line in found.lines[PEOPLE].values()] == ["王芳", "李"]
    assert [line["product"] for line in found.lines[ORDERS].values()] == ["洁面乳", "面霜"]
    assert found.hidden == 1


def test_the_draft_guesses_by_the_heads_and_never_a_consent() -> None:
    heads = ["客户姓名（必填）", "联系电话", "收件地址", "下单时间", "什么", "同意日", "电话", "电话"]
    map_ = read_columns(drafted(opened(written([heads, ["x"] * 8])), now(), "x.xlsx").encode())
    assert map_.columns == {
        "客户姓名（必填）": "person.name",
        "联系电话": "person.contact",
        "收件地址": "person.record-address",
        "下单时间": "order.bought",
        "什么": "",
        "同意日": "",
        "column G": "",
        "column H": "",
    }


def test_a_draft_in_english_is_read_again() -> None:
    content = written([["Full name", "Mobile", "No", "Yes: really?", "# 1", "a: b\nc"], ["x"] * 6])
    map_ = read_columns(drafted(opened(content), now("en"), "x.xlsx").encode())
    assert map_.columns["Full name"] == "person.name"
    assert set(map_.columns) == {"Full name", "Mobile", "No", "Yes: really?", "# 1", "a: b c"}


@settings(deadline=None)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20),
        min_size=2,
        max_size=6,
    )
)
def test_whatever_her_heads_are_the_draft_is_a_map_of_them(heads: list[str]) -> None:
    read = opened(written([heads, ["x"] * len(heads)]))
    map_ = read_columns(drafted(read, now(), "x.xlsx").encode())
    assert len(map_.columns) == len({*map_.columns}) == len(heads)


MAP = "columns: {姓名: person.name}\n"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "map_without_columns"),
        ("- a", "map_without_columns"),
        ("columns: [", "map_broken"),
        ("columns: {a: b, a: c}", "map_broken"),
        ("columns: {[a]: b}", "map_broken"),
        ("columns: {a: [b]}", "map_no_text"),
        ("columns: &a {x: *a}", "map_broken"),
        (MAP + "kolumns: 1", "map_unknown_key"),
        (MAP + "heads: two", "map_heads"),
        (MAP + "heads: 0", "map_heads"),
        (MAP + "dates: american", "map_dates"),
        (MAP + "choices: [a]", "map_choices"),
        (MAP + "choices: {person.class: {VIP: [a]}}", "map_no_text"),
        ("\0", "map_broken"),
        ("columns: " + "[" * 5000, "map_broken"),
    ],
)
def test_a_map_that_is_none_is_refused(text: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        read_columns(text.encode())
    assert refused.value.why == why


@pytest.mark.parametrize(
    ("columns", "more", "why"),
    [
        ({"姓名": ""}, {}, "map_takes_nothing"),
        ({"姓名": "person.nam"}, {}, "no_such_column"),
        ({"姓名": "order.customer"}, {}, "no_such_column"),
        ({"名字": "person.name"}, {}, "no_such_head"),
        ({"姓名": "person.name"}, {"sheet": "x"}, "no_such_sheet"),
        ({"姓名": "person.name", "手机号": "person.name"}, {}, "mapped_twice"),
        ({"手机号": "person.contact"}, {}, "map_without_needed"),
        ({"商品": "order.product"}, {}, "map_without"),
    ],
)
def test_a_map_that_does_not_fit_is_refused(columns: dict[str, str], more: dict[str, str], why: str) -> None:
    with pytest.raises(Refused) as refused:
        taken([HEADS, ["x"] * 6], columns=columns, **more)
    assert refused.value.why == why


def test_a_text_with_commas_is_a_list_too() -> None:
    lines = '姓名,手机号,签收日期\n王芳,013800138000,2026/11/24\n\n李,"=""0139""",\n'
    columns = Columns("", {"姓名": "person.name", "手机号": "person.contact", "签收日期": "order.received"})
    found = imported(opened(lines.encode("gb18030")), columns, now())
    assert [line["contact"] for line in found.lines[PEOPLE].values()] == ["013800138000", "0139"]
    assert found.lines[ORDERS] == {1: {"customer": 1, "received": date(2026, 11, 24)}}


@pytest.mark.parametrize(
    ("said", "same"),
    [
        ("+86 138-0013-8000", "13800138000"),
        ("0086 13800138000", "13800138000"),
        ("（010）6554 0000", "01065540000"),
        ("WX_Li.1", "wx_li.1"),
        ("同上", ""),
        ("wechat", ""),
        ("无", ""),
        ("120", ""),
    ],
)
def test_a_phone_is_the_same_however_it_is_written(said: str, same: str) -> None:
    assert phone(said) == same


def test_a_day_with_an_hour_is_that_day() -> None:
    found = taken([HEADS, ["王", "1", None, datetime(2026, 11, 24, 23, 59), None, None]])
    assert found.lines[ORDERS][1]["received"] == date(2026, 11, 24)
