"""A workbook as today's playbook makes it: what may be typed in it, what that is called, and the file itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.carry.plain import plain
from generator.edition import Edition, edition
from generator.labels import Labels, labels
from generator.playbook.languages import LANGUAGES
from generator.playbook.model.playbook import Playbook
from generator.workbooks.books import Book
from generator.workbooks.table import Column, Filled, Table


@dataclass(frozen=True)
class Field:
    """A column to type in."""

    column: Column
    said: Mapping[str, str]
    """Of a choice: its id, by what any of the playbook's languages calls it, in small letters."""

    @property
    def id(self) -> str:
        return self.column.id


@dataclass(frozen=True)
class Part:
    """A sheet to type in."""

    table: Table
    fields: tuple[Field, ...]

    @property
    def id(self) -> str:
        return self.table.names

    @cached_property
    def by_id(self) -> Mapping[str, Field]:
        return {each.id: each for each in self.fields}


@dataclass(frozen=True)
class Today:
    """A workbook of the playbook, in one language."""

    playbook: Playbook
    book: Book
    language: str

    @cached_property
    def edition(self) -> Edition:
        return edition(self.playbook, self.language)

    @cached_property
    def labels(self) -> Labels:
        return self.edition.labels

    @cached_property
    def tables(self) -> Mapping[str, tuple[Table, ...]]:
        """In each of the playbook's languages."""
        return {
            each: self.book.tables(edition(self.playbook, each)) for each in self.playbook.about.languages
        }

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        return tuple(
            Part(table, tuple(self._field(at, column) for column in table.columns if column.typed))
            for at, table in enumerate(self.tables[self.language])
        )

    def _field(self, at: int, column: Column) -> Field:
        said: dict[str, str] = {}
        for tables in self.tables.values():
            other = next((each for each in tables[at].columns if each.id == column.id), column)
            for id_, name in other.choices.items():
                said.setdefault(name.strip().lower(), id_)
        # What the language itself says goes before what another happens to call something else.
        return Field(column, said | {name.strip().lower(): id_ for id_, name in column.choices.items()})

    @cached_property
    def called(self) -> Mapping[str, str]:
        """What people call our columns, in any language, with the column: `person.name`. No consent is among them."""
        found: dict[str, str] = {}
        twice: set[str] = set()
        for name, target in self._heads():
            if found.setdefault(name, target) != target:
                twice.add(name)  # A head such as “done on” stands over several columns.
        ours = {f"{part.id}.{each.id}" for part in self.parts for each in part.fields}
        for name, target in self._also_called():
            if target in ours:
                found.setdefault(name, target)
        return {name: target for name, target in found.items() if name not in twice}

    def _heads(self) -> Iterator[tuple[str, str]]:
        for tables in self.tables.values():
            for table in tables:
                for column in table.columns:
                    if column.typed and column.consent != "given" and not column.line_of:
                        yield plain(column.head), f"{table.names}.{column.id}"

    @staticmethod
    def _also_called() -> Iterator[tuple[str, str]]:
        for language in LANGUAGES:
            for target, names in labels(language).carry.also_called.items():
                for name in names:
                    yield plain(name), target

    @property
    def not_asked(self) -> str:
        return self.labels.carry.not_asked

    @cached_property
    def nothing(self) -> frozenset[str]:
        """What is written for “no”, in any language."""
        return frozenset(each for language in LANGUAGES for each in labels(language).carry.nothing)

    def made(self, filled: Filled) -> bytes:
        return self.book.content(self.edition, filled)
