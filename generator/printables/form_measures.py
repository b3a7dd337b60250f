"""The measures of a form: what its arithmetic and its style sheet both go by. Lengths in mm, type in points."""

from __future__ import annotations

from dataclasses import dataclass

from generator.outlines.form import FormOutline
from generator.playbook.field_kinds import LINES, WHOLE
from generator.playbook.model.widths import CHARACTER as CHARACTER
from generator.printables.measures import Face, faces, mm
from generator.printables.reach import APART as REACH_APART
from generator.printables.reach import ON_A_FORM

WIDTH = WHOLE
"""What is printed across a form."""


@dataclass(frozen=True)
class Paper:
    """What a sheet holds, as it lies."""

    width: float
    """What is printed across it."""
    columns: int
    """Of its grid: as many as characters fit across, so that widths are stated in them."""
    first: float
    """What its first page holds, less a little for rounding."""
    later: float
    """What later pages hold, which carry the form's name at the top."""


UPRIGHT = Paper(WIDTH, LINES[False], 267.5, 261.5)
SIDEWAYS = Paper(WIDTH + 87.0, LINES[True], 180.5, 174.5)
"""A4 is 87 mm longer than it is wide."""


def paper(form: FormOutline) -> Paper:
    """The sheet a form is printed on."""
    return SIDEWAYS if form.sideways else UPRIGHT


HAIR = 0.2
"""The line around a cell, as much as it takes."""
ABOVE, BESIDE, BELOW = 0.9, 1.5, 0.4
"""Between a cell's line and what stands in it."""
SIDE = 2 * BESIDE + HAIR
"""What the two sides of a cell take."""
PAD = ABOVE + BELOW + HAIR
"""What stands around label and room of a cell, with the line below it."""
NUMBER, NUMBER_MOST = 40.0, 80.0
"""The line for the number of a form, as long as it usually is, and as long as the title beside it allows."""
LINE, HIGH_LINE = 9.0, 12.0
"""Height of a line to write on in a field of several lines, at least, and as people who stand want it."""
LABEL: Face = (8.5, 3.5)
"""Labels, and what is printed in a table."""
UNIT = 8.5
"""What stands behind a figure."""
NOTE: Face = (9.0, 4.4)
CHECK: Face = (9.5, 4.6)
CHOICE: Face = (9.5, 7.4)
"""A field of words only, the words beside a box of its own, and a line of options."""
READ: Face = (12.5, 6.2)
"""A part of which every line is only read: from the table it lies on, not from a pen's distance."""
STEP: Face = (10.0, 4.6)
"""The name of a step."""
RULE = 8.0
"""How a date is worked out."""
BOX, GAP, APART = 5.0, 2.0, 4.5
"""A box to tick, its distance from its words, and from there to the next box."""
CIRCLE, BETWEEN = 8.0, 4.0
"""A circle of a score, and what lies between two."""
ENDS = 12.5
"""The words at each end of a score, where they stand beside it."""
SCORE = 5 * CIRCLE + 4 * BETWEEN
END: Face = (8.0, 3.4)
END_GAP = 0.5
"""Those words, and what stands between them and the circles."""
END_BELOW = 27.0
"""The room of each below the circles."""
TITLE: Face = (19.0, 8.4)
INTRO: Face = (9.0, 4.3)
WAYS: Face = (8.5, 4.0)
TITLE_SIDE = 58.0
"""What stands beside the title: the number, and what the marks mean."""
SECTION, SECTION_GAP = 7.0, 3.2
"""The heading of a section, and the space above it."""
HEADING = SECTION + SECTION_GAP
OFFICE = 1.6
"""What the grey of a section for the shop takes above it."""
TEXT: Face = (8.5, 4.1)
"""Notices, and where a sheet is filed."""
NOTICE_NAME = CONTACT = 26.0
"""The column of names beside a notice, and of classes beside what is agreed to."""
AGREED: Face = (9.0, 4.1)
AGREED_ROW, AGREED_AIR = 7.0, 1.0
"""Least height of a box with its words, and what stands above and below them."""
SIGNED, SIGNED_GAP = 15.0, 2.0
"""The row in which a customer signs, and the space above it."""
FILED_GAP, LINE_NO = 2.0, 12.0
"""The space above where it is filed, and the room for the number of its line in the workbook."""

MEASURES = {
    **mm(reach_code=ON_A_FORM, reach_apart=REACH_APART),
    **faces(label=LABEL, note=NOTE, read=READ, check=CHECK, choice=CHOICE, step=STEP),
    **faces(title=TITLE, intro=INTRO, ways=WAYS, text=TEXT, agreed=AGREED, end=END),
    **mm(above=ABOVE, beside=BESIDE, below=BELOW, gap=GAP, apart=APART),
    **mm(circle=CIRCLE, between=BETWEEN, ends=ENDS, end_gap=END_GAP, end_below=END_BELOW, score=SCORE),
    **mm(section=SECTION, section_gap=SECTION_GAP, office=OFFICE),
    **mm(notice_name=NOTICE_NAME, contact=CONTACT, agreed_row=AGREED_ROW, agreed_air=AGREED_AIR),
    **mm(signed=SIGNED, signed_gap=SIGNED_GAP, filed_gap=FILED_GAP, line_no=LINE_NO),
}
"""What the style sheet is given."""


def number_wide(form: FormOutline) -> float:
    """How long the line for its number is, in mm."""
    asked = form.number.width if form.number else None
    return max(NUMBER, (asked or 0) * CHARACTER)
