"""Search that knows Chinese, and finds an item by what customers say, by its other names and by its sound.

Material looks a query up in the words of its index, cut as they happen to be cut there, and drops the last
character of each run while doing so. So the index holds no single Chinese character and no dictionary's words,
but every pair of neighbouring characters, in fields that are searched and never shown.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.handbook.entries import PAGE_WITH_PARTS, entry, words
from generator.handbook.sounds import sound
from generator.output import Entry, Page

FIELDS = {"title": 15.0, "names": 30.0, "words": 1.0}
"""What a hit counts by field. `names`: title, what customers say, aliases, pinyin. `words`: those of the text."""
SEPARATOR = r"[\s\u200b\u3000\-、。，．？！；：（）「」《》〔〕“”‘’…·,.?!;:()\[\]\"]+"
"""What stands between words: Material's own for Chinese, and the marks it leaves attached."""
_WORDS = re.compile(rf"(?:(?!{SEPARATOR}|[\u3400-\u9fff]).)+|[\u3400-\u9fff]+")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_ALONE = re.compile(r"(?<![\u3400-\u9fff])([\u3400-\u9fff])(?![\u3400-\u9fff])")
_JOINER = "\u2060"
"""Has no width. Follows a character that stands alone, so that it is no word of its own in the index."""


def findable(page: Page) -> Iterator[dict[str, Any]]:
    """A page and its parts as records of the index."""
    for each in page.content.entries:
        location = page.uri + (f"#{each.anchor}" if each.anchor else "")
        yield _record(location, each)


def written(docs: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The hand-written pages as Material found them, as records of the index."""
    parts = {doc["location"].partition("#")[0] for doc in docs if "#" in doc["location"]}
    for doc in docs:
        # A dictionary that happens to be installed leaves its breaks behind.
        title, text = (doc[field].replace("\u200b", "") for field in ("title", "text"))
        location = doc["location"]
        weight = doc.get("boost", 1) * (PAGE_WITH_PARTS if location in parts else 1)
        anchor = location.partition("#")[2]
        yield _record(location, entry(words(title), anchor, words(text), (), weight))


def index(records: Iterable[Mapping[str, Any]], config: Mapping[str, Any]) -> dict[str, Any]:
    """The index as Material's search reads it; `config` is what Material would say of it."""
    # The text itself is shown and not searched: its long runs of characters would make the index slow to build.
    fields = {name: {"boost": boost} for name, boost in FIELDS.items()}
    # No stemming: Material looks for words that begin with what is typed, and a stem is too short for that.
    said = {**config, "separator": SEPARATOR, "pipeline": [], "fields": fields}
    return {"config": said, "docs": [*records]}


def _record(location: str, found: Entry) -> dict[str, Any]:
    return {
        "location": location,
        "title": _ALONE.sub(rf"\1{_JOINER}", html.escape(found.title, quote=False)),
        "text": html.escape(found.teaser, quote=False),
        "names": _joined([*_words(found.names), *_sounds(found.names)]),
        "words": _joined(_words([found.words])),
        "boost": found.weight,
    }


def _joined(words: Iterable[str]) -> str:
    # The worker takes what looks like a tag for one.
    return " ".join(word for word in dict.fromkeys(words) if "<" not in word and ">" not in word)


def _words(texts: Iterable[str]) -> Iterator[str]:
    """The words of a text; of Chinese, each pair of neighbouring characters."""
    for text in texts:
        # Whoever types a query has no ’ on the keyboard, or a telephone that puts it in.
        for word in _WORDS.findall(text.lower().replace("’", "'")):
            if _HAN.match(word):
                yield from (word[at : at + 2] for at in range(len(word) - 1))
                # Found by whoever types this one character.
                yield word[-1] + _JOINER
            else:
                yield word


def _sounds(texts: Iterable[str]) -> Iterator[str]:
    """Pinyin in one word, and its first letters."""
    for text in texts:
        for run in _HAN.findall(text):
            if len(run) > 1:
                yield from sound(run)
