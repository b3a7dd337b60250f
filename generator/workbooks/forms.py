"""Which forms are kept in Excel."""

from __future__ import annotations

from collections.abc import Iterator

from generator.playbook.model.forms import Form
from generator.playbook.model.playbook import Playbook
from generator.workbooks.contacts import follow_ups


def forms_in_excel(playbook: Playbook) -> Iterator[tuple[int, Form]]:
    """The forms to make a register of, with their places; the customers' own has a workbook that does more."""
    theirs = playbook.customers.form if playbook.customers and follow_ups(playbook) else ""
    for index, form in enumerate(playbook.forms):
        if "excel" in form.outputs and form.kept_in != "paper" and form.id != theirs:
            yield index, form
