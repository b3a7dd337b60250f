"""What stands where on a form, reckoned before it is printed: rows, pages, and what cannot fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.edition import edition as edition_in
from generator.outlines.form import Blanks, Field
from generator.outlines.outlined import outline
from generator.playbook.field_kinds import KINDS
from generator.playbook.load import load, located
from generator.printables import form
from generator.printables.form_blocks import blocks, head_height, reach_of
from generator.printables.form_cells import Cell, needed
from generator.printables.form_layout import COLUMN, DESK, STANDING, Row, Table, rows
from generator.printables.form_layout import table as set_table
from generator.printables.form_measures import CHARACTER, UPRIGHT, WIDTH, paper
from generator.printables.form_pages import Block, pages
from tests.conftest import ROOT

SHOP, PAPER = (ROOT / name for name in ("playbook.yaml", "tests/playbooks/paper-forms.yaml"))
PAINT = ROOT / "examples" / "paint-store" / "playbook.yaml"


def test_a_field_wider_than_the_sheet_is_a_problem_on_its_line(tmp_path: Path) -> None:
    wide = tmp_path / "playbook.yaml"
    text = PAPER.read_text("utf-8").replace("kind: text, width: 6,", "kind: text, width: 40,")
    wide.write_text(text.replace("kind: text, width: 8}", "kind: text, width: 19}"), "utf-8")
    loaded = load(wide)
    assert loaded.playbook is not None
    found = located(form.problems(edition_in(loaded.playbook, "zh")), loaded.source)
    lines = wide.read_text("utf-8").splitlines()
    said = [(problem.kind, problem.details["name"], problem.details["width"]) for problem in found]
    assert said == [("field-too-wide", "name", "240"), ("field-too-wide", "items", "234")]
    field, table = (lines[problem.place.line - 1] for problem in found if problem.place)
    assert "width: 40" in field
    assert "columns:" in table or "id: item" in table
    assert list(form.problems(edition_in(loaded.playbook, "en"))) == [], (
        "said once, not once for each language"
    )


kinds = st.sampled_from(["text", "date", "phone", "money", "int", "signature", "lines", "score5", "check"])


@given(st.lists(st.tuples(kinds, st.none() | st.integers(2, 28)), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_rows_have_no_holes_and_no_field_is_narrower_than_it_asks(
    asked: list[tuple[str, int | None]],
) -> None:
    fields = tuple(
        Field(f"f{number}", "栏目", KINDS[kind], kind, width=width)
        for number, (kind, width) in enumerate(asked)
    )
    made = list(rows(fields))
    assert [cell.field.id for row in made for cell in row.cells] == [field.id for field in fields]
    for row in made:
        assert sum(cell.mm for cell in row.cells) == pytest.approx(WIDTH)
        for cell in row.cells:
            assert cell.mm >= min(needed(cell.field), WIDTH) - 0.01


PLAIN = Cell(Field("plain", "", KINDS["text"], "text"), 40.0, 3.5, 8.0)
ROW = Row((PLAIN,), 3.5, 8.0)
sections = st.lists(st.tuples(st.integers(1, 14), st.integers(0, 45)), min_size=1, max_size=7)


@given(sections, st.floats(18, 40))
@example([(14, 6)], 30.0)
@settings(max_examples=100, deadline=None)
def test_pages_keep_every_strip_in_order_and_never_run_over(
    shape: list[tuple[int, int]], head: float
) -> None:
    blocks = [
        Block("section", 10.2, number, (*[ROW] * plain, *([Table((), 6.0, table, 10.0)] if table else [])))
        for number, (plain, table) in enumerate(shape)
    ]
    made = pages(blocks, head)
    for number, page in enumerate(made):
        room = UPRIGHT.later if number else UPRIGHT.first - head
        assert sum(block.height for block in page) <= room + 0.01
    flat = [block for page in made for block in page]
    assert [block.number for block in flat] == sorted(block.number for block in flat)
    for number, (plain, table) in enumerate(shape):
        mine = [strip for block in flat if block.number == number for strip in block.strips]
        assert sum(isinstance(strip, Row) for strip in mine) == plain
        assert sum(strip.rows for strip in mine if isinstance(strip, Table)) == table
        torn = sum(block.number == number for block in flat) > 1
        assert not torn or blocks[number].height > UPRIGHT.first - head, (
            "only what is longer than a page is torn"
        )


def test_what_is_longer_than_a_page_ends_as_a_problem(tmp_path: Path) -> None:
    long = tmp_path / "playbook.yaml"
    text = PAPER.read_text("utf-8")
    notice = text.replace("zh: 只用来处理这件事。", f"zh: {'只用来处理这件事。' * 400}")
    long.write_text(notice.replace("zh: 状态, en", f"zh: {'状态' * 900}, en"), "utf-8")
    loaded = load(long)
    assert loaded.playbook is not None
    found = located(form.problems(edition_in(loaded.playbook, "zh")), loaded.source)
    lines = long.read_text("utf-8").splitlines()
    said = [(each.kind, lines[each.place.line - 1].strip()[:8]) for each in found if each.place]
    assert said == [("form-too-high", "title: {"), ("form-too-high", "privacy:")]
    assert list(form.problems(edition_in(loaded.playbook, "en"))) == []


def test_columns_without_a_width_share_what_there_is() -> None:
    plain = tuple(Field(f"f{number}", "称谓", KINDS["text"], "text") for number in range(4))
    wide = (Field("wide", "经过", KINDS["text"], "text", width=15), *plain)
    assert [cell.mm for cell in set_table(Blanks("rows", plain, 3, 9)).cells] == [pytest.approx(43)] * 4
    asked, *others = (cell.mm for cell in set_table(Blanks("rows", wide, 3, 9)).cells)
    assert asked == pytest.approx(90)
    assert others == [pytest.approx(20.5)] * 4


def test_an_option_longer_than_its_field_is_a_problem_of_the_field(tmp_path: Path) -> None:
    long = tmp_path / "playbook.yaml"
    text = PAPER.read_text("utf-8").replace("zh: 聊天记录, en", f"zh: {'聊天记录' * 100}, en")
    long.write_text(
        text.replace("{zh: 好, en: Good}", "{zh: 完好无损擦干净以后可以照原价再卖, en: Good}"), "utf-8"
    )
    loaded = load(long)
    assert loaded.playbook is not None
    found = located(form.problems(edition_in(loaded.playbook, "zh")), loaded.source)
    assert [(each.kind, each.details["name"]) for each in found] == [
        ("option-too-wide", "proof"),
        ("option-too-wide", "state"),
    ]
    assert [each.details["room"] for each in found] == ["169", "46"]
    assert list(form.problems(edition_in(loaded.playbook, "en"))) == []


SIGNED = replace(PLAIN.field, kind=KINDS["signature"], kind_name="signature")


@pytest.mark.parametrize(("column", "standing", "least"), [
    (PLAIN.field, False, 9.5), (PLAIN.field, True, 12), (SIGNED, False, 12),
])  # fmt: skip
def test_a_row_is_high_enough_for_the_pen_and_the_place(column: Field, standing: bool, least: float) -> None:
    assert set_table(Blanks("rows", (column,), 3, 9), STANDING if standing else DESK).row >= least


def test_a_signature_has_25_mm_however_many_columns_there_are() -> None:
    columns = (*[replace(PLAIN.field, width=3)] * 7, replace(SIGNED, width=None))
    assert set_table(Blanks("rows", columns, 3, 9)).cells[-1].mm >= 25


@pytest.mark.parametrize("playbook", [SHOP, PAINT], ids=["shop", "paint-store"])
def test_no_line_of_a_shipped_table_is_too_low(playbook: Path) -> None:
    """Rows on the finished pages; what a form says of its place is held in both languages."""
    loaded = load(playbook).playbook
    assert loaded is not None
    for edition in (edition_in(loaded, language) for language in loaded.about.languages):
        for each in loaded.forms:
            printed = outline(edition, each)
            tables = [
                strip
                for page in pages(
                    blocks(edition, printed), head_height(printed, reach_of(edition, printed), None)
                )
                for block in page
                for strip in block.strips
                if isinstance(strip, Table)
            ]
            assert all(strip.row >= (12 if printed.standing else 9.5) for strip in tables), each.id


@given(st.lists(st.floats(1, 700), min_size=1, max_size=9), st.floats(10, 300))
def test_pages_come_to_an_end_whatever_the_heights(heights: list[float], head: float) -> None:
    rows = [replace(ROW, room=high) for high in heights]
    blocks = [Block("section", 10.2, 0, tuple(rows)), Block("privacy", heights[0])]
    made = [block for page in pages(blocks, head) for block in page]
    assert sum(len(block.strips) for block in made) == len(rows)
    assert sum(block.kind == "privacy" for block in made) == 1


def test_evening_out_many_sections_takes_no_time() -> None:
    blocks = [Block("section", 10.2, number, (ROW,) * 7) for number in range(60)]
    made = pages([*blocks, Block("section", 10.2, 60, (ROW,))], 30)
    assert max(len(page) for page in made) - min(len(page) for page in made) <= 1


def test_spare_room_goes_to_what_is_written_on() -> None:
    playbook = load(PAPER).playbook
    assert playbook is not None
    zh = edition_in(playbook, "zh")
    made = rows(outline(zh, zh.playbook.forms[0]).sections[0].fields)
    (lines_row,) = (row for row in made if row.cells[0].field.kind.draws == "lines")
    ((block,),) = pages([Block("section", 10.2, 0, (lines_row, replace(ROW)))], 20)
    grown, plain = block.strips
    assert isinstance(grown, Row)
    assert isinstance(plain, Row)
    # As many as before, each as high as a pen wants.
    assert (lines_row.ruled, grown.ruled) == (3, 8)
    assert grown.room / grown.ruled >= 12
    assert ROW.room < plain.room <= ROW.room + 2.5
    assert COLUMN > CHARACTER


@pytest.mark.parametrize("language", ["zh", "en"])
def test_lines_within_a_cell_grow_before_there_are_more_of_them(language: str) -> None:
    found = [*ruled(language)]
    assert len(found) > 10
    assert [row.cells[0].field.id for row in found if crowded(row.room, row.ruled, row.asked)] == []
    assert crowded(63, 7, 3), "seven lines of 9 mm where three were asked for"
    assert not crowded(54, 6, 6), "as many as asked for, on a page that is full"


def crowded(room: float, lines: int, asked: int) -> bool:
    """Whether there are more lines than asked for, and each is lower than people want who stand."""
    return lines > asked and room / lines < 12


def ruled(language: str) -> Iterator[Row]:
    """The cells of the shipped forms that have lines to write on."""
    playbook = load(SHOP).playbook
    assert playbook is not None
    it = edition_in(playbook, language)
    for each in it.playbook.forms:
        printed = outline(it, each)
        for page in pages(
            blocks(it, printed), head_height(printed, reach_of(it, printed), None), paper(printed)
        ):
            strips = (strip for block in page for strip in block.strips)
            yield from (strip for strip in strips if isinstance(strip, Row) and strip.asked)
