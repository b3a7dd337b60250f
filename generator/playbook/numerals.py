"""Numerals in texts, whichever way people write them: 1,000 and 1000, 9 pm and 21:00, 2 万, 二十四, twice, November;
and how large the first one is, so that options can stand in order of size: 30 分钟 < 2 小时 < 1 day."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_WIDE = str.maketrans("０１２３４５６７８９：．％", "0123456789:.%")
_ANY_WIDE = re.compile("[０-９：．％]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_MYRIADS = re.compile(r"(\d+(?:\.\d+)?)\s*万")
_ENGLISH_HOUR = re.compile(r"\b(\d{1,2})(?::(\d\d))?\s*([ap])\.?m\b\.?", re.I)
_CHINESE_HOUR = re.compile(
    r"(上午|早上|早晨|下午|晚上|晚)?\s*(\d{1,2})\s*[点时](半|\d{1,2}\s*分?(?!钟))?(?![间候])"
)
_CLOCK = re.compile(r"\b0?(\d{1,2}:\d\d)\b")
_FIGURE = re.compile(r"\d+(?:[.:]\d+)*")

_ENGLISH = {
    0: "zero none",
    1: "a an one once first single january",
    2: "two twice second both february",
    3: "three third thrice march",
    4: "four fourth april",
    5: "five fifth may",
    6: "six sixth june",
    7: "seven seventh july",
    8: "eight eighth august",
    9: "nine ninth september",
    10: "ten tenth october",
    11: "eleven eleventh november",
    12: "twelve twelfth december noon",
    13: "thirteen",
    14: "fourteen fortnight",
    15: "fifteen",
    16: "sixteen",
    17: "seventeen",
    18: "eighteen",
    19: "nineteen",
    20: "twenty",
    24: "twenty-four",
    30: "thirty",
    40: "forty",
    48: "forty-eight",
    50: "fifty",
    60: "sixty",
    70: "seventy",
    80: "eighty",
    90: "ninety",
    100: "hundred",
    1000: "thousand",
}
_BY_WORD = {word: number for number, words in _ENGLISH.items() for word in words.split()}
_ENGLISH_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)?")
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2, "双": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_CHINESE_NUMBER = re.compile("[零一二三四五六七八九两双十百千]+")


def figures(text: str) -> set[str]:
    """The figures written in digits, each in one form: 1000, 2.5, 21:00."""
    return set(_FIGURE.findall(_plain(text))) if _FIGURE.search(text) else set()


def numbers_in_words(text: str) -> set[str]:
    """The numbers said in words, in the form of `figures`; generous, since `a` and 一 may mean one or nothing."""
    said = {str(_BY_WORD[word]) for word in map(str.lower, _ENGLISH_WORD.findall(text)) if word in _BY_WORD}
    return said | {str(_value(found)) for found in _CHINESE_NUMBER.findall(text)}


def says(text: str, value: float | str) -> bool:
    """Whether `text` says a figure, in digits or in words."""
    if isinstance(value, str) and _squeezed(value) in _squeezed(text):
        return True
    return is_among(figure(value), figures(text) | numbers_in_words(text))


def is_among(figure: str, figures: set[str]) -> bool:
    """Whether a figure is one of `figures`; 9:00 is 9 o'clock."""
    return not figures.isdisjoint({figure, f"{figure}:00", figure.removesuffix(":00")})


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def figure(value: float | str) -> str:
    """A value in the form of `figures`."""
    return _plain(value) if isinstance(value, str) else f"{value:g}" if value < 1e6 else str(int(value))


def _plain(text: str) -> str:
    # Most texts have none of these marks, and to look for one is quicker than to look for what it stands in.
    said = text.translate(_WIDE) if _ANY_WIDE.search(text) else text
    if "," in said:
        said = _THOUSANDS.sub("", said)
    if "万" in said:
        said = _MYRIADS.sub(lambda found: f"{float(found[1]) * 10000:.0f}", said)
    if "m" in said or "M" in said:
        said = _ENGLISH_HOUR.sub(lambda found: _hour(found[1], found[2], found[3].lower() == "p"), said)
    if "点" in said or "时" in said:
        said = _CHINESE_HOUR.sub(_chinese_hour, said)
    return _CLOCK.sub(r"\1", said) if ":" in said else said


def _hour(hour: str, minute: str | None, afternoon: bool) -> str:
    return f"{int(hour) % 12 + 12 * afternoon}:{minute or '00'}"


def _chinese_hour(found: re.Match[str]) -> str:
    part, hour, rest = found.groups()
    minute = "30" if rest == "半" else f"{int(re.findall(r'[0-9]+', rest)[0]):02}" if rest else "00"
    late = part in ("下午", "晚上", "晚") and int(hour) < 12
    return f"{int(hour) + 12 * late}:{minute}"


def _value(number: str) -> int:
    """一 → 1, 十五 → 15, 二十四 → 24, 一百二十 → 120; 一二三 read digit by digit."""
    if not set(number) & set(_UNITS):
        return int("".join(str(_DIGITS[digit]) for digit in number))
    return sum(_parts(number))


def _parts(number: str) -> Iterator[int]:
    digit = 0
    for character in number:
        if character in _UNITS:
            yield (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    yield digit


_MEASURE = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d\d)|(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)")
_SMALL_NUMBERS: dict[str, float] = {
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
_IN_WORDS = re.compile("|".join(rf"\b{word}\b" if word.isascii() else word for word in _SMALL_NUMBERS), re.I)
_SPANS = (
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
    if found := _MEASURE.search(said):
        value = _measured(found)
    elif found := _IN_WORDS.search(said):
        value = _SMALL_NUMBERS[found.group().lower()]
    else:
        return None
    factors = (factor for unit, factor in _SPANS if unit.match(said, found.end()))
    return value * next(factors, 1)


def _measured(found: re.Match[str]) -> float:
    if found.group("number"):
        return float(found.group("number").replace(",", ""))
    return int(found.group("hour")) + int(found.group("minute")) / 60
