"""Why a file is not read: one name for each reason, whose sentence stands in the words of the command."""

from __future__ import annotations


class Refused(Exception):
    """A file that is not read. `why` is a field of `RefusedWords`, `details` fill its sentence."""

    def __init__(self, why: str, **details: object) -> None:
        self.why, self.details = why, details
        super().__init__(why)
