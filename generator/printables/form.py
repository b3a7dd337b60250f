"""A form to fill in by hand: room for handwriting, in the order the work is done, front and back of a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.design.stamping import Foot, Place, Square
from generator.edition import Edition
from generator.outlines.outlined import outline
from generator.playbook.model.forms import Form
from generator.printables import form_fit
from generator.printables.form_blocks import blocks, head_height, logo_of, reach_of
from generator.printables.form_measures import MEASURES, NUMBER, number_wide, paper
from generator.printables.form_pages import pages
from generator.printables.sheet import Handling, Sheet

FOOT = Foot(
    (Place(25, 197, 285.273),), (Place(19, 191, 285.273),), Square(middle=287.2, size=9.6), numbered=True
)
"""The code to scan ends 5 mm above the edge, where printers can still reach."""
LYING = Foot(
    (Place(25, 284, 198.273),), (Place(19, 278, 198.273),), Square(middle=200.2, size=9.6), numbered=True
)
"""The same on a sheet that lies on its side."""


problems = form_fit.problems


def sheets(edition: Edition) -> Iterator[Sheet]:
    for index, form in enumerate(edition.playbook.forms):
        if "paper" in form.outputs:
            yield sheet(edition, index, form)


def sheet(edition: Edition, index: int, form: Form) -> Sheet:
    """`form`, which stands at `index` in the playbook, on paper."""
    printed = outline(edition, form)
    reached = reach_of(edition, printed)
    return Sheet(
        id=f"form-{form.id}",
        of=f"forms.{form.id}",
        kind="form",
        title=form.title,
        template="form.html",
        styles=("form.css", *(["form_sideways.css"] if printed.sideways else ())),
        view={
            "form": printed,
            "screen": False,
            "typed": {},
            "number_wide": number_wide(printed) if number_wide(printed) > NUMBER else 0,
            "pages": pages(
                blocks(edition, printed),
                head_height(printed, reached, logo_of(edition, printed)),
                paper(printed),
            ),
            "reach": reached,
            "logo": logo_of(edition, printed),
            "gaps": edition.labels.sheet.form.blank_date.split("{}"),
            "month_day": edition.labels.sheet.month_day.split("{}"),
            "measures": MEASURES,
        },
        route=("forms", index),
        paper="A4",
        handling=Handling(copies=10, duplex=True),
        audience=printed.audience,
        page=_page(edition, form),
        pages=None,
        core=form.core,
        foot=LYING if printed.sideways else FOOT,
        unfinished=printed.notice is not None and not printed.notice.named,
    )


def _page(edition: Edition, form: Form) -> str:
    """The handbook page of the chapter that uses the form, or its own."""
    playbook = edition.playbook
    if playbook.complaints and playbook.complaints.form == form.id:
        return "complaints.html"
    if playbook.customers and playbook.customers.form == form.id:
        return "customers.html"
    return f"forms/{form.id}.html"
