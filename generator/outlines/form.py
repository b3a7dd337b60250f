"""A form as it is, whatever it is written on: sections, fields, tables, steps, notice and consents, in their order."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import get_args

from generator.labels.sheets import FormWords
from generator.output import Audience
from generator.playbook.calendar import Span
from generator.playbook.field_kinds import Kind
from generator.playbook.logo import Picture
from generator.set_text import joined


@dataclass(frozen=True)
class Choice:
    """One answer to choose."""

    id: str
    label: str
    other: bool
    """Whether something is written behind it."""
    under: str = ""
    """The sub-heading that begins with it."""
    said: str = ""
    """Its label after the sub-heading it stands under, if it stands under one."""

    @property
    def full(self) -> str:
        """What it is called where no sub-heading stands above it."""
        return self.said or self.label


@dataclass(frozen=True)
class Supply:
    """What is used up, by the ids of the fields that say how much there is; empty where there is none."""

    lasts: int
    """Days that one lasts; 0 where that is not known."""
    number: str = ""
    amount: str = ""
    daily: str = ""


@dataclass(frozen=True)
class Rule:
    """How a date follows from another field: as data to reckon with, and in words."""

    start: str
    """The id of the field it counts from."""
    amount: int
    """So many units later, or earlier if negative."""
    unit: str
    """day, working_day, week or month."""
    said: str
    """受理日期 + 3 天"""
    supply: Supply | None = None
    """What has to be used up first."""

    @property
    def figures(self) -> frozenset[str]:
        """The ids of the fields that hold figures it needs."""
        supply = self.supply
        return (
            frozenset(filter(None, (supply.number, supply.amount, supply.daily))) if supply else frozenset()
        )

    def reckoned_from(self, days: Collection[str], figures: Collection[str]) -> bool:
        """Whether it can be reckoned where these days and figures are known: nobody reckons with hours."""
        return self.unit in get_args(Span) and self.start in days and self.figures <= {*figures}


@dataclass(frozen=True)
class Field:
    """Something to fill in."""

    id: str
    label: str
    kind: Kind
    kind_name: str
    required: bool = False
    star: bool = False
    """Harm is done if it is missed."""
    help: str = ""
    unit: str = ""
    """What stands behind the figure, or before it."""
    unit_first: bool = False
    options: tuple[Choice, ...] = ()
    rule: Rule | None = None
    width: float | None = None
    """Room for so many Chinese characters written by hand, if the playbook says."""
    lines: int = 1
    height: int | None = None
    """In mm below its label, where it stays so high."""
    picture: Picture | None = None
    """What is drawn in its frame."""
    low: str = ""
    high: str = ""
    """The words at the two ends of a score."""
    personal: bool = False
    sheet_only: bool = False
    """Whether its register has no column for it, or one of its own."""


@dataclass(frozen=True)
class Given:
    """A row of a table that is there already."""

    id: str
    label: str
    full: int | None
    fields: tuple[Field, ...]
    """Its cells as fields of their own, where there is no table: each says its row first."""


@dataclass(frozen=True)
class Blanks:
    """A table with rows to fill in."""

    id: str
    columns: tuple[Field, ...]
    blank_rows: int
    """On paper."""
    max_rows: int
    """On screen."""
    given: tuple[Given, ...] = ()
    """Its rows, where they are there already; then it has no others, but for the total."""
    head: str = ""
    """What stands above the words of given rows."""
    total: bool = False
    """Whether the last row holds the sum of the figures."""

    @property
    def full(self) -> int | None:
        """The full marks of all rows together, where rows have any."""
        marks = [each.full for each in self.given if each.full is not None]
        return sum(marks) if marks else None

    def fills(self, row: int, column: Field) -> bool:
        """Whether a cell takes something; `row` from 1. A total is a sum of figures."""
        return not (self.total and row == self.blank_rows) or column.kind.excel == "number"


@dataclass(frozen=True)
class Step:
    """A step to tick and initial, with its place in the section."""

    number: int
    name: str
    do: str
    """What is done; not for the steps of complaints, which the handbook explains."""
    owner: str
    limit: str


@dataclass(frozen=True)
class Part:
    """A section under its heading."""

    id: str
    title: str
    by: str
    """Who fills it in."""
    hint: str
    office: bool
    """Filled in by the shop, not by the customer."""
    fields: tuple[Field, ...]
    steps: tuple[Step, ...]
    table: Blanks | None
    number: str = ""
    """What stands before its heading: its own, or its place among the others, on whatever it is written."""

    @property
    def numbered(self) -> str:
        """Its heading with its number, by which texts of the form name it."""
        return joined(" ", filter(None, (self.number, self.title)))

    @property
    def only_signs(self) -> bool:
        """Whether it is there to sign what stands before it."""
        return any(each.kind.signs for each in self.fields) and not (self.table or self.steps)

    def beside(self, words: FormWords) -> str:
        """What stands beside its heading: who fills it in, said once, and how."""
        shop = words.office if self.office else ""
        return joined(" · ", filter(None, (words.by.format(self.by) if self.by else shop, self.hint)))


@dataclass(frozen=True)
class Notice:
    """What people are told about their data."""

    keeper: str
    purpose: str
    keep: str
    rights: str
    named: bool
    """Whether it names who handles the data; without that nobody may be asked for any."""
    before: str
    """The section it stands before; empty where it follows what the person fills in."""


@dataclass(frozen=True)
class Agreed:
    """A consent to tick."""

    id: str
    channel: str
    """What it is called; empty where it is about no way of getting in touch."""
    text: str

    def said(self, between: str) -> str:
        """Channel and words as one text."""
        return joined(between, filter(None, (self.channel, self.text)))


@dataclass(frozen=True)
class FormOutline:
    """A form, written out with all it takes from other chapters."""

    id: str
    title: str
    intro: str
    sections: tuple[Part, ...]
    number: Field | None
    """The form's own field for its number; it stands in no section."""
    numbered: bool
    """Whether there is room for a number at all."""
    notice: Notice | None
    consents: tuple[tuple[str, tuple[Agreed, ...]], ...]
    """The consents asked for, by class of contact."""
    filed: str
    kept: str
    """The workbook it is kept in; empty if it is kept on its sheets."""
    audience: Audience
    core: bool
    sideways: bool = False
    """Whether its sheet lies on its side."""
    standing: bool = False
    """Whether it is filled in by people who stand."""

    @property
    def fields(self) -> Iterator[Field]:
        """Every field in the order it is filled in, columns of tables too."""
        if self.number:
            yield self.number
        for section in self.sections:
            yield from section.fields
            yield from section.table.columns if section.table else ()

    @property
    def before_notice(self) -> int:
        """How many sections come before the notice and the consents: where it says none, all but the shop's."""
        before = self.notice.before if self.notice else ""
        after = [
            section.id == before if before else section.office or (bool(self.consents) and bool(section.by))
            for section in self.sections
        ]
        return after.index(True) if True in after else len(after)

    @property
    def required(self) -> bool:
        """Whether the mark of what must be filled in needs to be explained."""
        return any(field.required for field in self.fields)

    @property
    def star(self) -> bool:
        """The same for the star."""
        return any(field.star for field in self.fields)

    @property
    def signs(self) -> bool:
        """Whether consents need a line of their own to sign: not if customers sign the form anyway."""
        theirs = (field for section in self.sections if not section.office for field in section.fields)
        return bool(self.consents) and not any(field.kind.signs for field in theirs)
