"""The customers' workbook, opened as other programs open it, and reckoned by LibreOffice against Python."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.worksheet import Worksheet

from generator.edition import Edition
from generator.workbooks.customers import CustomersBook
from generator.workbooks.table import FIRST, HEADS
from tests.workbooks.calc import all_reckoned
from tests.workbooks.ledger import differences, is_printed_as_it_should_be
from tests.workbooks.played import (
    CUSTOMERS,
    EXPIRED,
    LISTS,
    ORDERS,
    OVERVIEW,
    READ_ME,
    STOPPED,
    TODAY,
    WEEK,
    Order,
    Person,
    Shop,
    errors,
    expected,
    filled,
    listed,
    plain,
)
from tests.workbooks.shops import SKIN_CARE, set_in, workbook


@pytest.fixture(scope="module", params=["zh", pytest.param("en", marks=pytest.mark.slow)])
def book(request: pytest.FixtureRequest) -> Edition:
    return set_in(SKIN_CARE, request.param)


@pytest.fixture(scope="module")
def delivered(book: Edition) -> bytes:
    return CustomersBook(book).file()


@pytest.fixture(scope="module")
def opened(book: Edition) -> Workbook:
    return load_workbook(BytesIO(workbook(book)))


def test_it_stays_below_its_size_and_is_the_same_bytes_each_time(book: Edition, delivered: bytes) -> None:
    assert len(delivered) <= 900_000
    assert CustomersBook(book).file() == delivered


def test_lines_for_2000_customers_and_5000_orders_are_prepared(delivered: bytes) -> None:
    sheets = load_workbook(BytesIO(delivered)).worksheets
    assert [sheets[at].max_row - HEADS for at in (CUSTOMERS, ORDERS)] == [2000, 5000]


def test_no_formula_names_a_table_or_a_function_after_excel_2010(opened: Workbook) -> None:
    for cell in formulas(opened):
        cell = re.sub(r'"[^"]*"', '""', cell)  # what it says is text
        assert "[" not in cell, cell
        assert not any(
            name in cell for name in ("_xlfn", "XLOOKUP", "FILTER(", "MAXIFS", "MINIFS", "TEXTJOIN", "LET(")
        )
        assert not re.search(r"(?<![A-Z])IFS\(", cell), cell


def test_every_sheet_is_protected_without_a_password_and_filters(opened: Workbook) -> None:
    for sheet in opened.worksheets:
        assert sheet.protection.sheet
        assert not sheet.protection.password
        assert sheet.protection.autoFilter is False, "False: not forbidden"
    assert [opened.worksheets[at].auto_filter.ref for at in (CUSTOMERS, ORDERS)] == [
        f"A{HEADS}:{opened.worksheets[at].dimensions.split(':')[1]}" for at in (CUSTOMERS, ORDERS)
    ]


def test_what_is_typed_is_open_and_what_is_reckoned_is_locked(opened: Workbook) -> None:
    for at in (CUSTOMERS, ORDERS):
        sheet = opened.worksheets[at]
        for head in sheet[HEADS]:
            cell, column = sheet[f"{head.column_letter}{FIRST}"], drawn(sheet, head.column)
            assert head.protection.locked
            if cell.value is None:
                assert not column.protection.locked, head.value
            else:
                assert cell.protection.locked, head.value
    open_cells = [c.coordinate for row in opened.worksheets[TODAY] for c in row if not c.protection.locked]
    assert open_cells == ["E3", "I3"], "the day to look at, and how long a contact stays on the list"


def test_days_and_choices_are_held_to_what_they_are(opened: Workbook, book: Edition) -> None:
    for at in (CUSTOMERS, ORDERS):
        sheet = opened.worksheets[at]
        kinds = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
        for head in sheet[HEADS]:
            letter = head.column_letter
            typed = sheet[f"{letter}{FIRST}"].value is None
            if typed and drawn(sheet, head.column).number_format == "yyyy-mm-dd":
                assert kinds[f"{letter}{FIRST}:{letter}{sheet.max_row}"].type == "date"
        for each in kinds.values():
            assert each.error
            assert each.type != "list" or each.formula1.startswith(f"'{opened.sheetnames[LISTS]}'!")
    choices = [
        each.formula1
        for each in opened.worksheets[CUSTOMERS].data_validations.dataValidation
        if each.type == "list"
    ]
    said = [
        [cell.value for (cell,) in opened.worksheets[LISTS][each.split("!")[1].replace("$", "")]]
        for each in choices[:2]
    ]
    assert said == [
        [str(each.name) for each in book.playbook.shop.channels],
        [str(each.name) for each in book.playbook.customers.classes],
    ]


def test_text_stays_text_as_phone_numbers_and_formulas_typed_in(opened: Workbook) -> None:
    sheet = opened.worksheets[CUSTOMERS]
    columns = {at: each for each in sheet.column_dimensions.values() for at in range(each.min, each.max + 1)}
    assert [columns[at].number_format for at in (2, 4)] == ["@", "@"]


def test_it_prints_on_a4_sideways_with_its_heads_on_every_page(opened: Workbook) -> None:
    for at, sheet in enumerate(opened.worksheets[:LISTS]):
        typed = at in (CUSTOMERS, ORDERS)
        is_printed_as_it_should_be(sheet, first=at == READ_ME, typed=typed)
        assert ((sheet.page_setup.fitToWidth or 1) > 1) == typed, "what is too wide goes over pages"
        if at > READ_ME and not typed:
            hidden = min(each.min for each in sheet.column_dimensions.values() if each.hidden)
            printed = sheet.print_area.split(":")[1].replace("$", "")
            assert printed == f"{get_column_letter(hidden - 1)}{sheet.max_row}"


def test_the_lists_are_hidden_and_the_file_says_whose_it_is(opened: Workbook, book: Edition) -> None:
    assert [sheet.sheet_state for sheet in opened.worksheets] == ["visible"] * 10 + ["hidden"]
    about = book.playbook.about
    assert opened.properties.created.date() == about.date
    assert str(book.playbook.shop.name) in opened.properties.title


def test_it_has_a_column_for_each_consent_and_each_stop_and_what_is_noted(
    opened: Workbook, book: Edition
) -> None:
    heads = [cell.value for cell in opened.worksheets[CUSTOMERS][HEADS]]
    chapter, words = book.playbook.customers, book.labels.workbooks.customers.heads
    assert heads.count(words.given) == heads.count(words.withdrawn) == len(chapter.consents)
    for channel in dict.fromkeys(each.channel for each in chapter.consents):
        assert words.stop.format(book.channel(channel)) in heads
    with_orders = [cell.value for cell in opened.worksheets[ORDERS][HEADS]]
    for each in chapter.record:
        assert each.workbook != "person" or str(each.name) in heads
        assert each.workbook != "order" or str(each.name) in with_orders


def drawn(sheet: Worksheet, column: int) -> ColumnDimension:
    """How a column looks; neighbours that look alike are kept as one."""
    return next(each for each in sheet.column_dimensions.values() if each.min <= column <= each.max)


def formulas(opened: Workbook) -> Iterator[str]:
    for sheet in opened.worksheets:
        for row in sheet.iter_rows():
            yield from (cell.value for cell in row if isinstance(cell.value, str) and cell.data_type == "f")


# A small shop plays three days: what LibreOffice lists under Today is what Python reckons from the same people.


MAY, DONE = date(2026, 5, 1), date(2026, 11, 20)
BOTH = {"b-wechat": MAY, "c-wechat": MAY}
PEOPLE = (
    Person("=Wang", "wechat", BOTH),
    Person("Li", "wechat", {"b-wechat": MAY}),
    Person("Zhao", "phone", {"b-phone": MAY, "c-phone": MAY}, stops={"all": date(2026, 11, 1)}),
    Person("Qian", "wechat", BOTH, withdrawn={"c-wechat": date(2026, 11, 2)}),
    Person("Sun", "webshop", {"b-webshop": MAY}, stops={"webshop": "yes"}),
    Person("Zhou", "wechat", {"b-wechat": date(2026, 11, 10)}, stops={"wechat": date(2026, 11, 1)}),
    Person("Wu", "counter", BOTH),
    Person("Zheng", "phone", {"b-phone": MAY}, complaint=True),
    Person("@Feng", "wechat", BOTH, stops={"phone": MAY}),
    Person("Chen", "wechat", noted=date(2026, 2, 10)),
)
ORDERED = (
    *(Order(who, date(2026, 11, 24)) for who in range(1, 11)),
    Order(1, date(2026, 8, 25), product=1, number=2, also="Soap"),
    Order(2, date(2026, 8, 25), product=1, agent=""),
    Order(4, date(2026, 8, 25), product=2),
    Order(4, date(2026, 11, 4), done={1: DONE}),
    Order(9, date(2026, 11, 4), done={1: DONE, 2: DONE}),
    Order(9, date(2026, 8, 31)),
    Order(6, date(2026, 11, 6)),
    Order(1, date(2023, 1, 31)),
    Order(2, None),
    Order(9, date(2026, 11, 29), product=2),
)
SMALL = Shop(PEOPLE, ORDERED)
DAYS = (date(2026, 11, 25), date(2026, 11, 27), date(2026, 11, 30))


MONTHLY = (date(2026, 11, 30), date(2026, 12, 1))
FULL = Shop(
    (
        Person("Full", "wechat", BOTH, sent=(date(2026, 11, 3), date(2026, 11, 30))),
        Person("Once", "wechat", BOTH, sent=(date(2026, 10, 31), date(2026, 11, 3))),
        Person("Follow", "wechat", BOTH, sent=(date(2026, 11, 3),)),
        Person("Only", "wechat", {"c-wechat": MAY}, sent=(date(2026, 11, 3), date(2026, 11, 4))),
        Person("Asked", "wechat", {"b-wechat": MAY}, sent=(date(2026, 11, 3), date(2026, 11, 4))),
    ),
    (
        *(Order(who, date(2026, 8, 28)) for who in range(1, 6)),
        Order(3, date(2026, 8, 28), done={3: date(2026, 11, 28)}),
    ),
)
"""Twice a month in the sample: two messages, or one and a follow-up that may speak of offers."""


def sorts(book: Edition) -> list[tuple[str, str]]:
    """Whom the overview is asked to show, and how sorted."""
    words = book.labels.workbooks.customers
    choices = [(words.everyone, sort) for sort in words.sorts]
    return [*choices, (words.status.offers, words.sorts[0]), (words.status.stopped, words.sorts[4])]


@pytest.fixture(scope="module")
def values(book: Edition, tmp_path_factory: pytest.TempPathFactory) -> Mapping[object, Workbook]:
    """What LibreOffice reckons in all that follow, in one run."""
    made: dict[object, Workbook] = {day: filled(book, SMALL, day) for day in DAYS}
    made |= {("full", day): filled(book, FULL, day) for day in MONTHLY}
    made |= {each: looked_at(book, *each) for each in sorts(book)[1::5]}
    made["empty"] = load_workbook(BytesIO(workbook(book)))
    made["empty"].worksheets[TODAY]["C3"] = datetime.combine(book.playbook.about.date, datetime.min.time())
    return all_reckoned(made, tmp_path_factory.mktemp("customers"))


def looked_at(book: Edition, show: str, sort: str) -> Workbook:
    """The overview of that day, with whom somebody chose to see and how sorted."""
    made = filled(book, SMALL, DAYS[1])
    sheet = made.worksheets[OVERVIEW]
    sheet["G3"], sheet["J3"] = show, sort
    return made


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_today_lists_whom_python_lists_and_says_what_it_says(
    book: Edition, day: date, values: Mapping[object, Workbook]
) -> None:
    assert listed(values[day].worksheets[TODAY], "B", "E", "G", "J") == [
        (each.name, each.why, each.due, each.message) for each in expected(book, SMALL, day)
    ]
    assert errors(values[day]) == []


def test_the_other_lists_hold_who_is_due_stopped_or_to_be_deleted(
    book: Edition, values: Mapping[object, Workbook]
) -> None:
    sheets = values[date(2026, 11, 27)].worksheets
    back = f"{book.labels.contacts['C']} {book.channel('wechat')}"
    assert [(name, said or "") for name, said in listed(sheets[STOPPED], "C", "I")] == [
        ("Zhao", ""),
        ("Qian", back),
        ("Sun", ""),
        ("Zhou", ""),
        ("@Feng", ""),
    ]
    assert listed(sheets[WEEK], "B", "G") == [
        ("@Feng", date(2026, 11, 30)),
        ("@Feng", date(2026, 12, 2)),
    ]
    assert listed(sheets[EXPIRED], "C", "F") == []
    statuses = column(sheets[CUSTOMERS], book.labels.workbooks.customers.heads.status)
    words = book.labels.workbooks.customers.status
    assert statuses[: len(PEOPLE)] == [
        words.offers,
        words.asking,
        words.stopped,
        words.asking,
        words.stopped,
        words.asking,
        words.none,
        words.complaint,
        words.offers,
        words.none,
    ]


def test_offers_stop_at_the_months_number_and_begin_again_with_the_next(
    book: Edition, values: Mapping[object, Workbook]
) -> None:
    words, lists = book.labels.workbooks.customers.status, {}
    for day in MONTHLY:
        sheets, found = values["full", day].worksheets, list(expected(book, FULL, day))
        assert listed(sheets[TODAY], "B", "J") == [(each.name, each.message) for each in found]
        statuses = column(sheets[CUSTOMERS], book.labels.workbooks.customers.heads.status)
        lists[day.month] = statuses[: len(FULL.people)], [each.name for each in found]
    assert lists[11] == (
        [words.full, words.offers, words.full, words.full, words.asking],
        ["Full", "Once", "Follow", "Asked"],
    )
    assert lists[12] == ([words.offers] * 4 + [words.asking], ["Full", "Once", "Follow", "Only", "Asked"])


def column(sheet: Worksheet, head: str) -> list[Any]:
    at = next(cell.column for cell in sheet[HEADS] if cell.value == head)
    return [sheet.cell(row, at).value for row in range(FIRST, sheet.max_row + 1)]


def test_the_overview_sorts_and_says_what_each_bought_and_what_not_yet(
    book: Edition, values: Mapping[object, Workbook]
) -> None:
    is_sorted(book, {each: values[each] for each in sorts(book)[1::5]})


@pytest.mark.slow
def test_it_sorts_in_every_way_there_is(book: Edition, tmp_path: Path) -> None:
    is_sorted(book, all_reckoned({each: looked_at(book, *each) for each in sorts(book)}, tmp_path))


def is_sorted(book: Edition, values: Mapping[tuple[str, str], Workbook]) -> None:
    words = book.labels.workbooks.customers
    products = [str(each.name) for each in book.playbook.products]
    for show, sort in values:
        sheet = values[show, sort].worksheets[OVERVIEW]
        statuses = column(values[show, sort].worksheets[CUSTOMERS], words.heads.status)
        said = [
            column(sheet, head)
            for head in (
                words.heads.customer,
                words.heads.last,
                words.heads.bought_things,
                words.heads.not_bought,
            )
        ]
        lines = [
            (number, plain(last), bought or "", missing or "")
            for number, last, bought, missing in zip(*said, strict=True)
            if number
        ]
        assert lines == list(overview(book, statuses, products, show, words.sorts.index(sort))), (show, sort)
        assert sheet["C3"].value == len(lines)
        assert errors(values[show, sort]) == []


def overview(
    book: Edition, statuses: list[str], products: list[str], show: str, sort: int
) -> Iterator[tuple[int, date | None, str, str]]:
    """The same from what was typed; between those that are alike the one noted first."""
    join, words = book.labels.list_join.join, book.labels.workbooks.customers
    theirs = {
        number: [order for order in ORDERED if order.customer == number]
        for number, status in enumerate(statuses[: len(PEOPLE)], 1)
        if show in (words.everyone, status)
    }
    last = {
        number: max((o.received for o in own if o.received), default=None) for number, own in theirs.items()
    }
    keys = (
        lambda number: -(last[number] or date.min).toordinal(),
        lambda number: (last[number] or date.max).toordinal(),
        lambda number: -len(theirs[number]),
        lambda number: -PEOPLE[number - 1].noted.toordinal(),
        lambda number: number,
    )
    for number in sorted(theirs, key=keys[sort]):
        has = [
            name
            for at, name in enumerate(products)
            if any(order.product == at or name in order.also for order in theirs[number])
        ]
        offers = statuses[number - 1] == words.status.offers
        missing = [name for name in products if name not in has]
        yield number, last[number], join(has), join(missing) if offers else ""


def test_an_empty_workbook_says_what_it_says_when_reckoned(
    book: Edition, values: Mapping[object, Workbook]
) -> None:
    stored = load_workbook(BytesIO(workbook(book)), data_only=True)
    assert differences(stored, values["empty"]) == []
    # A wrong one is found, wherever it stands.
    planted = {TODAY: "C3", ORDERS: "C6", WEEK: "E3", LISTS: "A2"}
    for sheet, cell in planted.items():
        stored.worksheets[sheet][cell] = 41
    assert differences(stored, values["empty"]) == [
        f"{stored.sheetnames[sheet]}!{cell}" for sheet, cell in sorted(planted.items())
    ]
