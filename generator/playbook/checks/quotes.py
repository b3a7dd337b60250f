"""Quotation marks around a number or a name, meant for YAML and printed with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.playbook.checks.index import Check, Known, place
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route
from generator.playbook.model.text import Text
from generator.playbook.problems import Problem

_OPENING = frozenset("“”„‘’「『＂")
_QUOTED = re.compile(r"\s*[“”„‘’「『＂]\s*([^“”„‘’「」『』＂]*?)\s*[“”‘’」』＂]\s*")
"""All of a text, within marks that look like those of YAML and are none."""
_NUMBER = re.compile(r"\+?[\d\s()（）.＋+–—－-]*\d{3}[\d\s()（）.–—－-]*")
"""A telephone number, whatever stands between its figures."""
_BARE = (
    ("shop", "name"),
    ("shop", "registered_name"),
    ("shop", "contact"),
    ("facts", "say"),
    ("roles", "name"),
    ("promise", "phone"),
)
"""Chapter and field of what is never said in quotation marks."""


def quotes_are_not_printed(_playbook: Playbook, known: Known) -> Iterator[Problem]:
    for route, value in known.everything:
        # Most texts have none at their beginning.
        if isinstance(value, Text):
            for language, said in value.said.items():
                if said.lstrip()[:1] in _OPENING:
                    yield from _within(said, route, place(route, language))
        elif isinstance(value, str) and value.lstrip()[:1] in _OPENING:
            yield from _within(value, route, route)


def _within(said: str, route: Route, where: Route) -> Iterator[Problem]:
    found = _QUOTED.fullmatch(said)
    if found is None or not found[1]:
        return
    bare = any(route[0] == chapter and field in route for chapter, field in _BARE)
    if bare or _NUMBER.fullmatch(found[1]):
        yield Problem("quotes-printed", where, {"given": said.strip(), "value": found[1]})


CHECKS: tuple[Check, ...] = (quotes_are_not_printed,)
