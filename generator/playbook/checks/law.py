"""The law of the shop's country: named, not typed, and told where nobody has looked it up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache

from generator.playbook.checks.index import Check, Known, place
from generator.playbook.law import LawFact, countries, law_facts, statements
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.text import names_in
from generator.playbook.phrases import Phrases
from generator.playbook.problems import Problem

_NOT_SAID = {"says", "aliases", "any_of", "beside", "unless", "note"}
"""What customers say and what is listened for is in their words; notes are the owner's own."""
_OF_ONE_COUNTRY = re.compile(r"\d|^[A-Z]{3,}$|^国家")
"""What people type of one country's law that no other country has: a number, an authority's initials."""


def there_is_a_record_of_the_country(playbook: Playbook, known: Known) -> Iterator[Problem]:
    code = playbook.shop.country
    if code not in countries() and not known.lacks("shop.country"):
        there = ", ".join(f"`{each}`" for each in countries())
        yield Problem("country-no-record", ("shop", "country"), {"name": code, "there": there})


def what_is_named_of_the_law_is_known(playbook: Playbook, known: Known) -> Iterator[Problem]:
    unknown = {fact.id: str(fact.say) for _, fact in law_facts(playbook) if not fact.known}
    for route, text in known.texts if unknown else ():
        for language, said in text.said.items():
            for name in dict.fromkeys(names_in(said)) if "{" in said else ():
                if name in unknown:
                    details = {"name": name, "country": playbook.shop.country, "say": unknown[name]}
                    yield Problem("law-unknown", place(route, language), details)


def what_the_record_has_is_not_typed(playbook: Playbook, known: Known) -> Iterator[Problem]:
    code = playbook.shop.country
    own, others = _typed(code), _typed_elsewhere(code)
    phrases = Phrases((*own, *others))
    for route, text in known.texts:
        if route[0] == "facts" or not _NOT_SAID.isdisjoint(route):
            continue
        for language, said in text.said.items():
            found = phrases.within(said)
            if words := _first_typed(said, own, found):
                yield Problem("law-typed", place(route, language), {"words": words, "name": own[words]})
            if words := _first_typed(said, others, found):
                details = {"words": words, "other": others[words], "country": code}
                yield Problem("law-of-elsewhere", place(route, language), details)


def _first_typed(said: str, phrases: Mapping[str, str], found: Set[str]) -> str | None:
    """The first of some phrases that stands in what is said by itself, of those `found` there."""
    return (
        next((each for each in phrases if each in found and _alone(each).search(said)), None)
        if found
        else None
    )


def the_record_is_not_stated_again(playbook: Playbook, known: Known) -> Iterator[Problem]:
    there = {} if known.lacks("shop.country") else statements(playbook.shop.country)
    for index, fact in enumerate(playbook.facts):
        if fact.by_law and fact.id in there and not isinstance(fact, LawFact):
            details = {"name": fact.id, "say": str(there[fact.id].say), "country": playbook.shop.country}
            yield Problem("law-restated", ("facts", index), details)


@cache
def _typed(code: str) -> Mapping[str, str]:
    """What people type of a country's law, and the name to write instead."""
    return {words: name for name, each in statements(code).items() for words in each.typed}


@cache
def _typed_elsewhere(code: str) -> Mapping[str, str]:
    """What people type of the law of any other country, and that country's code."""
    return {
        words: other
        for other in countries()
        for words in _typed(other)
        if other != code and _OF_ONE_COUNTRY.search(words) and words not in _typed(code)
    }


@cache
def _alone(words: str) -> re.Pattern[str]:
    """The expression for `words` where they are no part of a longer word or figure, nor an amount of something."""
    return re.compile(
        rf"(?<![\dA-Za-z.-]){re.escape(words)}(?![\dA-Za-z]|[.:-]\d|\s*(?:[分元克毫斤件单个次页条]|ml|g\b))"
    )


CHECKS: tuple[Check, ...] = (
    there_is_a_record_of_the_country,
    what_is_named_of_the_law_is_known,
    what_the_record_has_is_not_typed,
    the_record_is_not_stated_again,
)
