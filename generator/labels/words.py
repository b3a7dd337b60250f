"""The records of the generator's own words, by where they are read. Every field must be in every language."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Words(BaseModel):
    """Some words that belong together."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class SheetWords(Words):
    """Words on printed sheets."""

    stamp: str
    scan: str
    review_by: str


class PaperWords(Words):
    """Words on quiz papers and keys."""

    variant: str


class HandbookWords(Words):
    """Words on the website."""

    start: str
