"""Price lists for the wall, read and measured from the finished file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from generator.edition import edition
from generator.engines.printers import printer
from generator.outlines.prices import rows
from generator.playbook.model.playbook import Playbook
from generator.playbook.read.include import read
from generator.playbook.read.validation import chapters, known_keys, understood
from generator.printables import price_list
from generator.printables.sheet import SetSheet, overflowing, set_in
from tests import pdfs
from tests.conftest import ROOT, Printed
from tests.printables.ink import faults

PRICED = ROOT / "tests" / "playbooks" / "priced.yaml"
POINT = 25.4 / 72
Make = Callable[[Path], Printed]
LONG = {
    "zh": "名字特别特别长的一样东西，要写成两行三行才写得下，还带着括号（大的小的都算）",
    "en": "Something with an uncommonly long and winding name that nobody would ever say in full",
}


def lists(it: Printed) -> list[tuple[SetSheet, Path]]:
    return [(page, it.pdf(page)) for page in it.sheets if page.sheet.kind == "prices"]


def test_every_price_stands_on_its_list_as_texts_say_it(printed: Make) -> None:
    found = lists(printed(PRICED))
    assert [page.sheet.id for page, _ in found] == ["prices-frames", "prices-repairs"] * 2
    for page, pdf in found:
        it = page.edition.item("prices", page.sheet.of.partition(".")[2])
        text = pdfs.text(pdf)
        for group in rows(page.edition, it):
            for row in group.rows:
                assert pdfs.squeezed(row.price.name) in text
                assert all(pdfs.squeezed(cell) in text for cell in row.cells), row
        assert "{" not in text


def test_prices_are_as_high_as_their_distance_asks(printed: Make) -> None:
    for page, pdf in lists(printed(PRICED)):
        it = page.edition.item("prices", page.sheet.of.partition(".")[2])
        name = rows(page.edition, it)[0].rows[0].price.name
        assert _height(pdf, name[:1] if page.edition.language == "en" else name) >= it.distance * 5 - 0.3


def test_a_price_of_all_variants_lies_across_their_columns(printed: Make) -> None:
    """Whoever reads a figure below “Large” takes it for the price of the large one."""
    _, pdf = lists(printed(PRICED))[0]
    left, right = _across(pdf, "+30 元")
    small, large = _across(pdf, "小"), _across(pdf, "1250 元")
    assert small[0] < (left + right) / 2 < large[0] + 1


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("count", [3, 12, 60])
def test_long_names_and_many_lines_fit_or_are_said_to_be_too_small(
    language: str, count: int, tmp_path: Path
) -> None:
    written = edition(_with(count, LONG[language]), language)
    told = [problem.kind for problem in price_list.problems(written)]
    (sheet,) = price_list.sheets(written)
    page, path = set_in(written, sheet), tmp_path / "prices.pdf"
    if count == 60:
        assert told == ["poster-too-small"]
        return
    assert "poster-too-small" not in told
    assert list(overflowing(page, printer())) == []
    path.write_bytes(printer().pdf(page.job))
    assert faults(path) == []


def _with(count: int, name: str) -> Playbook:
    data = read(PRICED, known_keys(), frozenset(chapters())).root.data
    assert isinstance(data, dict)
    lines = tuple({"id": f"l{each}", "name": name, "price": 80 + each} for each in range(count))
    group = {"id": "all", "name": name, "lines": lines}
    one = {"id": "one", "title": name, "groups": (group,), "distance": 0.5, "paper": "a3", "remarks": (name,)}
    found = understood({**data, "prices": (one,), "scripts": (), "norms": ()})
    assert isinstance(found, Playbook)
    return found


def _across(pdf: Path, words: str) -> tuple[float, float]:
    """From where to where words stand, in mm from the left."""
    boxes = _boxes(pdf, words)
    return min(box[0] for box in boxes) * POINT, max(box[2] for box in boxes) * POINT


def _height(pdf: Path, words: str) -> float:
    return max(box[3] - box[1] for box in _boxes(pdf, words)) * POINT


def _boxes(pdf: Path, words: str) -> list[tuple[float, float, float, float]]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        text = document[0].get_textpage()
        found = text.search(words, match_case=True).get_next()
        assert found, words
        return [text.get_charbox(at) for at in range(found[0], found[0] + len(words))]
    finally:
        document.close()
