"""Forms to export: those of the shipped playbook and of the one with every kind of field, read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from generator.edition import Edition, editions
from generator.outlines.form import Field, FormOutline
from generator.outlines.on_screen import on_screen
from generator.outlines.outlined import outline
from generator.playbook.load import load
from tests.conftest import ROOT

SHOP = ROOT / "playbook.yaml"
EVERY_KIND = ROOT / "tests" / "playbooks" / "paper-forms.yaml"
EVERYWHERE = [
    pytest.param(EVERY_KIND, id="every-kind"),
    pytest.param(SHOP, id="shop", marks=pytest.mark.slow),
]
"""The playbooks to look through; every form of the shipped one only where nothing is spared."""
TORTURE = (
    "=1+1",
    "+86 138",
    "-5",
    "@sum(A1)",
    "<b>bold</b> & &amp;",
    "{{ 7 * 7 }}",
    "${name}",
    "</script><script>alert(1)</script>",
    "1. no question[单选题]",
    "A. no letter",
    "a gap ___ here",
    '"quoted"',
    "\u202eturned",
    "🙂",
)


@cache
def forms(playbook: Path) -> tuple[tuple[Edition, FormOutline], ...]:
    """Every form of a playbook in every language, as it is asked on a screen."""
    read = load(playbook).playbook
    assert read is not None
    return tuple(
        (edition, on_screen(outline(edition, form)))
        for edition in editions(read)
        for form in edition.playbook.forms
    )


def every_kind() -> tuple[Edition, FormOutline]:
    return next((edition, form) for edition, form in forms(EVERY_KIND) if form.id == "every-kind")


def asked(form: FormOutline) -> Iterator[Field]:
    """Every field in the order it is filled in."""
    yield from (form.number,) if form.number else ()
    for part in form.sections:
        yield from part.fields
        yield from part.table.columns if part.table else ()


def tortured(form: FormOutline) -> FormOutline:
    """`form` with a text in each label and option that means something to somebody."""
    words = _endless()
    parts = tuple(
        replace(
            part,
            fields=tuple(_tortured(field, words) for field in part.fields),
            table=replace(part.table, columns=tuple(_tortured(field, words) for field in part.table.columns))
            if part.table
            else None,
        )
        for part in form.sections
    )
    return replace(form, title=TORTURE[4], sections=parts)


def _tortured(field: Field, words: Iterator[str]) -> Field:
    options = tuple(replace(option, label=next(words)) for option in field.options)
    return replace(field, label=next(words), options=options)


def _endless() -> Iterator[str]:
    while True:
        yield from TORTURE
