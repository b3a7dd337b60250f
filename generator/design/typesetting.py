"""The finish of a printed page: neighbouring full-width marks close up, no last line is a word or a character alone,
and a figure stays with its unit.

Works on the page as it is written, text by text between two tags, so that every sheet gets it and none must ask for it.
What it puts in are elements of its own names: no style sheet takes them for something else.
"""

from __future__ import annotations

import re

_CLOSING, _OPENING = "，。；：？！、”’）】》」』…", "“‘（【《「『"
_PAIR = re.compile(rf"([{_CLOSING}])(?=[{_CLOSING}{_OPENING}])|(?<=[{_OPENING}])([{_OPENING}])")
"""Two marks side by side leave a hole of half a character between them; the one that has it is set half as wide."""
_PIECES = re.compile(r"(<[^>]*>)")
_SILENT = re.compile(r"<(style|title)\b")
_AFTER_A_GAP = re.compile(
    rf'(<span class="gap">[^<]*<span class="gap__line[^>]*></span></span>)([{_CLOSING}])'
)
LONG_HAN, TAIL_HAN = 12, 3
"""From so many characters on a text may run over a line; so many at least stand on its last one."""
_TAIL_HAN = re.compile(rf"[\u3400-\u9fff]{{{TAIL_HAN}}}[{_CLOSING}]*$")
LONG_LATIN, TAIL_LATIN = 30, 16
"""The same in letters; the two last words stay together if they take no more room than this."""
_TAIL_LATIN = re.compile(r"(?<=\s)(?=\S+ \S+$)(\S+) (\S+)$")

LONGEST_UNIT = 12
_FIGURE = re.compile(rf"(?<=\d) (?=[^\W\d_]{{1,{LONGEST_UNIT}}}(?![^\W\d_\u3400-\u9fff])|[\u3400-\u9fff])")
"""The space between a figure and the word behind it: it is no place to break a line, if the word is short."""


_HOURS = re.compile(r"\b\d{1,2}:\d\d–\d{1,2}:\d\d\b")
"""From one time of day to another: 9:30–12:00 is never broken at its dash."""


def together(text: str) -> str:
    """`text` with its figures held to their units."""
    return _FIGURE.sub("\N{NO-BREAK SPACE}", text)


def typeset(page: str, *, han: bool) -> str:
    """The page with its finish. `han`: whether it is written in Chinese characters."""
    page = _AFTER_A_GAP.sub(r"<set-together>\1\2</set-together>", page)
    pieces = _PIECES.split(page)
    silent = False
    for at in range(0, len(pieces), 2):
        before = pieces[at - 1] if at else ""
        silent = bool(_SILENT.match(before)) or (silent and not before.startswith("</"))
        if pieces[at].strip() and not silent:
            ends = at + 1 < len(pieces) and pieces[at + 1].startswith("</")
            pieces[at] = _finished(pieces[at], han, ends)
    return "".join(pieces)


def _finished(text: str, han: bool, ends: bool) -> str:
    return _HOURS.sub(r"<set-together>\g<0></set-together>", _told_apart(together(text), han, ends))


def _told_apart(text: str, han: bool, ends: bool) -> str:
    if not han:
        return _with_its_neighbour(text) if ends else text
    tail = _TAIL_HAN.search(text) if ends and len(text) >= LONG_HAN else None
    head, end = (text[: tail.start()], tail.group()) if tail else (text, "")
    whole = f"{head}<set-together>{end}</set-together>" if end else head
    return _PAIR.sub(lambda found: f"<set-half>{found.group()}</set-half>", whole)


def _with_its_neighbour(text: str) -> str:
    """The last word kept with the one before it."""
    found = _TAIL_LATIN.search(text) if len(text) >= LONG_LATIN else None
    if found is None or len(found.group()) > TAIL_LATIN:
        return text
    return f"{text[: found.start()]}{found[1]}\N{NO-BREAK SPACE}{found[2]}"
