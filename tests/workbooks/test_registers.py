"""The register of each form that asks for Excel: its columns are the form's, its days and counts are Python's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from generator.edition import Edition
from generator.outlines.kept import registers
from generator.outlines.line import cells
from generator.outlines.outlined import outline
from generator.workbooks.books import Book, books
from generator.workbooks.registers import Register
from generator.workbooks.table import FIRST, HEADS
from tests.workbooks.calc import all_reckoned
from tests.workbooks.complained import FORM, Reckoned, columns_of, fields, known, typed_in
from tests.workbooks.ledger import differences, holds
from tests.workbooks.shops import SHOPS, SKIN_CARE, every, loaded, set_in

MONDAY, SATURDAY = date(2027, 2, 1), date(2027, 2, 6)
"""The week before the sample is closed for the Spring Festival, and the morning its complaints are counted."""


@cache
def shop(path: str) -> tuple[tuple[Edition, Book], ...]:
    there = [each for each in books(loaded(path)) if each.id.startswith("register-")]
    return tuple((it, each) for it in every(path) for each in there)


def opened(it: Edition, register: Book) -> Workbook:
    return load_workbook(BytesIO(register.content(it, {})))


@pytest.mark.parametrize("path", SHOPS)
def test_a_form_that_asks_for_excel_has_a_register_in_each_language(path: str) -> None:
    made = shop(path)
    playbook = made[0][0].playbook
    asked = {form.id for _, form in registers(made[0][0].written)}
    assert asked
    assert len(made) == len(asked) * len(playbook.about.languages)
    for it, register in made:
        holds(it, register)


@pytest.mark.parametrize("path", SHOPS)
def test_a_line_from_a_phone_has_its_columns(path: str) -> None:
    for it, register in shop(path):
        form = register.of.removeprefix("forms.")
        made = Register(it, form=form)
        other = it.labels.workbooks.registers.other
        line = cells(outline(it, it.item("forms", form)), rows=not made.is_a_case, other=other)
        said = [(cell.column, cell.head, cell.holds == "reckoned") for cell in line]
        columns = [(column.id, column.head, not column.typed) for column in made.table.columns[1:]]
        assert said == columns[: len(said)]
        # Only what a complaint has besides comes after the fields of the form.
        assert len(said) == len(columns) or made.is_a_case


@pytest.mark.parametrize("path", SHOPS)
def test_its_heads_are_the_labels_of_the_form_in_their_order(path: str) -> None:
    for it, register in shop(path):
        form = outline(it, it.item("forms", register.of.removeprefix("forms.")))
        heads = [
            str(cell.value) for cell in opened(it, register)[Register(it, form=form.id).table.tab][HEADS]
        ]
        labels = [
            field.label
            for part in form.sections
            for field in part.fields
            if field.kind.excel not in ("none", "several") and not field.rule and not field.sheet_only
        ]
        places = [heads.index(label) for label in labels]
        assert places == sorted(places), register.id


@pytest.fixture(scope="module")
def values(tmp_path_factory: pytest.TempPathFactory) -> Mapping[object, Workbook]:
    """What LibreOffice reckons in the empty ones of each shop and in a week of complaints, in one run."""
    made: dict[object, Workbook] = {
        (path, register.id, it.language): _on_its_day(it, register)
        for path in SHOPS
        for it, register in shop(path)
    }
    for language in ("zh", "en"):
        it = set_in(SKIN_CARE, language)
        made[language] = typed_in(it, known(it, MONDAY, SATURDAY), SATURDAY, MONDAY)
    return all_reckoned(made, tmp_path_factory.mktemp("registers"))


@pytest.mark.parametrize("path", SHOPS)
def test_an_empty_register_says_what_it_says_when_reckoned(
    path: str, values: Mapping[object, Workbook]
) -> None:
    for it, register in shop(path):
        stored = load_workbook(BytesIO(register.content(it, {})), data_only=True)
        assert differences(stored, values[path, register.id, it.language]) == [], register.id


def _on_its_day(it: Edition, register: Book) -> Workbook:
    """The workbook on the day of the playbook, as which its values were kept."""
    fresh = opened(it, register)
    month = it.labels.workbooks.registers.tabs.month
    if month in fresh.sheetnames:
        fresh[month]["B3"] = datetime.combine(it.playbook.about.date, datetime.min.time())
    return fresh


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_month_counts_causes_and_measures_as_python_does(
    language: str, values: Mapping[object, Workbook]
) -> None:
    it = set_in(SKIN_CARE, language)
    words, every, label = (
        it.labels.workbooks.registers,
        known(it, MONDAY, SATURDAY),
        fields(it)["category"].label,
    )
    this = [case for case in every if case.received.date() >= MONDAY]
    before = [case for case in every if date(2026, 11, 1) <= case.received.date() < MONDAY]
    counted, what = {}, ""
    for said, answer, now, then in columns_of(
        values[language][words.tabs.month], words.what, words.answer, words.count, words.before
    ):
        what = said or what
        counted[what, answer] = (now, then)
    for name in {case.category for case in every}:
        now = sum(case.category == name for case in this)
        assert counted[label, name] == (now, sum(case.category == name for case in before))
    head = words.case.measures.head
    reckons = Reckoned(it, SATURDAY).month(this)
    assert {name: now for (of, name), (now, _) in counted.items() if of == head} == reckons
    # The same figures that the workbook of measures asks for, each known by its column there.
    month, made = values[language][words.tabs.month], Register(it, form=FORM, lines=30).month
    assert made is not None
    table = made.table()
    ids = {
        str(month[table.cell("measure", row)].value): month[table.cell("count", row)].value
        for row in range(FIRST, table.last + 1)
        if month[table.cell("measure", row)].value
    }
    assert ids == Reckoned(it, SATURDAY).measures(this)
    assert {name for of, name in counted if of == words.for_measures} == {each.said for each in made.tallies}
    ticked = fields(it)["s_restate"].label
    assert [now for (_, name), (now, _) in counted.items() if name == ticked] == [len(this)]
