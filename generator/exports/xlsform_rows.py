"""The rows of an XLSForm in one language: each question with its kind, its name, its words and what may be answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.edition import Edition
from generator.labels.phone import OnlineWords
from generator.outlines.form import Field, FormOutline, Notice, Part, Rule

HIGHEST = 5
_SPANS = {"day": 1, "week": 7}
"""The days of the spans that can be reckoned there: it knows no months and no working days."""
_KEYS = {"tel": "text", "numeric": "integer", "decimal": "decimal", "signed": "decimal", "text": "text"}
_PLAIN = {"yes": "acknowledge", "day": "date", "time": "time"}


@dataclass(frozen=True)
class Choice:
    """An answer to choose."""

    name: str
    label: str


@dataclass(frozen=True)
class Row:
    """A row of the survey: the columns of XLSForm, and the list behind a choice."""

    type: str
    name: str
    label: str = ""
    hint: str = ""
    required: bool = False
    missing: str = ""
    """What is said where it is required and empty."""
    constraint: str = ""
    refused: str = ""
    """What is said where the constraint does not hold."""
    appearance: str = ""
    parameters: str = ""
    calculation: str = ""
    choices: tuple[Choice, ...] = ()
    shows: str = ""
    """Whose value stands behind the label."""


def name(*parts: str) -> str:
    """A name that formulas may use."""
    return "_".join(parts).replace("-", "_")


def rows(edition: Edition, form: FormOutline) -> Iterator[Row]:
    """Every row in its order; the same number of them in every language."""
    return _Rows(edition, form).all()


class _Rows:
    def __init__(self, edition: Edition, form: FormOutline) -> None:
        self.form, self.colon = form, edition.labels.colon
        self.words, self.own = edition.labels.sheet.form, edition.labels.phone
        self.online: OnlineWords = self.own.online
        self.alone = tuple(field for part in form.sections for field in part.fields)

    def all(self) -> Iterator[Row]:
        yield Row("note", "form_intro", self.form.intro)
        if self.form.notice:
            yield Row("note", "form_notice", self._told(self.form.notice))
        if self.form.number:
            yield from self._field(self.form.number)
        for part in self.form.sections:
            yield from self._part(part)
        if self.form.consents:
            yield from self._consents()

    def _told(self, notice: Notice) -> str:
        words = self.words
        said = {words.keeper: notice.keeper, words.purpose: notice.purpose, words.keep: notice.keep}
        lines = [f"{head}{self.colon}{each}" for head, each in (said | {words.rights: notice.rights}).items()]
        return "\n".join((words.notice, *lines))

    def _part(self, part: Part) -> Iterator[Row]:
        # A page of its own; rows that repeat stand behind it, for in it they would not be shown.
        if part.hint or part.fields or part.steps:
            yield Row("begin group", name("part", part.id), part.numbered, appearance="field-list")
            yield from self._on_one_page(part)
            yield Row("end group", "")
        if part.table:
            yield Row(
                "begin repeat", name("rows", part.table.id), f"{part.numbered}{self.colon}{self.online.row}"
            )
            for column in part.table.columns:
                yield from self._field(column, part.table.columns)
            yield Row("end repeat", "")

    def _on_one_page(self, part: Part) -> Iterator[Row]:
        if part.hint:
            yield Row("note", name("hint", part.id), part.hint)
        for field in part.fields:
            yield from self._field(field)
        for step in part.steps:
            did = " · ".join(filter(None, (step.do, step.owner, step.limit)))
            yield Row(
                "acknowledge", name("step", part.id, str(step.number)), f"{step.number} {step.name}", did
            )

    def _reckons(self, rule: Rule, row: tuple[Field, ...]) -> bool:
        """Whether all it follows from is typed on the form, or in the same row of a table."""
        typed = {field.id: field.kind.excel for field in (*self.alone, *row)}
        days, figures = ([each for each, kind in typed.items() if kind == of] for of in ("day", "number"))
        return rule.unit in _SPANS and rule.reckoned_from(days, figures)

    def _field(self, field: Field, row: tuple[Field, ...] = ()) -> Iterator[Row]:
        own, kind = name(field.id), field.kind
        if kind.signs:
            yield self._asked(field, "image", appearance="signature", parameters="max-pixels=1024")
        elif field.rule and self._reckons(field.rule, row):
            yield Row("calculate", own, calculation=_reckoned(field.rule))
            shown = f"{field.label}{self.colon}"
            beside = " · ".join(filter(None, (field.help, f"= {field.rule.said}")))
            yield Row("note", name("shown", own), shown, beside, shows=own)
        elif field.rule:
            yield self._asked(field, "date", hint=f"= {field.rule.said}")
        else:
            yield self._typed(field)
        for option in field.options:
            if option.other:
                yield Row("text", name(field.id, option.id, "other"), self.own.other.format(option.label))

    def _typed(self, field: Field) -> Row:
        own, label, kind = name(field.id), field.label, field.kind
        options = tuple(Choice(name(each.id), each.label) for each in field.options)
        match kind.excel:
            case "none":
                return Row("note", own, label, field.help)
            case "choice":
                return self._asked(field, f"select_one {own}", choices=options)
            case "several":
                return self._asked(field, f"select_multiple {own}", choices=options)
            case "score":
                return self._asked(
                    field, f"select_one {own}", appearance="likert", choices=self._scale(field)
                )
            case "yes" | "day" | "time":
                return self._asked(field, _PLAIN[kind.excel])
            case "long":
                return self._asked(field, "text", appearance="multiline")
            case _:
                return self._by_key(field)

    def _by_key(self, field: Field) -> Row:
        """A text or a figure, held to what its keyboard is for."""
        keys, faults = field.kind.keys, self.own.faults
        match keys:
            case "numeric" if field.kind.excel == "number":
                return self._asked(field, _KEYS[keys], constraint=". >= 0", refused=faults.wrong_whole)
            case "decimal":
                return self._asked(field, _KEYS[keys], constraint=". >= 0", refused=faults.wrong_amount)
            case "tel":
                digits = "regex(., '(.*[0-9]){5}.*')"
                return self._asked(
                    field, _KEYS[keys], appearance="numbers", constraint=digits, refused=faults.wrong_phone
                )
            case "signed":
                return self._asked(field, _KEYS[keys])
            case _:
                return self._asked(field, "text")

    def _asked(
        self,
        field: Field,
        kind: str,
        *,
        hint: str = "",
        appearance: str = "",
        parameters: str = "",
        constraint: str = "",
        refused: str = "",
        choices: tuple[Choice, ...] = (),
    ) -> Row:
        beside = " · ".join(filter(None, (field.help, field.unit, hint)))
        return Row(
            kind,
            name(field.id),
            f"{field.label}{' ★' if field.star else ''}",
            beside,
            field.required,
            self.own.faults.missing if field.required else "",
            constraint,
            refused,
            appearance,
            parameters,
            choices=choices,
        )

    def _scale(self, field: Field) -> tuple[Choice, ...]:
        ends = {1: field.low, HIGHEST: field.high}
        said = (
            self.online.end.format(score, ends[score]) if score in ends else str(score)
            for score in range(1, HIGHEST + 1)
        )
        return tuple(Choice(str(score), label) for score, label in enumerate(said, 1))

    def _consents(self) -> Iterator[Row]:
        yield Row("begin group", "consents", self.words.consents, appearance="field-list")
        yield Row("note", "consents_hint", self.words.consents_hint)
        for at, (contact, every) in enumerate(self.form.consents):
            own = name("consents", str(at))
            options = tuple(Choice(name(each.id), each.said(self.colon)) for each in every)
            yield Row(f"select_multiple {own}", own, contact, choices=options)
        yield Row("end group", "")


def _reckoned(rule: Rule) -> str:
    """So many days later; nothing as long as there is no day to count from."""
    start, known = f"${{{name(rule.start)}}}", ""
    days = f"{rule.amount * _SPANS[rule.unit]}"
    if supply := rule.supply:
        number, amount, daily = (
            f"number(${{{name(each)}}})" if each else "0"
            for each in (supply.number, supply.amount, supply.daily)
        )
        pieces = f"if({number} > 1, {number}, 1)"
        own = f"int(round({amount} * {pieces} div {daily}, 6))"
        by_use = f"{amount} > 0 and {daily} > 0"
        known = f" or not({by_use} or {supply.lasts} > 0)"
        days = f"if({by_use}, {own}, int({supply.lasts} * {pieces})) + {days}"
    shown = f"format-date(date(decimal-date-time({start}) + {days}), '%Y-%m-%d')"
    return f"if({start} = ''{known}, '', {shown})"
