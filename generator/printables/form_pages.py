"""The blocks of a form in, pages out: no section torn that fits on a page, and every page filled. Measures in mm."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from generator.printables.form_cells import LINE
from generator.printables.form_layout import Row, Steps, Strip, Table

FIRST_PAGE, NEXT_PAGE = 267.5, 261.5
"""What a page holds, less a little for rounding; later pages carry the form's name at the top."""
HEADING = 10.2
"""The heading of a section with the space above it."""
START = 60.0
"""A section longer than a page begins on a page with so much room left, or else on the next."""
COMFORT = 2.5
"""How much higher a row may become on a page with room to spare."""
SPARSE = 0.4
"""A last page less full than this is evened out with those before it."""


@dataclass(frozen=True)
class Block:
    """A part of the form that stays together if it can."""

    kind: str
    """section, privacy or filed."""
    base: float
    """Its height without strips."""
    number: int = 0
    """The position of the section in the form."""
    strips: tuple[Strip, ...] = ()
    again: bool = False
    """Whether it goes on from the page before."""

    @property
    def height(self) -> float:
        return self.base + sum(strip.height for strip in self.strips)


Page = tuple[Block, ...]


def pages(blocks: Sequence[Block], head: float) -> tuple[Page, ...]:
    """`blocks` on as few pages as will do, the first one under a head of `head` mm."""
    flowing = list(_flowing(blocks, head))
    if len(flowing) > 1 and _high(flowing[-1]) < SPARSE * NEXT_PAGE:
        flowing = _evenly([block for page in flowing for block in page], len(flowing), head)
    return tuple(_filled(page, _room(number, head)) for number, page in enumerate(flowing))


def _room(number: int, head: float) -> float:
    return NEXT_PAGE if number else FIRST_PAGE - head


def _high(blocks: Sequence[Block]) -> float:
    return sum(block.height for block in blocks)


def _flowing(blocks: Sequence[Block], head: float) -> Iterator[list[Block]]:
    """Pages filled one after the other; only what is longer than its page is cut."""
    page: list[Block] = []
    number = 0
    waiting = list(blocks)
    while waiting:
        block = waiting.pop(0)
        left = _room(number, head) - _high(page)
        if block.height <= left:
            page.append(block)
            continue
        too_long = block.height > NEXT_PAGE or not page
        before, after = _cut(block, left) if too_long and left >= START else (None, block)
        waiting.insert(0, after)
        if before is None and not page:
            # Nothing can be cut from it: it has to stand as it is.
            page.append(waiting.pop(0))
        elif before is not None:
            page.append(before)
        yield page
        page, number = [], number + 1
    if page:
        yield page


def _cut(block: Block, room: float) -> tuple[Block | None, Block]:
    """What of a block fits into `room`, and the rest."""
    taken: list[Strip] = []
    left = room - block.base
    for at, strip in enumerate(block.strips):
        if strip.height <= left:
            taken.append(strip)
            left -= strip.height
            continue
        rest = [strip, *block.strips[at + 1 :]]
        fitting = 0 if isinstance(strip, Row) else int((left - strip.head) / strip.row)
        if fitting >= 2 and not isinstance(strip, Row):
            upper, lower = _rows_cut(strip, fitting)
            taken.append(upper)
            rest[0] = lower
        if not taken:
            return None, block
        return replace(block, strips=tuple(taken)), replace(block, strips=tuple(rest), again=True)
    return block, block


def _rows_cut(strip: Table | Steps, rows: int) -> tuple[Strip, Strip]:
    match strip:
        case Table():
            return replace(strip, rows=rows), replace(strip, rows=strip.rows - rows)
        case Steps():
            return replace(strip, steps=strip.steps[:rows]), replace(strip, steps=strip.steps[rows:])


def _evenly(blocks: Sequence[Block], count: int, head: float) -> list[list[Block]]:
    """The same number of pages, the fullest as empty as can be."""

    def least_left(parts: list[list[Block]]) -> float:
        return min(_room(number, head) - _high(part) for number, part in enumerate(parts))

    ways = combinations(range(1, len(blocks)), count - 1)
    return max(
        ([list(blocks[a:b]) for a, b in pairwise((0, *cuts, len(blocks)))] for cuts in ways), key=least_left
    )


def _filled(page: Sequence[Block], room: float) -> Page:
    """The page with its spare height given to what is written on: lines first, then every row, then more lines."""
    strips = [strip for block in page for strip in block.strips]
    spare = _with_lines(strips, room - _high(page), lambda row: min(2 * row.asked, row.most))
    spare = _with_comfort(strips, spare)
    _with_lines(strips, spare, lambda row: row.most)
    taken = iter(strips)
    return tuple(replace(block, strips=tuple(next(taken) for _ in block.strips)) for block in page)


def _with_lines(strips: list[Strip], spare: float, most: Callable[[Row], int]) -> float:
    """Gives each row lines in turn, up to `most`, and says what is left."""
    more = True
    while more:
        more = False
        for at, strip in enumerate(strips):
            if isinstance(strip, Row) and spare >= LINE and strip.ruled < most(strip):
                strips[at] = replace(strip, room=strip.room + LINE)
                spare -= LINE
                more = True
    return spare


def _with_comfort(strips: list[Strip], spare: float) -> float:
    """Makes every row a little higher, and says what is left."""
    count = sum(_rows_of(strip) for strip in strips)
    each = min(COMFORT, spare / count) if count else 0.0
    for at, strip in enumerate(strips):
        match strip:
            case Row() if not strip.asked:
                strips[at] = replace(strip, room=strip.room + each)
            case Table() | Steps():
                strips[at] = replace(strip, row=strip.row + each)
            case _:
                pass
    return spare - count * each


def _rows_of(strip: Strip) -> int:
    return int(not strip.asked) if isinstance(strip, Row) else strip.rows
