"""The index of the search, ready-made: what people call a thing and what stands there, cut as a query is cut.

Of Chinese, every pair of neighbouring characters; of everything else, the words. No dictionary decides, and nothing is
indexed in the browser: `assets/finder.js` looks a query up in the tables written here. The owner's hand-written pages
are for the owner, who finds them in the menu; nobody in a chat wants them among the results.
"""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from generator.design.sounds import in_use, sound, traditional
from generator.handbook.entries import PAGE_WITH_PARTS, entry, words
from generator.output import Entry, Page

INDEX = "search/index.js"
"""Below the folder of its language; a classic script, for file:// gives nothing else."""
OWNERS = "owner/"
"""The folder of hand-written pages that are for the owner."""
COMMON = 0.3
"""A word of the text that stands on more of all pages says nothing."""
THEIRS: dict[str, object] = {
    "config": {"lang": [], "separator": r"[\s\u200b\-]+", "pipeline": []},
    "docs": [],
}
"""What the theme reads as its own index on every page: nothing."""
_WORDS = re.compile(r"[\u3400-\u9fff]+|(?:(?![\u3400-\u9fff])\w)+(?:'\w+)*")
_HAN = re.compile(r"[\u3400-\u9fff]")
_ENDING = re.compile(r"(?:ings?|ed|es|s|e|ers?|ly|ment)$")
_LITTLE = set("的了是在和也就都而与及或着之其等把被让给向从到对于以个这那您我你")
"""Characters that join others: a pair with one of them says nothing of a text, only of a phrase."""


@dataclass(frozen=True)
class Found:
    """What a result leads to."""

    location: str
    entry: Entry


def findable(page: Page) -> Iterator[Found]:
    """A page and its parts."""
    for each in page.content.entries:
        yield Found(page.uri + (f"#{each.anchor}" if each.anchor else ""), each)


def written(docs: Sequence[Mapping[str, Any]]) -> Iterator[Found]:
    """The hand-written pages as Material found them."""
    parts = {doc["location"].partition("#")[0] for doc in docs if "#" in doc["location"]}
    for doc in docs:
        location = doc["location"]
        if location.startswith(OWNERS):
            continue
        # A dictionary that happens to be installed leaves its breaks behind.
        title, text = (doc[field].replace("\u200b", "") for field in ("title", "text"))
        weight = doc.get("boost", 1) * (PAGE_WITH_PARTS if location in parts else 1)
        yield Found(location, entry(words(title), location.partition("#")[2], words(text), (), weight))


def index(found: Iterable[Found], same: Iterable[Sequence[str]] = ()) -> str:
    """`window.handbookIndex`: results, phrases by the result they lead to, and where each word stands, as differences.

    `same`: words with one meaning; wherever one stands, the first of them is written down.
    """
    all_found = [*found]
    first = {word: words[0] for words in ([*map(_lower, each)] for each in same) for word in words}
    phrases = [(at, name) for at, each in enumerate(all_found) for name in dict.fromkeys(each.entry.names)]
    names = _places(cut(name, first) for _, name in phrases)
    texts = _places(_telling(each.entry.words, first) for each in all_found)
    said = {
        "same": first,
        "docs": [_shown(each) for each in all_found],
        "phrases": [at for at, _ in phrases],
        "names": _written_out(names),
        "words": _written_out(
            {w: at for w, at in texts.items() if len(at) <= max(1, COMMON * len(all_found))}
        ),
        **_sounding(names),
    }
    return f"window.handbookIndex = {json.dumps(said, ensure_ascii=False, separators=(',', ':'))};\n"


def cut(text: str, first: Mapping[str, str] | None = None) -> Iterator[str]:
    """The words of a text; of Chinese, each pair of neighbouring characters, or the one that stands alone."""
    for word in _WORDS.findall(_with_one_word_for_each(_lower(text), first or {})):
        if _HAN.match(word) and len(word) > 1:
            yield from (one + other for one, other in pairwise(word))
        else:
            yield word if _HAN.match(word) else stem(word)


def stem(word: str) -> str:
    """What is left of a word of letters without its ending: return, returned, returning. `finder.js` has the same."""
    plain = re.sub(r"'s?$", "", word)
    cut = _ENDING.sub("", re.sub(r"(?:ies|ied|y)$", "i", plain)) if len(plain) > 3 else plain
    return re.sub(r"([^aeiouls])\1$", r"\1", plain if len(cut) < 3 else cut)


def _lower(text: str) -> str:
    # Whoever types a query has no ’ on the keyboard, or a telephone that puts it in.
    return text.lower().replace("’", "'")


def _with_one_word_for_each(text: str, first: Mapping[str, str]) -> str:
    """`text` in which what means the same is said in the same word; the longest there is counts."""
    if not first:
        return text
    any_of, meant = _alike(tuple(first.items()))
    return any_of.sub(lambda match: meant[_joined(match[0])], text)


@cache
def _alike(first: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What finds any of the words, the longest there is, and the word to say for each as it is looked up."""
    longest = sorted((word for word, _ in first), key=len, reverse=True)
    return re.compile("|".join(map(_whole, longest))), {_joined(word): each for word, each in first}


def _whole(word: str) -> str:
    """A pattern of the word, of letters as a whole word."""
    if not "a" <= word[0] <= "z":
        return re.escape(word)
    return rf"(?<![a-z]){'[ -]?'.join(map(re.escape, re.split('[ -]', word)))}(?![a-z])"


def _joined(word: str) -> str:
    """A word as it is looked up: `knock off` and `knockoff` are `knock-off`, too."""
    return re.sub("[ -]", "", word)


def _telling(text: str, first: Mapping[str, str]) -> Iterator[str]:
    return (word for word in cut(text, first) if not (_HAN.match(word) and _LITTLE & set(word)))


def _shown(found: Found) -> tuple[str, str, str, float]:
    entry = found.entry
    # A script is shown by its reply (handbook/answers.py).
    teaser = "" if found.location.startswith("scripts/") else entry.teaser
    return (
        found.location,
        html.escape(entry.title, quote=False),
        html.escape(teaser, quote=False),
        entry.weight,
    )


def _places(texts: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """In which of the texts each word stands."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        for word in dict.fromkeys(text):
            found[word].append(at)
    return found


def _written_out(places: Mapping[str, Sequence[int]]) -> dict[str, str]:
    return {
        word: " ".join(str(at - before) for before, at in pairwise([0, *places[word]]))
        for word in sorted(places)
    }


def _sounding(names: Collection[str]) -> dict[str, dict[str, str]]:
    """How characters sound, which pairs sound otherwise together, and the traditional forms; nothing where a few words are Chinese."""
    pairs = sorted(word for word in names if _HAN.match(word))
    if len(pairs) * 2 < len(names):
        pairs = []
    characters = {*in_use(), *"".join(pairs)} if pairs else set()
    sounds: dict[str, str] = {}
    for character in sorted(characters):
        syllable = sound(character)[0]
        sounds[syllable] = sounds.get(syllable, "") + character
    apart = ((pair, "".join(sound(each)[0] for each in pair)) for pair in pairs)
    spoken = {pair: together for pair, alone in apart if (together := sound(pair)[0]) != alone}
    return {"sounds": sounds, "spoken": spoken, "simple": traditional(characters)}
