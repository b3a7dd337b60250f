"""A trade's playbook in small, in one language, as the files another shop starts from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from generator.labels import labels
from generator.labels.words import StarterWords
from generator.playbook.calendar import Calendar
from generator.playbook.checks.references import named_by
from generator.playbook.hours import WEEKDAYS
from generator.playbook.law import without_law
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Item, Record, fields_of, rewritten
from generator.playbook.model.scripts import NeverSay, ReplyLine, Script
from generator.playbook.model.text import Text
from generator.playbook.model.training import Paper
from generator.playbook.papers.derived import candidates
from generator.playbook.prices import without_prices
from generator.playbook.read.include import read
from generator.playbook.read.validation import chapters, known_keys, understood
from generator.playbook.write import written
from generator.schema import FIRST_LINE, NAME, schema_text
from generator.starter.held import NAME as HELD
from generator.starter.held import first_held
from generator.starter.laid_over import OVER, RENAMED, laid_over, renamed

Size = Literal["bare", "solo", "team"]
BARE = "bare"
"""The size, and the file, that speaks of no trade at all."""
HERE = Path(__file__).parent
SHIPPED_TRADE = "goods"
"""The trade of the shipped playbook: its starter is the core of that, with another trade's goods in it."""
TRADES = (SHIPPED_TRADE, *sorted({file.stem for file in HERE.glob("*.yaml")} - {BARE, SHIPPED_TRADE}))
REVIEW_AFTER = 6
"""Months until the owner reads it through again."""

TOGETHER = (
    "schema",
    "about",
    "shop",
    "roles",
    "facts",
    "placeholders",
    "site",
    "words",
    "search",
    "promise",
    "norms",
    "notices",
    "posters",
    "accept",
)
"""Chapters of playbook.yaml itself; each of the others gets a file."""
WHOLE = ("steps", "end_states", "categories", "classes", "record", "consents")
"""Lists that make no sense in part; of all others that have a core, only the core is taken."""
_COLLEAGUE = "{colleague}"
"""The blank of whoever is handed something; a shop of one has nobody to write there."""
_MAIN = ("do", "how", "text", "offer", "looks", "does")
"""The field that a `solo` line is added to, the first of these that a record has."""


def shipped() -> Path:
    """The playbook that comes with the generator."""
    inside = HERE.parent / "shop" / "playbook.yaml"
    return inside if inside.is_file() else HERE.parent.parent / "playbook.yaml"


def starter(trade: str, language: str, size: Size, today: date) -> dict[str, str]:
    """The files of a starter by path: the core in one language, sample facts marked, ready to build."""
    file = BARE if size == BARE else trade
    data = spoken(whole(file), language, alone=size != "team")
    words = labels(language).starter
    data["about"] = {
        "title": words.title,
        "version": "0.1",
        "date": str(today),
        "review_by": str(Calendar(frozenset(WEEKDAYS)).reckoned(today, REVIEW_AFTER, "month")),
        "owner": data["about"]["owner"],
        "languages": [language],
        "began": f"{size if size == BARE else f'{trade}-{size}'} {version('service-playbook')}",
        "sample_words": data["about"].get("sample_words", []),
    }
    data["shop"] = data["shop"] | {"name": words.name, "closed_days": []}
    return {HELD: first_held(file, data, words.held)} | dict(_files(data, words))


def whole(name: str) -> Playbook:
    """All that the starter of a trade is made of, or the bare one, in every language."""
    found = _of_trade(name)
    # How a form looks filled in is a story of the sample shop.
    forms = tuple(form.model_copy(update={"example": ()}) for form in found.forms)
    # What the law says comes from the country's record there too, and a price's name from its list.
    return without_prices(without_law(found.model_copy(update={"forms": forms})))


def spoken(value: Any, language: str, *, alone: bool) -> Any:
    """What it is in one language as plain data; `alone` for a shop of one person."""
    said = rewritten(value, lambda text, _: text.in_(language))
    return _data(_alone(said, labels(language).starter) if alone else said)


@cache
def _of_trade(trade: str) -> Playbook:
    """What the file of a trade says, with all that it takes from the shipped playbook."""
    found = understood(_laid(trade))
    if not isinstance(found, Playbook):
        raise TypeError(f"{trade}.yaml: {found}")
    if trade == SHIPPED_TRADE:
        found = _core(found)
    alone: Playbook = naming_only(found, _ids(found))
    return _refusing_what_is_made(alone)


def _laid(trade: str) -> dict[str, Any]:
    """The whole of a trade's playbook as plain data: over the shipped one, or over the trade it names as `over`."""
    own = _plain(HERE / f"{trade}.yaml")
    base = _laid(own.pop(OVER)) if OVER in own else _plain(shipped())
    names = own.pop(RENAMED, {})
    laid: dict[str, Any] = renamed(laid_over({"schema": 1, "about": base["about"], **own}, base), names)
    return laid


def _plain(path: Path) -> dict[str, Any]:
    data = read(path, known_keys(), frozenset(chapters())).root.data
    assert isinstance(data, dict), path
    return {**data}


def _files(data: dict[str, Any], words: StarterWords) -> Iterator[tuple[str, str]]:
    yield NAME, schema_text()
    apart = [chapter for chapter in data if chapter not in TOGETHER]
    names = {chapter: f"chapters/{chapter.replace('_', '-')}.yaml" for chapter in apart}
    here = {"schema": 1, "include": list(names.values())} | {
        key: data[key] for key in TOGETHER if key in data
    }
    for chapter, name in names.items():
        first = FIRST_LINE.format(f"../{NAME}") + "\n"
        yield name, first + words.chapter + written({chapter: data[chapter]}, dense=True)
    # Last: where it stands, all that it includes stands too.
    yield "playbook.yaml", FIRST_LINE.format(NAME) + "\n" + words.first + written(here, dense=True)


def _core(value: Any) -> Any:
    """A copy in which lists hold their core alone, where they have one; papers' questions come along."""
    if not isinstance(value, Record):
        return tuple(_core(each) for each in value) if isinstance(value, tuple) else value
    on_papers = {name for paper in getattr(value, "papers", ()) if paper.core for name in paper.questions}
    update = {}
    for name, inner in fields_of(value):
        if name not in WHOLE and isinstance(inner, tuple):
            core = tuple(
                item for item in inner if isinstance(item, Item) and (item.core or item.id in on_papers)
            )
            inner = core or inner
        update[name] = _core(inner)
    return value.model_copy(update=update)


def _ids(playbook: Playbook) -> set[str]:
    """Every `chapter` and `chapter.id` there is."""
    found = set()
    for chapter, content in fields_of(playbook):
        if content:
            found |= {chapter, *(f"{chapter}.{item.id}" for item in _items(content))}
    return found


def _items(value: Any) -> Iterator[Item]:
    if isinstance(value, Item):
        yield value
    if isinstance(value, Record):
        for _, inner in fields_of(value):
            yield from _items(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _items(inner)


def naming_only(value: Any, ids: set[str]) -> Any:
    """A copy that names only what has come along."""
    if isinstance(value, tuple):
        left = ((each, naming_only(each, ids)) for each in value)
        return tuple(each for was, each in left if not _has_lost_all(was, each))
    if not isinstance(value, Record):
        return value
    update = {name: naming_only(inner, ids) for name, inner in fields_of(value)}
    for name, names in named_by(type(value)).items():
        prefix = "" if names.chapter == "*" else f"{names.chapter}."
        given = update[name]
        if isinstance(given, tuple):
            update[name] = tuple(each for each in given if f"{prefix}{each}" in ids)
        elif given is not None and given not in names.also and f"{prefix}{given}" not in ids:
            update[name] = None
    if isinstance(value, Paper) and not update["questions"]:
        update["questions"] = value.questions
    return value.model_copy(update=update)


def _has_lost_all(was: Any, now: Any) -> bool:
    """Whether nothing is left of a list of names that must have some."""
    if not isinstance(was, Record):
        return False
    named = (
        (getattr(was, name), getattr(now, name), type(was).model_fields[name]) for name in named_by(type(was))
    )
    return any(
        isinstance(before, tuple) and before and not after and field.is_required()
        for before, after, field in named
    )


def _refusing_what_is_made(playbook: Playbook) -> Playbook:
    """A copy that refuses only derived questions that can be made from what came along."""
    training = playbook.training
    if training is None or training.derived is None:
        return playbook
    there = {each.id for each in candidates(playbook)}
    wanted = training.derived
    update = {
        "refuse": tuple(name for name in wanted.refuse if name in there),
        "pin": tuple(name for name in wanted.pin if name in there),
    }
    derived = wanted.model_copy(update=update)
    return playbook.model_copy(update={"training": training.model_copy(update={"derived": derived})})


def _alone(value: Any, words: StarterWords) -> Any:
    """A copy for a shop of one person: what `solo` says joins what is done."""
    if isinstance(value, tuple):
        return tuple(_alone(each, words) for each in value)
    if not isinstance(value, Record):
        return value
    update = {name: _alone(inner, words) for name, inner in fields_of(value)}
    if isinstance(value, ReplyLine):
        return value.model_copy(update=update | {"say": value.solo or value.say, "solo": None})
    if isinstance(value, Script):
        update["reply"] = tuple(line for line in update["reply"] if _COLLEAGUE not in line.say)
    if isinstance(value, NeverSay) and _COLLEAGUE in (value.instead or ""):
        update["instead"] = None
    main = next((name for name in _MAIN if name in update), None)
    if (solo := update.get("solo")) and main:
        said = solo if solo.startswith(words.solo_already) else words.solo.format(solo)
        do = update[main]
        update[main] = (*do, said) if isinstance(do, tuple) else f"{_ended(do, words)}{words.between}{said}"
        update["solo"] = None
    return value.model_copy(update=update)


def _ended(text: str, words: StarterWords) -> str:
    return text if text[-1] in "。！？…”.!?" else text + words.stop


def _data(value: Any) -> Any:
    """Plain data for YAML: what is not the default."""
    match value:
        case Record():
            fields = type(value).model_fields
            return {
                fields[name].alias or name: _data(inner)
                for name, inner in fields_of(value)
                if fields[name].is_required() or inner != fields[name].get_default(call_default_factory=True)
            }
        case tuple():
            return [_data(each) for each in value]
        case Text() | date():
            return str(value)
        case _:
            return value
