"""No letter on another and none beside the paper, as long as `check` is silent: tried with texts that grow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from generator.design.stamping import SheetFault
from generator.edition import edition
from generator.engines.printers import printer
from generator.playbook.model.playbook import Playbook
from generator.playbook.read.include import read
from generator.playbook.read.validation import chapters, known_keys, understood
from generator.printables import PRINTABLES, sheets
from generator.printables.sheet import SetSheet, overflowing, set_in
from tests.conftest import PLAYBOOKS, ROOT, Printed
from tests.printables.ink import Letter, faults, on_one_another

GROWTH = (4, 2, 1.5, 1.2)
"""So many times as long are the texts, from the most to the least."""
LEAST = 0.0
"""Nothing is left of a text but its first word."""
MORE = {
    "zh": "再说得长一些看看放得下放不下会不会压到旁边的字上面去",
    "en": "uncharacteristically straightforward Donaudampfschifffahrtsgesellschaft misunderstandings and so on",
}
CHOSEN = (
    "poster-norms-wall", "promise-poster", "promise-card", "usage-cream", "referral-card",
    "checklist-packing", "checklist-reviews", "form-complaint-sheet", "form-customer-record",
    "form-reaction-record", "form-opinion-survey", "form-stop-list", "form-packing-log", "form-work-plan",
    "form-courteous-phrases",
    "quiz-core-a", "role-play-skin-reaction", "path-agent", "read-agent", "sign-off",
)  # fmt: skip
"""A sheet or two of each kind; `make test-all` tries all."""


@pytest.mark.parametrize("playbook", PLAYBOOKS, ids=lambda path: path.stem)
def test_on_no_sheet_lie_letters_on_one_another_or_beside_the_paper(
    printed: Callable[[Path], Printed], playbook: Path
) -> None:
    it = printed(playbook)
    assert {page.sheet.id: faults(it.pdf(page)) for page in it.sheets if faults(it.pdf(page))} == {}


def test_letters_on_one_another_are_seen_and_ligatures_are_none() -> None:
    one, beside, over = (
        Letter("a", 10, 10, 16, 18),
        Letter("b", 15.8, 10, 22, 18),
        Letter("c", 13, 14, 19, 22),
    )
    assert list(on_one_another([one, beside])) == []
    assert list(on_one_another([one, over])) == [(one, over)]
    assert list(on_one_another([Letter("f", 1, 1, 9, 9), Letter("i", 1, 1, 9, 9)])) == []


@pytest.mark.parametrize(("name", "language"), [*zip(CHOSEN, cycle(("zh", "en")), strict=False)])
def test_as_long_as_check_is_silent_grown_texts_lie_on_nothing(
    name: str, language: str, tmp_path: Path
) -> None:
    grows_on_nothing(name, language, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_same_holds_of_every_sheet(language: str, tmp_path: Path) -> None:
    for page in grown(min(GROWTH), language):
        grows_on_nothing(page.sheet.id, language, tmp_path)


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("poster-norms-wall", "zh"),
        *(
            pytest.param(name, language, marks=pytest.mark.slow)
            for name, language in zip(CHOSEN[1:], cycle(("en", "zh")), strict=False)
        ),
    ],
)
def test_texts_of_a_word_or_two_lie_on_nothing_and_fill_no_more_pages(
    printed: Callable[[Path], Printed], name: str, language: str, tmp_path: Path
) -> None:
    page = next(each for each in grown(LEAST, language) if each.sheet.id == name)
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(printer().pdf(page.job))
    assert faults(path) == []
    it = printed(ROOT / "playbook.yaml")
    (whole,) = (each for each in it.sheets if (each.edition.language, each.sheet.id) == (language, name))
    assert len(PdfReader(path).pages) <= len(PdfReader(it.pdf(whole)).pages)


def grows_on_nothing(name: str, language: str, folder: Path) -> None:
    """At the most growth of which nothing is said; a sheet of which something always is said, is in order."""
    for times in GROWTH:
        page = next((each for each in grown(times, language) if each.sheet.id == name), None)
        assert page is not None, name
        if not (said(page, times, language)):
            path = folder / f"{name}.pdf"
            path.write_bytes(printer().pdf(page.job))
            assert faults(path) == [], (name, times)
            return


@cache
def grown(times: float, language: str) -> tuple[SetSheet, ...]:
    """The sheets of the shipped shop with every text so many times as long."""
    written = edition(longer(times), language)
    return tuple(set_in(written, each) for each in sheets(written))


@cache
def longer(times: float) -> Playbook:
    data = read(ROOT / "playbook.yaml", known_keys(), frozenset(chapters())).root.data
    found = understood(_longer(data, times))
    assert isinstance(found, Playbook)
    return found


def _longer(value: Any, times: float) -> Any:
    match value:
        case {"zh": str(zh), "en": str(en), **others} if not others and times == LEAST:
            return {"zh": _first(zh, "{[^}]*}|.{1,2}"), "en": _first(en, r"{[^}]*}|[^\s{]+")}
        case {"zh": str(zh), "en": str(en), **others} if not others:
            more = " ".join(islice(cycle(MORE["en"].split()), 40))[: round(len(en) * (times - 1))]
            return {
                "zh": zh + "".join(islice(cycle(MORE["zh"]), round(len(zh) * (times - 1)))),
                "en": f"{en} {more}".strip(),
            }
        case dict():
            return {key: _longer(each, times) for key, each in value.items()}
        case tuple():
            return tuple(_longer(each, times) for each in value)
        case _:
            return value


def _first(text: str, word: str) -> str:
    found = re.match(word, text)
    assert found, text
    return found[0]


def said(page: SetSheet, times: float, language: str) -> bool:
    """Whether a Problem of the sheet is named, by its measures or when it is laid out."""
    if any(
        problem.route[: len(page.sheet.route)] == page.sheet.route[:2]
        for problem in measured(times, language)
    ):
        return True
    try:
        return any(overflowing(page, printer()))
    except SheetFault:
        return True


@cache
def measured(times: float, language: str) -> tuple[Any, ...]:
    written = edition(longer(times), language)
    return tuple(_problems(written))


def _problems(written: Any) -> Iterator[Any]:
    for printable in PRINTABLES:
        yield from printable.problems(written)
