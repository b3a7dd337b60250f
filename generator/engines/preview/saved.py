"""What an edit means: what still says it the old way, what follows by itself, which questions and sheets are others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.engines.preview.written import Key, Written
from generator.labels.preview import SavedWords
from generator.playbook.languages import LANGUAGES
from generator.renewal import Listed, renewal
from generator.set_text import SetText

MOST = 6
"""So many are named of each kind; the rest is counted."""
BRIEF = 40
"""Characters of a text that are shown."""
TELLING = {True: 6, False: 16}
"""Characters from which a wording within another text is no chance; of Han, and of other scripts."""
Places = Mapping[str, str]
"""Places, each with the words that stand there."""


@dataclass(frozen=True)
class Saved:
    """The playbook in all its languages, before an edit, after it, and as the preview began with it."""

    first: Sequence[Written]
    before: Sequence[Written]
    now: Sequence[Written]

    @cached_property
    def changed(self) -> Places:
        """The texts whose own words were changed."""
        return self._listed((now, key) for now, key, _ in self._rewritten)

    @cached_property
    def as_before(self) -> Places:
        """Other texts that still say what a changed one said."""
        told = ((each, key) for each, changed, old in self._rewritten for key in _saying(each, old, changed))
        return self._listed(told)

    @cached_property
    def other_language(self) -> Places:
        """The same texts in another language, where they were left as they were."""
        rewritten = {(now.edition.language, key) for now, key, _ in self._rewritten}
        return self._listed(
            (other, key)
            for now, key, _ in self._rewritten
            for other in self.now
            if other is not now
            and (other.edition.language, key) not in rewritten
            and key in other.texts
            # Written once for all languages, it was changed for all.
            and other.texts[key].route[-1:] == (other.edition.language,)
        )

    @cached_property
    def follows(self) -> Places:
        """Texts that say something else now because of a name in braces."""
        return self._listed(
            (now, key)
            for before, now in self._pairs
            for key, text in now.texts.items()
            if key in before.texts and text != before.texts[key] and _own(text) == _own(before.texts[key])
        )

    @cached_property
    def questions(self) -> Places:
        """Questions that are not what they were when the preview began."""
        found: dict[str, str] = {}
        for first, now in _paired(self.first, self.now):
            were = {each.id: each for each in _questions(first)}
            for at, question in enumerate(_questions(now)):
                if question != were.get(question.id):
                    place = now.place(("training", "questions", at))
                    found.setdefault(place, question.id)
        return found

    @cached_property
    def _pairs(self) -> tuple[tuple[Written, Written], ...]:
        return tuple(_paired(self.before, self.now))

    @cached_property
    def _rewritten(self) -> tuple[tuple[Written, Key, SetText], ...]:
        """The texts whose own words were changed, each with what it said before."""
        return tuple(
            (now, key, before.texts[key])
            for before, now in self._pairs
            for key, text in now.texts.items()
            if key in before.texts and _own(text) != _own(before.texts[key])
        )

    def _listed(self, texts: Iterable[tuple[Written, Key]]) -> Places:
        found: dict[str, str] = {}
        for each, key in texts:
            found.setdefault(each.place(each.texts[key].route), _in_brief(each.texts[key]))
        return found


def told(saved: Saved, sheets: Sequence[Listed], printed: Sequence[Listed], words: SavedWords) -> list[Any]:
    """What a page says after an edit: groups of a head and rows. `sheets` were printed first, `printed` last."""
    anew = [f"{each.title} · {each.language} · #{each.code}" for each in renewal(sheets, printed).anew]
    groups: list[tuple[str, Places]] = [
        (words.changed, saved.changed),
        (words.as_before, saved.as_before),
        (words.other_language, saved.other_language),
        (words.follows, saved.follows),
        (words.questions, saved.questions),
    ]
    found = [
        _group(head, [{"place": p, "says": s} for p, s in there.items()], words) for head, there in groups
    ]
    found.append(_group(words.sheets, [{"says": each} for each in anew], words))
    return [group for group in found if group["rows"]]


def _group(head: str, rows: list[dict[str, str]], words: SavedWords) -> dict[str, Any]:
    left = len(rows) - MOST
    more = [{"says": words.more.format(count=left)}] if left > 0 else []
    return {"head": head.format(count=len(rows)), "rows": [*rows[:MOST], *more]}


def _paired(before: Sequence[Written], now: Sequence[Written]) -> Iterator[tuple[Written, Written]]:
    was = {each.edition.language: each for each in before}
    return ((was[each.edition.language], each) for each in now if each.edition.language in was)


def _saying(now: Written, old: SetText, but: Key) -> Iterator[Key]:
    """The texts that say `old`, or have it within, if it is long enough to be no chance."""
    within = len(old) >= TELLING[LANGUAGES[now.edition.language].han]
    for key, text in now.texts.items():
        if key != but and (text == old or (within and old in text)):
            yield key


def _questions(written: Written) -> tuple[Any, ...]:
    training = written.edition.playbook.training
    return training.questions if training else ()


def _own(text: SetText) -> tuple[str, ...]:
    """What a text says by itself: a name in braces is the same whatever it stands for."""
    # Whether there is a blank beside a name hangs on what stands for it.
    return tuple(part.name or "".join(part.text.split()) for part in text.parts)


def _in_brief(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= BRIEF else f"{line[:BRIEF]}…"
