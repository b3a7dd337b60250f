"""Facts, dates and the brand: what is said agrees with what is stated."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import cast, get_args

from generator.playbook import hours
from generator.playbook.calendar import LASTS, Calendar, Span, never_open
from generator.playbook.checks.index import Check, Known
from generator.playbook.colour import READABLE, contrast
from generator.playbook.model.contacts import Due
from generator.playbook.model.customers import Customers
from generator.playbook.model.forms import FieldDue, UsedUp
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.questions import Number, Observation
from generator.playbook.model.record import Route
from generator.playbook.model.shop import Fact, FactSource, Product, Unit
from generator.playbook.model.training import Pass, Resit
from generator.playbook.numerals import says
from generator.playbook.prices import without_prices
from generator.playbook.problems import Problem

_WORDS = ("time", "phone")
"""Units whose values are written as texts."""
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_ENDS: tuple[tuple[FactSource, FactSource], ...] = (
    ("shop.hours.start", "shop.hours.end"),
    ("shop.service_hours.start", "shop.service_hours.end"),
)
"""Where the ends of the day are stated: as it is written today, and in the short form."""
_SPANS = tuple(unit for unit in get_args(Span) if unit in get_args(Unit))
"""What a fact can count of what the calendar reckons with."""


def facts_that_count_are_bare_figures(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for index, fact in enumerate(playbook.facts):
        if _is_dressed(fact):
            details = {"value": str(fact.value), "unit": fact.unit, "figure": _figure_in(str(fact.value))}
            yield Problem("fact-value", ("facts", index, "value"), details)


def _is_dressed(fact: Fact) -> bool:
    """Whether the value is a text, be it a figure with its unit or in quotes, where a figure is wanted."""
    return isinstance(fact.value, str) and fact.unit not in _WORDS and bool(_FIGURE.search(fact.value))


def _is_words(fact: Fact) -> bool:
    return isinstance(fact.value, str) and not _is_dressed(fact)


def _figure_in(value: str) -> str:
    found = _FIGURE.search(unicodedata.normalize("NFKC", value).replace(",", ""))
    return found.group() if found else ""


def facts_say_their_value(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for index, fact in enumerate(without_prices(playbook).facts):
        for language, said in fact.say.said.items():
            if not says(said, fact.value) and not _is_dressed(fact):
                route = ("facts", index, "say", *((language,) if language else ()))
                yield Problem("fact-not-said", route, {"name": fact.id, "value": str(fact.value)})


def facts_have_the_unit_they_are_used_with(playbook: Playbook, known: Known) -> Iterator[Problem]:
    facts = {fact.id: fact for fact in playbook.facts}
    for route, value in known.records:
        match value:
            case Due() | FieldDue():
                yield from _wrong_unit(facts.get(value.plus or ""), (*route, "plus"), _SPANS)
                yield from _wrong_unit(facts.get(value.before or ""), (*route, "before"), _SPANS)
            case UsedUp(lasts=str(name)) | Product(lasts=str(name)):
                yield from _wrong_unit(facts.get(name), (*route, "lasts"), tuple(LASTS))
            case Resit(after=name):
                yield from _wrong_unit(facts.get(name), (*route, "after"), _SPANS)
            case Pass(percent=name) | Observation(percent=str(name)):
                yield from _wrong_unit(facts.get(name), (*route, "percent"), ("percent",))
            case Customers(limit=str(name)):
                yield from _wrong_unit(facts.get(name), (*route, "limit"), ("times",))
            case Number(fact=name) if name in facts and _is_words(facts[name]):
                yield Problem("fact-no-number", (*route, "fact"), {"name": name})


def _wrong_unit(fact: Fact | None, route: Route, units: tuple[str, ...]) -> Iterator[Problem]:
    if fact is not None and fact.unit not in units:
        yield Problem("fact-unit", route, {"name": fact.id, "unit": fact.unit, "units": _listed(units)})
    elif fact is not None and not isinstance(fact.value, int) and not _is_dressed(fact):
        yield Problem("fact-no-number", route, {"name": fact.id})


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def sample_facts_are_replaced(playbook: Playbook, known: Known) -> Iterator[Problem]:
    if not playbook.about.sample and not known.lacks("about.sample"):
        for index, fact in enumerate(without_prices(playbook).facts):
            if fact.sample and not fact.by_law:
                yield Problem("sample-left", ("facts", index), {"name": fact.id, "say": str(fact.say)})


def what_the_law_sets_is_not_the_shops_to_set(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for index, fact in enumerate(playbook.facts):
        details = {"name": fact.id, "say": str(fact.say)}
        if fact.by_law and fact.sample:
            yield Problem("law-is-sample", ("facts", index, "sample"), details)
        if fact.by_law and fact.note is None:
            yield Problem("law-no-note", ("facts", index, "by_law"), details)


def promises_keep_within_the_law_whenever_the_shop_is_closed(
    playbook: Playbook, _known: Known
) -> Iterator[Problem]:
    facts = {fact.id: fact for fact in playbook.facts}
    for index, fact in enumerate(playbook.facts):
        if fact.at_most in facts:
            spans = [facts[fact.after], fact] if fact.after in facts else [fact]
            late = _latest(playbook, spans, facts[fact.at_most])
            if late is not None:
                start, kept, utmost = (day.isoformat() for day in late)
                details = {"name": fact.id, "start": start, "kept": kept, "utmost": utmost}
                yield Problem("promise-past-law", ("facts", index, "at_most"), details)


def _latest(playbook: Playbook, spans: list[Fact], law: Fact) -> tuple[date, date, date] | None:
    """The day from which the promise passes the law furthest, the day it is kept and the day it had to be."""
    if any(each.unit not in _SPANS or not isinstance(each.value, int) for each in (*spans, law)):
        return None
    if never_open(playbook.shop):
        return None
    calendar, found = Calendar.of(playbook.shop), []
    for start in _days_around_closures(playbook):
        kept, utmost = _after(calendar, start, spans), _after(calendar, start, [law])
        if kept > utmost:
            found.append((kept - utmost, start, kept, utmost))
    return max(found)[1:] if found else None


def _days_around_closures(playbook: Playbook) -> Iterator[date]:
    """The weeks before closed days, those days and the week after; ordinary weeks where the shop is never closed."""
    about = playbook.about
    closed = {*Calendar.of(playbook.shop).closed_days(about.date.year, about.review_by.year + 1)}
    around = {day + timedelta(days=each) for day in closed or {about.date} for each in range(-14, 7)}
    yield from sorted(around)


def _after(calendar: Calendar, start: date, spans: Iterable[Fact]) -> date:
    for each in spans:
        # Whoever asks has seen that these are whole numbers of what the calendar reckons in.
        start = calendar.reckoned(start, int(each.value), cast("Span", each.unit)) or start
    return start


def review_comes_after_the_date(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    if playbook.about.review_by <= playbook.about.date:
        yield Problem("review-before-date", ("about", "review_by"), {"date": str(playbook.about.date)})


def review_is_not_overdue(playbook: Playbook, _known: Known, on: date | None) -> Iterator[Problem]:
    """Compares the review date with the day `on`; nothing is compared without it."""
    if on is not None and on > playbook.about.review_by:
        yield Problem("review-overdue", ("about", "review_by"), {"date": str(playbook.about.review_by)})


def languages_stand_once(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    languages = playbook.about.languages
    for index, language in enumerate(languages):
        if language in languages[:index]:
            yield Problem("doubled-language", ("about", "languages", index), {"name": language})


def figures_that_stand_elsewhere_agree(playbook: Playbook, known: Known) -> Iterator[Problem]:
    """Facts for texts to name, whose value stands under shop or is counted on the poster as well."""
    stated = _stated(playbook)
    for index, fact in enumerate(playbook.facts):
        if fact.same_as is not None and fact.same_as in stated and not known.lacks(_holder(fact.same_as)):
            place, value = stated[fact.same_as]
            if str(fact.value) != value:
                details = {"name": fact.id, "value": str(fact.value), "place": place, "other": value}
                yield Problem("fact-differs", ("facts", index, "value"), details)


def _holder(place: FactSource) -> str:
    return place.rpartition(".")[0]


def _stated(playbook: Playbook) -> Mapping[FactSource, tuple[str, str]]:
    """What stands outside of facts, each with its place as people look for it."""
    stated: dict[FactSource, tuple[str, str]] = {}
    if week := hours.first_and_last(playbook.shop):
        place = "shop.hours" if playbook.shop.hours else "shop.service_hours"
        for start, end in _ENDS:
            stated |= {start: (place, week.start), end: (place, week.end)}
    for poster in playbook.posters[:1]:
        stated["posters.norms"] = (f"posters.{poster.id}", str(len(poster.norms)))
    return stated


def white_is_readable_on_the_brand_colour(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    found = contrast("#ffffff", playbook.about.brand.colour)
    if found < READABLE:
        details = {"contrast": f"{found:.1f}", "least": str(READABLE)}
        yield Problem("colour-faint", ("about", "brand", "colour"), details)


CHECKS: tuple[Check, ...] = (
    facts_that_count_are_bare_figures,
    facts_say_their_value,
    facts_have_the_unit_they_are_used_with,
    sample_facts_are_replaced,
    what_the_law_sets_is_not_the_shops_to_set,
    promises_keep_within_the_law_whenever_the_shop_is_closed,
    review_comes_after_the_date,
    languages_stand_once,
    figures_that_stand_elsewhere_agree,
    white_is_readable_on_the_brand_colour,
)
