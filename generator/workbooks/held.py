"""What may be typed in a column, and what is said to who types something else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from generator.workbooks.table import Column

_EARLIEST, _LATEST = date(2000, 1, 1), time(23, 59, 59)
_FAR = 10**9
"""No figure that somebody types is farther from zero."""


@dataclass(frozen=True)
class Faults:
    """What is said to who types something else: day, choice, number, a number up to {}, and so on."""

    day: str
    time: str
    moment: str
    choice: str
    number: str
    most: str


def held(column: Column, faults: Faults) -> dict[str, Any] | None:
    """The rule as XlsxWriter is told it; None where anything may be typed."""
    match column.kind:
        case "day":
            return {
                "validate": "date",
                "criteria": ">=",
                "value": _EARLIEST,
                "error_message": faults.day,
            }
        case "moment":
            return {
                "validate": "date",
                "criteria": ">=",
                "value": _EARLIEST,
                "error_message": faults.moment,
            }
        case "time":
            return {
                "validate": "time",
                "criteria": "between",
                "minimum": time.min,
                "maximum": _LATEST,
                "error_message": faults.time,
            }
        case "choice" if column.cells:
            return {"validate": "list", "source": f"={column.cells}", "error_message": faults.choice}
        case "number" if column.most:
            return {
                "validate": "integer",
                "criteria": "between",
                "minimum": column.least,
                "maximum": column.most,
                "error_message": faults.most.format(column.most),
            }
        case "number" if column.below_zero:
            return {
                "validate": "decimal",
                "criteria": "between",
                "minimum": -_FAR,
                "maximum": _FAR,
                "error_message": column.says or faults.number,
            }
        case "number":
            return {
                "validate": "decimal" if column.halves else "integer",
                "criteria": ">=",
                "value": column.least,
                "error_message": column.says or faults.number,
            }
        case _:
            return None
