"""What we read of the fonts ourselves is what fontTools finds in them."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from generator.design.font_file import FontFile
from generator.design.type import FOLDER


@pytest.mark.parametrize("name", ["NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"])
def test_glyphs_widths_and_heights_are_those_of_the_font(name: str) -> None:
    ours = FontFile(FOLDER / name)
    with TTFont(FOLDER / name, lazy=True) as theirs:
        order, outlines = theirs.getGlyphOrder(), theirs["glyf"]
        assert ours.unit == theirs["head"].unitsPerEm
        assert {each: order[glyph] for each, glyph in ours.glyphs.items()} == theirs.getBestCmap()
        advances = [ours.advance(glyph) for glyph in range(len(order))]
        assert advances == [theirs["hmtx"][glyph][0] for glyph in order]
        for character in "国H一g，“":
            outline = outlines[order[ours.glyphs[ord(character)]]]
            assert ours.height(ours.glyphs[ord(character)]) == (outline.yMin, outline.yMax)
