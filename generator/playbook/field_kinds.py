"""The kinds of fields a form may have: one row for each, with a column for everything that hangs on a kind.

A new kind is a row here. What it draws is a name: the height it takes stands in `printables/form_cells.py`, the
drawing itself in `printables/form.html`; a kind that is drawn like another needs neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

WHOLE = 172.0
"""The printed width of a form in mm: A4 less a binding edge of 25 mm and an edge of 13 mm."""

LINES = {False: 28, True: 42}
"""Characters that stand on a line of a form, upright and lying on its side."""

Drawing = Literal["blank", "lines", "date", "choices", "score", "box", "words", "frame", "digits"]
"""What stands in a cell: room to write, lines, marks for year, month and day, options, circles, a box, only words,
an empty frame, a cell for each figure."""

Keys = Literal["text", "tel", "numeric", "decimal", "signed"]
"""The keyboard a phone shows, as HTML calls it; signed is a figure for which no keyboard of figures has the minus."""

Cell = Literal["text", "long", "day", "time", "number", "choice", "several", "score", "yes", "none"]
"""A text, one of several lines, a day, a time of day, a figure, one answer, several of them, 1 to 5, yes; nothing."""


@dataclass(frozen=True)
class Kind:
    """What hangs on the kind of a field. Measures in mm."""

    draws: Drawing
    usual: float = 0.0
    """The width of a field that states none; 0 where its words or options decide."""
    least: float = 0.0
    """The width below which a pen cannot do it, whatever the playbook says."""
    room: float = 8.0
    """Least height to write in below the label."""
    column: float = 18.0
    """The least width of a column in a table: three characters by hand, or a signature."""
    row: float = 0.0
    """The least height of a row in a table that has such a column."""
    grows: bool = False
    """Whether a wide one may be given more than one line, where the page has room to spare."""
    labels_itself: bool = False
    """Whether its words stand in its drawing and not above it."""
    options: bool = False
    """Whether something is chosen from it."""
    one: bool = False
    """Whether one option is chosen and not several: its boxes are round."""
    legend: bool = False
    """Whether a list it takes up stands behind it as A, B, C."""
    ends: bool = False
    """Whether it has words at both its ends."""
    counted_from: bool = False
    """Whether a computed date may count from it."""
    computed: bool = False
    """Whether it follows from another field."""
    counts_lines: bool = False
    """Whether it may say how many lines it has."""
    measured: bool = False
    """Whether a unit may stand behind what is written."""
    money: bool = False
    """Whether the currency stands behind it."""
    signs: bool = False
    """Whether somebody signs there."""
    number: bool = False
    """Whether it may be the number of the form."""
    excel: Cell = "text"
    """What is typed in its column of a register."""
    keys: Keys = "text"
    """What a phone types it with."""

    @property
    def entered(self) -> bool:
        """Whether something is typed there: nobody signs by typing, and words and frames stay as they are."""
        return self.excel != "none"


KINDS: dict[str, Kind] = {
    "text": Kind("blank", usual=54, grows=True, measured=True, number=True),
    "lines": Kind("lines", usual=WHOLE, counts_lines=True, excel="long"),
    "phone": Kind("blank", usual=55, least=49, keys="tel"),
    "date": Kind("date", usual=55, least=42, counted_from=True, excel="day"),
    "time": Kind("blank", usual=30, least=22, excel="time"),
    "int": Kind("blank", usual=30, measured=True, excel="number", keys="numeric"),
    "money": Kind("blank", usual=36, measured=True, money=True, excel="number", keys="decimal"),
    "figure": Kind("blank", usual=30, measured=True, excel="number", keys="signed"),
    "choice1": Kind("choices", options=True, one=True, excel="choice"),
    "choiceN": Kind("choices", options=True, excel="several"),
    "score5": Kind("score", usual=60, least=60, ends=True, excel="score"),
    "check": Kind("box", labels_itself=True, excel="yes"),
    "signature": Kind("blank", usual=60, least=42, room=15, column=25, row=12, signs=True, excel="none"),
    "computed": Kind("date", usual=55, least=42, computed=True, excel="day"),
    "digits": Kind("digits", usual=66, keys="numeric"),
    "frame": Kind("frame", usual=60, room=35, column=40, row=35, counts_lines=True, excel="none"),
    "note": Kind("words", usual=WHOLE, labels_itself=True, legend=True, excel="none"),
}
