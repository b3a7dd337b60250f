"""Reads a finished quiz paper and its key as a marker would: from what is printed, not from what printed it.

From the paper: which letter stands beside which option. From the playbook: which options are right. Both together give
the answers the key must hold; the key's own are read from its table.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw

from generator.edition import Edition
from generator.playbook.model.questions import (
    Cloze,
    Gap,
    Match,
    Multi,
    Number,
    Order,
    Question,
    Single,
    TrueFalse,
)
from generator.playbook.model.training import Paper
from generator.playbook.papers.variants import questions_of
from tests import pdfs

MM = 25.4 / 72
_FOOT = 790.0
"""Where the foot of an A4 page begins, in points."""
CODE = re.compile(r"#([A-Z2-7]{4})")
_MARK = "[①-⑩]?"
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


@dataclass(frozen=True)
class Printed:
    """A question as it stands on a paper."""

    number: int
    star: bool
    page: int
    question: Question
    block: str
    """Its text up to the next question, without white space."""


@dataclass(frozen=True)
class KeyRow:
    """A row of the key's table."""

    answer: str
    star: bool
    points: int


@cache
def pages(pdf: Path) -> list[str]:
    """The text of each page, without white space."""
    return [pdfs.squeezed(text) for text in pdfs.raw_text(pdf).split("\f")[:-1]]


def codes(pdf: Path) -> list[str]:
    """The code each page ends with."""
    return [CODE.findall(text)[-1] for text in pages(pdf)]


def printed(paper_pdf: Path, edition: Edition, paper: Paper) -> list[Printed]:
    """The questions of a paper in the order they are printed."""
    training = edition.playbook.training
    assert training is not None
    found = []
    for page, text in enumerate(pages(paper_pdf)):
        starts = [
            (start, question)
            for question in questions_of(training, paper)
            if (start := re.search(r"(\d+)(★?)" + _stem(question), text))
        ]
        starts.sort(key=lambda each: each[0].start())
        ends = [*(start.start() for start, _ in starts), len(text)][1:]
        for (start, question), end in zip(starts, ends, strict=True):
            block = text[start.end() : end]
            found.append(Printed(int(start[1]), bool(start[2]), page, question, block))
    return found


def _stem(question: Question) -> str:
    """The stem as it is found in a text; a gap may bring its mark."""
    stem = pdfs.squeezed(question.stem)
    names = [gap.id for gap in question.gaps] if isinstance(question, Cloze) else []
    stretches = re.split("|".join(rf"\{{{name}\}}" for name in names), stem) if names else [stem]
    return _MARK.join(re.escape(stretch) for stretch in stretches)


def letters(block: str, texts: list[str]) -> list[str]:
    """The letter printed before each text."""
    found = {}
    for text in sorted(map(pdfs.squeezed, texts), key=len, reverse=True):
        place = re.search("([A-H])" + re.escape(text), block)
        assert place, f"{text} is not printed with a letter: {block}"
        found[text] = place[1]
        # A shorter text may be the beginning of a longer one.
        block = block[: place.start()] + "\0" * len(place[0]) + block[place.end() :]
    return [found[pdfs.squeezed(text)] for text in texts]


def answers(paper_pdf: Path, edition: Edition, paper: Paper) -> dict[int, str]:
    """What is right on the paper as it is printed, by number."""
    return {each.number: _answer(each, edition) for each in printed(paper_pdf, edition, paper)}


def _answer(it: Printed, edition: Edition) -> str:
    words = edition.labels.paper
    match it.question:
        case Single(options=options) | Multi(options=options):
            beside = letters(it.block, [option.text for option in options])
            assert sorted(beside) == list("ABCDEFGH"[: len(options)])
            return "".join(sorted(letter for letter, each in zip(beside, options, strict=True) if each.right))
        case TrueFalse(answer=answer):
            return words.holds if answer else words.fails
        case Cloze(gaps=gaps, stem=stem):
            order = sorted(gaps, key=lambda gap: stem.index(f"{{{gap.id}}}"))
            marks = "①②③④⑤⑥" if len(gaps) > 1 else " "
            return pdfs.squeezed(
                "".join(m + _said(edition, gap) for m, gap in zip(marks, order, strict=False))
            )
        case Number(fact=fact):
            return pdfs.squeezed(edition.fact(fact))
        case Match(left=left, right=right):
            beside = dict(
                zip((each.partner for each in right), letters(it.block, [e.text for e in right]), strict=True)
            )
            marked = [
                it.block[it.block.index(pdfs.squeezed(each.text)) - 1] + beside[each.id] for each in left
            ]
            return "".join(sorted(marked))
        case Order(items=items):
            texts = [item.text or _title(edition, str(item.step)) for item in items]
            return "".join(
                str(place + 1) for place in sorted(range(len(texts)), key=lambda at: _at(it.block, texts[at]))
            )
        case _:
            return pdfs.squeezed(words.key.rubric)


def _said(edition: Edition, gap: Gap) -> str:
    return edition.fact(gap.fact) if gap.fact else str(gap.answer)


def _title(edition: Edition, reference: str) -> str:
    item = edition.named(reference)
    return str(getattr(item, "short", None) or item.name)


def _at(block: str, text: str) -> int:
    return block.index(pdfs.squeezed(text))


def key_rows(key_pdf: Path, edition: Edition) -> dict[int, KeyRow]:
    """The rows of a key's table by number: what stands in the columns for the answer and the points."""
    words = edition.labels.paper.key
    rows = {}
    for page in range(1, len(pages(key_pdf)) + 1):
        boxes = [
            (float(x), float(y), html.unescape(text))
            for x, y, _, _, text in _WORD.findall(pdfs.boxes(key_pdf, page))
        ]
        heads = _heads(boxes, [words.number, words.answer, words.look, words.given, words.possible])
        if heads is None:  # the result alone
            continue
        top, columns = heads
        cells = [
            [(round(y / 4), x, y, text) for x, y, text in boxes if left <= x < right and y > top + 8]
            for left, right in pairwise([*columns, 1000.0])
        ]
        numbers = sorted((y, int(text)) for _, _, y, text in cells[0] if text.isdigit())
        floor = _total([box for box in boxes if box[0] < columns[1]], words.total)
        for (y, number), below in zip(numbers, [*(y for y, _ in numbers[1:]), floor], strict=False):
            row = [sorted(each for each in column if y - 4 <= each[2] < below - 4) for column in cells]
            answer, star, points = ("".join(each[-1] for each in row[at]) for at in (1, 0, 4))
            rows[number] = KeyRow(answer, "★" in star, int(points))
    return rows


def words(pdf: Path, page: int) -> list[tuple[float, float, float, float, str]]:
    """Left, top, right and bottom of each word in points, and the word."""
    found = _WORD.findall(pdfs.boxes(pdf, page))
    return [(float(a), float(b), float(c), float(d), html.unescape(text)) for a, b, c, d, text in found]


def in_cell(pdf: Path, cells: dict[int, tuple[float, float]], number: int) -> str:
    """What stands below the number of a cell of the grid on page 1, up to the next cell."""
    left, top = cells[number]
    right = min((x for x, y in cells.values() if abs(y - top) < 2 and x > left), default=left + 75)
    return "".join(
        text
        for x, y, _, bottom, text in sorted(words(pdf, 1))
        if left - 3 < x < right - 3 and top + 4 < y and bottom < top + 29
    )


def _heads(boxes: list[tuple[float, float, str]], names: list[str]) -> tuple[float, list[float]] | None:
    """How high the row of heads stands, and where each column begins; None where there is no table."""
    for _, top, _ in boxes:
        row = {text: x - 1 for x, y, text in boxes if abs(y - top) < 2}
        if all(name.split()[0] in row for name in names):
            return top, [row[name.split()[0]] for name in names]
    return None


def _total(boxes: list[tuple[float, float, str]], name: str) -> float:
    """Where the table ends on this page: at its last line, or at the foot."""
    return max((y for _, y, text in boxes if text == name), default=_FOOT)


def shapes(pdf: Path) -> list[tuple[float, float]]:
    """Width and height in mm of everything drawn, each place once."""
    document = pypdfium2.PdfDocument(pdf)
    bounds = {
        (number, *(round(edge * MM, 2) for edge in each.get_bounds()))
        for number, page in enumerate(document)
        for each in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
    }
    document.close()
    return [(right - left, top - bottom) for _, left, bottom, right, top in bounds]


def differences(paper_pdf: Path, key_pdf: Path, edition: Edition, paper: Paper) -> list[str]:
    """Where a key does not fit a paper; empty if it fits."""
    right, rows = answers(paper_pdf, edition, paper), key_rows(key_pdf, edition)
    found = [
        f"{number}: {right.get(number)}, key {getattr(rows.get(number), 'answer', None)}"
        for number in sorted({*right, *rows})
        if number not in rows or right.get(number) != rows[number].answer
    ]
    if not set(codes(paper_pdf)) <= set(CODE.findall("".join(pages(key_pdf)))):
        found.append("the key names another code")
    return found
