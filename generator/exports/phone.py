"""A form to fill in on a phone: one page that needs nothing else, keeps nothing, and gives a message to send."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generator.design.red_flags import script
from generator.design.single_page import COPYING, single_page
from generator.edition import Edition
from generator.exports.asked_forms import asked_forms, file_of
from generator.exports.phone_line import pieces
from generator.outlines.contact import emergency_number
from generator.outlines.form import Field, FormOutline, Part
from generator.output import OutputFile
from generator.playbook.hours import closed, closed_every_year, week

KIND = "phone"
HERE = Path(__file__).parent
SCRIPTS = (COPYING, *(HERE / name for name in ("calendar.js", "cells.js", "phone.js")))
_ASKS = {
    "text": "text",
    "number": "text",
    "long": "text",
    "choice": "one",
    "several": "several",
    "score": "score",
    "yes": "yes",
    "day": "day",
    "time": "time",
}
"""How the script reads a field, by what is typed in its column of a register."""


def files(edition: Edition) -> Iterator[OutputFile]:
    """A page for each form that asks for one."""
    for at, form in asked_forms(edition):
        yield file_of(edition, at, form, KIND, "html", edition.labels.phone.title, content)


def content(edition: Edition, form: FormOutline) -> bytes:
    return page(edition, form).encode()


def page(edition: Edition, form: FormOutline) -> str:
    """The page of a form. What it may load or run is said by the page itself: its own style and script, nothing else."""
    own = edition.labels.phone
    reckoned = tuple(_reckoned(form))
    line = pieces(edition, form.id)
    view = {
        "words": edition.labels.sheet.form,
        "own": own,
        "form": form,
        "reckoned": reckoned,
        "labels": {field.id: field.label for field in form.fields},
        "personal": any(field.personal for field in form.fields),
        "danger": own.danger.format(emergency_number(edition)) if form.audience == "customer" else "",
        "line": line,
        "outline": _for_script(edition, form, reckoned) | {"line": line},
    }
    return single_page(edition, "phone.html", view, style="phone.css", scripts=_scripts(edition, form))


def _scripts(edition: Edition, form: FormOutline) -> list[str]:
    heard = script(edition, to_customers=form.audience == "customer")
    return [heard, *(path.read_text("utf-8") for path in SCRIPTS)]


def _reckoned(form: FormOutline) -> Iterator[str]:
    """The dates that the page can reckon: not from a span of hours, and in a row from that row or from no table."""
    typed = {field.id for part in form.sections for field in part.fields}
    for part in form.sections:
        columns = part.table.columns if part.table else ()
        for field in (*part.fields, *columns):
            there = typed | {each.id for each in columns} if field in columns else typed
            if field.rule and field.rule.reckoned_from(there, there):
                yield field.id


def _for_script(edition: Edition, form: FormOutline, reckoned: tuple[str, ...]) -> dict[str, Any]:
    own, shop = edition.labels.phone, edition.playbook.shop
    numbers = [Part("", "", "", "", False, (form.number,), (), None)] if form.number else []
    consents = [each for _, every in form.consents for each in every]
    stamp = own.stamp.format(shop=shop.name, title=form.title, version=edition.playbook.about.version)
    return {
        "parts": [_part(part, reckoned) for part in (*numbers, *form.sections)],
        "consents": {
            "title": edition.labels.sheet.form.consents,
            "each": [{"id": f"consent--{each.id}", "text": each.said(f"{own.ticked} ")} for each in consents],
        },
        "shop": {
            "open": [*week(shop)],
            "closed": [[day.isoformat() for day in days] for days in closed(shop)],
            "yearly": [[f"{month:02}-{day:02}" for month, day in days] for days in closed_every_year(shop)],
        },
        "stamp": stamp,
        "words": own.model_dump()
        | {
            "colon": edition.labels.colon,
            "list_join": edition.labels.list_join,
            "yes": edition.labels.workbooks.registers.yes,
        },
    }


def _part(part: Part, reckoned: tuple[str, ...]) -> dict[str, Any]:
    table = part.table
    return {
        "title": str(part.numbered),
        "fields": [*_fields(part.fields, reckoned)],
        "steps": [{"id": f"{part.id}--step-{each.number}", "name": str(each.name)} for each in part.steps],
        "table": {"id": table.id, "most": table.max_rows, "fields": [*_fields(table.columns, reckoned)]}
        if table
        else None,
    }


def _fields(fields: tuple[Field, ...], reckoned: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Those that something is typed or ticked in."""
    for field in fields:
        if field.kind.excel != "none":
            yield {
                "id": field.id,
                "label": str(field.label),
                "asks": "reckoned" if field.id in reckoned else _ASKS[field.kind.excel],
                "keys": field.kind.keys,
                "required": field.required,
                "unit": str(field.unit),
                "unitFirst": field.unit_first,
                "options": [{"label": str(each.label), "other": each.other} for each in field.options],
                "rule": asdict(field.rule) if field.rule else None,
            }
