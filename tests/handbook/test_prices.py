"""The pages of price lists and notices: every price as texts say it, every line found by what people call it."""

from __future__ import annotations

import pytest

from generator.handbook import pages
from generator.outlines.prices import rows
from generator.output import Page
from tests.conftest import ROOT
from tests.handbook.books import set_in, words_of

PRICED = ROOT / "tests" / "playbooks" / "priced.yaml"


def page(uri: str, language: str) -> Page:
    return next(each for each in pages(set_in(PRICED, language), []) if each.uri == uri)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_price_stands_on_its_page_as_texts_say_it(language: str) -> None:
    said = words_of(page("prices.html", language).html)
    edition = set_in(PRICED, language)
    for it in edition.playbook.prices:
        for group in rows(edition, it):
            for row in group.rows:
                assert row.price.name in said
                assert all(cell in said for cell in row.cells), row


def test_a_line_is_found_by_its_other_names_and_with_its_variant() -> None:
    entries = {entry.anchor: entry for entry in page("prices.html", "en").content.entries}
    assert {"picture frame", "Large Wooden frame", "Framing prices Wooden frame"} <= {*entries["frame"].names}
    assert "80 yuan" in entries["frame"].teaser


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_notice_is_read_in_the_handbook_whoever_it_is_for(language: str) -> None:
    said = words_of(page("notices.html", language).html)
    for notice in set_in(PRICED, language).playbook.notices:
        assert all(line in said for line in (notice.title, *notice.lines))
