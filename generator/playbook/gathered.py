"""What many places say alike, said once where it was brought about: an id that is gone, a chapter that is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.playbook.model.record import Route, inside
from generator.playbook.problems import MOST_ALIKE, MOST_NAMED, Problem
from generator.playbook.read.left_out import MOST_SHOWN, left_out
from generator.playbook.read.source import Source
from generator.playbook.read.validation import chapters
from generator.playbook.replaced import IN_BRACES, WITHIN, Written, misspelt

_ALWAYS = ("about", "accept")
"""No chapters of things that have ids."""
_Gone = tuple[str, str]
"""A chapter and an id that it does not have; the id is empty for the chapter itself."""


def gathered(problems: Iterable[Problem], source: Source) -> Iterator[Problem]:
    """The problems; the places that name the same missing id are one, where it was replaced or at its chapter.

    A few places that may misspell something are left as they are, and so is one alone that stands in the same file, in
    a text, or names a role, which people type by heart. All places that name something of a chapter which no file
    holds are one, where the playbook includes files.
    """
    told = list(problems)
    includes = _includes(source)
    places: dict[_Gone, list[Problem]] = {}
    for problem in told:
        if gone := _gone(problem):
            places.setdefault(_or_its_chapter(gone, source.root.data) if includes else gone, []).append(
                problem
            )
    one = _told_once(places, source)
    followers = _only_follow(places, Counter(each.route[0] for each in told if each.kind == "doubled-id"))
    yield from (_together(key, places[key], now, source) for key, now in one.items() if key not in followers)
    alike = {id(problem) for key in one.keys() | followers for problem in places[key]}
    yield from (problem for problem in told if id(problem) not in alike)


def _told_once(places: Mapping[_Gone, list[Problem]], source: Source) -> dict[_Gone, Route | None]:
    """What is gone and told once for all its places, and what stands there now, if that can be told."""
    in_chapter = Counter(chapter for (chapter, _), found in places.items() for _ in found)
    written, once = Written(source.root.data), dict[_Gone, Route | None]()
    for chapter in dict.fromkeys(chapter for chapter, _ in places):
        names = [name for each, name in places if each == chapter]
        now = written.in_place_of(chapter, names)
        for name in names:
            key, found = (chapter, name), places[chapter, name]
            # Where a chapter was written anew, each of its old ids is one, however few name it.
            many = (
                len(found) > MOST_ALIKE
                or in_chapter[chapter] > MOST_NAMED
                or (not name and _includes(source))
            )
            if many or _was_replaced(found, now.get(name), misspelt(name, written.ids(chapter)), source):
                once[key] = now.get(name)
    return once


def _includes(source: Source) -> bool:
    return "include" in source.root.keys


def _was_replaced(found: list[Problem], now: Route | None, close: bool, source: Source) -> bool:
    """Whether a few places name what is no longer there, rather than misspell what is."""
    if len(found) > 1:
        return now is not None or not close
    (only,) = found
    if now is None and (close or only.kind == "unknown-name" or only.details.get("chapter") == "roles"):
        return False
    (chapter, _) = _gone(only) or ("", "")
    (stands, *_) = WITHIN.get(chapter, ((chapter,),))
    return source.place(now or stands).file != source.place(only.route).file


def _only_follow(places: Iterable[_Gone], doubled: Counter[str | int]) -> set[_Gone]:
    """What is gone only because another thing of its chapter has its id: no more of them than ids stand twice."""
    gone = Counter(chapter for chapter, item in places if item)
    return {(chapter, item) for chapter, item in places if item and gone[chapter] <= doubled[chapter]}


def _gone(problem: Problem) -> _Gone | None:
    """What a problem says is not there."""
    name = problem.details.get("name", "")
    match problem.kind:
        case "unknown-reference":
            chapter = problem.details["chapter"]
            return (IN_BRACES if chapter == "facts" else chapter), name
        case "unknown-name":
            return IN_BRACES, name
        case "unknown-item" if name.partition(".")[0] in set(chapters()):
            chapter, _, item = name.partition(".")
            return chapter, item
    return None


def _or_its_chapter(gone: _Gone, data: Any) -> _Gone:
    chapter, item = gone
    written = data if isinstance(data, dict) else {}
    is_there = chapter in (IN_BRACES, *_ALWAYS) or chapter not in chapters() or written.get(chapter)
    return (chapter, item) if is_there else (chapter, "")


def _together(gone: _Gone, found: list[Problem], now: Route | None, source: Source) -> Problem:
    chapter, item = gone
    named = tuple(each.route for each in found)
    lines = {source.place(route)[:2] for route in named}
    details = {"chapter": chapter, "count": str(len(lines))}
    if not item:
        details |= _left_out(chapter, source)
        return Problem("chapter-gone", ("include",), details, at_key=True, first=found[0].route)
    details |= {"name": item}
    if now:
        typed = str(inside(_at(source.root.data, now), "id"))
        return Problem(
            "id-gone", (*now, "id"), details | {"hint": "here-now", "near": f"`{typed}`"}, named=named
        )
    details |= {"hint": found[0].details["hint"], "near": found[0].details["near"]}
    (stands, *_) = WITHIN.get(chapter, ((chapter,),))
    return Problem("id-gone", stands, details, at_key=True, named=named)


def _at(data: Any, route: Route) -> Any:
    for step in route:
        data = inside(data, step)
    return data


def _left_out(chapter: str, source: Source) -> dict[str, str]:
    """The file that holds the chapter and is not included; or else that none does."""
    top, *included = source.files
    names = left_out(top, included, frozenset({chapter}))
    shown = ", ".join(f"`{each}`" for each in names[:MOST_SHOWN])
    return {"hint": "stands-in" if names else "stands-nowhere", "near": shown}
