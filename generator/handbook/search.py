"""Search that knows Chinese, and finds an item by what customers say, by its other names and by its sound.

Material looks a query up in the words of its index, cut as they happen to be cut there, and drops the last
character of each run while doing so. So the index holds no single Chinese character and no dictionary's words,
but every pair of neighbouring characters, in fields that are searched and never shown.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pypinyin import Style, lazy_pinyin

from generator.handbook.links import web
from generator.output import Page

FIELDS = {"title": 15.0, "names": 30.0, "words": 1.0}
"""What a hit counts by field. `names`: title, what customers say, aliases, pinyin. `words`: those of the text."""
PAGE_WITH_PARTS = 0.2
"""Material puts a page before its parts; people look for the part."""
SEPARATOR = r"[\s\u200b\u3000\-、。，．？！；：（）「」《》〔〕“”‘’…·,.?!;:()\[\]\"]+"
"""What stands between words: Material's own for Chinese, and the marks it leaves attached."""
_WORDS = re.compile(rf"(?:(?!{SEPARATOR}|[\u3400-\u9fff]).)+|[\u3400-\u9fff]+")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_ALONE = re.compile(r"(?<![\u3400-\u9fff])([\u3400-\u9fff])(?![\u3400-\u9fff])")
TEASER = 160
"""So many characters of an item's text are shown below its title."""
_TAG = re.compile(r"<[^>]*>")
_JOINER = "\u2060"
"""Has no width. Follows a character that stands alone, so that it is no word of its own in the index."""


def by_location(pages: Iterable[Page]) -> Mapping[str, tuple[str, ...]]:
    """The keywords of all pages and their parts, as Material's index names them."""
    return {
        web(page.uri) + (f"#{anchor}" if anchor else ""): words
        for page in pages
        for anchor, words in page.keywords.items()
    }


def made_findable(index: dict[str, Any], keywords: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    """Material's search index, improved. `keywords` by location: `norms.html#greet`."""
    # The text itself is shown and not searched: its long runs of characters would make the index slow to build.
    fields = {name: {"boost": boost} for name, boost in FIELDS.items()}
    # No stemming: Material looks for words that begin with what is typed, and a stem is too short for that.
    config = {**index["config"], "separator": SEPARATOR, "pipeline": [], "fields": fields}
    parts = {doc["location"].partition("#")[0] for doc in index["docs"] if "#" in doc["location"]}
    docs = [_document(doc, tuple(keywords.get(doc["location"], ())), parts) for doc in index["docs"]]
    return {**index, "config": config, "docs": docs}


def _document(doc: dict[str, Any], keywords: tuple[str, ...], parts: set[str]) -> dict[str, Any]:
    # A dictionary that happens to be installed leaves its breaks behind.
    title, marked = (doc[field].replace("\u200b", "") for field in ("title", "text"))
    text = " ".join(html.unescape(_TAG.sub(" ", marked)).split())
    names = [html.unescape(title), *keywords]
    return {
        **doc,
        "title": _ALONE.sub(rf"\1{_JOINER}", title),
        "text": html.escape(text[:TEASER], quote=False),
        "names": _joined([*_words(names), *_sounds(names)]),
        "words": _joined(_words([text])),
        "boost": doc.get("boost", 1) * (PAGE_WITH_PARTS if doc["location"] in parts else 1),
    }


def _joined(words: Iterable[str]) -> str:
    # The worker takes what looks like a tag for one.
    return " ".join(word for word in dict.fromkeys(words) if "<" not in word and ">" not in word)


def _words(texts: Iterable[str]) -> Iterator[str]:
    """The words of a text; of Chinese, each pair of neighbouring characters."""
    for text in texts:
        for word in _WORDS.findall(text.lower()):
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
                yield "".join(lazy_pinyin(run))
                yield "".join(lazy_pinyin(run, style=Style.FIRST_LETTER))
