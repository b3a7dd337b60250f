"""Questions made from the playbook as they are asked in a language: texts of the playbook within our own few words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from generator.edition import Edition, once
from generator.outlines.asked import Asked, Option
from generator.playbook.papers.derived import derived
from generator.playbook.papers.making import Derived, Place
from generator.set_text import SetText, joined, parts_of

GAP = "____"


@once
def made(edition: Edition) -> Iterator[Asked]:
    """Those the playbook asks for, in its order; in every language the same, with their options in the same order."""
    training = edition.written.training
    for each in derived(edition.written) if training else ():
        yield _asked(edition, training.seed if training else "", each)


def _asked(edition: Edition, seed: str, it: Derived) -> Asked:
    return Asked(
        id=it.id,
        kind="single",
        topic=it.topic,
        points=1,
        stem=(_stem(edition, it),),
        options=tuple(_options(edition, seed, it)),
        feedback=_said(edition, it.about) if it.way == "figure" else "",
        use=("selfcheck", "anki"),
        sources=(it.source,),
    )


def _stem(edition: Edition, it: Derived) -> str:
    words = getattr(edition.labels.paper.derived.stems, it.way)
    about = _said(edition, it.about)
    if it.way == "figure":
        about = _cut(about, it.fact)
    limit = edition.fact(it.fact) if it.fact else ""
    return str(words.format(about, limit=limit))


def _cut(text: str, fact: str) -> SetText:
    """The text with a gap where the figure stands."""
    pieces = (GAP if part.name == fact else part.text for part in parts_of(text))
    return joined("", tuple(pieces))


def _options(edition: Edition, seed: str, it: Derived) -> Iterator[Option]:
    words: Mapping[str, str] = edition.labels.paper.derived.why
    whys: tuple[Place | None, ...] = (it.why_right, *(it.why_wrong or (None,) * len(it.wrong)))
    options = [
        (place, place == it.right, words.get(it.way, "{}").format(_said(edition, why)) if why else "")
        for place, why in zip((it.right, *it.wrong), whys, strict=True)
    ]

    def order(option: tuple[Place, bool, str]) -> Any:
        # Figures stand by size, as on a paper; all else in an order that ids decide.
        if it.way == "figure":
            return edition.value(option[0].id)
        said = "\x1f".join((seed, it.id, option[0].chapter, option[0].id, *map(str, option[0].way)))
        return hashlib.sha256(said.encode()).digest()

    for place, right, why in sorted(options, key=order):
        yield Option(_said(edition, place), right, why)


def _said(edition: Edition, place: Place) -> str:
    found: str = place.of(edition.items)
    return found
