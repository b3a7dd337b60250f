"""The shop's colour can be read wherever the handbook sets words in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from generator.design.colour import mixed, readable
from generator.design.screen import NIGHT, PAPER
from generator.playbook.colour import READABLE, contrast

colours = some.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_contrast_is_that_of_the_guideline() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    # 4.48 and 4.54 are the greys on either side of the limit that the guideline's tools all name.
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


@given(colours)
def test_words_in_any_colour_can_be_read_by_day_and_by_night(brand: str) -> None:
    for ground, share in ((PAPER, 0.07), (NIGHT, 0.28)):
        tint = mixed(brand, ground, share)
        ink = readable(brand, ground, tint)
        assert contrast(ink, tint) >= READABLE
        assert contrast(ink, ground) >= READABLE
