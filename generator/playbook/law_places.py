"""Where a playbook speaks of the law: what it names of the country's record, and texts that speak of it in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache

from generator.playbook.languages import LANGUAGES
from generator.playbook.law import FOLDER, LawFact, names, read
from generator.playbook.model.customers import Consent
from generator.playbook.model.forms import Form
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.questions import QuestionBase
from generator.playbook.model.record import Item, Route, walk
from generator.playbook.model.shop import Fact
from generator.playbook.model.text import Text, names_in

_IN_BRACES = re.compile(r"\{[^}]*\}")
_BY_CHANCE = r"(?<![办方])"
"""办法定 and 方法定 are no 法定."""
_HEARD = {"says", "aliases", "any_of", "beside", "unless"}
"""What customers say and what is listened for is in their words."""


@dataclass(frozen=True)
class Place:
    """A text or a field that speaks of the law."""

    route: Route
    reference: str
    """`chapter.id` of the item it stands in, or the chapter."""
    named: frozenset[str]
    """What it names of the record."""
    in_words: bool
    """Whether it speaks of the law in words of its own; what the record states is in the record's."""
    asked: bool
    """Whether it is part of a question, which the site must not give away."""


def places(playbook: Playbook) -> Iterator[Place]:
    """All of them, in the order of the playbook."""
    items, asked = dict[Route, str](), set[Route]()
    for route, value in walk(playbook):
        if isinstance(value, Item):
            items[route] = f"{route[0]}.{value.id}"
        if isinstance(value, QuestionBase):
            asked.add(route)
        if isinstance(value, LawFact):
            # What the record itself says is no place of the playbook.
            items[route] = ""
        named, in_words = _named(route, value), _in_words(route, value)
        # What people type into the search box says nothing by itself.
        if (named or in_words) and route[0] != "search":
            above = [route[:length] for length in range(len(route), 0, -1)]
            reference = next((items[each] for each in above if each in items), str(route[0]))
            if reference:
                yield Place(route, reference, frozenset(named), in_words, not asked.isdisjoint(above))


def _named(route: Route, value: object) -> set[str]:
    """What of the record a text names in braces, a field by its id, and a notice or a consent by being one."""
    match value:
        case Text():
            found = {name for said in value.said.values() for name in (names_in(said) if "{" in said else ())}
        case str() if route[-1] != "id":
            found = {value.removeprefix("facts.")}
        case Form() if value.privacy is not None:
            found = {"data_rule"}
        case Consent() if value.contact == "C":
            found = {"marketing_rule"}
        case _:
            return set()
    return found & names().keys()


def _in_words(route: Route, value: object) -> bool:
    if isinstance(value, Fact):
        return value.by_law
    if not isinstance(value, Text) or not _HEARD.isdisjoint(route):
        return False
    return any(
        speaks_of_law(said) or not _listed()["names"].isdisjoint(names_in(said))
        for said in value.said.values()
    )


def speaks_of_law(said: str) -> bool:
    """Whether a sentence in any language has a word of the law in it."""
    return _words().search(_IN_BRACES.sub("", said)) is not None


@cache
def _words() -> re.Pattern[str]:
    every = (
        rf"\b{re.escape(word)}\b" if word.isascii() else _BY_CHANCE + re.escape(word)
        for language in LANGUAGES
        for word in sorted(_listed().get(language, ()))
    )
    return re.compile("|".join(every), re.IGNORECASE)


@cache
def _listed() -> Mapping[str, Set[str]]:
    """The words of each language, and the `names` of the bodies that one asks."""
    return {key: frozenset(words) for key, words in read(FOLDER / "words.yaml").items()}
