"""A form to fill in by hand: room for handwriting, in the order the work is done, front and back of a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.design.stamping import Foot, Place, Square
from generator.edition import Edition
from generator.output import Audience
from generator.playbook.model.forms import Form, FormField
from generator.playbook.option_lists import written_out
from generator.printables import form_fit
from generator.printables.form_blocks import blocks, consents, head_height, number_of, signs
from generator.printables.form_layout import STEP_COLUMNS
from generator.printables.form_pages import pages
from generator.printables.sheet import Sheet

FOOT = Foot(
    (Place(25, 197, 285.273),), (Place(19, 191, 285.273),), Square(middle=287.2, size=9.6), numbered=True
)
"""The code to scan ends 5 mm above the edge, where printers can still reach."""


@dataclass(frozen=True)
class Head:
    """What stands above the first section."""

    number: FormField | None
    """The form's own field for its number."""
    required: bool
    star: bool
    """Whether the marks need to be explained."""


problems = form_fit.problems


def sheets(edition: Edition) -> Iterator[Sheet]:
    for index, form in enumerate(edition.playbook.forms):
        if "paper" not in form.outputs:
            continue
        form = written_out(form, edition.playbook)
        fields = [field for section in form.sections for field in section.fields]
        head = Head(number_of(form), any(f.required for f in fields), any(f.star for f in fields))
        yield Sheet(
            id=f"form-{form.id}",
            of=f"forms.{form.id}",
            kind="form",
            title=form.title,
            template="form.html",
            styles=("form.css",),
            view={
                "form": form,
                "head": head,
                "pages": pages(blocks(edition, form), head_height(form)),
                "signs": signs(form),
                "consents": consents(edition) if form.consents else (),
                "gaps": edition.labels.sheet.form.blank_date.split("{}"),
                "steps": STEP_COLUMNS,
            },
            route=("forms", index),
            paper="A4",
            audience=_audience(form),
            page=_page(edition, form),
            pages=None,
            core=form.core,
            foot=FOOT,
        )


def _audience(form: Form) -> Audience:
    """A form that asks for consent is handed to customers, whatever it says."""
    return "customer" if form.consents else form.audience


def _page(edition: Edition, form: Form) -> str:
    """The handbook page of the chapter that uses the form."""
    playbook = edition.playbook
    if playbook.complaints and playbook.complaints.form == form.id:
        return "complaints.html"
    if playbook.customers and playbook.customers.form == form.id:
        return "customers.html"
    return "print.html"
