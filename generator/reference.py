"""The reference of every field, written from the model: docs/{zh,en}/owner/fields.md."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml
from pydantic.fields import FieldInfo

from generator.labels import labels
from generator.labels.words import ReferenceWords
from generator.playbook.languages import LANGUAGES
from generator.playbook.model import record
from generator.playbook.model.described import description
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Names, Record
from generator.playbook.model.text import Text

_HEAD = "---\norder: 6\nsearch:\n  boost: 0.2\n---\n\n"
"""Staff's search is not to be crowded by it."""
TOP = "playbook.yaml"
FIELDS = Path(__file__).parent / "labels"
_ALONE = {
    record.Id: "id",
    record.Day: "day",
    record.Clock: "clock",
    record.Colour: "colour",
    record.Link: "link",
    Text: "text",
    str: "word",
    bool: "flag",
    int: "number",
    float: "number",
}
"""Kinds of values, by the name of what they are called."""


def reference(language: str) -> str:
    """The page in Markdown: a section for each record, a row for each field, in the order of the playbook."""
    words = labels(language).reference
    sections = [_section(kind, language, words) for kind in records()]
    return _HEAD + "\n\n".join((f"# {words.title}", words.lead, *sections)) + "\n"


@cache
def records() -> Mapping[type[Record], str]:
    """Every record of the model, from the playbook down, each with the first place it is written at."""
    found: dict[type[Record], str] = {}

    def visit(kind: Any, place: str) -> None:
        if not (isinstance(kind, type) and issubclass(kind, Record)):
            for inner in get_args(kind):
                visit(inner, place)
        elif kind not in found:
            found[kind] = place
            for name, hint in _hints(kind).items():
                visit(hint, f"{place}.{_named(kind, name)}".lstrip("."))

    visit(Playbook, "")
    return found


def described(kind: type[Record], field: str, language: str) -> str:
    """What a field is for; what the record is, where `field` is empty. KeyError where nobody has said it."""
    if not (told := _told(language)):
        said = description(kind, field) if field else kind.__doc__
        return " ".join(str(said).split())
    shown = _named(kind, field) if field else "_"
    owners = (owner for owner in kind.__mro__ if shown in told.get(owner.__name__, {}))
    return told[next(owners, kind).__name__][shown]


@cache
def _told(language: str) -> Mapping[str, Mapping[str, str]]:
    """What `labels/fields.CODE.yaml` says of the fields; nothing where the records themselves say it."""
    path = FIELDS / f"fields.{LANGUAGES[language].explains}.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text("utf-8"), Loader=loader) if path.is_file() else {}


@cache
def _hints(kind: type[Record]) -> dict[str, Any]:
    hints = get_type_hints(kind, include_extras=True)
    return {name: hints[name] for name in kind.model_fields}


def _named(kind: type[Record], field: str) -> str:
    """The name as it is written in YAML."""
    return kind.model_fields[field].alias or field


def _section(kind: type[Record], language: str, words: ReferenceWords) -> str:
    rows = [
        f"| `{_named(kind, name)}` | {_what(hint, language, words)}{_must(kind.model_fields[name], words)} "
        f"| {_cell(described(kind, name, language))} |"
        for name, hint in _hints(kind).items()
    ]
    head = (
        f"## {_heading(kind)} {{: #{kind.__name__.lower()} }}",
        described(kind, "", language),
        "\n".join((f"| {words.field} | {words.kind} | {words.use} |", "| --- | --- | --- |", *rows)),
    )
    return "\n\n".join(head)


def _heading(kind: type[Record]) -> str:
    """Where it is written, as an author sees it; of records in one place, what tells them apart."""
    place = f"`{records()[kind] or TOP}`"
    which = get_args(_hints(kind).get("type"))
    return f"{place} · `type: {which[0]}`" if which else place


def _must(field: FieldInfo, words: ReferenceWords) -> str:
    return f"<br>**{words.required}**" if field.is_required() else ""


def _what(hint: Any, language: str, words: ReferenceWords) -> str:
    """The kind of value a field takes, in words."""
    for kind, name in _ALONE.items():
        if hint == kind:
            return str(getattr(words, name))
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        chapters = [mark.chapter for mark in marks if isinstance(mark, Names)]
        return _id_in(chapters[0], language, words) if chapters else _what(inner, language, words)
    if get_origin(hint) is Literal:
        return words.join.join(f"`{_yaml(value)}`" for value in get_args(hint))
    if get_origin(hint) is tuple:
        return words.many.format(_what(get_args(hint)[0], language, words))
    if get_origin(hint) in (Union, types.UnionType):
        several = [_what(each, language, words) for each in get_args(hint) if each is not type(None)]
        return words.join.join(dict.fromkeys(several))
    return f"[{_heading(hint)}](#{hint.__name__.lower()})"


def _id_in(chapter: str, language: str, words: ReferenceWords) -> str:
    if chapter == "*":
        return words.any_id
    return words.id_in.format(labels(language).paper.key.chapters[chapter], chapter)


def _yaml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def stale() -> Iterator[str]:
    """Descriptions in any language of what is not in the model any more."""
    there = {kind.__name__: kind for model in records() for kind in model.__mro__ if issubclass(kind, Record)}
    for name, told in (each for language in LANGUAGES for each in _told(language).items()):
        known = {_named(there[name], field) for field in there[name].model_fields} if name in there else set()
        yield from (f"{name}.{field}" for field in told if field not in {"_", *known})
