"""A form filled in, as its page shows it: what stands in each place, in words; what is left blank is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.edition import Edition
from generator.outlines.filled import TICK, filled, from_example
from generator.outlines.form import Field, FormOutline, Part
from generator.playbook.calendar import Calendar
from generator.playbook.model.forms import Form


@dataclass(frozen=True)
class Shown:
    """A section of which something is filled in."""

    title: str
    fields: tuple[tuple[Field, str], ...]
    """Each field with what stands there."""
    columns: tuple[Field, ...]
    """The columns of its table that are used."""
    rows: tuple[tuple[str, ...], ...]
    head: str = ""
    leads: tuple[str, ...] = ()
    """The words of given rows, and what stands above them."""


def example(edition: Edition, form: Form, asked: FormOutline) -> tuple[str, tuple[Shown, ...]]:
    """The number of the sheet and its sections; nothing of a form without an example."""
    given = from_example(form.example, ("forms",))
    written = filled(asked, given, Calendar.of(edition.playbook.shop)).written if form.example else {}
    said = _Said(edition, written)
    parts = (said.part(part) for part in asked.sections)
    number = written.get(asked.number.id, "") if asked.number else ""
    return number, tuple(part for part in parts if part.fields or part.rows)


@dataclass(frozen=True)
class _Said:
    edition: Edition
    written: Mapping[str, str]

    def part(self, part: Part) -> Shown:
        fields = tuple((each, said) for each in part.fields if (said := self.place(each, each.id)))
        found = [*self._rows(part)]
        rows = [cells for _, cells in found]
        used = (
            [at for at in range(len(part.table.columns)) if any(row[at] for row in rows)]
            if part.table
            else []
        )
        columns = tuple(part.table.columns[at] for at in used) if part.table else ()
        given = part.table is not None and bool(part.table.given)
        return Shown(
            part.title,
            fields,
            columns,
            tuple(tuple(row[at] for at in used) for row in rows),
            part.table.head if part.table else "",
            tuple(lead for lead, _ in found) if given else (),
        )

    def _rows(self, part: Part) -> Iterator[tuple[str, list[str]]]:
        """Each row that is filled in, after its own words."""
        for row in range(1, part.table.blank_rows + 1) if part.table else ():
            assert part.table
            cells = [self.place(each, f"{part.table.id}/{row}/{each.id}") for each in part.table.columns]
            if any(cells):
                given = part.table.given
                total = self.edition.labels.sheet.form.total if given else ""
                yield (given[row - 1].label if row <= len(given) else total), cells

    def place(self, field: Field, at: str) -> str:
        """What stands in a place: the words, the options that are chosen, a score, or a tick."""
        if field.kind.draws == "score":
            return next((score for score in "12345" if f"{at}/{score}" in self.written), "")
        if field.options and field.kind.draws == "choices":
            return self.edition.labels.list_join.join(self._chosen(field, at))
        said = self.written.get(at, "")
        if not said or said == TICK or not field.unit:
            return said
        return f"{field.unit}{said}" if field.unit_first else f"{said} {field.unit}"

    def _chosen(self, field: Field, at: str) -> Iterator[str]:
        for option in field.options:
            if f"{at}/{option.id}" in self.written:
                behind = self.written.get(f"{at}/{option.id}/other", "")
                yield f"{option.label}{self.edition.labels.colon}{behind}" if behind else option.label
