"""What was typed into an older workbook stands in the next one, in its column and line, or is named."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from generator.carry import report
from generator.carry.ours import language_of, recognised
from generator.carry.over import carried_over
from generator.carry.reading import opened
from generator.edition import edition
from generator.playbook.model.playbook import Playbook
from generator.workbooks.customers import CustomersBook
from generator.workbooks.table import FIRST, LEFT, SET, prepared
from tests.carry.files import saved
from tests.carry.shop import ORDERS, PEOPLE, carried, made, now, playbook, put, said, today, typed
from tests.workbooks.shops import workbook

TYPED: dict[str, dict[int, dict[str, Any]]] = {
    PEOPLE: {
        1: {
            "name": "=王",
            "channel": "微信",
            "contact": "013800138000",
            "class": "常客",
            "given-b-wechat": date(2026, 5, 1),
            "how": "档案表，第 2 版",
            "record-address": "+86 某路 1 号",
        },
        2: {"name": "@李", "contact": "-wx_li", "stop-phone": "是", "stop_all": date(2026, 11, 1)},
        5: {"name": "赵", "contact": "110101199001011234", "complaint": "是"},
    },
    ORDERS: {
        1: {"order_no": "00012345678901234567", "customer": 1, "product": "洁面乳", "number": 2},
        2: {
            "customer": 5,
            "received": date(2026, 11, 24),
            "done-first": date(2026, 11, 26),
            "answer-first": "=好用",
        },
    },
}


@pytest.fixture(scope="module")
def shop() -> Playbook:
    return playbook()


def test_everything_that_was_typed_comes_over_to_its_line_and_column(shop: Playbook) -> None:
    found = carried(typed(made(shop), shop, TYPED), now())
    assert {name: lines for name, lines in found.lines.items() if name != SET} == TYPED
    assert said(found) == {"text_for_day": ["是"]}, "a stop without a day is named, and stays"


def test_what_is_carried_stands_in_the_file_and_can_be_carried_again(shop: Playbook) -> None:
    found = carried(typed(made(shop), shop, TYPED), now())
    again = carried(made(shop, filled=found.lines), now())
    assert again.lines == found.lines


def test_the_formulas_and_the_protection_are_the_new_ones(shop: Playbook) -> None:
    fresh, filled = made(shop), made(shop, filled=TYPED)
    for before, after in zip(fresh.worksheets, filled.worksheets, strict=True):
        assert after.protection.sheet
        for row in before.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert after[cell.coordinate].value == cell.value
                    assert after[cell.coordinate].protection.locked


def test_columns_are_found_though_they_moved_and_were_renamed(shop: Playbook) -> None:
    book = typed(made(shop), shop, TYPED)
    people = CustomersBook(edition(shop, "zh")).people
    sheet = book[people.tab]
    at = {column: people.letter(column) for column in ("name", "contact")}
    for row in range(FIRST - 1, 50):
        one, other = sheet[f"{at['name']}{row}"], sheet[f"{at['contact']}{row}"]
        one.value, other.value = other.value, one.value
    sheet[f"{at['name']}{FIRST - 1}"] = "随便什么"
    # As Excel keeps names when columns change places.
    names = book.defined_names
    names["person_name"].attr_text, names["person_contact"].attr_text = (
        names["person_contact"].attr_text,
        names["person_name"].attr_text,
    )
    sheet.title = "我的顾客"
    for name in names.values():
        name.attr_text = name.attr_text.replace(f"'{people.tab}'!", "'我的顾客'!").replace(
            f"{people.tab}!", "我的顾客!"
        )
    assert carried(book, now()).lines[PEOPLE] == TYPED[PEOPLE]


def test_a_workbook_in_one_language_becomes_one_in_another(shop: Playbook) -> None:
    found = carried(typed(made(shop), shop, TYPED), now("en"))
    assert found.lines[PEOPLE][1]["channel"] == "WeChat"
    assert found.lines[PEOPLE][1]["class"] == "Regular"
    assert found.lines[PEOPLE][5]["complaint"] == "Yes"
    assert found.lines[ORDERS][1]["product"] == "Cleanser"
    assert "choice_gone" not in said(found)


def test_the_language_of_the_old_one_is_seen(shop: Playbook) -> None:
    for language in ("zh", "en"):
        ours = recognised(opened(saved(made(shop, language))), now())
        assert ours is not None
        assert language_of(ours, now()) == language


def test_an_option_that_is_gone_stays_as_text_and_is_named(shop: Playbook) -> None:
    assert shop.customers
    fewer = tuple(each for each in shop.customers.classes if each.id != "regular")
    later = shop.model_copy(update={"customers": shop.customers.model_copy(update={"classes": fewer})})
    found = carried(typed(made(shop), shop, TYPED), today(later))
    assert found.lines[PEOPLE][1]["class"] == "常客"
    assert said(found)["choice_gone"] == ["常客"]


def test_what_stood_in_a_column_that_is_gone_stands_on_a_sheet_of_its_own(shop: Playbook) -> None:
    later = without_record(shop, "address")
    found = carried(typed(made(shop), shop, TYPED), today(later))
    assert "record-address" not in found.lines[PEOPLE][1]
    words = today(later).labels
    left = report.left_lines(found.notes, {}, words.carry)
    assert [[*line.values()] for line in left[LEFT].values()] == [
        ["顾客", "5", "收货地址（要寄才填）", "+86 某路 1 号", words.carry.notes.column_gone]
    ]
    book = made(later, filled={**found.lines, **left})
    again = carried(book, today(later))
    assert again.lines[LEFT] == left[LEFT], "and comes over the next time"
    assert said(again) == said(carried(made(later, filled=found.lines), today(later)))


def test_a_new_column_is_there_and_empty(shop: Playbook) -> None:
    earlier = without_record(shop, "address")
    lines = {PEOPLE: {1: {"name": "王", "record-preferences": "无香"}}}
    found = carried(typed(made(earlier), earlier, lines), now())
    assert found.lines[PEOPLE] == lines[PEOPLE]
    assert not found.notes


def without_record(shop: Playbook, gone: str) -> Playbook:
    assert shop.customers
    record = tuple(each for each in shop.customers.record if each.id != gone)
    return shop.model_copy(update={"customers": shop.customers.model_copy(update={"record": record})})


def test_more_lines_than_prepared_are_made(shop: Playbook) -> None:
    many = {PEOPLE: {line: {"name": f"顾客{line}"} for line in range(1, 2301)}}
    assert prepared(2000, many[PEOPLE]) == 3300
    found = workbook(edition(shop, "zh"), customers=2000, orders=60, filled=many)
    sheet = load_workbook(BytesIO(found), read_only=True).worksheets[2]
    assert sheet.max_row == FIRST - 1 + 3300
    assert sum(bool(row[0]) for row in sheet.iter_rows(FIRST, min_col=2, max_col=2, values_only=True)) == 2300


def test_what_the_owner_added_is_named_and_kept(shop: Playbook) -> None:
    book, tables = made(shop), CustomersBook(edition(shop, "zh"))
    sheet = book[tables.people.tab]
    beyond = len(tables.people.columns) + 2
    sheet.cell(FIRST - 1, beyond, "我加的")
    sheet.cell(FIRST, beyond, "生日蛋糕")
    put(sheet, tables.people, FIRST, "name", "王")
    sheet[tables.people.cell("name", FIRST)].comment = Comment("常在下午来", "me")
    sheet[tables.people.cell("status", FIRST + 2)] = "我改的"
    sheet[tables.people.cell("nr", FIRST + 3)] = 77
    book.create_sheet("流水")["A1"] = "1 月"
    found = carried(book, now())
    assert said(found) == {
        "number_moved": ["77"],
        "typed_over": ["我改的"],
        "column_added": ["生日蛋糕"],
        "comment": ["常在下午来"],
        "sheet_added": ["1"],
    }
    left = report.left_lines(found.notes, {}, now().labels.carry)[LEFT]
    assert [line["said"] for line in left.values()] == ["77", "我改的", "生日蛋糕", "常在下午来"]


def test_what_stood_on_a_sheet_that_is_gone_or_is_only_looked_at_is_kept(shop: Playbook) -> None:
    book = typed(made(shop), shop, {PEOPLE: {1: {"name": "王"}}})
    for name in [each for each in book.defined_names if each.startswith("person_")]:
        one = book.defined_names.pop(name)
        one.name = name.replace("person_", "club_")
        book.defined_names.add(one)
    stopped = book.worksheets[-2]
    stopped.cell(FIRST, 2, "写在名单上的")
    stopped["A1"].comment = Comment("每天看", "me")
    found = carried(book, now())
    assert PEOPLE not in found.lines
    assert said(found) == {"table_gone": ["王"], "typed_over": ["写在名单上的"], "comment": ["每天看"]}


def test_formulas_in_white_cells_come_over_as_what_they_gave_and_are_named(shop: Playbook) -> None:
    stored = typed(made(shop), shop, {PEOPLE: {1: {"name": "王"}}})
    people = CustomersBook(edition(shop, "zh")).people
    stored[people.tab][people.cell("contact", FIRST)] = '=HYPERLINK("http://x","y")'
    found = carried(stored, now())
    assert found.lines[PEOPLE][1] == {"name": "王", "contact": '=HYPERLINK("http://x","y")'}
    assert said(found) == {"formula_as_text": ['=HYPERLINK("http://x","y")']}
    after = made(shop, filled=found.lines)[people.tab][people.cell("contact", FIRST)]
    assert (after.value, after.data_type) == ('=HYPERLINK("http://x","y")', "s")


def test_numbers_stored_as_text_and_days_of_old_macs_come_over_right(shop: Playbook) -> None:
    book = typed(made(shop), shop, {ORDERS: {1: {"customer": "1", "received": date(2026, 11, 24)}}})
    people = CustomersBook(edition(shop, "zh")).people
    book[people.tab][people.cell("contact", FIRST)] = 13800138000
    found = carried(book, now())
    assert found.lines[ORDERS][1] == {"customer": 1, "received": date(2026, 11, 24)}
    assert found.lines[PEOPLE][1] == {"contact": "13800138000"}
    assert said(found) == {"text_made_number": ["1"]}


def test_what_is_set_once_comes_over(shop: Playbook) -> None:
    book = made(shop)
    book.worksheets[1]["I3"] = 21
    found = carried(book, now())
    assert made(shop, filled=found.lines).worksheets[1]["I3"].value == 21


def test_another_workbook_is_none_of_ours() -> None:
    assert recognised(opened(saved(Workbook())), now()) is None


def test_hidden_and_filtered_lines_come_over_too(shop: Playbook) -> None:
    book = typed(made(shop), shop, TYPED)
    sheet = book[CustomersBook(edition(shop, "zh")).people.tab]
    for row in (FIRST, FIRST + 1):
        sheet.row_dimensions[row].hidden = True
    assert carried(book, now()).lines[PEOPLE] == TYPED[PEOPLE]


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


@settings(max_examples=15, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=20))
def test_any_text_comes_over_letter_by_letter(texts: list[str]) -> None:
    shop = playbook()
    lines = {PEOPLE: {line: {"name": text, "record-preferences": text} for line, text in enumerate(texts, 1)}}
    ours = recognised(opened(workbook(edition(shop, "zh"), customers=40, orders=10, filled=lines)), now())
    assert ours is not None
    assert carried_over(ours, now()).lines[PEOPLE] == lines[PEOPLE]


def test_a_day_with_an_hour_keeps_it(shop: Playbook) -> None:
    book = typed(made(shop), shop, {ORDERS: {1: {"received": datetime(2026, 11, 24, 18, 0)}}})
    found = carried(book, now())
    assert found.lines[ORDERS][1] == {"received": 46350.75}
    orders = CustomersBook(edition(shop, "zh")).orders
    assert made(shop, filled=found.lines)[orders.tab][orders.cell("received", FIRST)].value == datetime(
        2026, 11, 24, 18
    )
