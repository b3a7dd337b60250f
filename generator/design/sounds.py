"""How Chinese sounds, for whoever types it in letters: 太贵了 as taiguile and tgl, kept from one build to the next; and
which characters there are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from generator.design.store import usual

if TYPE_CHECKING:
    from opencc import OpenCC

Sound = tuple[str, str]
"""Pinyin in one word, and its first letters."""
MOST = 60_000
"""So many runs of characters are kept; beyond that, those of the last build alone."""
_heard: dict[str, Sound] = {}
"""Those of this process."""


def sound(run: str) -> Sound:
    """How a run of Chinese characters sounds."""
    if run not in _heard:
        kept = _kept().get(run)
        _heard[run] = (kept[0], kept[1]) if kept else _reckoned(run)
    return _heard[run]


def keep_sounds() -> None:
    """Keeps what is new, if that is possible."""
    before = _kept()
    if not _heard.keys() <= before.keys():
        found = {**before, **_heard}
        usual().put(_key(), json.dumps(found if len(found) <= MOST else _heard).encode())


def traditional(characters: Iterable[str]) -> dict[str, str]:
    """The traditional forms of the characters, each with what it is in simplified script."""
    pairs = ((_converter().convert(each), each) for each in sorted(characters))
    return {form: each for form, each in pairs if form != each}


@cache
def in_use() -> tuple[str, ...]:
    """The 3,755 characters of everyday use: the first level of GB 2312."""
    return tuple(_of_rows(range(0xB0, 0xD8)))


def _of_rows(rows: range) -> Iterator[str]:
    for row in rows:
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes([row, cell]).decode("gb2312")
            except UnicodeDecodeError:  # The last row is not full.
                return


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("s2t")


def _reckoned(run: str) -> Sound:
    # To read its dictionary in takes a quarter of a second, which nobody waits for who has edited one reply.
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(run)
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)


@cache
def _kept() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(usual().get(_key()) or b"{}")
    return found


@cache
def _key() -> str:
    return f"sounds-{version('pypinyin')}"
