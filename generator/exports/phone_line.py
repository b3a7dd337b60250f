"""What a filled-in page gives for the register: the cells of a line, in pieces that can be pasted between its formulas."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from generator.edition import Edition
from generator.outlines.kept import registers
from generator.outlines.line import Cell, cells, widest
from generator.outlines.outlined import outline


def pieces(edition: Edition, form: str) -> dict[str, Any] | None:
    """The table of which each row is a line, and the cells that are typed in a row; nothing for a form without register.

    What a formula gives is locked in the workbook, so nothing can be pasted across it.
    """
    if all(each.id != form for _, each in registers(edition.playbook)):
        return None
    complaints = edition.playbook.complaints
    asked, rows = outline(edition, edition.item("forms", form)), not (complaints and complaints.form == form)
    table = widest(asked) if rows else None
    line = cells(asked, rows=rows, other=edition.labels.workbooks.registers.other)
    runs = groupby(line, key=lambda cell: cell.holds == "reckoned")
    typed = [[*run] for is_reckoned, run in runs if not is_reckoned]
    return {
        "rows": table.id if table else "",
        "pieces": [{"head": str(run[0].head), "cells": [_cell(cell) for cell in run]} for run in typed],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    options = [option.id for option in cell.field.options]
    return {
        "field": cell.field.id,
        "holds": cell.holds,
        "option": options.index(cell.option) if cell.option else -1,
    }
