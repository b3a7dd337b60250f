"""The drawings that forms name in, the same forms with these drawings in their frames: what one marks on with a pen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.playbook.logo import NoPicture, Picture, read, remarks
from generator.playbook.model.forms import FormField
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Record, Route
from generator.playbook.problems import Problem


class DrawnField(FormField):
    """A field whose picture has been read in."""

    drawn: Picture
    """What `picture` names."""


def files(playbook: Playbook) -> Iterator[str]:
    """The files of drawings, each once."""
    yield from dict.fromkeys(field.picture for _, field in _fields(playbook.forms, ()) if field.picture)


def with_drawings(playbook: Playbook, folder: Path) -> tuple[Playbook, tuple[Problem, ...]]:
    """The playbook with each drawing a form names, a file in `folder`, and what is to be said of them."""
    drawn: dict[str, Picture] = {}
    problems: list[Problem] = []
    for route, field in _fields(playbook.forms, ("forms",)):
        if field.picture and field.picture not in drawn:
            try:
                drawn[field.picture] = read(folder, field.picture)
                problems += remarks(field.picture, drawn[field.picture], (*route, "picture"))
            except NoPicture as why:
                problems.append(Problem(str(why), (*route, "picture"), {"file": field.picture}))
    if not drawn:
        return playbook, tuple(problems)
    return playbook.model_copy(update={"forms": _drawn(playbook.forms, drawn)}), tuple(problems)


def _fields(value: object, route: Route) -> Iterator[tuple[Route, FormField]]:
    if isinstance(value, FormField):
        yield route, value
    elif isinstance(value, tuple):
        for at, inner in enumerate(value):
            yield from _fields(inner, (*route, at))
    elif isinstance(value, Record):
        for name in ("sections", "fields", "repeat", "columns"):
            if hasattr(value, name):
                yield from _fields(getattr(value, name), (*route, name))


def _drawn(value: Any, drawn: dict[str, Picture]) -> Any:
    """The same forms, sections or fields, where a drawing is known with it."""
    match value:
        case FormField() if value.picture in drawn:
            return DrawnField.model_construct(**(dict(value) | {"drawn": drawn[value.picture]}))
        case tuple():
            return tuple(_drawn(each, drawn) for each in value)
        case Record():
            names = [name for name in ("sections", "fields", "repeat", "columns") if hasattr(value, name)]
            return value.model_copy(update={name: _drawn(getattr(value, name), drawn) for name in names})
    return value
