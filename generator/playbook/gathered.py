"""What many places say alike, said once where it was brought about: an id that is gone, a chapter that is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from generator.playbook.problems import MOST_ALIKE, MOST_NAMED, Problem
from generator.playbook.read.validation import chapters

IN_BRACES = "in-braces"
"""Where what is named in braces stands: in two chapters."""
_ALWAYS = ("about", "accept")
"""No chapters of things that have ids."""
_Gone = tuple[str, str]
"""A chapter and an id that it does not have; the id is empty for the chapter itself."""


def gathered(problems: Iterable[Problem], data: object, *, includes: bool) -> Iterator[Problem]:
    """The problems; more than three places that name the same missing id are one, at the chapter it is gone from.

    So are all places that name something of a chapter which no file holds, where the playbook `includes` files.
    """
    told = list(problems)
    places: dict[_Gone, list[Problem]] = {}
    for problem in told:
        if gone := _gone(problem):
            places.setdefault(_or_its_chapter(gone, data) if includes else gone, []).append(problem)
    in_chapter = Counter(chapter for (chapter, _), found in places.items() for _ in found)
    one = {
        key: found
        for key, found in places.items()
        # Where a chapter was written anew, each of its old ids is one, however few name it.
        if len(found) > MOST_ALIKE or in_chapter[key[0]] > MOST_NAMED or (includes and not key[1])
    }
    followers = _only_follow(places, Counter(each.route[0] for each in told if each.kind == "doubled-id"))
    yield from (_together(key, found) for key, found in one.items() if key not in followers)
    alike = {id(problem) for key in one.keys() | followers for problem in places[key]}
    yield from (problem for problem in told if id(problem) not in alike)


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


def _together(gone: _Gone, found: list[Problem]) -> Problem:
    chapter, item = gone
    details = {"chapter": chapter, "count": str(len(found))}
    if not item:
        return Problem("chapter-gone", ("include",), details, at_key=True, first=found[0].route)
    details |= {"name": item, "hint": found[0].details["hint"], "near": found[0].details["near"]}
    stands = "facts" if chapter == IN_BRACES else chapter
    within_shop = {"shop": "channels", "events": "events"}
    route = ("shop", within_shop[chapter]) if chapter in within_shop else (stands,)
    return Problem("id-gone", route, details, at_key=True, first=found[0].route)
