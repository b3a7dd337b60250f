"""Written once: one leak, from the phone call to filing, is written down in one place and in few entries."""

from __future__ import annotations

from generator.edition import Edition, edition
from generator.outlines.form import outline
from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import walk
from generator.playbook.model.text import Text
from generator.workbooks.forms import forms_in_excel
from tests.conftest import ROOT

SHOPS = ("playbook.yaml", "examples/paint-store/playbook.yaml")
BY_HAND = {"text", "long", "day", "number"}
"""What is written out; answers are ticked or chosen, days that follow from others are worked out."""
AT_MOST = 10


def loaded(path: str) -> Playbook:
    playbook = load(ROOT / path).playbook
    assert playbook is not None
    return playbook


def case(it: Edition) -> list[str]:
    """What somebody writes on the complaint sheet for one leaking bottle that came by parcel."""
    assert it.playbook.complaints is not None
    form = it.item("forms", it.playbook.complaints.form)
    required = {field.id for section in form.sections for field in section.fields if field.required}
    sheet = outline(it, form)
    fields = [field for part in sheet.sections for field in part.fields]
    number = [sheet.number] if sheet.number else []
    written = [field for field in (*number, *fields) if field.kind.excel in BY_HAND and not field.rule]
    # The day the parcel came is asked where there is one; all else that is not required stays empty.
    return [field.id for field in written if field.id in required or field.id == "bought_on"]


def test_one_leak_from_the_call_to_filing_takes_ten_entries_at_most() -> None:
    entries = case(edition(loaded("playbook.yaml"), "zh"))
    assert {"received_on", "received_at", "customer", "contact", "item", "facts", "closed_on"} <= set(entries)
    assert len(entries) <= AT_MOST, entries


def test_on_its_way_it_is_copied_into_no_second_register() -> None:
    """The steps of a complaint and whatever is read along them name the complaint sheet and no other form like it."""
    playbook = loaded("playbook.yaml")
    assert playbook.complaints is not None
    kept = playbook.complaints.form
    doubles = [form for form in playbook.forms if form.instead_of == kept]
    assert doubles, "the paper log is for shops without the register"
    for route, text in walk(playbook):
        if not isinstance(text, Text):
            continue
        if not (route[0] == "forms" and playbook.forms[int(route[1])] in doubles):
            said = " ".join(text.said.values()).casefold()
            for form in doubles:
                assert not any(title.casefold() in said for title in form.title.said.values()), route


def test_each_form_is_kept_in_one_place() -> None:
    for path in SHOPS:
        playbook = loaded(path)
        registers = {form.id for _, form in forms_in_excel(playbook)}
        for form in playbook.forms:
            assert ("excel" in form.outputs) == (form.kept_in == "excel"), form.id
            assert not (form.id in registers and form.instead_of), form.id
