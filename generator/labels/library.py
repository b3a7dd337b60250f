"""The words of the commands that put a part of the library into a shop's playbook, take one out, and compare."""

from __future__ import annotations

from generator.labels.words import Words


class UpgradeWords(Words):
    """What upgrade says."""

    since: str
    """Between which versions of the program: {then}, {now}."""
    unknown: str
    """That the playbook does not say what the library held."""
    formats: str
    """What is written otherwise now."""
    old: str
    """One place: {place}, the field {name}, and {what} is written now."""
    line: str
    """One part: {place}, {name}, {what}."""
    changed: str
    """Parts nobody touched that the library says otherwise now."""
    taken: str
    fresh: str
    gone: str
    hers: str
    """Parts that were changed or confirmed; what the library says follows."""
    nothing: str
    dry: str


class LibraryWords(Words):
    """What add and remove say; {name} is an id, {place} a file and line, {what} a name in words."""

    line: str
    """One part: {name}, {what}."""
    of_trades: str
    """Which {trades} have it."""
    how: str
    """What to do with the list of {count} parts."""
    whole: str
    """What a whole chapter is called."""
    nothing_left: str
    added: str
    """{count} parts that were asked for."""
    would_add: str
    needed: str
    """What came along."""
    kept: str
    """The shop's own figures that the library has otherwise."""
    named: str
    """Sheets that the new texts speak of and the shop does not have: {names}."""
    added_next: str
    dry: str
    there: str
    no_chapter: str
    """{name} belongs to a {chapter} that is not there."""
    several: str
    """{trades} have {name}, each in its own words."""
    unknown: str
    near: str
    """{names} that may have been meant."""
    no_part: str
    broken: str
    """That nothing was written: {count} errors would come of it."""
    hangs: str
    """{count} places that name {name}."""
    hangs_on: str
    """One of them: {place}, in which {name}."""
    stays: str
    """That it was not removed, and what to do."""
    removed: str
    would_remove: str
    removed_anyway: str
    """That it was removed although something hangs on it."""
    errors_now: str
    """How many errors the playbook has now: {count}."""
    not_yours: str
    """{name} is nothing in the playbook."""
    cannot: str
    """{name} is a chapter that no shop is without, or one of a list that is one whole."""
    upgrade: UpgradeWords
