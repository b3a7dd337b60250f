"""An Edition: one playbook in one language, every text a string that knows its parts, with labels at hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, wraps
from typing import Any, TypeVar

from babel.dates import format_date, format_interval, format_skeleton

from generator.labels import Labels, labels
from generator.labels.opening import opening_hours, weekdays
from generator.playbook.calendar import LASTS
from generator.playbook.hours import closed, closed_every_year, week
from generator.playbook.languages import LANGUAGES
from generator.playbook.model.complaints import ComplaintStep
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route, items_of, rewritten
from generator.playbook.model.shop import Fact, Shop
from generator.playbook.model.text import Text
from generator.playbook.money import currency_of, sign, sign_first
from generator.playbook.prices import PriceFact
from generator.playbook.section_numbers import section_numbers
from generator.set_text import Part, SetText, parts_of, set_parts

T = TypeVar("T")


@dataclass(frozen=True)
class Edition:
    """What everything made in one language is made from."""

    playbook: Playbook
    language: str
    labels: Labels
    first: bool
    """Whether this is the playbook's first language."""
    written: Playbook
    """The same as its author wrote it, in all languages: for what must not hang on one."""

    @property
    def tag(self) -> str:
        """The language for HTML and PDF."""
        return LANGUAGES[self.language].tag

    @property
    def script(self) -> str:
        """What style sheets tell languages apart by."""
        return LANGUAGES[self.language].script

    @cached_property
    def reckoned(self) -> dict[str, Any]:
        """What `once` has reckoned from it, by who reckoned it."""
        return {}

    @cached_property
    def items(self) -> Mapping[str, Mapping[str, Any]]:
        """All items by chapter and id."""
        return items_of(self.playbook)

    def item(self, chapter: str, name: str) -> Any:
        return self.items[chapter][name]

    def named(self, reference: str) -> Any:
        """The item that `chapter.id` names, or the chapter itself."""
        chapter, _, name = reference.partition(".")
        return self.item(chapter, name) if name else getattr(self.playbook, chapter)

    def role(self, name: str) -> str:
        return str(self.item("roles", name).name)

    def roles(self, names: tuple[str, ...]) -> str:
        return self.labels.list_join.join(map(self.role, names))

    def channel(self, name: str) -> str:
        return str(self.item("shop", name).name)

    def channels(self, names: tuple[str, ...]) -> str:
        return self.labels.list_join.join(map(self.channel, names))

    def day_of(self, event: str) -> str:
        """What the day is called that a contact counts from."""
        found: str = self.labels.due_from.get(event) or self.item("shop", event).name
        return found

    def fact(self, name: str) -> SetText:
        """How a fact is said."""
        said: str = self.item("facts", name).say
        return self.figure(name, said)

    def figure(self, name: str, said: str) -> SetText:
        """A fact said in the words of its own that a place may have for it."""
        say: str = self.item("facts", name).say
        route = say.route if isinstance(say, SetText) else ()
        return SetText([Part("fact", said, name, route)], route)

    def value(self, name: str) -> Any:
        """The bare figure of a fact."""
        fact: Fact = self.item("facts", name)
        return fact.value

    def lasts(self, name: str | None) -> int:
        """The days that a fact says something lasts; 0 without one."""
        fact: Fact | None = self.item("facts", name) if name else None
        return int(fact.value) * LASTS[fact.unit] if fact else 0

    @cached_property
    def unset(self) -> frozenset[str]:
        """The facts with a sample figure that the shop has not set yet; none in the sample playbook itself."""
        facts = () if self.playbook.about.sample else self.playbook.facts
        return frozenset(fact.id for fact in facts if fact.sample)

    def shows_unset(self, *texts: str) -> bool:
        """Whether one of the texts states such a figure."""
        return any(
            part.kind == "fact" and part.name in self.unset for text in texts for part in parts_of(text)
        )

    def steps(self) -> tuple[ComplaintStep, ...]:
        return self.playbook.complaints.steps if self.playbook.complaints else ()

    @property
    def open_days(self) -> str:
        """The weekdays the shop is open: 周一至周六, Monday to Saturday."""
        return weekdays(week(self.playbook.shop), self.labels)

    @property
    def opening_hours(self) -> str:
        """When it is open, as people write it: 周一至周五 9:30–12:00、13:30–18:00，周日休息."""
        return opening_hours(week(self.playbook.shop), self.labels)

    @property
    def closed_days(self) -> Iterator[str]:
        """Each range of days it is closed, in words: 2027年2月5日至14日, 5–14 February 2027."""
        locale, words, shop = LANGUAGES[self.language].locale, self.labels.opening, self.playbook.shop
        for first, last in closed(shop):
            yield str(format_interval(first, last, "yMMMd", locale=locale))
        for month_days in closed_every_year(shop):
            ends = [str(format_skeleton("MMMd", date(2000, *each), locale=locale)) for each in month_days]
            yield words.yearly.format(ends[0] if ends[0] == ends[1] else words.to.format(*ends))

    @property
    def folder(self) -> str:
        """Where its files stand in site/ and trainer/: at the top, or in a folder of its language, `en/`."""
        return "" if self.first else f"{self.language}/"

    @property
    def currency(self) -> str:
        """What stands by an amount of money: 元, £."""
        return sign(self.currency_code, self.language)

    @property
    def currency_first(self) -> bool:
        """Whether it stands before the amount, as a sign does and a word does not: £20, 20元, 20 yuan."""
        return sign_first(self.currency_code, self.language)

    @property
    def currency_code(self) -> str:
        """What the shop is paid in, as ISO 4217 has it; empty where that is not known."""
        return currency_of(self.playbook.shop, self.playbook.about.date)

    def day(self, day: date) -> str:
        """A date in words: 2026年11月22日, 22 November 2026."""
        return str(format_date(day, "long", locale=LANGUAGES[self.language].locale))


def once(make: Callable[[Edition], Iterable[T]]) -> Callable[[Edition], tuple[T, ...]]:
    """What hangs on an edition alone and is asked for from many sides: reckoned once for each."""

    @wraps(make)
    def made(edition: Edition) -> tuple[T, ...]:
        name = f"{make.__module__}.{make.__qualname__}"
        if name not in edition.reckoned:
            edition.reckoned[name] = tuple(make(edition))
        found: tuple[T, ...] = edition.reckoned[name]
        return found

    return made


def editions(playbook: Playbook) -> tuple[Edition, ...]:
    return tuple(edition(playbook, language) for language in playbook.about.languages)


def edition(playbook: Playbook, language: str) -> Edition:
    """`playbook` with every text said in `language`, facts and placeholders filled in; set once."""
    kept = _editions_of(playbook)
    if language not in kept:
        kept[language] = _set(playbook, language)
    return kept[language]


_last: list[tuple[Playbook, dict[str, Edition]]] = []
"""The playbook that was set last, and its editions: pages, sheets and workbooks each ask for them."""


def _editions_of(playbook: Playbook) -> dict[str, Edition]:
    if not _last or _last[0][0] is not playbook:
        _last[:] = [(playbook, {})]
    return _last[0][1]


def _set(playbook: Playbook, language: str) -> Edition:
    words = labels(language, tuple((word.label, said_in(word.say, language)) for word in playbook.words))
    said = _said(playbook, language, words)
    # What a form's own texts may name besides: the numbers of its sections.
    of_form = [
        said | {name: Part("plain", number, name) for name, number in section_numbers(form).items()}
        for form in playbook.forms
    ]
    names = (said, *of_form)
    named, before = _texts.get(language, (names, {}))
    if named != names:
        before = {}
    now: dict[tuple[str, Route], SetText] = {}

    def say(text: Text, route: Route) -> SetText:
        key = written, place = said_in(text, language), _place(text, route, language)
        found = before.get(key)
        if found is None:
            here = of_form[int(route[1])] if route[0] == "forms" else said
            found = SetText(set_parts(written, here, _spaces_of_folding), place)
        now[key] = found
        return found

    first = playbook.about.languages[0] == language
    edition = Edition(rewritten(playbook, say), language, words, first, playbook)
    _texts[language] = (names, now)
    return edition


_texts: dict[str, tuple[tuple[Mapping[str, Part], ...], Mapping[tuple[str, Route], SetText]]] = {}
"""By language, what names stood for when a playbook was set last, and its texts: an edit leaves most as they are."""


def _said(playbook: Playbook, language: str, words: Labels) -> dict[str, Part]:
    """What each name in braces stands for."""
    shop = playbook.shop
    found = [
        Part("plain", said_in(shop.name, language), "shop", _place(shop.name, ("shop", "name"), language)),
        Part("plain", weekdays(week(shop), words), "open_days", _hours_of(shop)),
        Part("plain", opening_hours(week(shop), words), "opening_hours", _hours_of(shop)),
    ]
    for at, fact in enumerate(playbook.facts):
        listed = fact.at if isinstance(fact, PriceFact) else ()
        where = listed or _place(fact.say, ("facts", at, "say"), language)
        found.append(Part("fact", said_in(fact.say, language), fact.id, where))
    for at, blank in enumerate(playbook.placeholders):
        where = _place(blank.name, ("placeholders", at, "name"), language)
        found.append(Part("blank", words.placeholder.format(said_in(blank.name, language)), blank.id, where))
    return {part.name: part for part in found}


def _hours_of(shop: Shop) -> Route:
    """Where it says when it is open."""
    return ("shop", "hours" if shop.hours else "open_days")


def said_in(text: Text, language: str) -> str:
    """What is said in a language, as its printers set it: nobody has ’ on the keyboard."""
    said = text.in_(language)
    return said if LANGUAGES[language].han or "'" not in said else _APOSTROPHE.sub("’", said)


def _place(text: Text, route: Route, language: str) -> Route:
    """Where a text stands in one language."""
    return (*route, language) if language in text.said else route


# Between letters or figures; behind a name in braces; and where something belongs to several: customers’ wishes.
_APOSTROPHE = re.compile(r"(?<=[\w}])'(?=[^\W\d_])|(?<=s)'(?=\s[^\W_])")

# YAML folds a Chinese text written over several lines with a space at each break.
_HAN, _SHARED_MARKS = "\u3000-\u303f\u3400-\u9fff\uff00-\uffef", "\u2014\u2018\u2019\u201c\u201d\u2026"
# Each begins with the space itself, which most texts have not: that is found at once.
_BETWEEN_HAN = re.compile(
    rf" (?<=[{_HAN}] )(?=[{_HAN}{_SHARED_MARKS}])"
    rf"| (?<=[{_SHARED_MARKS}] )(?=[{_HAN}])| (?<=[{_HAN}][{_SHARED_MARKS}] )(?=[{_SHARED_MARKS}])"
)


def _spaces_of_folding(text: str) -> Iterator[int]:
    return (found.start() for found in _BETWEEN_HAN.finditer(text))
