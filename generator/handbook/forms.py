"""A page per form: what it is for, who fills it in, where it goes, every file made of it, and what it asks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.handbook.book import Book
from generator.handbook.form_example import example
from generator.labels.files import FormPageWords, MediumWords
from generator.outlines.form import Field, FormOutline
from generator.outlines.outlined import outline
from generator.output import OutputFile, Page
from generator.playbook.model.forms import Form

ELSEWHERE = ("wjx", "xlsform")
"""The kinds of files with which answers are gathered on somebody else's servers."""


def pages(book: Book) -> Iterator[Page]:
    words = book.words
    for form in book.edition.playbook.forms:
        yield book.page(
            f"forms/{form.id}.html",
            form.title,
            "form-page.html",
            section=(words.nav.print,),
            weight=0.4,
            keywords={"": form.aliases},
            later=partial(_told, book, form),
        )


def _told(book: Book, form: Form) -> dict[str, Any]:
    asked, files, words = outline(book.edition, form), _files(book, form), book.words.forms
    number, filled = example(book.edition, form, asked)
    return {
        "form": asked,
        "facts": _facts(book, form, asked),
        "chapters": [*_chapters(book, form)],
        "measures": [*_measures(book, form)],
        "files": [(_medium(words, file), file) for file in files],
        "picture": next((file for file in files if file.picture), None),
        "elsewhere": any(file.kind in ELSEWHERE for file in files),
        "filled_number": number,
        "filled": filled,
        "answers": {field.id: _answered(words, field) for field in asked.fields},
    }


def _files(book: Book, form: Form) -> list[OutputFile]:
    """Those made of the form, and for the customers' own their workbook, which takes the place of a register."""
    customers = book.edition.playbook.customers
    of = {f"forms.{form.id}"} | ({"customers"} if customers and customers.form == form.id else set())
    media = book.words.forms.media
    return [file for file in book.downloads if file.of in of and (file.paper or file.kind in media)]


def _facts(book: Book, form: Form, asked: FormOutline) -> list[tuple[str, str]]:
    words = book.words.forms
    kept = words.kept_in[form.kept_in] if form.kept_in else ""
    by = dict.fromkeys(part.by for part in asked.sections if part.by)
    return [
        (words.who, _who(words, book.edition.labels.sheet.form.office, asked)),
        (words.roles, book.edition.labels.list_join.join(by)),
        (words.filed, asked.filed),
        (words.written, kept),
        (words.keep, asked.notice.keep if asked.notice else ""),
    ]


def _who(words: FormPageWords, office: str, asked: FormOutline) -> str:
    shared = asked.audience == "customer" and any(part.office for part in asked.sections)
    return words.shared.format(office) if shared else words.by[asked.audience]


def _chapters(book: Book, form: Form) -> Iterator[str]:
    """The chapters whose own form it is."""
    playbook = book.edition.playbook
    if playbook.complaints and playbook.complaints.form == form.id:
        yield "complaints"
    if playbook.customers and playbook.customers.form == form.id:
        yield "customers"


def _measures(book: Book, form: Form) -> Iterator[str]:
    """The measures that are counted from it."""
    chapter = book.edition.playbook.supervision
    for measure in chapter.measures if chapter else ():
        if any(count.form == form.id for count in measure.counts):
            yield f"supervision.{measure.id}"


def _medium(words: FormPageWords, file: OutputFile) -> MediumWords:
    """What a file is good for; a sheet is paper, whatever it is made of."""
    return words.media["paper" if file.paper else file.kind]


def _answered(words: FormPageWords, field: Field) -> str:
    """In what way it is answered."""
    return words.signed if field.kind.signs else words.answers[field.kind.excel]
