"""The forms that are filled in elsewhere than on paper, as they are asked there, and the files made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.edition import Edition
from generator.outlines.form import FormOutline
from generator.outlines.on_screen import on_screen
from generator.outlines.outlined import outline
from generator.output import OutputFile
from generator.playbook.model.forms import Form

Content = Callable[[Edition, FormOutline], bytes]


def asked_forms(edition: Edition) -> Iterator[tuple[int, Form]]:
    """The forms that ask for a phone, with their places."""
    return ((at, form) for at, form in enumerate(edition.playbook.forms) if "phone" in form.outputs)


def file_of(
    edition: Edition, at: int, form: Form, kind: str, ending: str, title: str, content: Content
) -> OutputFile:
    """What `content` makes of a form, as a file of the site; `title` is what it is called, {} the form's title."""
    return OutputFile(
        id=f"{kind}-{form.id}",
        of=f"forms.{form.id}",
        kind=kind,
        language=edition.language,
        title=title.format(form.title),
        path=f"{edition.folder}files/{kind}-{form.id}.{ending}",
        audience="customer" if form.consents else form.audience,
        content=partial(_made, content, edition, form),
        route=("forms", at),
        core=form.core,
        page=f"forms/{form.id}.html",
    )


def _made(content: Content, edition: Edition, form: Form) -> bytes:
    return content(edition, on_screen(outline(edition, form)))
