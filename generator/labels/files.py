"""What the handbook says of what can be printed, opened and filled in."""

from __future__ import annotations

from generator.labels.words import Words
from generator.playbook.field_kinds import Cell


class PrintWords(Words):
    """Words around the sheets to fetch."""

    lead: str
    none: str
    renewing: str
    """While a preview prints them in the background."""
    for_staff: str
    for_customers: str
    first: str
    """The mark of what belongs to the core."""
    version: str
    open: str
    page: str
    form_files: str
    form_files_lead: str
    pictures: str
    """The heading of the pictures for a chat."""
    pictures_lead: str
    kept: str
    """In which workbook the form of a sheet is kept."""
    workbooks: str
    workbooks_lead: str
    fetch: str
    """{} is a format: XLSX."""
    replies: str
    replies_lead: str
    phones: str
    phones_lead: str
    open_page: str


class MediumWords(Words):
    """A way to fill in a form."""

    fetch: str
    good_for: str


class FormPageWords(Words):
    """Words on the page of a form."""

    who: str
    by: dict[str, str]
    """Whose form it is, by audience."""
    shared: str
    """Where the shop fills in a part of a customer's form."""
    roles: str
    filed: str
    written: str
    kept_in: dict[str, str]
    keep: str
    used: str
    """Before the chapters it belongs to and the measures counted from it."""
    ways: str
    media: dict[str, MediumWords]
    """By the kind of a file."""
    elsewhere: str
    """What leaves the shop where answers are gathered by somebody else."""
    example: str
    """Above the form as it looks filled in."""
    example_mark: str
    """What says that it is one."""
    asks: str
    row: str
    given: str
    """Before the rows of a table that are there already."""
    answers: dict[Cell, str]
    """How a field is answered."""
    signed: str
