"""How often each question was missed, of how many who sat it: what the lines of the training register say of the questions.

Somebody enters the numbers of the questions that were wrong, as they stand on the variant. Which question that is hangs
on the version; so only lines of the version in force count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from generator.edition import Edition
from generator.labels.training import TrainingBookWords
from generator.outlines.papers import PaperOutline, QuestionOutline, papers
from generator.workbooks import formulas
from generator.workbooks.courses import Learned
from generator.workbooks.found import PLACE
from generator.workbooks.lists import Lists, Value, looked_up
from generator.workbooks.table import Column, Table, given, named

NOBODY = "none"
"""Stands for a number where a question is on fewer variants than another."""
ENOUGH, HALF = 3, 2
"""From so many sheets on, if one in so many missed it, the question and its page are looked at first."""


@dataclass(frozen=True)
class OnPaper:
    """A question of a paper, and where it stands on each of its variants."""

    item: str
    """What the register calls the paper."""
    theme: str
    stem: str
    star: bool
    places: tuple[tuple[str, str, int], ...]
    """The variant as the register calls it and as the sheet does, and the number there."""


def questions(edition: Edition, items: Sequence[Learned]) -> Iterator[OnPaper]:
    """All that stand on papers; those of a resit that is a paper of its own belong to the paper before it."""
    outlines: dict[str, list[PaperOutline]] = {}
    for outline in papers(edition):
        outlines.setdefault(outline.paper.id, []).append(outline)
    for item in items:
        if item.kind == "paper":
            first = outlines[item.id]
            yield from _of(edition, item.title, [("", each) for each in first])
            resit = first[0].paper.resit
            again = outlines[resit.paper] if resit and resit.paper else []
            yield from _of(edition, item.title, [(edition.labels.paper.key.resit, each) for each in again])


def _of(edition: Edition, item: str, there: list[tuple[str, PaperOutline]]) -> Iterator[OnPaper]:
    places: dict[str, list[tuple[str, str, int]]] = {}
    asked: dict[str, tuple[str, QuestionOutline]] = {}
    for before, outline in there:
        for question, placed in zip(outline.questions, outline.variant.questions, strict=True):
            asked[question.id] = (edition.labels.topics[placed.question.topic], question)
            names = (outline.variant.letter, outline.head.variant)
            short, long = (f"{before} {name}".strip() for name in names)
            places.setdefault(question.id, []).append((short, long, question.number))
    for name, (theme, question) in asked.items():
        stem = "____".join("".join(piece.text for piece in question.stem).split("\n"))
        yield OnPaper(item, theme, stem, question.star, tuple(places[name]))


def columns(there: Sequence[OnPaper]) -> dict[str, Sequence[Value]]:
    """The lists the sheet looks things up in: a line for each question, its places side by side."""
    found: dict[str, Sequence[Value]] = {
        "q-item": [each.item for each in there],
        "q-theme": [each.theme for each in there],
        "q-stem": [f"{'★ ' if each.star else ''}{each.stem}" for each in there],
    }
    empty = (NOBODY, NOBODY, NOBODY)
    for at, line in enumerate(zip_longest(*(each.places for each in there), fillvalue=empty)):
        found[f"q-short{at}"] = [short for short, _, _ in line]
        found[f"q-long{at}"] = [long for _, long, _ in line]
        found[f"q-number{at}"] = [f",{number}," for _, _, number in line]
    return found


def sat(known: Lists, items: str, variants: str, counted: str, wrong: str = "") -> str:
    """How many lines are about a variant that has the question of this line; with `wrong`, those that missed it.

    All but the first are the cells of columns of the register: what was sat, on which variant, whether the line
    counts, and the numbers that were wrong, each between commas.
    """
    terms = []
    for at in range(sum(name.startswith("q-short") for name in known.columns)):
        short, long, number = (known.of(f"q-{each}{at}", PLACE) for each in ("short", "long", "number"))
        missed = f"*ISNUMBER(FIND({number},{wrong}))" if wrong else ""
        terms.append(
            f"SUMPRODUCT(({items}={known.of('q-item', PLACE)})*(({variants}={short})+({variants}={long}))"
            f"*({counted}=1){missed})"
        )
    return "+".join(terms) or "0"


def cleaned(cell: str) -> str:
    """Numbers somebody typed, each between commas, whatever stands between them: `,3,12,`."""
    for between in (" ", "、", "，", ";", "；", "."):
        cell = f'SUBSTITUTE({cell},"{between}",",")'
    return f'","&{cell}&","'


def counts(known: Lists) -> str:
    """1 where what was wrong is known of a line of this version."""
    wrong, version = named("learned", "wrong"), named("learned", "version")
    return f'IF(AND({wrong}<>"",{version}&""={known.cell("version", 0)}),1,0)'


def listed() -> str:
    """The numbers of a line as they are looked for."""
    wrong = named("learned", "wrong")
    return f'IF({wrong}="","",{cleaned(wrong)})'


def table(words: TrainingBookWords, known: Lists, lines: Table, rows: int) -> Table:
    """Each question, how many answered it, how many got it wrong, and whether to look at it first."""
    heads, tab = words.heads, words.tabs.missed
    items, variants, counted, wrong = (lines.cells(each) for each in ("item", "variant", "counts", "listed"))
    there, fell = named("asked", "sat"), named("asked", "times")
    many = f"AND({there}>={ENOUGH},{HALF}*{fell}>={there})"
    look = f'IF({many},{formulas.text(words.next.look)},"")'
    columns = (
        looked_up(known, "q-item", heads.item, 24),
        looked_up(known, "q-theme", heads.theme, 14),
        looked_up(known, "q-stem", heads.question, 60),
        Column("sat", heads.sat, "number", 10, given(sat(known, items, variants, counted)), empty=0),
        Column(
            "times", heads.times, "number", 10, given(sat(known, items, variants, counted, wrong)), empty=0
        ),
        Column("look", heads.look, "text", 18, given(look)),
    )
    return Table(tab, tab, words.hints.missed, columns, rows, "asked")
