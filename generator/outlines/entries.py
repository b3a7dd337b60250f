"""A form in, every place to fill in out: in the order they are filled in, each with a name and what is said of it.

What a form on paper leaves blank, a form on a screen takes entries in; both hang on this list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.labels.sheets import FormWords
from generator.outlines.form import Agreed, Blanks, Field, FormOutline, Part, Step

Way = Literal["line", "text", "tick", "one"]
"""One line, a text of any length, a box to tick, one of several to choose."""


@dataclass(frozen=True)
class Entry:
    """A place to write, or a box or circle to choose."""

    name: str
    """The ids that lead to it: `complaint-sheet/phone`, `complaint-sheet/items/3/price`."""
    said: str
    """What it is for, to somebody who does not see what stands beside it."""
    way: Way
    required: bool = False
    group: str = ""
    """For one of several: the name of what is answered."""
    question: str = ""
    """And what that is."""
    figure: str = ""
    """What is printed inside its circle."""
    cells: int = 0
    """How many figures it takes, each in a cell of its own; 0 where there are none."""


DIGITS = 11
"""The cells of a field of figures that states no width: a mobile number."""
SCORES = tuple(map(str, range(1, 6)))


@dataclass(frozen=True)
class _Asked:
    """A field where it stands: once, or in a row of a table."""

    field: Field
    name: str
    said: str
    required: bool


def entries(form: FormOutline, words: FormWords, colon: str) -> tuple[Entry, ...]:
    """The places of a form; no two are said the same."""
    return tuple(_told_apart(list(_entries(form, words, colon)), form, colon))


def _entries(form: FormOutline, words: FormWords, colon: str) -> Iterator[Entry]:
    if form.number:
        yield from _of(_Asked(form.number, f"{form.id}/{form.number.id}", "", form.number.required), colon)
    elif form.numbered:
        yield Entry(f"{form.id}/_number", words.number, "line")
    for at, section in enumerate(form.sections):
        if at == form.before_notice:
            yield from _agreed(form, words, colon)
        yield from _in_section(form, section, words, colon)
    if form.before_notice == len(form.sections):
        yield from _agreed(form, words, colon)
    if form.kept:
        yield Entry(f"{form.id}/_line", words.kept.format(form.kept) + words.kept_line, "line")


def _in_section(form: FormOutline, section: Part, words: FormWords, colon: str) -> Iterator[Entry]:
    for field in section.fields:
        yield from _of(_Asked(field, f"{form.id}/{field.id}", "", field.required), colon)
    for step in section.steps:
        yield from _in_step(f"{form.id}/{section.id}/_steps/{step.number}", step, words, colon)
    if section.table:
        yield from _in_table(form.id, section.table, words, colon)


def _in_table(form: str, table: Blanks, words: FormWords, colon: str) -> Iterator[Entry]:
    """Row by row. Rows may stay empty, so nothing in them must be filled in."""
    for row in range(1, table.blank_rows + 1):
        for column in table.columns:
            if not table.fills(row, column):
                continue
            said = words.in_row.format(label=column.label, row=row)
            if table.given:
                name = table.given[row - 1].label if row <= len(table.given) else words.total
                said = f"{name}{colon}{column.label}"
            yield from _of(
                _Asked(column, f"{form}/{table.id}/{row}/{column.id}", said, required=False), colon
            )


def _in_step(name: str, step: Step, words: FormWords, colon: str) -> Iterator[Entry]:
    """Its box, and the initials of who did it."""
    yield Entry(f"{name}/done", f"{step.number} {step.name}", "tick")
    yield Entry(f"{name}/by", f"{step.number} {step.name}{colon}{words.initials}", "line")


def _of(asked: _Asked, colon: str) -> Iterator[Entry]:
    field, name = asked.field, asked.name
    said = asked.said or field.label
    if not field.kind.entered:
        return
    if field.kind.draws == "score":
        for score in SCORES:
            ends = {SCORES[0]: field.low, SCORES[-1]: field.high}
            told = f"{said}{colon}{score} {ends.get(score, '')}".strip()
            yield Entry(f"{name}/{score}", told, "one", asked.required, name, said, score)
    elif field.kind.options:
        for option in field.options:
            told = f"{said}{colon}{option.full}"
            if field.kind.one:
                yield Entry(f"{name}/{option.id}", told, "one", asked.required, name, said)
            else:
                yield Entry(f"{name}/{option.id}", told, "tick")
            if option.other:
                yield Entry(f"{name}/{option.id}/other", f"{told} …", "line")
    elif field.kind.draws == "box":
        yield Entry(name, said, "tick", asked.required)
    else:
        text = field.kind.draws == "lines" or field.kind.grows
        way: Way = "text" if text else "line"
        yield Entry(name, _with_help(field, said), way, asked.required, cells=digits(field))


def digits(field: Field) -> int:
    """The cells of a field that has one for each figure."""
    return int(field.width or DIGITS) if field.kind.draws == "digits" else 0


def _with_help(field: Field, said: str) -> str:
    """With the unit and what helps to fill it in, as they are printed beside it."""
    rule = field.rule.said if field.rule else ""
    return " ".join(filter(None, (said, field.unit, field.help, rule)))


def _agreed(form: FormOutline, words: FormWords, colon: str) -> Iterator[Entry]:
    for contact, consents in form.consents:
        yield from (Entry(_consent(form, each), f"{contact}{colon}{each.text}", "tick") for each in consents)
    if form.signs:
        yield Entry(f"{form.id}/_consents/date", f"{words.customer_signs}{colon}{words.date}", "line")


def _consent(form: FormOutline, consent: Agreed) -> str:
    return f"{form.id}/_consents/{consent.id}"


def _told_apart(found: list[Entry], form: FormOutline, colon: str) -> Iterator[Entry]:
    """What is said the same gets the heading of its section before it, and where that is the same a number."""
    said = {each.group or each.name: each.question or each.said for each in found}
    times, titles = Counter(said.values()), dict(_titles(form))
    seen: Counter[str] = Counter()
    for name, words in said.items():
        title = titles.get("/".join(name.split("/")[:2]), "") if times[words] > 1 else ""
        new = f"{title}{colon}{words}" if title else words
        seen[new] += 1
        said[name] = f"{new} ({seen[new]})" if seen[new] > 1 else new
    for each in found:
        new = said[each.group or each.name]
        answer = each.said.removeprefix(each.question) if each.group else ""
        yield replace(each, said=new + answer, question=new if each.group else "")


def _titles(form: FormOutline) -> Iterator[tuple[str, str]]:
    """The heading above each field and table."""
    for section in form.sections:
        yield from ((f"{form.id}/{field.id}", section.title) for field in section.fields)
        if section.table:
            yield f"{form.id}/{section.table.id}", section.title
