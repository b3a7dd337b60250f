"""A week in the sample shop, played through: each morning LibreOffice lists whom Python lists, and what was done is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.edition import Edition
from generator.workbooks.views import SHOWN
from tests.workbooks.calc import all_reckoned, reckoned
from tests.workbooks.played import (
    STOPPED,
    TODAY,
    WEEK,
    Listed,
    Order,
    Person,
    Shop,
    errors,
    expected,
    filled,
    listed,
)
from tests.workbooks.shops import SKIN_CARE, set_in

MONDAY = date(2026, 11, 23)
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
    sent = {20: (1, 9), 21: (1,), 23: (9, -25)}.get(number, ())
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


COMPLAINTS = range(12)
"""The first twelve people complain: two a day from Monday, each case closed after two days."""
STOPS = {12: (1, "all"), 15: (3, "wechat")}
"""Who says stop: on which day of the week, and for what."""
WITHDRAWN = {16: (2, "b-phone")}


def in_the_evening_before(day: int, made: dict[tuple[int, int], date]) -> Shop:
    """What stands in the workbook when the shop opens on that day of the week."""
    people = [person(number) for number in range(30)]
    for number in COMPLAINTS:
        people[number] = replace(people[number], complaint=number // 2 <= day < number // 2 + 2)
    for number, (on, what) in STOPS.items():
        if day > on:
            people[number] = replace(people[number], stops={what: DAYS[on]})
    for number, (on, consent) in WITHDRAWN.items():
        if day > on:
            people[number] = replace(people[number], withdrawn={consent: DAYS[on]})
    orders = [order(number) for number in range(60)]
    for (at, contact), when in made.items():
        orders[at] = replace(orders[at], done={**orders[at].done, contact: when})
    return Shop(people, orders)


def week(book: Edition) -> Iterator[tuple[date, Shop, list[Listed]]]:
    """Each day with what is typed and who is listed; all but every fifth are contacted, and that is typed."""
    made: dict[tuple[int, int], date] = {}
    for number, day in enumerate(DAYS):
        shop = in_the_evening_before(number, made)
        found = list(expected(book, shop, day))
        yield day, shop, found
        made |= {(each.order, each.contact): day for at, each in enumerate(found) if at % 5 != 4}


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.slow)])
def test_each_morning_lists_whom_python_lists(language: str, tmp_path: Path) -> None:
    book = set_in(SKIN_CARE, language)
    played = list(week(book))
    assert all(len(found) >= 4 for _, _, found in played[:5]), [len(found) for _, _, found in played]
    every = all_reckoned({day: filled(book, shop, day) for day, shop, _ in played}, tmp_path)
    for day, shop, found in played:
        values = every[day]
        said = [(each.name, each.why, each.due, each.who, each.message) for each in found]
        assert listed(values.worksheets[TODAY], "B", "E", "G", "H", "J") == said, day
        assert errors(values) == []
        stopped = [each.name for each in shop.people if each.stops]
        gone = [each.name for each in shop.people if each.stops or each.withdrawn]
        assert [name for (name,) in listed(values.worksheets[STOPPED], "C")] == gone
        away = [*stopped, *(each.name for each in shop.people if each.complaint or not each.given)]
        for sheet in (TODAY, WEEK):
            assert not {name for (name,) in listed(values.worksheets[sheet], "B")} & set(away)


def test_the_week_holds_what_it_is_to_try() -> None:
    """Thirty people, sixty orders, twelve complaints, two stops, a withdrawal; who was contacted is not listed again."""
    played = list(week(set_in(SKIN_CARE, "zh")))
    shop = played[-1][1]
    assert (len(shop.people), len(shop.orders), len(COMPLAINTS)) == (30, 60, 12)
    assert (
        sum(bool(each.stops) for each in shop.people),
        sum(bool(each.withdrawn) for each in shop.people),
    ) == (2, 1)
    contacts = {each.contact for _, _, found in played for each in found}
    assert contacts == {1, 2, 3}
    seen: set[tuple[int, int]] = set()
    again: set[tuple[int, int]] = set()
    for _, shop, found in played:
        done = {(at, contact) for at, each in enumerate(shop.orders) for contact in each.done}
        now = {(each.order, each.contact) for each in found}
        assert not now & done
        again |= now & seen
        seen |= now
    assert again, "who was left for the next day is listed again"


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
