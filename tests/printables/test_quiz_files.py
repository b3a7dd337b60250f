"""All variants of a paper in one file: each on a front, each page with its code, its name line and no answer."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from generator.output import OutputFile
from tests.conftest import ROOT, Printed

QUIZ = ROOT / "tests/playbooks/quiz.yaml"
Make = Callable[[Path], Printed]


def pages(pdf: bytes) -> list[str]:
    return [
        re.sub(r"\s", "", page.get_textpage().get_text_range())
        for page in pypdfium2.PdfDocument(io.BytesIO(pdf))
    ]


@pytest.fixture
def files(printed: Make) -> dict[tuple[str, str], OutputFile]:
    return {(it.language, it.id): it for it in printed(QUIZ).made.for_trainer()}


def test_a_paper_of_one_variant_has_no_file_of_all(files: dict[tuple[str, str], OutputFile]) -> None:
    assert {name for _, name in files if "-all" in name} == {"quiz-counter-all", "quiz-counter-all-keys"}


@pytest.mark.parametrize("kind", ["", "-key"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_variant_begins_on_a_front_and_is_there_page_by_page(
    files: dict[tuple[str, str], OutputFile], language: str, kind: str
) -> None:
    bound = pages(files[language, f"quiz-counter-all{kind and '-keys'}"].content())
    at = 0
    for letter in "abc":
        alone = pages(files[language, f"quiz-counter-{letter}{kind}"].content())
        assert at % 2 == 0
        assert bound[at : at + len(alone)] == alone
        at += len(alone)
        if at % 2:
            assert bound[at] == ""
            at += 1
    assert at == len(bound)


def test_the_papers_hold_no_word_of_the_keys_and_both_are_the_trainer_s(
    files: dict[tuple[str, str], OutputFile],
) -> None:
    papers, keys = (files["zh", f"quiz-counter-all{each}"] for each in ("", "-keys"))
    assert papers.folder == keys.folder == "trainer"
    assert not [page for page in pages(papers.content()) if "答案与评分表" in page]
    assert all("答案" in page for page in pages(keys.content()) if page)
    assert papers.content() == papers.content()
