"""The blocks of a form in, pages out: no section torn that fits on a page, and every page filled. Measures in mm."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import inf

from generator.printables.form_layout import Row, Steps, Strip, Table
from generator.printables.form_measures import LINE, UPRIGHT, Paper

START = 60.0
"""A section longer than a page begins on a page with so much room left, or else on the next."""
COMFORT = 2.5
"""How much higher a row may become on a page with room to spare."""
KEPT = 2
"""So many lines of what is signed go on with the signature, where it cannot all stand on its page."""
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
    signs: bool = False
    """Whether what stands before it is signed in it: it never stands on a page alone."""

    @property
    def height(self) -> float:
        return self.base + sum(strip.height for strip in self.strips)


Page = tuple[Block, ...]


def pages(blocks: Sequence[Block], head: float, on: Paper = UPRIGHT) -> tuple[Page, ...]:
    """`blocks` on as few pages as will do, the first one under a head of `head` mm."""
    flowing = list(_flowing(blocks, head, on))
    if len(flowing) > 1 and _high(flowing[-1]) < SPARSE * on.later:
        flowing = _evenly([block for page in flowing for block in page], len(flowing), head, on)
    return tuple(_filled(page, _room(number, head, on)) for number, page in enumerate(flowing))


def too_high(blocks: Sequence[Block], head: float, on: Paper = UPRIGHT) -> Iterator[tuple[Block, float]]:
    """What is higher than the page it begins, with the room there is: it would run over."""
    for number, page in enumerate(_flowing(blocks, head, on)):
        if (room := _room(number, head, on)) < _high(page) - 0.01:
            yield page[0], room


def _room(number: int, head: float, on: Paper) -> float:
    return on.later if number else on.first - head


def _high(blocks: Sequence[Block]) -> float:
    return sum(block.height for block in blocks)


def _flowing(blocks: Sequence[Block], head: float, on: Paper) -> Iterator[list[Block]]:
    """Pages filled one after the other; only what is longer than its page is cut.

    Every round ends a page or puts something on one, and an empty page always takes something: so it comes to an end.
    """
    page: list[Block] = []
    number = 0
    for block in blocks:
        rest: Block | None = block
        while rest is not None:
            before, rest = _placed(rest, _room(number, head, on) - _high(page), on.later, empty=not page)
            if before is not None:
                page.append(before)
            if rest is not None:
                page, signed = _parted(page, rest, on.later) if before is None else (page, [])
                yield page
                page, number = signed, number + 1
    if page:
        yield page


def _parted(page: list[Block], signing: Block, most: float) -> tuple[list[Block], list[Block]]:
    """What stays on a page, and what of it goes on with a block that signs it: the part before it, or its last words."""
    if not signing.signs or not page or page[-1].kind != "section":
        return page, []
    *others, last = page
    if others and last.height + signing.height <= most:
        return others, [last]
    for at in range(max(len(last.strips) - KEPT, 1), len(last.strips)):
        upper, lower = _cut_at(last, at)
        if upper and lower and lower.height + signing.height <= most:
            return [*others, upper], [lower]
    return page, []


def _placed(block: Block, left: float, most: float, *, empty: bool) -> tuple[Block | None, Block | None]:
    """What of a block comes on a page with so much room left, and what goes on to the next."""
    if block.height <= left:
        return block, None
    too_long = block.height > most or empty
    before, after = _cut(block, left) if too_long and left >= START else (None, block)
    # Nothing can be cut from it: it has to stand as it is, and `too_high` says so.
    return _cut_at(block, 1) if before is None and empty else (before, after)


def _cut(block: Block, room: float) -> tuple[Block | None, Block | None]:
    """What of a block fits into `room`, and the rest."""
    left = room - block.base
    for at, strip in enumerate(block.strips):
        if strip.height <= left:
            left -= strip.height
            continue
        fitting = 0 if isinstance(strip, Row) else int((left - strip.head) / strip.row)
        if fitting >= 2 and not isinstance(strip, Row):
            upper, lower = _rows_cut(strip, fitting)
            taken, rest = (*block.strips[:at], upper), (lower, *block.strips[at + 1 :])
            return replace(block, strips=taken), replace(block, strips=rest, again=True)
        return _cut_at(block, at)
    return None, block


def _cut_at(block: Block, at: int) -> tuple[Block | None, Block | None]:
    """A block cut before one of its strips."""
    if at >= len(block.strips):
        return block, None
    before = replace(block, strips=block.strips[:at]) if at else None
    return before, replace(block, strips=block.strips[at:], again=block.again or at > 0)


def _rows_cut(strip: Table | Steps, rows: int) -> tuple[Strip, Strip]:
    match strip:
        case Table():
            rest = replace(strip, rows=strip.rows - rows, before=strip.before + rows)
            return replace(strip, rows=rows), rest
        case Steps():
            return replace(strip, steps=strip.steps[:rows]), replace(strip, steps=strip.steps[rows:])


def _evenly(blocks: Sequence[Block], count: int, head: float, on: Paper) -> list[list[Block]]:
    """The same number of pages, the fullest as empty as can be; of several ways the one with the shortest pages first."""

    def left(page: int, start: int, end: int) -> float:
        if start and blocks[start].signs:
            return -inf  # What is signed stands on the page with its signature.
        return _room(page, head, on) - _high(blocks[start:end])

    @cache
    def best(page: int, start: int) -> float:
        """The room on the fullest of the pages from `page` on, when they hold the blocks from `start` on."""
        return max(min(left(page, start, end), best_after(page, end)) for end in ends(page, start))

    def best_after(page: int, end: int) -> float:
        return best(page + 1, end) if page + 1 < count else inf

    def ends(page: int, start: int) -> range:
        """Where a page may end, so that every page after it has a block."""
        last = len(blocks) - (count - page - 1)
        return range(start + 1 if page + 1 < count else last, last + 1)

    found, start, least = [], 0, best(0, 0)
    for page in range(count):
        end = next(
            each
            for each in ends(page, start)
            if left(page, start, each) >= least and best_after(page, each) >= least
        )
        found.append(list(blocks[start:end]))
        start = end
    return found


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
            if isinstance(strip, Row) and not strip.stays and spare >= LINE and strip.ruled < most(strip):
                strips[at] = replace(strip, room=strip.room + LINE)
                spare -= LINE
                more = True
    return spare


def _with_comfort(strips: list[Strip], spare: float) -> float:
    """Makes every row a little higher, and says what is left."""
    count = sum(_rows_of(strip) for strip in strips)
    each = max(min(COMFORT, spare / count), 0.0) if count else 0.0
    for at, strip in enumerate(strips):
        match strip:
            case _ if strip.stays:
                pass
            case Row() if not strip.asked:
                strips[at] = replace(strip, room=strip.room + each)
            case Table() | Steps():
                strips[at] = replace(strip, row=strip.row + each)
            case _:
                pass
    return spare - count * each


def _rows_of(strip: Strip) -> int:
    if strip.stays:
        return 0
    return int(not strip.asked) if isinstance(strip, Row) else strip.rows
