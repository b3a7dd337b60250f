"""What LibreOffice prints of the register of complaints: A4 sideways, and on each page the heads of its sheet."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from generator.workbooks.registers import Register
from generator.workbooks.table import HEADS
from tests.workbooks.calc import all_converted
from tests.workbooks.complained import FORM
from tests.workbooks.ledger import opened
from tests.workbooks.shops import SKIN_CARE, set_in

A4 = 842, 595
"""In points, sideways."""


def test_each_page_is_a4_sideways_with_the_heads_of_its_sheet(tmp_path: Path) -> None:
    content = Register(set_in(SKIN_CARE, "zh"), form=FORM, lines=60).file()
    (tmp_path / "register.xlsx").write_bytes(content)
    (printed,) = all_converted([tmp_path / "register.xlsx"], "pdf", tmp_path)
    made, pages = opened(content), PdfReader(printed).pages
    shown = [sheet for sheet in made if sheet.sheet_state == "visible"]
    counted = dict.fromkeys((sheet.title for sheet in shown), 0)
    for number, page in enumerate(pages, 1):
        assert [round(float(each)) for each in page.mediabox[2:]] == [*A4]
        text = "".join(page.extract_text().split())
        footer = f"{number}/{len(pages)}"
        at = next(sheet for sheet in shown if f"{sheet.title}·{footer}" in text)
        counted[at.title] += 1
        if at is not shown[0]:
            # Over several pages side by side the first column alone stands on each.
            wide = (at.page_setup.fitToWidth or 1) > 1
            heads = [
                str(cell.value)
                for cell in at[HEADS]
                if cell.value and not at.column_dimensions[cell.column_letter].hidden
            ]
            assert all("".join(head.split()) in text for head in (heads[:1] if wide else heads)), at.title
    assert counted[shown[0].title] == 1
    assert all(counted.values()), counted
    assert max(counted.values()) > 1
