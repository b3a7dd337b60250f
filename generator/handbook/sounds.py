"""How Chinese sounds, for whoever types it in letters: 太贵了 as taiguile and tgl; kept from one build to the next."""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import version

from generator.design.store import usual

Sound = tuple[str, str]
"""Pinyin in one word, and its first letters."""
MOST = 20_000
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
