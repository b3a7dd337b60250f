"""Search that knows Chinese, and finds an item by what customers say, by its other names and by its sound.

Material looks a query up in the words of its index, cut as they happen to be cut there, and drops the last
character of each run while doing so. So the index holds no single Chinese character and no dictionary's words,
but every pair of neighbouring characters, in fields that are searched and never shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pypinyin import Style, lazy_pinyin

FIELDS = {"title": 40.0, "text": 1.0, "names": 30.0, "pairs": 1.0}
"""What a hit counts by field. `names`: title, what customers say, aliases, pinyin. `pairs`: those of the text."""
PAGE_WITH_PARTS = 0.2
"""Material puts a page before its parts; people look for the part."""
SEPARATOR = r"[\s\u200b\u3000\-、。，．？！；：（）「」《》〔〕“”‘’…·,.?!;:()\[\]\"]+"
"""What stands between words: Material's own for Chinese, and the marks it leaves attached."""
_HAN = re.compile(r"[\u3400-\u9fff]+")
_TAG = re.compile(r"<[^>]*>")
_ALONE = re.compile(r"(?<![\u3400-\u9fff])([\u3400-\u9fff])(?![\u3400-\u9fff])")
_JOINER = "\u2060"
"""Has no width. Follows a character that stands alone, so that it is no word of its own in the index."""


def made_findable(index: dict[str, Any], keywords: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    """Material's search index, improved. `keywords` by location: `norms.html#greet`."""
    fields = {name: {"boost": boost} for name, boost in FIELDS.items()}
    # No stemming: Material looks for words that begin with what is typed, and a stem is too short for that.
    config = {**index["config"], "separator": SEPARATOR, "pipeline": [], "fields": fields}
    parts = {doc["location"].partition("#")[0] for doc in index["docs"] if "#" in doc["location"]}
    docs = [_document(doc, tuple(keywords.get(doc["location"], ())), parts) for doc in index["docs"]]
    return {**index, "config": config, "docs": docs}


def _document(doc: dict[str, Any], keywords: tuple[str, ...], parts: set[str]) -> dict[str, Any]:
    # A dictionary that happens to be installed leaves its breaks behind.
    title, text = (doc[field].replace("\u200b", "") for field in ("title", "text"))
    names = [_ALONE.sub(rf"\1{_JOINER}", name) for name in (title, *keywords)]
    weight = doc.get("boost", 1) * (PAGE_WITH_PARTS if doc["location"] in parts else 1)
    return {
        **doc,
        "title": _ALONE.sub(rf"\1{_JOINER}", title),
        "text": _ALONE.sub(rf"\1{_JOINER}", text),
        "names": _joined([*names, *_pairs(names), *_sounds(names)]),
        "pairs": _joined(_pairs([_TAG.sub(" ", text)])),
        "boost": weight,
    }


def _joined(words: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(words))


def _pairs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for run in _HAN.findall(text):
            yield from (run[at : at + 2] for at in range(len(run) - 1))
            # Found by whoever types this one character.
            yield run[-1] + _JOINER


def _sounds(texts: Iterable[str]) -> Iterator[str]:
    """Pinyin in one word, and its first letters."""
    for text in texts:
        for run in _HAN.findall(text):
            if len(run) > 1:
                yield "".join(lazy_pinyin(run))
                yield "".join(lazy_pinyin(run, style=Style.FIRST_LETTER))
