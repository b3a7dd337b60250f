"""Neighbouring full-width marks close up; the last line of a text is never a word or a character alone."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.design.templates import css
from generator.design.typesetting import together, typeset
from generator.engines.weasyprint import weasyprint

PAGE = (
    "<html lang='{tag}'><title>{words}</title><style>{css} @page {{ size: 90mm 60mm; margin: 5mm }}</style>"
    "<p style='width: {wide}mm; font-size: 10.5pt'>{words}</p></html>"
)


@pytest.mark.parametrize(
    ("written", "finished"),
    [
        ("说：“好”，再问", "说<h>：</h>“好<h>”</h>，再问"),
        ("（“急”）", "（<h>“</h>急<h>”</h>）"),
        ("好。他走", "好。他走"),
        ("a, b", "a, b"),
    ],
)
def test_of_two_marks_the_one_with_the_hole_is_set_half_as_wide(written: str, finished: str) -> None:
    assert typeset(f"<p>{written}</p>", han=True) == f"<p>{finished.replace('h>', 'set-half>')}</p>"


def test_titles_styles_and_attributes_are_left_alone() -> None:
    page = '<title>说：“好”</title><style>a::after { content: "：“" }</style><p title="：“">好</p>'
    assert typeset(page, han=True) == page


def test_a_blank_keeps_the_mark_behind_it() -> None:
    gap = '<span class="gap">①<span class="gap__line" style="width: 25mm"></span></span>'
    assert typeset(f"<p>在{gap}。</p>", han=True) == f"<p>在<set-together>{gap}。</set-together></p>"


@pytest.mark.parametrize("wide", range(40, 80))
def test_a_last_line_has_three_characters_or_more(wide: int) -> None:
    words = "顾客问起的时候照着这一页说，没有把握的先记下来，当天问清楚了再回。"
    assert len(last_line(words, "zh-CN", wide, han=True).rstrip("。")) >= 3


@pytest.mark.parametrize("wide", range(40, 80))
def test_a_last_line_has_two_words_or_more(wide: int) -> None:
    words = "Say what you know, write down what you do not, and call back the same day."
    assert len(last_line(words, "en", wide, han=False).split()) >= 2


def last_line(words: str, tag: str, wide: int, *, han: bool) -> str:
    styles = css("tokens.css", "paper.css")
    page = typeset(PAGE.format(tag=tag, words=words, css=styles, wide=wide), han=han)
    pdf = pypdfium2.PdfDocument(io.BytesIO(weasyprint().HTML(string=page).write_pdf()))
    lines = pdf[0].get_textpage().get_text_range().split("\r\n")
    pdf.close()
    return [line for line in lines if line.strip()][-1].replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("noted in 2 hours, answered in 1 working day", "noted in 2~hours, answered in 1~working day"),
        ("投诉 2 小时内受理", "投诉 2~小时内受理"),
        ("call 12345 representatives", "call 12345 representatives"),
        ("in 10 20 minutes", "in 10 20~minutes"),
    ],
)
def test_a_figure_stays_with_its_unit(written: str, kept: str) -> None:
    assert together(written).replace("\N{NO-BREAK SPACE}", "~") == kept


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text("，。“”（）好 a", max_size=30), st.booleans())
def test_no_word_is_changed(words: str, han: bool) -> None:
    reader = _Text()
    reader.feed(typeset(f"<p>{words}</p>", han=han))
    assert re.sub(r"\s", " ", reader.text) == re.sub(r"\s", " ", words)
