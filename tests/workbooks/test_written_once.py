"""Written once: one leak, from the phone call to filing, is written down in one place and in few entries."""

from __future__ import annotations

from generator.edition import Edition
from generator.outlines.kept import registers
from generator.outlines.outlined import outline
from generator.playbook.model.record import walk
from generator.playbook.model.text import Text
from tests.workbooks.shops import SHOPS, SKIN_CARE, loaded, set_in

BY_HAND = {"text", "long", "day", "time", "number"}
"""What is written out; answers are ticked or chosen, days that follow from others are worked out."""
AT_MOST = 10
CALLED_BACK = {"callback_words"}


def case(it: Edition) -> list[str]:
    """What somebody writes on the complaint sheet for one leaking bottle that came by parcel."""
    assert it.playbook.complaints is not None
    form = it.item("forms", it.playbook.complaints.form)
    required = {field.id for section in form.sections for field in section.fields if field.required}
    sheet = outline(it, form)
    fields = [field for part in sheet.sections for field in part.fields]
    number = [sheet.number] if sheet.number else []
    written = [field for field in (*number, *fields) if field.kind.excel in BY_HAND and not field.rule]
    # Whoever calls back writes a word, and the day only where it is not that of closing; the hour is for what was not
    # acknowledged at once, the day the parcel came for what is sent back, and all else not required stays empty.
    return [field.id for field in written if field.id in required | CALLED_BACK]


def test_one_leak_from_the_call_to_filing_takes_ten_entries_at_most() -> None:
    entries = case(set_in(SKIN_CARE, "zh"))
    asked = {"received_on", "customer", "contact", "item", "facts", "s_file", "closed_on", *CALLED_BACK}
    assert asked <= set(entries)
    assert len(entries) <= AT_MOST, entries


def test_on_its_way_it_is_copied_into_no_second_register() -> None:
    """The steps of a complaint and whatever is read along them name the complaint sheet and no other form like it."""
    playbook = loaded(SKIN_CARE)
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
        made = {form.id for _, form in registers(playbook)}
        for form in playbook.forms:
            in_excel = "excel" in form.outputs
            assert in_excel == (form.kept_in == "excel" and not form.kept_with), form.id
            assert not (form.id in made and form.instead_of), form.id


def test_a_sheet_of_what_is_kept_in_excel_names_the_workbook_and_has_room_for_the_line() -> None:
    it = set_in(SKIN_CARE, "zh")
    kept = {form.id: outline(it, form).kept for form in it.playbook.forms}
    customers = it.labels.workbooks.customers.title
    assert kept["stop-list"] == kept["customer-record"] == customers
    assert kept["parcel-log"] == it.labels.workbooks.registers.title.format(
        it.item("forms", "parcel-log").title
    )
    assert kept["complaint-log"] == ""
    assert not any(form.id == "stop-list" for _, form in registers(it.playbook))
