"""The size of the first figure in a text, so that options can stand in order of size: 30 分钟 < 2 小时 < 1 day."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d\d)|(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)")
_WORDS: dict[str, float] = {
    **dict.fromkeys(("半", "half"), 0.5),
    **{word: value for value, word in enumerate("一二三四五六七八九十", 1)},
    "两": 2,
    **{
        word: value
        for value, word in enumerate(
            ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1
        )
    },
}
_IN_WORDS = re.compile("|".join(rf"\b{word}\b" if word.isascii() else word for word in _WORDS), re.I)
_UNITS = (
    (re.compile(r"\s*个?半?\s*(秒|seconds?\b)"), 1 / 60),
    (re.compile(r"\s*(分钟|minutes?\b)"), 1),
    (re.compile(r"\s*个?半?\s*(小时|(an )?hours?\b)"), 60),
    (re.compile(r"\s*个?\s*(工作日|营业日|天|日|(a |working |open )?days?\b)"), 60 * 24),
    (re.compile(r"\s*个?\s*(周|星期|weeks?\b)"), 60 * 24 * 7),
    (re.compile(r"\s*个?\s*(月|months?\b)"), 60 * 24 * 30),
    (re.compile(r"\s*(年|years?\b)"), 60 * 24 * 365),
)
"""Spans of time in minutes, as they follow a figure. A month counts 30 days: this is for sorting only."""


def size(text: str) -> float | None:
    """How large the first figure is, spans of time in minutes; None where there is no figure."""
    said = unicodedata.normalize("NFKC", text)
    if found := _DIGITS.search(said):
        value = _value(found)
    elif found := _IN_WORDS.search(said):
        value = _WORDS[found.group().lower()]
    else:
        return None
    factors = (factor for unit, factor in _UNITS if unit.match(said, found.end()))
    return value * next(factors, 1)


def _value(found: re.Match[str]) -> float:
    if found.group("number"):
        return float(found.group("number").replace(",", ""))
    return int(found.group("hour")) + int(found.group("minute")) / 60
