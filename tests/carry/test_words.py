"""Every reason has its sentence, and every sentence its reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.labels import labels
from generator.labels.carry import NoteWords, RefusedWords
from tests.conftest import ROOT

SOURCES = "\n".join(
    path.read_text("utf-8")
    for path in (*Path(ROOT / "generator" / "carry").rglob("*.py"), ROOT / "generator" / "carrying.py")
)
RAISED = set(re.findall(r'Refused\(\s*"(\w+)"', SOURCES))


@pytest.mark.parametrize("words", [RefusedWords, NoteWords])
def test_no_sentence_is_there_for_nothing(words: type[RefusedWords | NoteWords]) -> None:
    assert [name for name in words.model_fields if f'"{name}"' not in SOURCES] == []


def test_what_is_refused_has_a_sentence() -> None:
    assert RAISED - RefusedWords.model_fields.keys() == set()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_languages_say_the_same_things_with_the_same_details(language: str) -> None:
    ours, other = labels(language).carry, labels("en").carry
    for group in ("refused", "notes", "draft"):
        for name, sentence in getattr(ours, group):
            assert blanks(sentence) == blanks(getattr(getattr(other, group), name)), name


def blanks(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w*)\}", sentence))
