"""What comes out of the measures: a line for each share, average or count, and the lists its formulas look into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.edition import Edition
from generator.outlines.kept import kept_in
from generator.playbook.model.supervision import Count, Measure


@dataclass(frozen=True)
class Figure:
    """A line of what comes out: one count as it is, or one divided by another."""

    measure: Measure
    first: Count
    second: Count | None
    held: bool
    """Whether the shop holds itself to it."""

    @property
    def what(self) -> tuple[Count, ...]:
        return (self.first, self.second) if self.second else (self.first,)


def measures(edition: Edition) -> tuple[Measure, ...]:
    """Those for which something is counted."""
    chapter = edition.playbook.supervision
    return tuple(each for each in (chapter.measures if chapter else ()) if each.counts)


def figures(counted: Sequence[Measure]) -> Iterator[Figure]:
    """A measure of several counts has a line for each, one of several pairs a line for each pair."""
    for measure in counted:
        held = measure.better is not None
        if measure.gives == "counts":
            for count in measure.counts:
                yield Figure(measure, count, None, held and count is measure.counts[-1])
            continue
        for first, second in zip(measure.counts[::2], measure.counts[1::2], strict=True):
            yield Figure(measure, first, second, held)


def own(measure: Measure) -> str:
    """The id of the column in which the shop types its own target."""
    return f"{measure.id}-target"


def aim(edition: Edition, figure: Figure) -> int | str:
    """What the playbook holds it to; an empty text if nothing."""
    measure = figure.measure
    if not figure.held:
        return ""
    if measure.at_target and measure.target:
        return int(edition.value(measure.target))
    return "" if measure.aim is None else measure.aim


def counted_from(edition: Edition, count: Count) -> str:
    """The title of the workbook it is counted from, or of the form on paper."""
    if count.form is None:
        return ""
    return kept_in(edition, count.form) or str(edition.item("forms", count.form).title)
