"""A cut of a font draws what the whole font draws, under the same numbers, and nothing else."""

from __future__ import annotations

import io
import struct
from unicodedata import name

import pytest
from fontTools.ttLib import TTFont

from generator.design.field_font import typed, typed_glyphs
from generator.design.font_cutting import cut
from generator.design.font_file import FontFile
from generator.design.type import FOLDER

WHOLE = FOLDER / "NotoSansSC-Regular.ttf"


def test_glyphs_keep_their_number_their_outline_and_their_place() -> None:
    ours = FontFile(WHOLE)
    glyphs = {ours.glyphs[ord(each)] for each in "（堃g“一 "}
    made = cut(ours, glyphs)
    assert len(made) < 400_000
    with TTFont(io.BytesIO(made), checkChecksums=2) as theirs, TTFont(WHOLE, lazy=True) as whole:
        order, before = theirs.getGlyphOrder(), whole.getGlyphOrder()
        assert len(order) == max(glyphs) + 1
        for glyph, name in enumerate(order):
            outline = theirs["glyf"][name]
            if glyph in {0, *glyphs}:
                assert outline == whole["glyf"][before[glyph]]
                assert theirs["hmtx"][name] == whole["hmtx"][before[glyph]]
            else:
                assert outline.numberOfContours == 0


@pytest.mark.parametrize("name", ["NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"])
def test_no_glyph_is_composed_of_others(name: str) -> None:
    ours = FontFile(FOLDER / name)
    (count,) = struct.unpack_from(">H", ours.table(b"maxp"), 4)
    outlines = (ours.outline(glyph) for glyph in range(count))
    assert all(struct.unpack_from(">h", outline)[0] >= 0 for outline in outlines if outline)


def test_the_bearings_are_those_of_the_font() -> None:
    ours = FontFile(WHOLE)
    with TTFont(WHOLE, lazy=True) as theirs:
        order = theirs.getGlyphOrder()
        # The last glyphs share one advance and state only where they begin.
        for glyph in (*range(0, len(order), 97), *range(len(order) - 320, len(order))):
            assert ours.bearing(glyph) == theirs["hmtx"][order[glyph]][1]


def test_what_names_are_written_with_can_be_typed_and_no_radical_stands_for_a_character() -> None:
    characters = typed()
    assert len([each for each in characters if name(each, "").startswith("CJK UNIFIED")]) > 8200
    assert not [each for each in "堃喆㛃张欧阳·（）０Ａéü€" if each not in characters]
    assert not [each for each in characters if "\u2e80" <= each <= "\u2fdf" or "\uf900" <= each <= "\ufaff"]
    said = {bytes.fromhex(each).decode("utf-16-be") for each in typed_glyphs().values()}
    # Two characters that are drawn alike are one glyph, which stands for the usual one.
    assert {*characters} - said == {"\u00a0", "\u00ad", "\u30fb"}
