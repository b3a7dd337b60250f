"""What a form asks, read back from each thing that is made of it, and held against its outline.

Each reader meets the questions as its own user does: in the tags of a PDF, the fields of a form on screen, a page for
the phone, a text for 问卷星, an XLSForm, the columns of a register.
"""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation
from pikepdf import Object, Pdf

from generator.exports.xlsform_rows import name
from generator.outlines.form import Blanks, Field, FormOutline
from generator.outlines.line import kept
from generator.outlines.on_screen import row_by_row
from generator.workbooks.table import HEADS
from tests import pdfs
from tests.exports.forms import asked
from tests.exports.read_phone import Page
from tests.exports.read_wjx import read

SCORES = "12345"
REQUIRED = 2


@dataclass(frozen=True)
class Asked:
    """A question as an output has it."""

    words: str
    """Its label, and whatever stands beside it."""
    answers: str = ""
    """The options, or the scale with the words at its ends, one after the other."""
    required: bool | None = None
    """None where the output has no such mark."""


def differences(read: Sequence[Asked], fields: Sequence[Field], *, ends: bool = True) -> list[str]:
    """Where questions are not those of the outline; `ends` tells whether the output says the words of a scale."""
    found = [] if len(read) == len(fields) else [f"{len(read)} questions instead of {len(fields)}"]
    for there, field in zip(read, fields, strict=False):
        if not _bare(there.words).startswith(_bare(field.label)):
            found.append(f"{field.id}: {there.words!r} instead of {field.label!r}")
        if there.required is not None and there.required != field.required:
            found.append(f"{field.id}: required is {there.required}")
        if _bare(there.answers) != (due := _answers(field, ends=ends)):
            found.append(f"{field.id}: answers {_bare(there.answers)!r} instead of {due!r}")
    return found


def _answers(field: Field, *, ends: bool = True) -> str:
    if field.kind.draws == "score":
        return _bare(f"1{field.low}2345{field.high}") if ends else SCORES
    return _bare("".join(option.full for option in field.options))


def _bare(words: str) -> str:
    """Without white space, and with braces as 问卷星 is given them."""
    return pdfs.squeezed(str(words)).replace("{", "（").replace("}", "）")


def heard_otherwise(pdf: Path, form: FormOutline) -> list[str]:
    """Where a PDF, read aloud by its tags, says a form otherwise: its labels and marks, options, scales, in their order."""
    run = subprocess.run(
        [pdfs.tool("pdfinfo"), "-struct-text", pdf], capture_output=True, text=True, check=True
    )
    heard = pdfs.squeezed("".join(re.findall(r'^ *"(.*)"$', run.stdout, re.MULTILINE)))
    at, found = 0, []
    number = _marked(form.number) if form.number else ""
    for said in _said_on_paper(form):
        place = heard.find(said, at)
        end = place + len(said)
        # A mark that the outline does not have would stand right behind the label; behind the number its legend does.
        if place < 0 or (heard[end : end + 1] in ("*", "★") and said != number):
            found.append(f"not heard in its place: {said!r}")
        else:
            at = end
    return found


def _said_on_paper(form: FormOutline) -> Iterator[str]:
    if form.number:
        yield _marked(form.number)
    for part in form.sections:
        for field in part.fields:
            yield _marked(field) + pdfs.squeezed(field.help)
            if field.kind.draws == "score":
                yield pdfs.squeezed(f"{field.low}{SCORES}{field.high}")
            elif field.options:
                yield pdfs.squeezed("".join(option.under + option.label for option in field.options))
        if part.table:
            yield from _said_in_table(part.table)


def _said_in_table(table: Blanks) -> Iterator[str]:
    """The heads, one after the other, what may be chosen in the first row, and the words of rows that are given."""
    columns = table.columns
    first, *others = [pdfs.squeezed(f"{row.label}{row.full or ''}") for row in table.given] or [""]
    yield "".join(_marked(each) + pdfs.squeezed(each.help + _rule(each) + _ends(each)) for each in columns)
    yield first
    for field in columns:
        if field.kind.draws == "score":
            yield SCORES
        elif field.options:
            yield pdfs.squeezed("".join(option.label for option in field.options))
    yield from others


def _rule(field: Field) -> str:
    """How a date follows from another, which stands below its label."""
    return f"={field.rule.said}" if field.rule else ""


def _ends(field: Field) -> str:
    """What the ends of a scale mean, which stands above a column of scores."""
    return f"1{field.low}·5{field.high}" if field.kind.ends else ""


def _marked(field: Field) -> str:
    return pdfs.squeezed(field.label) + "*" * field.required + "★" * field.star


def from_fields(pdf: Path, form: FormOutline, colon: str) -> list[Asked]:
    """The fields of a form on screen as a program that reads aloud has them; a table by its first row."""
    with Pdf.open(pdf) as file:
        fields = {str(each.T): each for each in file.Root.AcroForm.Fields}
        return [*_from_fields(fields, form, colon)]


def _from_fields(fields: dict[str, Object], form: FormOutline, colon: str) -> Iterator[Asked]:
    places = [(f"{form.id}/{form.number.id}", form.number)] if form.number else []
    for part in form.sections:
        places += [(f"{form.id}/{field.id}", field) for field in part.fields]
        if part.table:
            places += [(f"{form.id}/{part.table.id}/1/{field.id}", field) for field in part.table.columns]
    names = [*fields]
    for place, field in sorted(places, key=lambda each: _first(names, each[0])):
        if not field.kind.entered:
            continue
        here = fields.get(place)
        # Several to choose are boxes of their own, none of which must be ticked.
        boxes = [each for at, each in fields.items() if re.fullmatch(rf"{re.escape(place)}/[^/]+", at)]
        if here is None and not boxes:
            return
        said = str(here.TU) if here is not None else field.label
        kids = [str(each.Contents) for each in here.get("/Kids", ())] if here is not None else []
        options = [each.removeprefix(said).removeprefix(colon) for each in kids]
        options += [_behind(f"{said}{colon}", str(each.TU)) for each in boxes if here is None]
        # Rows may stay empty, so nothing in them must be filled in.
        marked = here is not None and place.count("/") == 1
        must = bool(int(here.get("/Ff", 0)) & REQUIRED) if marked else None
        yield Asked(_last(said, field), "".join(map(_score, options)), must)


def _behind(label: str, said: str) -> str:
    """What is said of a box behind the label it belongs to; all of it, if it says another label."""
    return said[said.find(label) + len(label) :] if label in said else said


def _first(names: Sequence[str], place: str) -> int:
    """Where a place, or the first of its boxes, stands among all of the file."""
    here = (at for at, each in enumerate(names) if each == place or each.startswith(f"{place}/"))
    return next(here, len(names))


def _score(said: str) -> str:
    """1 很差 as 1很差."""
    return re.sub(r"^([1-5]) ", r"\1", said)


def _last(said: str, field: Field) -> str:
    """What is said of a place from its label on: a heading or the number of a row may stand before it."""
    return said[said.find(field.label) :] if field.label in said else said


def from_phone(html: str, ours: Sequence[str]) -> list[Asked]:
    """The page of a form, less the questions that are no fields, whose labels are `ours`."""
    return [
        Asked(each.label, "".join(each.options) or each.scale, _must(each.inputs, must=each.required))
        for each in Page(html).asked
        if each.label not in ours
    ]


def _must(inputs: Sequence[str], *, must: bool) -> bool | None:
    """Browsers know no group of boxes of which one must be ticked; what is reckoned or signed elsewhere has no mark."""
    return None if inputs in ([], ["output"]) or inputs[:2] == ["checkbox"] * 2 else must


def from_wjx(text: str, form: FormOutline, is_so: str) -> list[Asked]:
    """The questions of a text for 问卷星 that are fields, each once, in their order."""
    left, found = iter(read(text).questions), []
    for field in asked(form):
        label = _bare(field.label)
        there = next((each for each in left if _bare(each.title).startswith(label)), None)
        if there is None:
            break
        options = "" if there.options == [is_so] else "".join(map(_end, there.options))
        found.append(Asked(there.title, options, None if there.kind == "段落说明" else there.required))
    return found


def _end(said: str) -> str:
    """1（很差） as 1很差; any other answer as it is."""
    return re.sub(r"^([15]) ?[（(](.*)[）)]$", r"\1\2", said)


def from_xlsform(book: bytes, form: FormOutline, language: str) -> list[Asked]:
    """The rows of an XLSForm that are fields, by the names of the fields."""
    opened = load_workbook(io.BytesIO(book))
    survey, choices = ([*_lines(opened[sheet])] for sheet in ("survey", "choices"))
    label, names = f"label::{language}", {name(field.id): field for field in asked(form)}
    shown = {row["name"]: row.get(label, "") for row in survey if "name" in row}
    found = []
    for row in survey:
        if row.get("name") in names:
            own = row["name"]
            lists = [_end(each[label]) for each in choices if each["list_name"] == own]
            words = row.get(label) or shown.get(f"shown_{own}", "")
            must = row.get("required") == "yes" if row["type"] not in ("note", "calculate") else None
            found.append(Asked(words, "".join(lists), must))
    return found


def _lines(sheet: object) -> Iterator[dict[str, str]]:
    heads, *lines = [*sheet.iter_rows(values_only=True)] or [()]
    for line in lines:
        yield {str(head): str(cell) for head, cell in zip(heads, line, strict=True) if cell}


def register_otherwise(book: bytes, tab: str, form: FormOutline, *, rows: bool) -> list[str]:
    """Where the columns of a register are not the fields: their heads in their order, and what may be chosen in them."""
    opened = load_workbook(io.BytesIO(book))
    sheet, found, at = opened[tab], [], 0
    rules = sheet.data_validations.dataValidation
    chosen = {cells.min_col: rule for rule in rules for cells in rule.sqref.ranges}
    heads = [str(cell.value or "") for cell in sheet[HEADS]]
    for field in _in_register(form, rows=rows):
        several = field.kind.excel == "several"
        for head in (option.label for option in field.options) if several else (field.label,):
            if head not in heads[at:]:
                found.append(f"{field.id}: no column {head!r} in its place")
                continue
            at = heads.index(head, at) + 1
            found += _chosen_otherwise(opened, chosen.get(at), field)
    return found


def _in_register(form: FormOutline, *, rows: bool) -> Iterator[Field]:
    """What a line holds: of several tables the one with most columns, as each of its rows is a line."""
    form = row_by_row(form)
    tables = [part.table for part in form.sections if part.table]
    widest = max(tables, key=lambda table: len(table.columns), default=None) if rows else None
    yield from (form.number,) if form.number else ()
    for part in form.sections:
        columns = part.table.columns if part.table and part.table is widest else ()
        yield from (each for each in (*part.fields, *columns) if kept(each) and not each.rule)


def _chosen_otherwise(opened: Workbook, rule: DataValidation | None, field: Field) -> Iterator[str]:
    match field.kind.excel:
        case "choice":
            tab, cells = str(rule.formula1 if rule else "!A1:A1").rsplit("!", 1)
            lines = opened[tab.strip("'")][cells.replace("$", "")] if tab else ()
            said = [str(cell.value) for (cell,) in lines]
            if said != [option.label for option in field.options]:
                yield f"{field.id}: one may choose {said}"
        case "score" if rule is None or str(rule.formula2) != SCORES[-1]:
            yield f"{field.id}: the scale is not {SCORES}"
