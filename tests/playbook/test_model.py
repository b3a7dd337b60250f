"""The model: a fault of shape is told once, at its place, and hides nothing else."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from generator.playbook.load import Loaded, load
from generator.playbook.model.described import description
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Item, Record, Route, walk
from generator.playbook.model.text import Text
from generator.playbook.problems import Problem
from generator.playbook.read.reader import Reader
from generator.playbook.read.validation import known_keys

PLAYBOOKS = Path(__file__).parent.parent / "playbooks"
TINY, WIDE = PLAYBOOKS / "tiny.yaml", PLAYBOOKS / "quiz.yaml"


def kinds_of(kind: type[Item]) -> Iterator[type[Item]]:
    for inner in kind.__subclasses__():
        yield inner
        yield from kinds_of(inner)


def test_every_item_says_which_field_names_it() -> None:
    kinds = [*kinds_of(Item)]
    assert len(kinds) > 30
    for kind in kinds:
        named_by = kind.model_fields[kind.NAMED_BY]
        assert named_by.annotation is Text, kind
        assert named_by.is_required(), kind


def routes(data: Any, route: Route = ()) -> Iterator[Route]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, inner in pairs:
        yield (*route, step)
        yield from routes(inner, (*route, step))


@cache
def plain(path: Path) -> Any:
    """A playbook as plain data, in lists and dicts."""

    def thawed(data: Any) -> Any:
        match data:
            case dict():
                return {key: thawed(value) for key, value in data.items()}
            case tuple():
                return [thawed(value) for value in data]
            case _:
                return data

    return thawed(Reader(path, path.name, known_keys()).read().data)


def some(path: Path, step: int) -> list[Any]:
    return [
        pytest.param(path, route, id=".".join(map(str, route))) for route in [*routes(plain(path))][::step]
    ]


@pytest.mark.parametrize(("path", "route"), [*some(TINY, 1), *some(WIDE, 43)])
def test_a_value_of_the_wrong_kind_is_one_problem_at_its_place(
    tmp_path: Path, path: Path, route: Route
) -> None:
    data, holder = spoilt(path, route)
    holder[route[-1]] = "??" if isinstance(holder[route[-1]], list) else [["??"]]

    (problem,) = new_problems(tmp_path, path, data)

    assert problem.level == "error"
    assert problem.route == route


@pytest.mark.parametrize(("path", "route"), [*some(TINY, 1), *some(WIDE, 43)])
def test_what_is_missing_is_one_problem_where_it_is_missing(tmp_path: Path, path: Path, route: Route) -> None:
    data, holder = spoilt(path, route)
    del holder[route[-1]]

    problems = new_problems(tmp_path, path, data)

    # What need not be there may lead to other problems, such as a reference to nothing.
    if "missing" in {problem.kind for problem in problems}:
        assert [problem.route for problem in problems] == [route]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_text_that_is_empty_in_one_language_is_one_problem(tmp_path: Path, language: str) -> None:
    data, _ = spoilt(TINY, ("shop", "name"))
    data["shop"]["name"][language] = " "

    (problem,) = new_problems(tmp_path, TINY, data)

    assert (problem.kind, problem.route) == ("text-empty", ("shop", "name", language))


def test_faults_of_shape_and_of_sense_come_in_one_run(tmp_path: Path) -> None:
    data, _ = spoilt(TINY, ())
    data["norms"][0] |= {"stage": "soon", "roles": ["nobody"], "shrot": "?"}
    data["posters"].append({"id": "wall", "title": {"zh": "再来"}, "norms": ["greet", "bye"]})

    found = {(problem.kind, problem.route) for problem in new_problems(tmp_path, TINY, data)}

    assert found == {
        ("not-one-of", ("norms", 0, "stage")),
        ("unknown-key", ("norms", 0, "shrot")),
        ("unknown-reference", ("norms", 0, "roles", 0)),
        ("doubled-id", ("posters", 1, "id")),
        ("missing-language", ("posters", 1, "title")),
        ("unknown-reference", ("posters", 1, "norms", 1)),
    }


def test_an_entry_that_is_left_out_does_not_move_the_places_of_those_after_it(tmp_path: Path) -> None:
    data, _ = spoilt(TINY, ())
    data["roles"] = ["nobody", {"id": "b"}, *data["roles"], {**data["roles"][0], "name": "{who}"}]

    found = {(problem.kind, problem.route) for problem in new_problems(tmp_path, TINY, data)}

    assert ("wrong-type", ("roles", 0)) in found
    assert ("missing", ("roles", 1, "name")) in found
    assert ("doubled-id", ("roles", 3, "id")) in found
    assert ("unknown-name", ("roles", 3, "name")) in found


def test_a_chapter_that_cannot_be_read_does_not_make_what_names_it_wrong(tmp_path: Path) -> None:
    data, _ = spoilt(TINY, ())
    data["norms"] = {"greet": data["norms"][0]}

    (problem,) = new_problems(tmp_path, TINY, data)

    assert (problem.kind, problem.route) == ("wrong-type", ("norms",))


def test_the_review_date_is_compared_only_with_a_day_that_is_given(tmp_path: Path) -> None:
    path = written(tmp_path, plain(TINY))

    assert load(path).problems == ()
    assert load(path, on=date(2027, 5, 22)).problems == ()
    assert [problem.kind for problem in load(path, on=date(2027, 5, 23)).problems] == ["review-overdue"]


def test_a_playbook_does_not_change() -> None:
    playbook = load(TINY).playbook
    assert playbook

    with pytest.raises(ValidationError):
        playbook.about.version = "2"


def test_every_field_is_explained() -> None:
    records = {type(value) for path in PLAYBOOKS.glob("*.yaml") for _, value in walk(load(path).playbook)}
    for record in {each for each in records if issubclass(each, Record)} | {Playbook}:
        for name in record.model_fields:
            assert description(record, name), f"{record.__name__}.{name}"


def spoilt(path: Path, route: Route) -> tuple[Any, Any]:
    """A copy of a playbook to spoil, and what holds the value at `route`."""
    data = copy.deepcopy(plain(path))
    holder = data
    for step in route[:-1]:
        holder = holder[step]
    return data, holder


def written(folder: Path, data: Any) -> Path:
    path = folder / "playbook.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return path


def new_problems(folder: Path, path: Path, data: Any) -> list[Problem]:
    """The problems of `data` that the playbook it was made from did not have."""
    before = {(problem.kind, problem.route) for problem in loaded(path).problems}
    now = load(written(folder, data)).problems
    return [problem for problem in now if (problem.kind, problem.route) not in before]


@cache
def loaded(path: Path) -> Loaded:
    return load(path)
