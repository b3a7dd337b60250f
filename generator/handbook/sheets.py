"""Print and forms: every sheet with a picture of its first page, its paper size, version and code; workbooks; pages for phones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.handbook.book import Book
from generator.outlines.kept import kept_in
from generator.output import OutputFile, Page

ON_PHONES = ("phone", "wjx", "xlsform")
"""The kinds of files by which a form is filled in on a phone."""


def pages(book: Book) -> Iterator[Page]:
    words = book.words.sheets
    groups = (("staff", words.for_staff), ("customer", words.for_customers))
    section = (book.words.nav.print,) if book.edition.playbook.forms else ()
    yield book.page(
        "print.html",
        book.words.nav.print,
        "print.html",
        section=section,
        weight=0.5,
        renewing=book.renewing,
        workbooks=book.workbooks,
        examples=book.examples,
        kept=dict(_kept(book)),
        replies=[file for file in book.downloads if file.kind == "replies"],
        pictures=[file for file in book.downloads if file.kind == "chat-picture"],
        on_phones=[file for file in book.downloads if file.kind in ON_PHONES],
        form_files=book.form_files,
        groups=[
            (audience, name, _core_first(sheet for sheet in book.printed if sheet.audience == audience))
            for audience, name in groups
        ],
    )


def _kept(book: Book) -> Iterator[tuple[str, OutputFile]]:
    """For the sheet of each form that is kept in a workbook, the workbook."""
    made = {str(each.title): each for each in book.workbooks}
    for form in book.edition.playbook.forms:
        if (title := kept_in(book.edition, form.id)) in made:
            yield f"forms.{form.id}", made[title]


def _core_first(sheets: Iterable[OutputFile]) -> list[OutputFile]:
    return sorted(sheets, key=lambda sheet: not sheet.core)
