"""The XLSForm asks what the form asks: read back by openpyxl, and by ODK's own compiler and checker."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from generator.edition import Edition
from generator.exports import xlsform
from generator.exports.xlsform_rows import name
from generator.labels.phone import OnlineWords
from generator.outlines.form import Field, FormOutline
from tests.conftest import OUTSIDE
from tests.exports.forms import EVERY_KIND, EVERYWHERE, SHOP, asked, every_kind, forms, tortured

TYPES = {
    "long": "text",
    "day": "date",
    "time": "time",
    "several": "select_multiple",
    "choice": "select_one",
    "score": "select_one",
    "yes": "acknowledge",
    "none": "note",
}
KEYS = {"text": "text", "tel": "text", "numeric": "integer", "decimal": "decimal"}
Rows = list[dict[str, str]]


def sheets(edition: Edition, form: FormOutline) -> dict[str, Rows]:
    book = load_workbook(io.BytesIO(xlsform.content(edition, form)))
    found = {}
    for sheet in book:
        heads, *lines = [*sheet.iter_rows(values_only=True)] or [()]
        found[sheet.title] = [
            {str(head): str(cell) for head, cell in zip(heads, line, strict=True) if cell} for line in lines
        ]
    return found


@pytest.mark.parametrize("playbook", EVERYWHERE)
def test_the_workbook_asks_what_the_form_asks(playbook: Path) -> None:
    for edition, form in forms(playbook):
        there = sheets(edition, form)
        label = f"label::{xlsform.called(edition)}"
        by_name = {row["name"]: row for row in there["survey"] if "name" in row}
        fields = [*asked(form)]
        order = [
            row["name"] for row in there["survey"] if row.get("name") in {name(field.id) for field in fields}
        ]
        assert order == [name(field.id) for field in fields]
        for field in fields:
            row = by_name[name(field.id)]
            assert row["type"].split()[0] == kind(field)
            if row["type"] == "calculate":
                row = by_name[f"shown_{name(field.id)}"]
            assert row[label].startswith(str(field.label))
            assert (row.get("required") == "yes") == (field.required and row["type"] != "note")
            chosen = [choice[label] for choice in there["choices"] if choice["list_name"] == name(field.id)]
            assert chosen == options(field, edition.labels.phone.online)
        assert there["settings"][0]["form_title"] == form.title
        assert every_text_is_in_every_language(edition, there["survey"] + there["choices"])


def kind(field: Field) -> str:
    if field.kind.signs:
        return "image"
    if field.rule:
        return "calculate" if field.rule.unit in ("day", "week") else "date"
    return TYPES.get(field.kind.excel, KEYS[field.kind.keys])


def options(field: Field, words: OnlineWords) -> list[str]:
    if field.kind.excel == "score":
        return [words.end.format(1, field.low), "2", "3", "4", words.end.format(5, field.high)]
    return [str(option.label) for option in field.options]


def every_text_is_in_every_language(edition: Edition, rows: Rows) -> bool:
    count = len(edition.written.about.languages)
    texts = ("label", "hint", "required_message", "constraint_message")
    return all(
        sum(column.startswith(f"{text}::") for column in row) in (0, count) for row in rows for text in texts
    )


def converted(edition: Edition, form: FormOutline, folder: Path, *, validate: bool) -> Any:
    path = folder / f"{form.id}.xlsx"
    path.write_bytes(xlsform.content(edition, form))
    return convert(path, validate=validate)


def test_odk_compiles_every_form_without_a_warning(tmp_path: Path) -> None:
    for edition, form in forms(EVERY_KIND):
        result = converted(edition, form, tmp_path, validate=False)
        assert result.warnings == []
        assert "<value>-</value>" not in result.xform


def test_odk_validate_finds_nothing(tmp_path: Path) -> None:
    if shutil.which("java") is None:
        pytest.skip(f"{OUTSIDE}ODK Validate needs Java")
    edition, form = every_kind()
    assert converted(edition, form, tmp_path, validate=True).warnings == []


@pytest.mark.slow
def test_odk_validate_finds_nothing_in_any_form(tmp_path: Path) -> None:
    if shutil.which("java") is None:
        pytest.skip(f"{OUTSIDE}ODK Validate needs Java")
    for edition, form in forms(SHOP):
        if edition.first:
            assert converted(edition, form, tmp_path, validate=True).warnings == [], form.id


def test_any_label_is_the_text_it_is() -> None:
    edition, form = every_kind()
    hard = tortured(form)
    rows = {"survey": [xlsform._survey({"zh": row}) for row in xlsform.rows(edition, hard)]}
    labels = [row["label::zh"] for row in rows["survey"] if "label::zh" in row]
    for field in asked(hard):
        assert any(label.startswith(field.label.replace("${", "＄{")) for label in labels)
    book = io.BytesIO()
    with xlsform.Workbook(book, {"in_memory": True}) as written:
        xlsform._write(written, "survey", rows["survey"])
    sheet = load_workbook(io.BytesIO(book.getvalue()))["survey"]
    assert all(cell.data_type == "s" for row in sheet.iter_rows() for cell in row if cell.value)


def test_its_names_are_those_of_the_fields(tmp_path: Path) -> None:
    edition, form = every_kind()
    xform = ElementTree.fromstring(converted(edition, form, tmp_path, validate=False).xform)
    bound = {str(bind.get("nodeset")).rpartition("/")[2] for bind in _all(xform, "bind")}
    assert {name(field.id) for field in asked(form)} <= bound


def _all(xform: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    return (each for each in xform.iter() if each.tag.rpartition("}")[2] == tag)
