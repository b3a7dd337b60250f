"""Agreements: numbered clauses, a signature on the page it signs, boxes and widths as their author said, a drawing to mark."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from generator.edition import Edition, editions
from generator.engines.printers import printer
from generator.outlines.outlined import outline
from generator.playbook.load import load
from generator.printables import form
from generator.printables.form_blocks import blocks, head_height, logo_of, reach_of
from generator.printables.form_layout import Row, rows
from generator.printables.form_pages import Page, pages
from generator.printables.sheet import set_in
from tests import pdfs

SHOP = """
schema: 1
about: {title: A, version: "1", date: 2026-11-22, review_by: 2027-05-22, owner: owner, languages: [en]}
shop:
  name: A
  registered_name: A
  hours: [{days: [mon], open: [09:00-12:00]}]
  channels: [{id: counter, name: A, kind: counter}]
roles: [{id: owner, name: A, does: B}]
forms:
  - id: slip
    title: Agreement
    intro: Read it first.
    kept_in: paper
    sections:
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect x="2" y="2" width="36" height="16"/></svg>'
SIGN = """
      - id: sign
        title: Signed
        fields:
          - {id: customer, label: Customer, kind: signature, width: 1/2, height: 20}
          - {id: seal, label: Seal, kind: frame, width: 1/2, height: 20}
"""


def made(folder: Path, sections: str) -> Edition:
    (folder / "bicycle.svg").write_text(DRAWING, "utf-8")
    path = folder / "playbook.yaml"
    path.write_text(SHOP + sections, "utf-8")
    loaded = load(path)
    assert loaded.playbook, [problem.shown("en") for problem in loaded.problems]
    return editions(loaded.playbook)[0]


def laid_out(it: Edition) -> tuple[Page, ...]:
    sheet = outline(it, it.playbook.forms[0])
    return pages(blocks(it, sheet), head_height(sheet, reach_of(it, sheet), logo_of(it, sheet)))


def printed(it: Edition, folder: Path) -> Path:
    path = folder / "form.pdf"
    path.write_bytes(printer().pdf(set_in(it, form.sheet(it, 0, it.playbook.forms[0])).job))
    return path


def clauses(first: int, last: int) -> str:
    words = "what each side does, by when, and what follows if it is not done as it was agreed here"
    said = (f'          - {{id: c{n}, text: "Clause c{n}: {words}."}}\n' for n in range(first, last + 1))
    return f"      - id: terms{first}\n        title: Terms\n        clauses:\n{''.join(said)}"


def test_clauses_are_numbered_through_the_whole_form(tmp_path: Path) -> None:
    it = made(tmp_path, clauses(1, 3) + clauses(4, 5) + SIGN)
    text = pdfs.text(printed(it, tmp_path))
    for number in range(1, 6):
        assert pdfs.squeezed(f"{number} Clause c{number}:") in text


@pytest.mark.parametrize("count", range(11, 27, 3))
def test_a_signature_stands_on_a_page_with_what_it_signs(tmp_path: Path, count: int) -> None:
    """However many clauses there are, some of which fill a page to its last line."""
    *_, last = laid_out(made(tmp_path, clauses(1, count) + SIGN))
    numbers = [block.number for block in last]
    assert numbers[-1] == 1
    assert numbers[0] == 0
    assert last[0].strips


def test_a_signature_with_what_it_signs_is_seen_on_paper(tmp_path: Path) -> None:
    path = printed(made(tmp_path, clauses(1, 20) + SIGN), tmp_path)
    document = pypdfium2.PdfDocument(path)
    assert len(document) == 2
    last = document[1].get_textpage().get_text_bounded()
    assert "Customer" in last
    assert "Clause c20" in last


def test_widths_are_characters_millimetres_or_shares_of_the_line(tmp_path: Path) -> None:
    fields = """
      - id: one
        title: One
        fields:
          - {id: a, label: A, kind: text, width: 1/3}
          - {id: b, label: B, kind: text, width: 1/3}
          - {id: c, label: C, kind: text, width: 1/3}
          - {id: d, label: D, kind: text, width: 120 mm}
          - {id: e, label: E, kind: text, width: 8}
          - {id: f, label: F, kind: text, width: 60%}
          - {id: g, label: G, kind: text, width: 40%}
"""
    it = made(tmp_path, fields)
    found = [*rows(outline(it, it.playbook.forms[0]).sections[0].fields)]
    said = [[(cell.field.id, round(cell.mm)) for cell in row.cells] for row in found]
    thirds, metric, shares = ([mm for _, mm in row] for row in said)
    assert [[name for name, _ in row] for row in said] == [["a", "b", "c"], ["d", "e"], ["f", "g"]]
    assert max(thirds) - min(thirds) <= 7
    assert metric[0] >= 120
    assert 95 <= shares[0] <= 110


def test_a_box_stays_as_high_as_its_author_said(tmp_path: Path) -> None:
    fields = """
      - id: one
        title: One
        fields:
          - {id: stays, label: A, kind: text, required: true, width: 28, height: 12}
          - {id: ruled, label: B, kind: lines, lines: 2, width: 28, height: 18}
          - {id: grows, label: C, kind: text, required: true, width: 28}
"""
    [page] = laid_out(made(tmp_path, fields))
    stays, ruled, grows = (strip for block in page for strip in block.strips if isinstance(strip, Row))
    assert (stays.room, ruled.room) == (12, 18)
    assert ruled.ruled == 2
    assert grows.room > 30


def test_a_drawing_stands_in_its_frame(tmp_path: Path) -> None:
    fields = """
      - id: one
        title: One
        fields:
          - {id: where, label: Where, kind: frame, width: 1/2, height: 40, picture: bicycle.svg}
          - {id: photo, label: Photo, kind: frame, width: 1/2, height: 40}
"""
    it = made(tmp_path, fields)
    [row] = rows(outline(it, it.playbook.forms[0]).sections[0].fields)
    drawn, empty = row.cells
    assert drawn.drawing(row.room) == (80, 40)
    assert empty.field.picture is None
    page = pypdfium2.PdfDocument(printed(it, tmp_path))[0].render(scale=1).to_pil().convert("L")
    point = page.size[0] / 210
    frames = (page.crop([round(point * mm) for mm in (left, 45, left + 78, 100)]) for left in (29, 115))
    dark = [sum(frame.histogram()[:200]) for frame in frames]
    assert dark[0] > 2000 > 500 > dark[1]
