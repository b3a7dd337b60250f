"""Search that knows Chinese: each character a word of its own, and a hidden field of what people type.

Material cuts a query by the words of its index, and nobody types the words a dictionary would cut. So text is
cut into single characters, and the field KEYWORDS, which is searched but never shown, holds pairs of
neighbouring characters, the other names of an item and how they sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pypinyin import Style, lazy_pinyin

KEYWORDS = "kw"
WEIGHT = 10.0
"""How much a hit among the keywords counts, where one in the text counts 1 and one in the title 1000."""
SEPARATOR = r"[\s\u200b\u3000\-、。，．？！；：（）「」《》〔〕“”…,.?!;:()\[\]\"]+"
"""Between words: Material's own for Chinese, other marks, and the ends of English sentences."""
_CUT = "\u200b"
_HAN = re.compile(r"[\u3400-\u9fff]+")
_TAG = re.compile(r"<[^>]*>")


def made_findable(index: dict[str, Any], keywords: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    """Material's search index, improved. `keywords` by location: `norms.html#greet`."""
    config = {**index["config"], "separator": SEPARATOR}
    config["fields"] = {**config["fields"], KEYWORDS: {"boost": WEIGHT}}
    docs = [_document(doc, tuple(keywords.get(doc["location"], ()))) for doc in index["docs"]]
    return {**index, "config": config, "docs": docs}


def _document(doc: dict[str, Any], keywords: tuple[str, ...]) -> dict[str, Any]:
    title, text = (doc[field].replace(_CUT, "") for field in ("title", "text"))
    words = [*keywords, *_pairs([title, _TAG.sub(" ", text), *keywords]), *_sounds([title, *keywords])]
    return {**doc, "title": _cut(title), "text": _cut(text), KEYWORDS: " ".join(dict.fromkeys(words))}


def _cut(text: str) -> str:
    """A break that nobody sees around each Chinese character."""
    return _HAN.sub(lambda run: _CUT + _CUT.join(run.group()) + _CUT, text)


def _pairs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for run in _HAN.findall(text):
            yield from (run[at : at + 2] for at in range(len(run) - 1))


def _sounds(texts: Iterable[str]) -> Iterator[str]:
    """Pinyin in one word, and its first letters."""
    for text in texts:
        for run in _HAN.findall(text):
            if len(run) > 1:
                yield "".join(lazy_pinyin(run))
                yield "".join(lazy_pinyin(run, style=Style.FIRST_LETTER))
