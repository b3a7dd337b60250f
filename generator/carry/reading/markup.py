"""XML in pieces in, its elements one by one: no tree, no entity, nothing fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol
from xml.parsers import expat

from generator.carry.reading.limits import Budget
from generator.carry.reading.refused import Refused

_SILENT = 1 << 19
"""So many bytes without a `<` are no part of a workbook: a cell holds a sixteenth of it."""


class Listener(Protocol):
    """Who is told of elements, by their names without prefix."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None: ...
    def end(self, name: str) -> None: ...
    def text(self, said: str) -> None: ...


def listen(chunks: Iterable[bytes], listener: Listener, budget: Budget) -> None:
    """Tells the listener everything; Refused for what is no XML, or declares entities."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.StartElementHandler = _first(parser, listener)
    parser.CharacterDataHandler = listener.text
    quiet = 0
    try:
        for chunk in chunks:
            begun = chunk.count(b"<")
            quiet = 0 if begun else quiet + len(chunk)
            if quiet > _SILENT:
                raise Refused("broken")
            budget.elements(begun)
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Refused("broken") from error


def _no_doctype(*_: object) -> None:
    # Entities can only be declared there; no program that writes workbooks writes one.
    raise Refused("hostile")


def _first(parser: expat.XMLParserType, listener: Listener) -> Callable[[str, dict[str, str]], None]:
    """Hears the outermost element, and whether its elements have a prefix; all others bear names of other formats.

    Hardly any file has one, and to look for it in each name takes as long as all the rest.
    """

    def heard(name: str, attributes: dict[str, str]) -> None:
        prefix = name[: name.rfind(":") + 1]
        starts, ends = listener.start, listener.end
        if prefix:
            parser.StartElementHandler = lambda name, found: starts(name.removeprefix(prefix), found)
            parser.EndElementHandler = lambda name: ends(name.removeprefix(prefix))
        else:
            parser.StartElementHandler, parser.EndElementHandler = starts, ends
        starts(name.removeprefix(prefix), attributes)

    return heard
