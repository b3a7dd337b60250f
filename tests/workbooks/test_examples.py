"""Workbooks shown filled in: what they keep of their formulas is right, nobody in them is real, no day is today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from generator.edition import Edition
from generator.playbook.model.playbook import Playbook
from generator.workbooks import Workbooks
from generator.workbooks.as_of import as_of
from generator.workbooks.books import books
from generator.workbooks.customers import CustomersBook
from generator.workbooks.examples import content
from tests.workbooks.calc import all_converted
from tests.workbooks.ledger import differences, opened
from tests.workbooks.played import TODAY, errors, listed
from tests.workbooks.shops import PAINT, SKIN_CARE, loaded, set_in

LIMITS = {"customers-workbook": 900_000}
OTHERS = 200_000


def made(it: Edition) -> dict[str, bytes]:
    return {book.id: content(it, book) for book in books(it.playbook)}


def what_is_kept_is_right(it: Edition, folder: Path) -> None:
    """Each as it is, opened by LibreOffice, which reckons it anew."""
    kept = made(it)
    files = [folder / f"{name}.xlsx" for name in kept]
    for file, each in zip(files, kept.values(), strict=True):
        file.write_bytes(each)
    for (name, each), file in zip(kept.items(), all_converted(files, "xlsx", folder), strict=True):
        anew = load_workbook(file, data_only=True)
        assert differences(opened(each, values=True), anew) == [], name
        assert errors(anew) == [], name
        assert len(each) <= LIMITS.get(name, OTHERS), name


def test_what_is_kept_of_each_formula_is_what_libreoffice_reckons(tmp_path: Path) -> None:
    what_is_kept_is_right(set_in(SKIN_CARE, "zh"), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(("path", "language"), [(SKIN_CARE, "en"), (PAINT, "zh")])
def test_so_it_is_in_the_other_language_and_another_trade(path: str, language: str, tmp_path: Path) -> None:
    what_is_kept_is_right(set_in(path, language), tmp_path)


@pytest.fixture(scope="module")
def customers() -> Workbook:
    it = set_in(SKIN_CARE, "zh")
    return opened(made(it)["customers-workbook"], values=True)


def test_somebody_is_to_be_contacted_and_whoever_said_stop_is_not(customers: Workbook) -> None:
    words = set_in(SKIN_CARE, "zh").labels.workbooks.example
    today = [name for name, *_ in listed(customers.worksheets[TODAY], "B")]
    assert 3 <= len(today) <= 8
    assert {words.people[5], words.people[6], words.people[3]}.isdisjoint(today), (
        "stop, complaint, no consent"
    )


def test_it_stands_on_the_day_of_the_playbook_whenever_it_is_opened(customers: Workbook) -> None:
    it = set_in(SKIN_CARE, "zh")
    assert customers.worksheets[TODAY]["C3"].value.date() == it.playbook.about.date
    for each in made(it).values():
        cells = (cell for sheet in opened(each) for row in sheet.iter_rows() for cell in row)
        assert not any(cell.data_type == "f" and "TODAY(" in cell.value for cell in cells)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_says_that_it_is_an_example_and_names_nobody(language: str) -> None:
    it = set_in(SKIN_CARE, language)
    words = it.labels.workbooks.example
    for name, each in made(it).items():
        book = opened(each)
        first = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value}
        said = words.stamp.partition("{shop}")[0]
        assert any(text.startswith(said) for text in first), name
        assert all(said[:8] in sheet.oddFooter.left.text for sheet in book), name


def test_the_same_bytes_whatever_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    it = set_in(SKIN_CARE, "zh")
    (book,) = (each for each in books(it.playbook) if each.id == "register-posting-list")
    monkeypatch.setenv("PLAYBOOK_CACHE", str(tmp_path))
    fresh, kept = content(it, book), content(it, book)
    assert [*tmp_path.glob("example-*")]
    monkeypatch.setenv("PLAYBOOK_CACHE", "")
    assert fresh == kept == content(it, book)


def test_a_wrong_value_is_found() -> None:
    """The day of another month is kept in place of the playbook's: what hangs on it differs from what it comes to."""
    it = set_in(SKIN_CARE, "zh")
    book = CustomersBook(it, {"person": {1: {"name": "A", "noted": date(2026, 1, 1)}}}, customers=3, sold=3)
    early, late = (
        opened(as_of(book.file(), day), values=True) for day in (date(2026, 2, 1), date(2029, 2, 1))
    )
    assert differences(early, late)


def only(playbook: Playbook, **about: object) -> Mapping[str, object]:
    changed = playbook.model_copy(update={"about": playbook.about.model_copy(update=about)})
    return {file.id: file for file in Workbooks(changed).outputs}


def test_a_shop_of_somebodys_own_has_none() -> None:
    shop = loaded(SKIN_CARE)
    shown = {name for name in only(shop) if name.startswith("example-")}
    assert shown == {f"example-{book.id}" for book in books(shop)}
    assert not [name for name in only(shop, sample=False) if name.startswith("example-")]
