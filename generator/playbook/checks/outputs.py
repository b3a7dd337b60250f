"""What is written for outputs that are not made yet: said once a chapter, so that no field promises in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.playbook.checks.index import Check, Known
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.questions import QuestionBase
from generator.playbook.model.record import Record, Route
from generator.playbook.problems import Problem


@dataclass(frozen=True)
class Promise:
    """A field, or some values of it, of which nothing is made yet."""

    of: type[Record]
    field: str
    values: tuple[str, ...] = ()
    """Those that come to nothing; none named means all."""

    def broken_by(self, record: Record) -> tuple[str, ...]:
        """What the record says in vain, as its author wrote it; a default says nothing."""
        if not isinstance(record, self.of) or self.field not in record.model_fields_set:
            return ()
        given = getattr(record, self.field)
        if not self.values:
            return (f"`{self.field}`",) if given != () else ()
        return tuple(f"`{self.field}: {value}`" for value in self.values if value in given)


NOT_MADE_YET = (Promise(QuestionBase, "angoff"),)
"""Whoever makes something of one of these takes it out here."""


def what_is_not_made_yet_is_named(_playbook: Playbook, known: Known) -> Iterator[Problem]:
    """One hint for a chapter, at the first place: it concerns the program and not the item."""
    for chapter in ("forms", "training"):
        said: Counter[str] = Counter()
        first: Route = ()
        for route, vain in _in_vain(each for each in known.records if each[0][:1] == (chapter,)):
            first = first or route
            said.update(vain)
        if said:
            named = ", ".join(sorted(said))
            yield Problem("not-made-yet", first, {"fields": named, "count": str(sum(said.values()))})


def _in_vain(places: Iterable[tuple[Route, Record]]) -> Iterator[tuple[Route, tuple[str, ...]]]:
    for route, record in places:
        for promise in NOT_MADE_YET:
            if vain := promise.broken_by(record):
                yield (*route, promise.field), vain


def every_form_comes_out_somewhere(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for index, form in enumerate(playbook.forms):
        if not form.outputs:
            yield Problem("form-not-made", ("forms", index, "outputs"), {"name": form.id})


CHECKS: tuple[Check, ...] = (what_is_not_made_yet_is_named, every_form_comes_out_somewhere)
