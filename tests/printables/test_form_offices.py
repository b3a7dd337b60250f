"""What forms of real offices have besides fields: given rows with full marks and a total, frames, cells for figures."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from pikepdf import Pdf
from pypdf import PdfReader

from generator.edition import Edition, edition
from generator.engines.printers import printer
from generator.outlines.entries import entries
from generator.outlines.outlined import outline
from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.printables import form
from generator.printables.form_screen import filled_on_screen
from generator.printables.sheet import set_in
from tests import pdfs
from tests.conftest import ROOT
from tests.printables import paths
from tests.printables.screen_faults import COMB, faults

SCORING = ROOT / "tests" / "playbooks" / "scoring.yaml"


@cache
def scoring() -> Playbook:
    read = load(SCORING).playbook
    assert read is not None
    return read


@cache
def shop(language: str = "zh") -> Edition:
    return edition(scoring(), language)


def printed(it: Edition, folder: Path) -> Path:
    path = folder / "form.pdf"
    path.write_bytes(printer().pdf(set_in(it, form.sheet(it, 0, it.playbook.forms[0])).job))
    return path


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return printed(shop(), tmp_path_factory.mktemp("offices"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_fits_and_is_read_aloud(language: str, tmp_path: Path) -> None:
    path = printed(shop(language), tmp_path)
    assert [*form.problems(shop(language))] == []
    assert pdfs.ua_failures(path) == []


def test_each_given_row_has_its_words_its_full_marks_and_room(sheet: Path) -> None:
    (table,) = (part.table for part in outline(shop(), shop().playbook.forms[0]).sections if part.table)
    assert [row.full for row in table.given] == [20, 20, 30, 30]
    assert (table.full, table.blank_rows) == (100, 5)
    text = pdfs.text(sheet)
    for row in table.given:
        assert pdfs.squeezed(f"{row.label}{row.full}") in text
    assert "合计100" in text


def test_a_frame_holds_a_seal_and_a_photo_as_high_as_it_asks(sheet: Path) -> None:
    cells = [shape for shape in paths.shapes(sheet) if shape.width > 40 and shape.height > 30]
    assert sum(shape.height >= 35 for shape in cells) >= 2
    assert max(shape.height for shape in cells) >= 45


def test_each_figure_has_a_cell_of_5_by_7_mm_6_mm_apart(sheet: Path) -> None:
    cells = [each for each in paths.shapes(sheet) if (round(each.width), round(each.height)) == (5, 7)]
    assert len(cells) == 8
    assert {round(b.left - a.left) for a, b in pairwise(cells)} == {6}


def test_a_section_has_the_number_of_the_shops_own_rules(sheet: Path) -> None:
    text = pdfs.text(sheet)
    assert all(said in text for said in ("A基本情况", "B评分", "C签字盖章"))


def test_on_screen_figures_are_spread_and_a_total_takes_figures_only(tmp_path: Path) -> None:
    path = tmp_path / "fill.pdf"
    path.write_bytes(filled_on_screen(shop(), printer()))
    words = shop().labels
    there = entries(outline(shop(), shop().playbook.forms[0]), words.sheet.form, words.colon)
    with Pdf.open(path) as pdf:
        assert faults(pdf, there) == []
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
    assert (int(fields["audit/code"].MaxLen), bool(int(fields["audit/code"].Ff) & COMB)) == (8, True)
    assert [name for name in fields if name.startswith("audit/items/5/")] == ["audit/items/5/mark"]
    assert str(fields["audit/items/1/mark"].TU).startswith("门头、地面、玻璃干净：得分")
    assert str(fields["audit/items/5/mark"].TU).startswith("合计：得分")
    assert not any(name in fields for name in ("audit/stamp", "audit/photo", "audit/by"))


def test_a_register_of_ten_columns_lies_on_its_side_and_would_not_fit_upright(tmp_path: Path) -> None:
    it = shop()
    register = it.playbook.forms[1]
    path = tmp_path / "register.pdf"
    path.write_bytes(printer().pdf(set_in(it, form.sheet(it, 1, register)).job))
    reader = PdfReader(path)
    assert [(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages] == [
        (842, 595)
    ]
    text = pdfs.text(path)
    assert all(column.label in text for column in outline(it, register).fields)
    holes = [shape for shape in paths.shapes(path) if round(shape.width) == round(shape.height) == 6]
    assert [round(each.top + each.height / 2) for each in holes] == [65, 145]
    assert all(round(each.left + each.width / 2) == 12 for each in holes)
    upright = register.model_copy(update={"sideways": False})
    playbook = it.playbook.model_copy(update={"forms": (it.playbook.forms[0], upright)})
    said = [*form.problems(replace(it, playbook=playbook))]
    assert [(problem.kind, problem.route) for problem in said] == [
        ("field-too-wide", ("forms", 1, "sections", 0, "repeat", "columns"))
    ]


def test_options_stand_under_their_sub_headings(sheet: Path) -> None:
    it = shop()
    (seen,) = (each for each in outline(it, it.playbook.forms[0]).fields if each.id == "seen")
    assert [option.full for option in seen.options] == [
        "前面：柜台",
        "前面：其他",
        "后面：冷柜",
        "后面：其他",
    ]
    places = [paths.places(sheet, words)[0] for words in ("前面", "柜台", "后面", "冷柜")]
    assert [round(down) for _, down in places] == sorted(round(down) for _, down in places)
    # No option of the second stands on the line of the first.
    assert places[3][1] - places[1][1] > 8
