"""The promise card, read and measured from the finished file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from generator.edition import edition
from generator.engines.printers import printer
from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.printables import promise_card
from generator.printables.sheet import overflowing, set_in
from tests import pdfs
from tests.conftest import ROOT, Printed
from tests.printables import paths

SHOP, PAPER, ENGLISH = (
    ROOT / name
    for name in ("playbook.yaml", "tests/playbooks/paper-forms.yaml", "tests/playbooks/paper-english.yaml")
)
POINT = 25.4 / 72
Make = Callable[[Path], Printed]
everywhere = pytest.mark.parametrize("playbook", [SHOP, PAPER, ENGLISH], ids=lambda path: path.stem)


def cards(it: Printed) -> list[tuple[Playbook, Path]]:
    """The cards with the playbook as it is said on them."""
    pages = [page for page in it.sheets if page.sheet.kind == "card"]
    return [(page.edition.playbook, it.pdf(page)) for page in pages]


@everywhere
def test_every_promise_stands_on_each_of_the_four_cards(printed: Make, playbook: Path) -> None:
    for said, pdf in cards(printed(playbook)):
        assert said.promise is not None
        text = pdfs.text(pdf)
        for words in (said.promise.title, said.shop.name, *(line.line for line in said.promise.lines)):
            assert text.count(pdfs.squeezed(words)) == 4, words
        assert paths.page_count(pdf) == 1


@everywhere
def test_a_cut_hurts_nothing(printed: Make, playbook: Path) -> None:
    """Within 6 mm of a cut or of the paper's edge nothing is drawn but the cut marks."""
    for _, pdf in cards(printed(playbook)):
        document = pypdfium2.PdfDocument(pdf)
        image = document[0].render(scale=10 * POINT).to_pil().convert("L")  # ten pixels a mm
        document.close()
        for left, top in ((0, 0), (1050, 0), (0, 1485), (1050, 1485)):
            quarter = image.crop((left + 4, top + 4, left + 1046, top + 1481))
            inner = quarter.copy()
            inner.paste(255, (60, 60, quarter.width - 60, quarter.height - 60))
            assert inner.getextrema() == (255, 255), (left, top)
        marks = [image.getpixel((1050, y)) for y in (70, 100, 1470, 1500, 2880)]
        marks += [image.getpixel((x, 1485)) for x in (70, 100, 1035, 1065, 2010)]
        assert max(marks) < 240, "cut marks lie on the cuts"


@everywhere
def test_a_card_leads_nowhere_but_to_the_outside_routes(printed: Make, playbook: Path) -> None:
    for said, pdf in cards(printed(playbook)):
        (sheet,) = PdfReader(pdf).pages
        assert not sheet.images
        assert not sheet.get("/Annots")
        assert said.promise is not None
        for route in said.promise.outside:
            assert pdfs.text(pdf).count(pdfs.squeezed(route)) == 4


def test_the_number_is_printed_where_there_is_one_and_otherwise_a_line_to_write_it_on(printed: Make) -> None:
    for said, pdf in cards(printed(PAPER)):
        assert said.promise is not None
        assert pdfs.text(pdf).count("010-55550100") == 4
    for _, pdf in cards(printed(ENGLISH)):
        lines = [shape for shape in paths.shapes(pdf) if shape.width > 44 and 7 < shape.height < 9]
        assert len(lines) == 4, "eleven figures of 4 mm, and high enough for a pen"


def test_more_promises_than_a_card_holds_are_a_problem() -> None:
    playbook = load(PAPER).playbook
    assert playbook is not None
    assert playbook.promise is not None
    line = playbook.promise.lines[0]
    many = tuple(line.model_copy(update={"id": f"line-{number}"}) for number in range(24))
    crowded = playbook.model_copy(update={"promise": playbook.promise.model_copy(update={"lines": many})})
    zh = edition(crowded, "zh")
    (sheet,) = promise_card.sheets(zh)
    (problem,) = overflowing(set_in(zh, sheet), printer())
    assert (problem.kind, problem.route) == ("sheet-overflows", ("promise", "lines"))


@pytest.mark.parametrize(("count", "points"), [(2, 16.0), (8, 12.5), (14, 9.0)])
def test_the_fewer_promises_the_larger_they_are_within_bounds(count: int, points: float) -> None:
    playbook = load(PAPER).playbook
    assert playbook is not None
    zh = edition(playbook, "zh")
    assert zh.playbook.promise is not None
    line = zh.playbook.promise.lines[0]
    promise = zh.playbook.promise.model_copy(update={"lines": (line,) * count})
    layout = promise_card.fitted(zh, promise)
    assert layout.points >= points if count < 9 else layout.points <= 12.5
    assert promise_card.SMALLEST <= layout.points <= promise_card.LARGEST
    assert layout.air >= promise_card.AIR
