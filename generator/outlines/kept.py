"""Where what is filled in is kept: on its sheets, or in a workbook, which one, and never in two."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edition import Edition
from generator.playbook.model.contacts import FollowUp
from generator.playbook.model.forms import Form
from generator.playbook.model.playbook import Playbook

STARTS = ("bought", "received", "opened")
"""The days that stand with the order of a shop that sells goods."""


RUNS_OUT = "runs_out"
"""The day that follows from the order and what was bought."""


def starts(playbook: Playbook) -> tuple[str, ...]:
    """The days that stand with an order; what counts from another, such as the end of a complaint, is not its matter."""
    return tuple(event.id for event in playbook.shop.events) or STARTS


def follow_ups(playbook: Playbook) -> tuple[FollowUp, ...]:
    """Those that count from a day of the order, or from the day it is used up, in their order."""
    chapter, days = playbook.follow_ups, (*starts(playbook), RUNS_OUT)
    return tuple(each for each in chapter.contacts if each.due.start in days) if chapter else ()


def customers_form(playbook: Playbook) -> str:
    """The form that the customers' workbook stands for; empty where there is no such workbook."""
    return playbook.customers.form if playbook.customers and follow_ups(playbook) else ""


def registers(playbook: Playbook) -> Iterator[tuple[int, Form]]:
    """The forms to make a register of, with their places; the customers' own has a workbook that does more."""
    theirs = customers_form(playbook)
    for index, form in enumerate(playbook.forms):
        if "excel" in form.outputs and form.kept_in != "paper" and form.id != theirs:
            yield index, form


def kept_in(edition: Edition, form: str) -> str:
    """The title of the workbook in which a form is kept; empty if it is kept on its sheets."""
    words, playbook = edition.labels.workbooks, edition.playbook
    item: Form = edition.item("forms", form)
    kept = item.kept_with or form
    if kept == customers_form(playbook):
        return words.customers.title
    found = (each for _, each in registers(playbook) if each.id == kept)
    return next((words.registers.title.format(each.title) for each in found), "")
