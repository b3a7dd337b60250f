"""A paper's variants: the same questions, each variant in an order of its own that only ids and the seed decide.

Every place comes from a hash of ids: a corrected word moves nothing, and a question or option that is added
leaves the others in the order they had.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, islice

from generator.playbook.languages import LANGUAGES
from generator.playbook.model.questions import Match, Multi, Observation, Order, Question, Single
from generator.playbook.model.shop import Fact
from generator.playbook.model.text import Text, fill
from generator.playbook.model.training import Draw, Paper, Training
from generator.playbook.numerals import size
from generator.playbook.papers.answer_keys import LETTERS, Key
from generator.playbook.papers.settling import settled

HASHED = "order-v1"
"""Part of every hash: with another, every draft would be shuffled anew."""
SALTS = 24
"""How many orders of a question's options are looked at."""


@dataclass(frozen=True)
class Placed:
    """A question on a variant, and the order its options, partners or items are printed in."""

    question: Question
    order: tuple[int, ...]
    """At each printed place the author's position; empty where there is nothing to order."""

    @property
    def letters(self) -> str:
        """The right options as printed: B, or AC."""
        match self.question:
            case Single(options=options) | Multi(options=options):
                return "".join(LETTERS[place] for place, at in enumerate(self.order) if options[at].right)
            case _:
                return ""

    @property
    def partners(self) -> str:
        """For each thing on the left, from the top, the letter of its partner as printed."""
        match self.question:
            case Match(left=left, right=right):
                printed = {right[at].partner: LETTERS[place] for place, at in enumerate(self.order)}
                return "".join(printed[each.id] for each in left)
            case _:
                return ""

    @property
    def numbers(self) -> tuple[int, ...]:
        """The right number for each item to put in order, from the top of the printed list."""
        return tuple(at + 1 for at in self.order) if isinstance(self.question, Order) else ()


@dataclass(frozen=True)
class Variant:
    """A variant of a paper: its letter and its questions in printed order."""

    letter: str
    questions: tuple[Placed, ...]


def variants(training: Training, paper: Paper, facts: Sequence[Fact] = ()) -> tuple[Variant, ...]:
    """The variants of `paper`, in the order it names them; as its author wrote them, the same in every language."""
    questions = {question.id: question for question in questions_of(training, paper)}
    said = {fact.id: fact.say for fact in facts}
    decks = tuple(_deck(question, said) for question in questions.values())
    letters = tuple(sorted(set(paper.variants)))
    arranged = dict(zip(letters, _arranged(training.seed, paper.id, letters, decks), strict=True))
    return tuple(
        Variant(letter, tuple(Placed(questions[name], order) for name, order in arranged[letter].items()))
        for letter in dict.fromkeys(paper.variants)
    )


def alone(training: Training, about: str, question: Question, facts: Sequence[Fact] = ()) -> Placed:
    """A question asked on its own, off any paper: its parts in the first order that ids and the seed give."""
    deck = _deck(question, {fact.id: fact.say for fact in facts})
    return Placed(question, next(_orders(deck, training.seed, about)))


def questions_of(training: Training, paper: Paper) -> tuple[Question, ...]:
    """The questions on a paper: those it lists, or those its blueprint draws, the same for all variants."""
    by_id = {question.id: question for question in training.questions}
    if paper.questions:
        # A check of the playbook may ask before another has said that one of them is not there.
        return tuple(by_id[name] for name in paper.questions if name in by_id)
    fit = [
        question
        for question in training.questions
        if question.status == "live" and "paper" in question.use and not isinstance(question, Observation)
    ]
    elsewhere = {name for other in training.papers if other.id != paper.id for name in other.questions}
    # What stands on another paper is drawn last: a parallel paper asks something else.
    fit.sort(key=lambda each: (each.id in elsewhere, _hash(training.seed, paper.id, "draw", each.id)))
    drawn: list[Question] = []
    for draw in paper.blueprint:
        rest = [each for each in fit if fits(draw, each) and each not in drawn]
        for _ in range(min(draw.n, len(rest))):
            # Questions that give each other away are kept apart as long as there are others.
            chosen = next((each for each in rest if not _meets(each, drawn)), rest[0])
            drawn.append(chosen)
            rest.remove(chosen)
    return tuple(drawn)


def fits(draw: Draw, question: Question) -> bool:
    """Whether a line of a blueprint asks for such a question."""
    return question.topic == draw.topic and draw.level in (None, question.level)


def _meets(question: Question, others: list[Question]) -> bool:
    return any(question.id in other.keep_apart or other.id in question.keep_apart for other in others)


def _hash(*parts: str) -> bytes:
    return hashlib.sha256("\x1f".join((HASHED, *parts)).encode()).digest()


@dataclass(frozen=True)
class _Deck:
    """What the order of a question's parts hangs on."""

    id: str
    parts: tuple[str, ...] = ()
    """The ids of the parts as the author wrote them."""
    firm: tuple[int, ...] = ()
    """Positions that are not shuffled: they come last, in this order."""
    right: frozenset[int] = frozenset()
    """The right options, where there are options."""
    single: bool = False
    telling: tuple[int, ...] = ()
    """Positions that must not come in this order: it would give the answer away."""


def _deck(question: Question, said: Mapping[str, Text]) -> _Deck:
    match question:
        case Single(options=options) | Multi(options=options):
            ids = tuple(option.id for option in options)
            right = frozenset(at for at, option in enumerate(options) if option.right)
            return _Deck(question.id, ids, _firm(question, said), right, isinstance(question, Single))
        case Match(left=left, right=partners):
            places = {each.id: at for at, each in enumerate(left)}
            pairs = sorted((places[each.partner], at) for at, each in enumerate(partners) if each.partner)
            return _Deck(question.id, tuple(e.id for e in partners), telling=tuple(at for _, at in pairs))
        case Order(items=items):
            return _Deck(question.id, tuple(item.id for item in items), telling=tuple(range(len(items))))
        case _:
            return _Deck(question.id)


def _firm(question: Single | Multi, said: Mapping[str, Text]) -> tuple[int, ...]:
    written = tuple(range(len(question.options)))
    match question.shuffle:
        case "all":
            return ()
        case "fixed_last":
            return written[-1:]
        case "none":
            return written
        case "numeric":
            sizes = [_size(option.text, said) for option in question.options]
            # Where an option has no figure (the same day, at once) the author has put them in order.
            known = [each for each in sizes if each is not None]
            return tuple(sorted(written, key=known.__getitem__)) if len(known) == len(sizes) else written


def _size(text: Text, said: Mapping[str, Text]) -> float | None:
    """How large what an option says is, by the first language that says a figure: one size for all languages."""
    sizes = (size(_in(language, text, said)) for language in LANGUAGES if text.speaks(language))
    return next((each for each in sizes if each is not None), None)


def _in(language: str, text: Text, said: Mapping[str, Text]) -> str:
    """`text` with the facts it names, and nothing for what else stands in braces."""

    def say(name: str) -> str:
        return said[name].in_(language) if name in said and said[name].speaks(language) else ""

    return fill(text.in_(language), say)


@lru_cache(maxsize=256)
def _arranged(
    seed: str, paper: str, letters: tuple[str, ...], decks: tuple[_Deck, ...]
) -> tuple[Mapping[str, tuple[int, ...]], ...]:
    """For each variant its questions in printed order, each with the order of its parts."""
    made: list[Mapping[str, tuple[int, ...]]] = []
    keys: list[Key] = []
    for letter in letters:
        printed = sorted(decks, key=lambda deck: _hash(seed, paper, letter, "q", deck.id))
        orders = {
            deck.id: tuple(islice(_orders(deck, seed, paper, letter), SALTS if deck.right else 1))
            for deck in printed
        }
        asked = [deck for deck in printed if deck.right]
        possible = {deck.id: tuple(dict.fromkeys(_key(deck, o) for o in orders[deck.id])) for deck in asked}
        key = settled(possible, frozenset(deck.id for deck in asked if deck.single), tuple(keys))
        keys.append(key)
        made.append(
            {
                deck.id: next(o for o in orders[deck.id] if not deck.right or _key(deck, o) == key[deck.id])
                for deck in printed
            }
        )
    return tuple(made)


def _orders(deck: _Deck, *about: str) -> Iterator[tuple[int, ...]]:
    """The orders a question's parts may be printed in, the first choice first."""
    loose = [at for at in range(len(deck.parts)) if at not in deck.firm]
    for salt in count():
        hashed = sorted(loose, key=lambda at: _hash(*about, deck.id, str(salt), deck.parts[at]))
        told = [at for at in hashed if at in deck.telling] == list(deck.telling)
        if not (told and len(deck.telling) > 1):
            yield (*hashed, *deck.firm)


def _key(deck: _Deck, order: tuple[int, ...]) -> str:
    return "".join(letter for letter, at in zip(LETTERS, order, strict=False) if at in deck.right)
