"""A form as an XLSForm: the workbook that ODK, KoboToolbox and Enketo make a form for phones of, in every language at once.

The columns and kinds are those of xlsform.org/en; every cell is text, and only the rows of a table repeat.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time
from typing import Any

from xlsxwriter import Workbook

from generator.edition import Edition
from generator.edition import edition as in_one
from generator.exports.asked_forms import asked_forms, file_of
from generator.exports.xlsform_rows import Row, rows
from generator.outlines.form import FormOutline
from generator.outlines.on_screen import on_screen
from generator.outlines.outlined import outline
from generator.output import OutputFile

KIND = "xlsform"
SHEETS = ("survey", "choices", "settings")


def files(edition: Edition) -> Iterator[OutputFile]:
    for at, form in asked_forms(edition):
        yield file_of(edition, at, form, KIND, "xlsx", edition.labels.phone.online.xlsform, content)


def content(edition: Edition, form: FormOutline) -> bytes:
    """The workbook; the same bytes for the same playbook."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        about = edition.playbook.about
        book.set_properties({"title": str(form.title), "created": datetime.combine(about.date, time())})
        for name, rows in sheets(edition, form).items():
            _write(book, name, rows)
    return file.getvalue()


def sheets(edition: Edition, form: FormOutline) -> dict[str, list[dict[str, str]]]:
    """The rows of each sheet, by column: what the workbook holds."""
    languages = {called(each): tuple(rows(each, _in(each, form.id))) for each in _editions(edition)}
    together = [dict(zip(languages, same, strict=True)) for same in zip(*languages.values(), strict=True)]
    return {
        "survey": [_survey(each) for each in together],
        "choices": [choice for each in together for choice in _choices(each)],
        "settings": [_settings(edition, form)],
    }


def called(edition: Edition) -> str:
    """A language as XLSForm names it: 中文 (zh)."""
    return f"{edition.labels.language} ({edition.language})"


def _editions(edition: Edition) -> Iterator[Edition]:
    """Its own language first."""
    yield edition
    for language in edition.written.about.languages:
        if language != edition.language:
            yield in_one(edition.written, language)


def _in(edition: Edition, form: str) -> FormOutline:
    return on_screen(outline(edition, edition.item("forms", form)))


def _survey(said: Mapping[str, Row]) -> dict[str, str]:
    """A row in its languages."""
    row = next(iter(said.values()))
    value = f"${{{row.shows}}}" if row.shows else ""
    return _filled(
        {
            "type": row.type,
            "name": row.name,
            **{f"label::{language}": _plain(each.label) + value for language, each in said.items()},
            **{f"hint::{language}": _plain(each.hint) for language, each in said.items()},
            "required": "yes" if row.required else "",
            **{f"required_message::{language}": each.missing for language, each in said.items()},
            "constraint": row.constraint,
            **{f"constraint_message::{language}": each.refused for language, each in said.items()},
            "appearance": row.appearance,
            "parameters": row.parameters,
            "calculation": row.calculation,
        }
    )


def _choices(said: Mapping[str, Row]) -> Iterator[dict[str, str]]:
    first = next(iter(said.values()))
    for at, choice in enumerate(first.choices):
        labels = {f"label::{language}": _plain(each.choices[at].label) for language, each in said.items()}
        yield {"list_name": first.name, "name": choice.name, **labels}


def _plain(words: str) -> str:
    """Words in which nothing is taken for the answer to another question."""
    return str(words).replace("${", "＄{")


def _filled(columns: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in columns.items() if value}


def _settings(edition: Edition, form: FormOutline) -> dict[str, str]:
    return {
        "form_title": str(form.title),
        "form_id": form.id,
        "version": edition.playbook.about.version,
        "default_language": called(edition),
        "style": "pages",
    }


def _write(book: Any, name: str, rows: Sequence[Mapping[str, str]]) -> None:
    sheet = book.add_worksheet(name)
    heads = list(dict.fromkeys(column for row in rows for column in row))
    bold = book.add_format({"bold": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for at, head in enumerate(heads):
        sheet.write_string(0, at, head, bold)
        sheet.set_column(at, at, 40 if "::" in head else 16)
    for line, row in enumerate(rows, 1):
        for column, value in row.items():
            sheet.write_string(line, heads.index(column), value, wrapped)
    sheet.freeze_panes(1, 0)
