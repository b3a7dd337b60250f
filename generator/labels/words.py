"""The records of the generator's own words, by where they are read. Every field must be in every language."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Words(BaseModel):
    """Some words that belong together."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class CardWords(Words):
    """Words on the promise card."""

    hours: str
    shipping: str
    outside: str


class ChecklistWords(Words):
    """Words on checklists."""

    pause: str
    who: str
    how: str
    read_do: str
    do_confirm: str
    critical: str
    runs: str
    done: str
    date: str
    time: str
    left: str
    sign: str


class Count(Words):
    """How a span of time is said: {} is the figure."""

    one: str
    other: str


class FormWords(Words):
    """Words on forms to fill in by hand."""

    number: str
    required: str
    star: str
    by: str
    office: str
    again: str
    day: tuple[str, str]
    """What stands before and after the room for the day of the month."""
    month: tuple[str, str]
    year: tuple[str, str]
    day_first: bool
    yuan: str
    rule: str
    """How a computed date follows: {start}, {span}."""
    spans: dict[str, Count]
    step: str
    owner: str
    limit: str
    done_at: str
    done_by: str
    notice: str
    keeper: str
    purpose: str
    keep: str
    rights: str
    consents: str
    consents_hint: str
    customer_signs: str
    date: str
    filed: str


class SheetWords(Words):
    """Words on printed sheets."""

    stamp: str
    scan: str
    review_by: str
    card: CardWords
    checklist: ChecklistWords
    form: FormWords


class PaperWords(Words):
    """Words on quiz papers and keys."""

    variant: str


class HandbookWords(Words):
    """Words on the website."""

    start: str
