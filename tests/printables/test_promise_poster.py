"""The promise for the wall, read and measured from the finished file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from generator.design.line_balancing import balanced
from generator.design.type import width
from generator.edition import edition
from generator.engines.printers import printer
from generator.outlines.contact import hours
from generator.outlines.promise import shipping
from generator.playbook.load import load
from generator.printables import promise_poster
from generator.printables.sheet import SetSheet, overflowing, set_in
from tests import pdfs
from tests.conftest import ROOT, Printed
from tests.printables import paths

SHOP, PAPER, ENGLISH, ALONE = (
    ROOT / name
    for name in (
        "playbook.yaml",
        "tests/playbooks/paper-forms.yaml",
        "tests/playbooks/paper-english.yaml",
        "tests/playbooks/customer-alone.yaml",
    )
)
POINT = 25.4 / 72
LEAST = 1500 / 200
Make = Callable[[Path], Printed]
everywhere = pytest.mark.parametrize("playbook", [SHOP, PAPER, ENGLISH], ids=lambda path: path.stem)


def posters(it: Printed) -> list[tuple[SetSheet, Path]]:
    return [(page, it.pdf(page)) for page in it.sheets if page.sheet.id == "promise-poster"]


def tallest(pdf: Path, words: str, first: int) -> float:
    """The height in mm of the highest of the first characters of `words`, as drawn."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        text = document[0].get_textpage()
        at, _ = text.search(words, match_case=True).get_next()
        boxes = [text.get_charbox(index) for index in range(at, at + first)]
        return max(top - bottom for _, bottom, _, top in boxes) * POINT
    finally:
        document.close()


@everywhere
def test_every_promise_stands_on_the_wall_in_letters_for_a_metre_and_a_half(
    printed: Make, playbook: Path
) -> None:
    for page, pdf in posters(printed(playbook)):
        promise = page.edition.playbook.promise
        assert promise is not None
        assert pdfs.squeezed(promise.title) in pdfs.text(pdf)
        for line in promise.lines:
            assert pdfs.text(pdf).count(pdfs.squeezed(line.line)) == 1, line.id
            # A letter with a descender would be higher than the capital that is meant.
            first = 1 if page.edition.language == "en" else 4
            assert tallest(pdf, line.line[:6], first) >= LEAST - 0.2, line.id


@everywhere
def test_hours_complaints_and_outside_routes_stand_below(printed: Make, playbook: Path) -> None:
    for page, pdf in posters(printed(playbook)):
        promise = page.edition.playbook.promise
        assert promise is not None
        for words in (
            hours(page.edition),
            promise.complaints_line.name,
            promise.complaints_line.hours,
            *promise.outside,
        ):
            assert pdfs.squeezed(words) in pdfs.text(pdf), words
        beside = shipping(promise)
        assert not beside or pdfs.squeezed(beside) in pdfs.text(pdf)


@everywhere
def test_what_is_written_for_staff_is_not_on_it(printed: Make, playbook: Path) -> None:
    for page, pdf in posters(printed(playbook)):
        promise = page.edition.playbook.promise
        assert promise is not None
        assert page.sheet.audience == "customer"
        inside = [said for line in promise.lines for said in (line.kept_how, line.measure, line.if_broken)]
        assert [said for said in inside if pdfs.squeezed(said) in pdfs.text(pdf)] == []


@everywhere
def test_a_promise_is_broken_between_words_and_after_punctuation_only(printed: Make, playbook: Path) -> None:
    for page, _ in posters(printed(playbook)):
        promise = page.edition.playbook.promise
        assert promise is not None
        for line, parts in zip(
            promise.lines, promise_poster.fitted(page.edition, promise).lines, strict=True
        ):
            assert pdfs.squeezed("".join(parts)) == pdfs.squeezed(line.line)
            assert (
                all(part.endswith(tuple("，、；：。")) for part in parts[:-1])
                or page.edition.language == "en"
            )


def test_the_number_is_as_large_as_the_promises_or_there_is_a_line_to_write_it_on(printed: Make) -> None:
    for _, pdf in posters(printed(PAPER)):
        assert tallest(pdf, "010-5555", 3) >= 0.73 * LEAST
    for _, pdf in posters(printed(ENGLISH)):
        assert [shape for shape in paths.shapes(pdf) if shape.width > 80 and 12 < shape.height < 14]


def test_a_shop_without_a_promise_has_no_poster_of_it(printed: Make) -> None:
    assert posters(printed(ALONE)) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("count", "paper"), [(1, "A4"), (6, "A4"), (11, "A3")])
def test_more_promises_take_larger_paper_and_never_smaller_letters(
    language: str, count: int, paper: str
) -> None:
    page = _page(count, language)
    layout = page.sheet.view["layout"]
    assert isinstance(layout, promise_poster.Layout)
    assert layout.letter >= LEAST
    assert list(overflowing(page, printer())) == []
    assert page.sheet.paper == paper or language == "zh"


def test_more_promises_than_a_wall_holds_are_a_problem() -> None:
    (problem,) = overflowing(_page(40, "en"), printer())
    assert (problem.kind, problem.route) == ("sheet-overflows", ("promise", "lines"))


def test_a_sample_figure_not_set_yet_is_told_once() -> None:
    playbook = load(SHOP).playbook
    assert playbook is not None
    real = playbook.model_copy(update={"about": playbook.about.model_copy(update={"sample": False})})
    en = edition(real, "en")
    (sheet,) = promise_poster.sheets(en)
    assert set_in(en, sheet).html.count("SAMPLE") == 1


def test_lines_balance() -> None:
    text = "A person replies within 10 minutes in service hours"
    room = width(text, bold=True) * 0.7
    assert balanced(text, room) == ("A person replies within", "10 minutes in service hours")
    assert balanced("投诉 2 小时内受理，1 个工作日内答复", 12) == ("投诉 2 小时内受理，", "1 个工作日内答复")
    assert balanced("网购收货七天内封口完好可退", 8) == ()


def _page(count: int, language: str) -> SetSheet:
    playbook = load(SHOP).playbook
    assert playbook is not None
    assert playbook.promise is not None
    lines = (playbook.promise.lines * 7)[:count]
    many = playbook.model_copy(update={"promise": playbook.promise.model_copy(update={"lines": lines})})
    said = edition(many, language)
    (sheet,) = promise_poster.sheets(said)
    return set_in(said, sheet)
