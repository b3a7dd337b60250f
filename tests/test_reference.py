"""The reference of every field: whole in both languages, and as new as the model."""

from __future__ import annotations

import pytest

from generator.playbook.model.shop import Shop
from generator.reference import described, records, reference, stale
from tests.conftest import ROOT


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_is_as_new_as_the_model(language: str) -> None:
    page = ROOT / "docs" / language / "owner" / "fields.md"
    command = f".venv/bin/playbook fields --language {language} > {page.relative_to(ROOT)}"
    assert page.read_text("utf-8") == reference(language), f"write it anew: {command}"


def test_every_field_is_described_in_both_languages_and_nothing_else_is() -> None:
    for kind in records():
        for language in ("zh", "en"):
            for field in ("", *kind.model_fields):
                assert described(kind, field, language).strip(), f"{kind.__name__}.{field} in {language}"
    assert list(stale()) == []


def test_a_field_nobody_described_is_not_passed_over() -> None:
    class Corner(Shop):
        not_described: str
        """Where to park."""

    assert described(Corner, "name", "zh")
    with pytest.raises(KeyError):
        described(Corner, "not_described", "zh")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_heading_is_what_an_author_types_and_stands_once(language: str) -> None:
    headings = [line for line in reference(language).splitlines() if line.startswith("## ")]
    names = [heading.partition(" {:")[0] for heading in headings]
    assert len(set(names)) == len(names) == len(records())
    assert {"## `about`", "## `scripts.reply`", "## `training.questions` · `type: cloze`"} <= set(names)
