"""Measures: what is counted can be worked out, from fields that are there, and what a result is held to says which way is better."""

from __future__ import annotations

from collections.abc import Iterator

from generator.playbook.checks.index import Check, Known
from generator.playbook.field_kinds import KINDS
from generator.playbook.model.forms import Form, FormField
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route
from generator.playbook.model.supervision import Measure, Tally
from generator.playbook.option_lists import options
from generator.playbook.problems import Problem, suggested


def _measures(playbook: Playbook) -> Iterator[tuple[Route, Measure]]:
    chapter = playbook.supervision
    for index, measure in enumerate(chapter.measures if chapter else ()):
        yield ("supervision", "measures", index), measure


def counts_can_be_worked_out(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    """A share has pairs of counts, an average one pair."""
    for route, measure in _measures(playbook):
        count = len(measure.counts)
        fits = {"share": count > 0 and count % 2 == 0, "average": count == 2, "counts": True}
        if not fits[measure.gives]:
            details = {"name": measure.id, "gives": measure.gives, "count": str(count)}
            yield Problem("measure-odd-counts", (*route, "gives"), details)


def whatever_is_held_to_says_which_way(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, measure in _measures(playbook):
        field = "at_target" if measure.at_target else "aim"
        held = measure.at_target or measure.aim is not None
        if held and measure.better is None:
            yield Problem("measure-no-way", (*route, field), {"name": measure.id, "field": field})
        elif measure.at_target and measure.target is None:
            yield Problem("measure-no-target", (*route, field), {"name": measure.id})


def what_a_register_counts_is_in_its_form(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    forms = {form.id: form for form in playbook.forms}
    for route, measure in _measures(playbook):
        for at, count in enumerate(measure.counts):
            if count.tally is None:
                continue
            where, form = (*route, "counts", at, "tally"), forms.get(count.form or "")
            theirs = playbook.customers is not None and count.form == playbook.customers.form
            if (count.tally.kept is not None) != theirs:
                yield Problem("tally-odd-kept", where, {"name": count.id})
            elif form and "excel" in form.outputs:
                yield from _tallied(playbook, where, count.tally, form)
            elif form or count.form is None:
                yield Problem("tally-no-register", where, {"name": count.id})


def _tallied(playbook: Playbook, where: Route, tally: Tally, form: Form) -> Iterator[Problem]:
    fields = {field.id: field for section in form.sections for field in section.fields}
    dates = [each.id for each in fields.values() if KINDS[each.kind].excel == "day"]
    typed = [each.id for each in fields.values() if KINDS[each.kind].counted_from]
    answered = [each.id for each in fields.values() if KINDS[each.kind].excel not in ("none", "several")]
    named = (("by", dates), ("until", dates), ("days_from", typed), ("field", answered))
    for key, known in named:
        said = getattr(tally, key)
        if said is not None and said not in known:
            yield Problem(
                "tally-no-field", (*where, key), {"name": said, "form": form.id} | suggested(said, known)
            )
    answers = _answers(playbook, fields[tally.field]) if tally.field in answered else []
    for at, said in enumerate(tally.answers):
        if said not in answers:
            details = {"name": said, "form": form.id} | suggested(said, answers)
            yield Problem("tally-no-answer", (*where, "answers", at), details)


def _answers(playbook: Playbook, field: FormField) -> list[str]:
    """What may be named of a field: the options one is chosen of, or the marks."""
    if KINDS[field.kind].excel == "score":
        return list("12345")
    return [each.id for each in options(field, playbook)] if KINDS[field.kind].excel == "choice" else []


CHECKS: tuple[Check, ...] = (
    counts_can_be_worked_out,
    whatever_is_held_to_says_which_way,
    what_a_register_counts_is_in_its_form,
)
