"""A list of hers in, a draft of the map out: YAML with what she has to look at beside each line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.carry.columns import block, entry
from generator.carry.heads import filled, guessed, heads_of, likely_row
from generator.carry.reading.sheets import Opened, Sheet
from generator.carry.today import Today
from generator.workbooks.table import letters


def drafted(opened: Opened, today: Today, file: str) -> str:
    """The map with guesses; `file` is the name of her file."""
    sheet = _likeliest(opened, today)
    row = likely_row(sheet, today)
    return "\n".join(_written(opened, sheet, row, today, file)) + "\n"


def guesses(opened: Opened, today: Today) -> int:
    """How many of her columns seem to be one of this workbook."""
    return _alike(_likeliest(opened, today), today)


def _likeliest(opened: Opened, today: Today) -> Sheet:
    """The sheet that is shown, has several lines, as a list has, and heads like ours; of those alike the first."""
    shown = [each for each in opened.sheets if each.state == "visible"] or [*opened.sheets]
    lists = [each for each in shown if len(each.rows) > 1]
    return max(lists, key=partial(_alike, today=today), default=shown[0])


def _alike(sheet: Sheet, today: Today) -> int:
    """How many of its heads seem to be one of this workbook's."""
    return len(guessed(heads_of(sheet, likely_row(sheet, today)), today))


def _written(opened: Opened, sheet: Sheet, row: int, today: Today, file: str) -> Iterator[str]:
    words = today.labels.carry.draft
    heads = heads_of(sheet, row)
    counts, guesses = filled(sheet, heads), guessed(heads, today)
    title = today.book.title(today.labels.workbooks, today.language)
    yield from _remark(words.intro.format(file=_plain(file), title=title))
    yield entry("workbook", today.book.id)
    yield entry("language", today.language)
    if sheet.name:
        others = today.labels.list_join.join(_plain(each.name) for each in opened.sheets if each is not sheet)
        if others:
            yield from _remark(words.sheet.format(others=others))
        yield entry("sheet", sheet.name)
    yield from _remark(words.heads)
    yield f"heads: {row}"
    yield from _remark(words.dates)
    yield "dates: ask"
    yield ""
    yield from _remark(words.columns)
    entries = {heads.keys[at]: guesses.get(at, "") for at in heads.keys if counts.get(at) or heads.said[at]}
    remarks = {
        key: words.filled.format(column=letters(at), count=counts.get(at, 0))
        for at, key in heads.keys.items()
    }
    yield from block("columns", entries, remarks)
    yield ""
    yield from _choices(today)
    yield ""
    yield from _remark(words.ours)
    for part in today.parts:
        for each in (each for each in part.fields if not each.column.line_of):
            yield from _remark(f"  {part.id}.{each.id}: {each.column.group} · {each.column.head}")


def _choices(today: Today) -> Iterator[str]:
    """How to say what her words mean: for each choice of ours, as remarks that can be filled in."""
    yield from _remark(today.labels.carry.draft.choices)
    yield "choices:"
    for part in today.parts:
        for each in part.fields:
            if each.column.choices:
                # Without the # each line stands where YAML wants it.
                yield f"#  {part.id}.{each.id}:"
                yield from (f"#    {entry('?', _plain(choice))}" for choice in each.column.choices.values())


def _remark(said: str) -> Iterator[str]:
    for line in said.rstrip("\n").split("\n"):
        yield f"# {line}".rstrip()


def _plain(said: str) -> str:
    return " ".join(said.split())
