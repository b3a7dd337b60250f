"""The records of the generator's own words, by where they are read. Every field must be in every language."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Words(BaseModel):
    """Some words that belong together."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class ReadMePart(Words):
    """A heading on the first sheet of a workbook, and what stands below it."""

    head: str
    lines: list[str]


class Count(Words):
    """How a span of time is said: {} is the figure."""

    one: str
    other: str


class ReferenceWords(Words):
    """Words of the reference of every field."""

    title: str
    lead: str
    field: str
    kind: str
    use: str
    required: str
    join: str
    many: str
    id: str
    id_in: str
    """The chapter's name, and as it is written."""
    any_id: str
    text: str
    word: str
    flag: str
    number: str
    day: str
    clock: str
    colour: str
    link: str


class StarterWords(Words):
    """Words in the files of a new shop."""

    title: str
    name: str
    solo: str
    """How something is said for a shop of one person."""
    solo_already: str
    """How a sentence begins that says so itself."""
    stop: str
    """What ends a sentence."""
    between: str
    """What stands between two sentences."""
    first: str
    """The comment at the head of playbook.yaml."""
    chapter: str
    """The comment at the head of a chapter's file."""
    held: str
    """What stands in the file of fingerprints for whoever opens it."""


class ProblemWords(Words):
    """Words of the page on problems, and of `playbook explain`."""

    title: str
    lead: str
    levels: dict[str, str]
    wrong: str
    right: str
    remedy: str
    blank: str
    """Stands where a problem names what is wrong."""
    perhaps: str
    """There is no {kind}; perhaps {near}."""
    no_such: str
    """There is no {kind}, and nothing near it."""
