"""A card that customers may pass on: A6, four on an A4 sheet with marks to cut along.

It says who the shop is and how to reach it, and asks for nothing: no number, no picture, no praise, no purchase.
A shop that does not say what it sells (`trade`) has nothing to pass on, and gets no card.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from generator.design.stamping import squares
from generator.design.wrapping import MM_PER_PT, lines
from generator.edition import Edition
from generator.outlines.contact import Way, channel_ways, first_channels, hours, scanned
from generator.printables.logo import Logo, beside, least, logo
from generator.printables.measures import Face, faces, mm, plain
from generator.printables.sheet import CARDS, Handling, Sheet, no_problems

COLUMN, HEIGHT = 90.0, 129.0
"""What is printed of A6, in mm: less a quiet edge of 7.5 mm, which no printer and no knife reaches, and the stamp."""
INSET, CODE = 4.0, 30.0
"""In mm: the frame of a coloured field; the square for the shop's QR code."""
NAMES = (24.0, 21.0, 18.0, 16.0, 14.0)
"""Type of the shop's name in points: the largest that takes one line, else the smallest."""
LEAST_ROW, MOST_ROW = 9.0, 13.0
"""Height in mm of the field of a channel: its name, and room to write."""
ROW_EDGES = 1.6
"""What lies above and below the words of such a field, in mm."""
MOST_BESIDE, WIDE_GAP = 3, 1.0
"""Lines that a field beside the code may take; what lies above a line from edge to edge, in mm."""
TAG = 7.5
"""Height in mm of the tag that says a figure is not set yet."""
ONLINE = ("chat", "platform")
"""Kinds of channels that a QR code leads to."""
_TRADE, _INTRO, _TEXT, _LABEL = (10.0, 5.0), (10.0, 5.1), (9.5, 4.7), (8.5, 4.0)
"""Points and height of a line in mm."""
NAME_LEADING = 1.19
GIVER, GIVER_FOOT = 15.0, 11.0
"""In mm: the field of who passes the card on, and what stands below it."""
MEASURES = {
    **faces(trade=_TRADE, intro=_INTRO, text=_TEXT, label=_LABEL),
    **mm(inset=INSET, code=CODE, giver=GIVER, giver_foot=GIVER_FOOT, wide_gap=WIDE_GAP),
    **plain(name_leading=NAME_LEADING),
}


@dataclass(frozen=True)
class Layout:
    """The card's measures: what the style sheet is given."""

    name: float
    """Size of the shop's name in points."""
    row: float
    """Height of a channel's row in mm."""
    code: bool
    """Whether there is room for the shop's QR code beside the channels."""
    columns: int
    """Of channels."""
    ways: tuple[Way, ...]
    """The channels, and what else is said of how the shop is reached."""
    logo: Logo | None
    wide: tuple[Way, ...]
    """Those too long for a field of the column: a line above it, from edge to edge."""


problems = no_problems


def sheets(edition: Edition) -> Iterator[Sheet]:
    playbook = edition.playbook
    if playbook.shop.trade is None:
        return
    yield Sheet(
        id="referral-card",
        of="shop",
        kind="referral",
        title=edition.labels.sheet.referral.title,
        template="referral_card.html",
        styles=("cards.css", "referral_card.css"),
        view={
            "hours": hours(edition),
            "layout": fitted(edition),
            "code": _code(edition),
            "measures": MEASURES,
        },
        route=("shop", "trade"),
        paper="A4",
        handling=Handling(copies=10, stock="card", pieces=4, posted=True),
        audience="customer",
        page="proactive.html" if playbook.proactive else "",
        foot=CARDS,
    )


def _code(edition: Edition) -> list[list[int]]:
    """The squares of the code to scan, row by row; none without."""
    address = scanned(edition)
    return squares(address) if address else []


def fitted(edition: Edition) -> Layout:
    """Channels in one column beside the QR code, or if they are many in two columns without it.

    What does not fit even then runs over to a second page and is reported there.
    """
    channels, name = channel_ways(edition), edition.playbook.shop.name
    inner = COLUMN - 2 * INSET - beside(_logo(edition))
    points = next((each for each in NAMES if lines(name, inner, each, bold=True) == 1), NAMES[-1])
    column = COLUMN - CODE - INSET - 2 * INSET
    wide = tuple(way for way in channels if lines(way.said, column, _TEXT[0], bold=True) > MOST_BESIDE)
    channels = tuple(way for way in channels if way not in wide)
    spare = HEIGHT - _around(edition, points) - sum(_wide(way) for way in wide)
    online = any(channel.kind in ONLINE for channel in first_channels(edition))
    code = online or bool(scanned(edition))
    site = edition.labels.sheet.reached.site
    # Where it gets close the page on the web is left to its code.
    shorter = (channels, tuple(way for way in channels if way.name != site)) if code else (channels,)
    for ways in shorter:
        row = _row(ways, spare, COLUMN - CODE - INSET if code else COLUMN, 1)
        if row >= LEAST_ROW or len(ways) < 2:
            return Layout(points, max(row, LEAST_ROW), code, 1, ways, _logo(edition), wide)
    return Layout(
        points, max(_row(channels, spare, COLUMN / 2, 2), LEAST_ROW), False, 2, channels, _logo(edition), wide
    )


def _wide(way: Way) -> float:
    return WIDE_GAP + _high(f"{way.name}  {way.said}", COLUMN - 2 * INSET, _TEXT, bold=True)


def _row(channels: tuple[Way, ...], spare: float, wide: float, columns: int) -> float:
    """The height in mm that there is for a row of channels, less what names of several lines take."""
    longer = sum(_taken(channel, wide - 2 * INSET) for channel in channels)
    return round(min((spare - longer) / max(ceil(len(channels) / columns), 1), MOST_ROW), 2)


def _taken(channel: Way, room: float) -> float:
    """What the words of a channel need in mm beyond a row of one line with room to write."""
    said = (
        _high(channel.said, room, _TEXT, bold=True) + _LABEL[1] + ROW_EDGES - LEAST_ROW if channel.said else 0
    )
    return _high(channel.name, room, _LABEL) - _LABEL[1] + said


def _logo(edition: Edition) -> Logo | None:
    return logo(edition, 24.0, 13.0)


def _around(edition: Edition, points: float) -> float:
    """The height of everything but the channels in mm."""
    shop, words, when = edition.playbook.shop, edition.labels.sheet, hours(edition)
    inner, trade = COLUMN - 2 * INSET, shop.trade or ""
    drawn = _logo(edition)
    room = inner - beside(drawn)
    head = _high(shop.name, room, (points, points * NAME_LEADING * MM_PER_PT), bold=True)
    head = 7.6 + max(head + _high(trade, room, _TRADE), least(drawn))
    head += TAG if edition.shows_unset(trade, when) else 0
    intro = 4.0 + _high(words.referral.intro, inner, _INTRO)
    heading = 4.9 + _high(words.referral.reach, inner, _TEXT, bold=True)
    service = 4.0 + _high(f"{words.card.hours}  {when}", inner, _TEXT)
    return head + intro + heading + service + GIVER


def _high(text: str, room: float, face: Face, *, bold: bool = False) -> float:
    points, line = face
    return lines(text, room, points, bold=bold) * line
