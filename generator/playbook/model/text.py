"""Text: what an author wrote, once or once per language, with `{facts}` to be filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.playbook.languages import LANGUAGES

ANY = ""
"""The language of a text that was written once, for all languages."""

_BRACES = re.compile(r"\{\{|\}\}|\{(?P<name>[^{}]*)\}|[{}]")


class Text(str):
    """A string that remembers how it is said in each language.

    Its own value is the first language's, so that templates and views only ever see strings.
    """

    said: Mapping[str, str]

    def __new__(cls, said: Mapping[str, str]) -> Text:
        text = super().__new__(cls, next(iter(said.values())))
        text.said = dict(said)
        return text

    def speaks(self, language: str) -> bool:
        return ANY in self.said or language in self.said

    def in_(self, language: str) -> str:
        """What is said in `language`; a KeyError if nothing is (the checks have seen to that)."""
        return self.said[ANY] if ANY in self.said else self.said[language]

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_read)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _core: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        each = {language: {"type": "string"} for language in LANGUAGES}
        return {
            "anyOf": [
                {"type": "string"},
                {"type": "object", "properties": each, "additionalProperties": False, "minProperties": 1},
            ]
        }


def _read(value: object) -> Text:
    match value:
        case Text():
            return value
        case str():
            return Text({ANY: _not_empty(value)})
        case dict() if value:
            if unknown := [str(name) for name in value if name not in LANGUAGES]:
                raise PydanticCustomError("text_language", "no such language", {"name": unknown[0]})
            return Text(
                {language: _not_empty(value[language]) for language in LANGUAGES if language in value}
            )
        case _:
            raise PydanticCustomError("text_type", "not a text", {"value": _in_brief(value)})


def _not_empty(value: object) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("text_type", "not a text", {"value": _in_brief(value)})
    if said := value.strip():
        return said
    raise PydanticCustomError("text_empty", "an empty text")


def _in_brief(value: object) -> str:
    if isinstance(value, (dict, tuple)):
        return "…"
    return str(value).lower() if isinstance(value, bool) else "null" if value is None else str(value)


def names_in(text: str) -> Iterator[str]:
    """The names in braces, in order; a lone brace comes as itself, `{` or `}`."""
    for found in _BRACES.finditer(text):
        if found.group("name") is not None:
            yield found.group("name")
        elif found.group() in "{}":
            yield found.group()


def pieces_of(text: str) -> Iterator[tuple[str, str | None]]:
    """The stretches of a text in order: what is plain, with None, and each name in braces, with the name."""
    at, plain = 0, ""
    for found in _BRACES.finditer(text):
        plain += text[at : found.start()]
        at = found.end()
        name = found.group("name")
        if name is None:
            plain += found.group()[0]
        else:
            yield plain, None
            yield found.group(), name
            plain = ""
    yield plain + text[at:], None


def fill(text: str, say: Callable[[str], str]) -> str:
    """`text` with each `{name}` replaced by `say(name)`, and `{{`, `}}` by plain braces."""

    def put(found: re.Match[str]) -> str:
        name = found.group("name")
        return found.group()[0] if name is None else say(name)

    return _BRACES.sub(put, text)
