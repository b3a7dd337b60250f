"""What the law says in the shop's country: records of it by ISO 3166-1 code, and a playbook's names filled from them.

A name in braces, or a field that names a fact, means the law's figure where the shop states none of that id. What a
country has no record of is said as where to ask, never as a figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict

from generator.playbook.languages import LANGUAGES
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.questions import Gap
from generator.playbook.model.record import Day, Id, Link, values
from generator.playbook.model.shop import Fact, Unit
from generator.playbook.model.text import Text, names_in

FOLDER = Path(__file__).parent / "countries"
Seen = Literal["text", "copy", "second_hand", "common", "memory"]
"""How far a statement was checked: the law's own text, a public copy, what others say of it, common knowledge, not."""


class _Kept(BaseModel):
    """Of a record that comes with the program: nobody's playbook holds it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Name(_Kept):
    """Something the law of any country may say."""

    unit: Unit
    """What it counts; `words` where it is no figure."""
    name: Text
    """What it is."""
    ask: Text
    """What is printed where a country has no record of it."""
    when_named: bool = False
    """Whether it concerns a shop only if its texts name it, as the law on food does."""


class Source(_Kept):
    """Where a statement comes from."""

    name: Text
    """The law with its article, or the page."""
    address: Link
    """Where it can be read."""


class Statement(_Kept):
    """What the law of one country says of one thing."""

    id: Id
    """One of `NAMES`."""
    value: int | str = ""
    """The bare figure; empty where there is none."""
    say: Text
    """How it is said in a sentence."""
    note: Text
    """From when it is counted, what is excepted, whom to ask."""
    source: Source
    """Where it comes from."""
    checked: Day
    """The day it was last looked at."""
    seen: Seen
    """How far it was checked then."""
    typed: tuple[str, ...] = ()
    """How people type it into a text instead of naming it."""


class Country(_Kept):
    """The record of a country."""

    name: Text
    """What it is called in a sentence."""
    statements: tuple[Statement, ...]
    """What its law says, as far as anybody has looked."""


class LawFact(Fact):
    """A fact that the country's record states, or, `known` false, one that it ought to."""

    known: bool
    """Whether the record states it; where not, `say` is where to ask."""


@cache
def names() -> Mapping[str, Name]:
    """Everything the law of a country may say, by the name texts call it."""
    return {name: Name.model_validate(each) for name, each in read(FOLDER / "names.yaml").items()}


@cache
def countries() -> Mapping[str, Country]:
    """The records there are, by country code in small letters."""
    files = sorted(FOLDER.glob("??.yaml"))
    return {file.stem: Country.model_validate(_tuples(read(file))) for file in files}


def statements(code: str) -> Mapping[str, Statement]:
    """What is known of a country's law by name; nothing where it has no record."""
    country = countries().get(code)
    return {each.id: each for each in country.statements} if country else {}


def with_law(playbook: Playbook) -> Playbook:
    """`playbook` with a fact for everything of the law that it names and does not state itself."""
    own = {each.id for each in (*playbook.facts, *playbook.placeholders)}
    wanted = (names().keys() - own) & _named(playbook)
    if not wanted:
        return playbook
    there = statements(playbook.shop.country)
    found = (_fact(name, there.get(name), playbook.about.languages) for name in names() if name in wanted)
    return playbook.model_copy(update={"facts": (*playbook.facts, *found)})


def without_law(playbook: Playbook) -> Playbook:
    """`playbook` as its author wrote it."""
    facts = tuple(fact for fact in playbook.facts if not isinstance(fact, LawFact))
    return playbook.model_copy(update={"facts": facts})


def _fact(name: str, there: Statement | None, languages: tuple[str, ...]) -> LawFact:
    what = names()[name]
    return LawFact(
        id=name,
        value=there.value if there else "",
        unit=what.unit,
        say=_in(there.say if there else what.ask, languages),
        note=_in(there.note if there else what.name, languages),
        by_law=True,
        known=there is not None,
    )


def _in(text: Text, languages: tuple[str, ...]) -> Text:
    return Text({each: text.said.get(each, text.said[LANGUAGES[each].explains]) for each in languages})


def concerning(playbook: Playbook) -> Iterator[tuple[str, Statement]]:
    """What the law of the shop's country says that concerns it, by name."""
    there, named = statements(playbook.shop.country), _named(without_law(playbook))
    for name, each in names().items():
        if name in there and (not each.when_named or name in named):
            yield name, there[name]


def _named(playbook: Playbook) -> set[str]:
    """What of the law is named in braces or may be by a plain value; a question's own gaps are none."""
    found, gaps = set(), set()
    for field, value in values(playbook):
        if isinstance(value, Text):
            for said in value.said.values():
                found |= set(names_in(said)) if "{" in said else set()
        elif isinstance(value, Gap):
            gaps.add(value.id)
        elif isinstance(value, str) and field != "id":
            found.add(value)
    return {name for name in names() if name in found or f"facts.{name}" in found} - gaps


def read(file: Path) -> dict[str, Any]:
    """A YAML file that comes with the program."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    read: dict[str, Any] = yaml.load(file.read_text("utf-8"), Loader=loader)
    return read


def _tuples(value: Any) -> Any:
    """Plain data as the model takes it: lists as tuples."""
    match value:
        case dict():
            return {key: _tuples(inner) for key, inner in value.items()}
        case list():
            return tuple(map(_tuples, value))
        case _:
            return value


def law_facts(playbook: Playbook) -> Iterator[tuple[int, LawFact]]:
    """The facts of a playbook that come from the country's record, with their position."""
    return ((at, fact) for at, fact in enumerate(playbook.facts) if isinstance(fact, LawFact))
