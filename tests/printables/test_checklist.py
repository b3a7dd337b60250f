"""Checklists, read and measured from the finished file."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.edition import Edition
from generator.edition import edition as edition_in
from generator.engines.printers import printer
from generator.playbook.hours import week
from generator.playbook.load import load
from generator.playbook.model.sheets import Checklist
from generator.printables import checklist
from generator.printables.sheet import overflowing, set_in
from tests import pdfs
from tests.conftest import ROOT, Printed
from tests.printables import paths

SHOP, PAPER, ENGLISH = (
    ROOT / name
    for name in ("playbook.yaml", "tests/playbooks/paper-forms.yaml", "tests/playbooks/paper-english.yaml")
)
Make = Callable[[Path], Printed]
everywhere = pytest.mark.parametrize("playbook", [SHOP, PAPER, ENGLISH], ids=lambda path: path.stem)


def lists(it: Printed, *, noted: bool = False) -> list[tuple[Edition, Checklist, Path]]:
    """Each checklist with the side of a sheet it is printed on: those that are ticked there, or those noted elsewhere."""
    found = []
    for page in it.sheets:
        if page.sheet.kind == "checklist":
            front: Checklist = page.edition.item("checklists", page.sheet.id.removeprefix("checklist-"))
            names = [front.id, *([front.back] if front.back else [])]
            for number, name in enumerate(names):
                item = page.edition.item("checklists", name)
                found.append((page.edition, item, pdfs.one_page(it.pdf(page), number)))
    return [each for each in found if bool(each[1].recorded_on) == noted]


def test_a_list_that_is_noted_on_a_form_is_only_read_and_names_the_form(printed: Make) -> None:
    found = lists(printed(SHOP), noted=True)
    assert {each.id for _, each, _ in found} == {"packing", "complaint-taken", "complaint-closed"}
    for edition, each, pdf in found:
        words, text = edition.labels.sheet.checklist, pdfs.text(pdf)
        form = edition.item("forms", each.recorded_on or "")
        assert not paths.squares(pdf), "nothing is ticked twice"
        assert pdfs.squeezed(words.noted.format(form.title)) in text
        for said in (each.title, each.pause, each.done, *(item.text for item in each.items)):
            assert pdfs.squeezed(said) in text, said
            text = text.replace(pdfs.squeezed(said), "")
        assert pdfs.squeezed(words.sign) not in text, "nobody signs it"
        assert checklist.fitted(edition, each).points > 14


def test_a_list_on_the_back_is_printed_there_and_nowhere_else(printed: Make) -> None:
    it = printed(SHOP)
    (front,) = (page for page in it.sheets if page.sheet.id == "checklist-opening" and page.edition.first)
    assert "closing" not in " ".join(page.sheet.id for page in it.sheets)
    assert len(PdfReader(it.pdf(front)).pages) == 2


def runs(edition: Edition) -> int:
    return max(5, min(7, len(week(edition.playbook.shop))))


@everywhere
def test_a_checklist_says_when_who_and_how_and_ends_with_its_call(printed: Make, playbook: Path) -> None:
    for edition, each, pdf in lists(printed(playbook)):
        words = edition.labels.sheet.checklist
        text = pdfs.text(pdf)
        how = words.read_do if each.kind == "read_do" else words.do_confirm
        for said in (each.title, each.pause, edition.role(each.who), how, each.done, words.sign, words.time):
            assert pdfs.squeezed(said) in text, (each.id, said)


@everywhere
def test_every_item_has_a_box_of_5_mm_for_each_run_and_none_touch(printed: Make, playbook: Path) -> None:
    for edition, each, pdf in lists(printed(playbook)):
        boxes = paths.squares(pdf)
        ticked = [item for item in each.items if not item.figure]
        assert len(boxes) == len(ticked) * runs(edition), each.id
        rows = sorted({box.top for box in boxes})
        assert len(rows) == len(ticked)
        for row in rows:
            across = sorted(box.left for box in boxes if box.top == row)
            assert all(b - a >= 7 for a, b in pairwise(across)), "2 mm between boxes"
        assert all(b - a >= 7 for a, b in pairwise(rows))


@everywhere
def test_a_box_stands_on_the_height_of_its_item_and_close_to_it(printed: Make, playbook: Path) -> None:
    for _, each, pdf in lists(printed(playbook)):
        rows = sorted({box.top for box in paths.squares(pdf)})
        first = min(box.left for box in paths.squares(pdf))
        ticked = [item for item in each.items if not item.figure]
        for item, row in zip(ticked, rows, strict=True):
            found = paths.places(pdf, item.text[:6])
            assert min(abs(middle - (row + 2.5)) for _, middle in found) < 16, (each.id, item.id)
            assert all(left < first for left, _ in found)


@everywhere
def test_what_must_not_be_missed_is_told_by_a_star_and_not_by_colour_alone(
    printed: Make, playbook: Path
) -> None:
    for edition, each, pdf in lists(printed(playbook)):
        critical = sum(item.critical for item in each.items)
        explained = f"★{pdfs.squeezed(edition.labels.sheet.checklist.critical)}"
        text = pdfs.text(pdf)
        assert text.count("★") == critical + (critical > 0)
        assert (explained in text) == (critical > 0)


@everywhere
def test_each_run_is_signed_on_a_line_high_enough_for_a_pen(printed: Make, playbook: Path) -> None:
    for edition, each, pdf in lists(printed(playbook)):
        boxes_end = max(box.bottom for box in paths.squares(pdf))
        edges = [
            shape
            for shape in paths.shapes(pdf)
            if shape.width < 1 and shape.height > 8 and shape.top > boxes_end
        ]
        rows = sorted({edge.top for edge in edges})
        assert len(rows) == runs(edition), each.id
        assert min(edge.height for edge in edges) >= 9.5
        assert min(edge.height for edge in edges) >= 11.9 or checklist.fitted(edition, each).points == 12
        signature = sorted({edge.left for edge in edges})[-2:]
        assert signature[1] - signature[0] >= 38


@everywhere
def test_where_a_number_is_asked_for_there_is_room_to_write_it(printed: Make, playbook: Path) -> None:
    for edition, each, pdf in lists(printed(playbook)):
        figures = [
            shape for shape in paths.shapes(pdf) if 6 <= shape.width <= 7 and 7.5 <= shape.height <= 8.5
        ]
        asked = sum(item.figure for item in each.items)
        assert len(figures) == asked * runs(edition), each.id
        if edition.language == "zh":
            assert (edition.labels.sheet.checklist.figure[1:5] in pdfs.text(pdf)) == (asked > 0)


def test_items_of_a_place_stand_under_its_name(printed: Make) -> None:
    edition, each, pdf = lists(printed(PAPER))[0]
    text = pdfs.text(pdf)
    for group in checklist.groups(each):
        at = text.index(group.name)
        assert at < text.index(pdfs.squeezed(group.items[0][1].text)), edition.language


@everywhere
def test_the_type_is_at_least_12_points(printed: Make, playbook: Path) -> None:
    for edition, each, _ in lists(printed(playbook)):
        points = checklist.fitted(edition, each).points
        assert checklist.SMALLEST <= points <= checklist.LARGEST


def test_a_list_too_long_for_its_page_is_a_problem() -> None:
    playbook = load(PAPER).playbook
    assert playbook is not None
    (each,) = playbook.checklists
    long = each.items[2].model_copy(update={"text": type(each.items[2].text)({"": "量温度抄在门上" * 24})})
    many = each.model_copy(update={"items": tuple(long.model_copy(update={"id": f"i{n}"}) for n in range(9))})
    zh = edition_in(playbook.model_copy(update={"checklists": (many,)}), "zh")
    (sheet,) = checklist.sheets(zh)
    (problem,) = overflowing(set_in(zh, sheet), printer())
    assert (problem.kind, problem.route) == ("sheet-overflows", ("checklists", 0, "items"))
