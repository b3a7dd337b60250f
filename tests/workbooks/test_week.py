"""A week in the sample shop, played through in its two workbooks: what LibreOffice lists each morning is what Python lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.edition import Edition
from generator.playbook.calendar import Calendar
from generator.workbooks.views import SHOWN
from tests.workbooks.calc import all_reckoned, reckoned
from tests.workbooks.complained import Case, Reckoned, columns_of, complaints, known, to_do, typed_in
from tests.workbooks.played import (
    MADE,
    MONTH,
    ORDERS,
    STOPPED,
    TODAY,
    WEEK,
    Listed,
    Order,
    Person,
    Shop,
    comes_next,
    errors,
    expected,
    filled,
    listed,
    of_the_month,
)
from tests.workbooks.shops import SKIN_CARE, set_in

MONDAY, DECEMBER = date(2026, 12, 28), date(2026, 12, 1)
"""Of a week in which the shop is closed on Friday, New Year's Day, and on Sunday."""
DAYS = tuple(MONDAY + timedelta(day) for day in range(7))
AGREED = date(2026, 7, 1)
WAYS = ("wechat", "phone", "webshop")
WAIT = 21
"""The second contact comes so many days after receipt in the sample: three full weeks."""


def person(number: int) -> Person:
    """Of ten people six agreed to both, two to questions alone, one to nothing, one to offers alone."""
    way = WAYS[number % 3]
    both = {f"b-{way}": AGREED, f"c-{way}": AGREED}
    given = {7: {f"b-{way}": AGREED}, 8: {f"b-{way}": AGREED}, 9: {}, 4: {f"c-{way}": AGREED}}
    sent = {20: (1, 9), 21: (1,), 23: (9, -35)}.get(number, ())
    days = tuple(MONDAY - timedelta(day) for day in sent)
    return Person(f"顾客{number + 1:02}", way, given.get(number % 10, both), sent=days)


def order(number: int) -> Order:
    """Sixty orders: received so that the first, second or third contact falls into the week, or none."""
    back = (3, WAIT, 92, 50)[number % 4]
    received = MONDAY + timedelta(number % 7 - back)
    return Order(number * 7 % 30 + 1, received, number % 3, number % 2 + 1, done=earlier(back))


def earlier(back: int) -> dict[int, date]:
    """What was done before the week."""
    made = {3: (), WAIT: (1,), 92: (1, 2), 50: (1, 2)}[back]
    return {each: MONDAY - timedelta(back - 3 * each) for each in made}


STOPS = {12: (1, "all"), 15: (3, "wechat")}
"""Who says stop: on which day of the week, and for what."""
WITHDRAWN = {16: (2, "b-phone")}


@dataclass(frozen=True)
class Morning:
    """What stands in the workbooks when the shop opens, and what there is to do."""

    day: date
    shop: Shop
    cases: list[Case]
    found: list[Listed]


def what_stands(book: Edition, number: int, made: Mapping[tuple[int, int], date]) -> Shop:
    """What is typed in the customers' workbook up to that morning of the week; `made` are the contacts of the week."""
    people = [person(each) for each in range(30)]
    complained = {case.who for case in complaints(book, MONDAY) if case.open_on(DAYS[number])}
    people = [replace(each, complaint=each.name in complained) for each in people]
    for who, (on, what) in STOPS.items():
        if number > on:
            people[who] = replace(people[who], stops={what: DAYS[on]})
    for who, (on, consent) in WITHDRAWN.items():
        if number > on:
            people[who] = replace(people[who], withdrawn={consent: DAYS[on]})
    orders = [order(each) for each in range(60)]
    for (at, contact), when in made.items():
        before = orders[at]
        answers = {**before.answers, contact: answer(at, contact)}
        orders[at] = replace(before, done={**before.done, contact: when}, answers=answers)
    return Shop(people, orders)


def answer(at: int, contact: int) -> str:
    return f"第 {at + 1} 单第 {contact} 次：好用"


def week(book: Edition) -> Iterator[Morning]:
    """Each morning; all but every fifth of those listed are contacted, and day and answer are typed in their line."""
    made: dict[tuple[int, int], date] = {}
    for number, day in enumerate(DAYS):
        shop = what_stands(book, number, made)
        found = list(expected(book, shop, day))
        yield Morning(day, shop, known(book, MONDAY, day), found)
        if is_open(book, day):
            made |= {(each.order, each.contact): day for at, each in enumerate(found) if at % 5 != 4}


def is_open(book: Edition, day: date) -> bool:
    return Calendar.of(book.playbook.shop).is_open(day)


WHOLE, SOME = range(7), (2, 3, 5)
"""Wednesday, Thursday and Saturday: two in a row, and the one after a day on which the shop is closed."""
PLAYED = [
    pytest.param(("zh", SOME), id="zh-three-days"),
    pytest.param(("zh", WHOLE), id="zh-week", marks=pytest.mark.slow),
    pytest.param(("en", WHOLE), id="en-week", marks=pytest.mark.slow),
]


@dataclass(frozen=True)
class Played:
    """The week as it was typed, and both workbooks as LibreOffice reckons them on the mornings that are looked at."""

    book: Edition
    mornings: list[Morning]
    values: Mapping[tuple[str, date], Workbook]


@pytest.fixture(scope="module", params=PLAYED)
def played(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Played:
    language, days = request.param
    book = set_in(SKIN_CARE, language)
    mornings = [each for number, each in enumerate(week(book)) if number in days]
    typed: dict[tuple[str, date], Workbook] = {}
    for each in mornings:
        typed["customers", each.day] = filled(book, each.shop, each.day)
        typed["customers", each.day].worksheets[MONTH]["B3"] = datetime.combine(DECEMBER, time())
        typed["complaints", each.day] = typed_in(book, each.cases, each.day, DECEMBER)
    return Played(book, mornings, all_reckoned(typed, tmp_path_factory.mktemp("week")))


def test_each_morning_of_a_week_the_workbooks_list_whom_python_lists(played: Played) -> None:
    """Thirty customers, sixty orders, twelve complaints, two stops and a consent taken back."""
    for each in played.mornings:
        customers, register = (played.values[name, each.day] for name in ("customers", "complaints"))
        lines = [(who.name, who.why, who.due, who.who, who.message) for who in each.found]
        assert listed(customers.worksheets[TODAY], "B", "E", "G", "H", "J") == lines, each.day
        assert list(to_do(played.book, register)) == Reckoned(played.book, each.day).to_do(each.cases), (
            each.day
        )
        assert errors(customers) == errors(register) == []


def test_nobody_is_listed_who_said_stop_complains_or_agreed_to_nothing(played: Played) -> None:
    for each in played.mornings:
        sheets = played.values["customers", each.day].worksheets
        people = each.shop.people
        gone = [who.name for who in people if who.stops or who.withdrawn]
        assert [name for (name,) in listed(sheets[STOPPED], "C")] == gone
        away = {who.name for who in people if who.stops or who.complaint or not who.given}
        for sheet in (TODAY, WEEK):
            assert not {name for (name,) in listed(sheets[sheet], "B")} & away


def test_a_day_and_an_answer_in_the_line_of_an_order_move_its_next_day_on(played: Played) -> None:
    """Whoever was contacted is in the list of contacts made with the answer, and the line shows the next contact."""
    heads, moved, before = played.book.labels.workbooks.customers.heads, 0, {}
    for each in played.mornings:
        sheets = played.values["customers", each.day].worksheets
        following = [day or None for (day,) in columns_of(sheets[ORDERS], heads.next)][
            : len(each.shop.orders)
        ]
        assert following == [
            comes_next(played.book, each.shop, order, each.day) for order in each.shop.orders
        ]
        made = [(at, contact) for at, order in enumerate(each.shop.orders) for contact in sorted(order.done)]
        said = [each.shop.orders[at].answers.get(contact, "") for at, contact in reversed(made)]
        assert [text or "" for (text,) in columns_of(sheets[MADE], heads.answer)] == [*said, *[""] * SHOWN][
            :SHOWN
        ]
        for at in {at for at, order in enumerate(each.shop.orders) if order.answers} & before.keys():
            assert following[at] is None or following[at] > before[at]
            moved += following[at] is not None
        before = {who.order: who.due for who in each.found}
    assert moved, "of some the next contact is known already"


def test_the_month_counts_what_the_measures_ask_for(played: Played) -> None:
    for each in played.mornings:
        sheet = played.values["customers", each.day].worksheets[MONTH]
        found = {name: count for count, name in listed(sheet, "B", "C")}
        assert found == of_the_month(played.book, each.shop, each.day, DECEMBER), each.day
    assert all(found.values())


def test_the_week_holds_what_it_is_to_try() -> None:
    it = set_in(SKIN_CARE, "zh")
    mornings = list(week(it))
    last = mornings[-1]
    assert all(len(each.found) >= 4 for each in mornings if is_open(it, each.day))
    assert (len(last.shop.people), len(last.shop.orders)) == (30, 60)
    assert sum(case.received.date() >= MONDAY for case in last.cases) == 12
    assert sum(bool(who.stops) for who in last.shop.people) == 2
    assert sum(bool(who.withdrawn) for who in last.shop.people) == 1
    assert {who.contact for each in mornings for who in each.found} == {1, 2, 3}
    assert [is_open(it, each.day) for each in mornings] == [True, True, True, True, False, True, False]
    words = it.labels.workbooks.registers.case
    every = {Reckoned(it, each.day).status(case) for each in mornings for case in each.cases}
    assert every == {
        *(words.open, words.note, words.note_late, words.today, words.late),
        *(words.answered, words.waiting, words.call, words.call_late, words.called),
    }


def test_whoever_was_contacted_is_not_listed_again_and_who_was_not_is() -> None:
    seen: set[tuple[int, int]] = set()
    again: set[tuple[int, int]] = set()
    for each in week(set_in(SKIN_CARE, "zh")):
        done = {(at, contact) for at, order in enumerate(each.shop.orders) for contact in order.done}
        now = {(who.order, who.contact) for who in each.found}
        assert not now & done
        again |= now & seen
        seen |= now
    assert again


@pytest.mark.slow
def test_two_thousand_customers_and_five_thousand_orders_are_listed_as_python_lists_them(
    tmp_path: Path,
) -> None:
    book = set_in(SKIN_CARE, "zh")
    people = [person(number) for number in range(2000)]
    orders = [
        Order(number * 7 % 2000 + 1, MONDAY - timedelta(number % 600), number % 3) for number in range(5000)
    ]
    shop = Shop(people, orders)
    values = reckoned(filled(book, shop, MONDAY), tmp_path)
    found = list(expected(book, shop, MONDAY))
    said = [(each.name, each.why, each.due, each.message) for each in found[:SHOWN]]
    assert listed(values.worksheets[TODAY], "B", "E", "G", "J") == said
    assert values.worksheets[TODAY]["G3"].value == len(found)
    assert errors(values) == []
