"""What a complaint adds to its register: where it stands, what is to be done today, and how a month went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.labels.workbooks import CaseWords
from generator.set_text import parts_of
from generator.workbooks import formulas
from generator.workbooks.contacts import FILED, Contact, after_complaint
from generator.workbooks.found import Found
from generator.workbooks.lists import Value, working_days
from generator.workbooks.noting import Noting
from generator.workbooks.table import Column, Table, given, named

if TYPE_CHECKING:
    from generator.workbooks.month import Month
    from generator.workbooks.registers import Register

STATE, TO_DO = "state", "to_do"
"""The columns that say by a number where a case stands, and count those to be seen to today."""
_OPEN, _NOTE, _NOTE_LATE, _DUE, _LATE, _ANSWERED, _CLOSED, _CALL, _CALL_LATE, _CALLED = range(1, 11)
LATE, TODAY = (_NOTE_LATE, _LATE, _CALL_LATE), (_NOTE, _DUE, _CALL)
CALL = "--call"
"""The list that holds how the call-back begins; no field of a form has such an id."""
_NAMES, _SHOWN = "todo", 60


@dataclass(frozen=True)
class Case:
    """The days a complaint goes through, as columns of its register."""

    register: Register
    first: str
    """The day it was received."""
    due: str
    """The day by which it is answered."""
    closed: str

    @cached_property
    def words(self) -> CaseWords:
        return self.register.words.case

    @cached_property
    def call(self) -> Contact | None:
        """The call-back that follows, if the playbook has one."""
        return after_complaint(self.register.edition)

    @cached_property
    def filed(self) -> str:
        """The day the sheet was handed in, where the call-back counts from it: the form's own, or one more column."""
        if not self.call or self.call.start != FILED:
            return ""
        chapter = self.register.edition.playbook.complaints
        return (chapter.filed if chapter else None) or FILED

    @cached_property
    def noting(self) -> Noting | None:
        """Where the customer hears that it is in hand: the first step whose limit is counted in hours."""
        edition, chapter = self.register.edition, self.register.edition.playbook.complaints
        for step in chapter.steps if chapter else ():
            if step.limit and edition.item("facts", step.limit).unit == "hour":
                return Noting(self.register, step, self.first, self._clock_after(self.first))
        return None

    def _clock_after(self, day: str) -> str:
        """The time of day that a form asks for right after a day, or none."""
        fields = [field for _, field in self.register.fields]
        at = next(at for at, field in enumerate(fields, 1) if field.id == day)
        return next((field.id for field in fields[at : at + 1] if field.kind.excel == "time"), "")

    def lists(self) -> dict[str, Sequence[Value]]:
        """What stands on the hidden sheet for it."""
        known: dict[str, Sequence[Value]] = {CALL: [self.call.asking if self.call else ""]}
        return known | (dict(self.noting.lists) if self.noting else {})

    @property
    def measured(self) -> Sequence[str]:
        """What the measures of a month are called."""
        words = self.words.measures
        said = [words.received]
        said += [words.noted, words.noted_late, words.not_noted] if self.noting else []
        said += [words.in_time, words.too_late, words.overdue]
        said += [words.closed, words.average, words.longest]
        said += [words.called, words.not_called] if self.call else []
        return said

    def columns(self) -> Iterator[Column]:
        words, group = self.words, self.words.group
        if self.noting:
            yield from self.noting.columns()
        yield Column("answered", words.answered_on, "day", 13, group=group)
        if self.filed == FILED and FILED not in self.register.days:
            yield Column(FILED, words.filed_on, "day", 13, group=group)
        if self.call:
            yield Column("call_due", words.call_due, "day", 13, self._call_due, group=group)
            yield Column("called", words.called_on, "day", 13, group=group)
        yield Column("status", words.head, "text", 26, self._status, group=group)
        yield from self.noting.helpers() if self.noting else ()
        yield Column(STATE, STATE, "number", 6, self._state, empty=0, hidden=True)
        yield Column(TO_DO, TO_DO, "number", 6, self._to_do, counts=True, empty=0, hidden=True)

    def _call_due(self) -> str:
        assert self.call is not None
        plus, shop = self.call.plus, working_days(self.register.edition, self.register.lists)
        return formulas.reckoned(self._ended, plus.amount, plus.unit, shop, open_end=True)

    @property
    def _ended(self) -> str:
        """The day the call-back counts from; who closes a case without a day of filing is reminded all the same."""
        filed, closed = self._at(self.filed), self._at(self.closed)
        # An empty cell would come out of IF as nought.
        return f'IF({filed}<>"",{filed},IF({closed}<>"",{closed},""))' if self.filed else closed

    @staticmethod
    def _at(column: str) -> str:
        return named("line", column)

    def _state(self) -> str:
        at, today = self._at, self.register.day_cell
        cases = [
            (f'{at(self.first)}=""', "0"),
            *self._after(today),
            (f'{at("answered")}<>""', str(_ANSWERED)),
            (f"{at(self.due)}<{today}", str(_LATE)),
            (f"{at(self.due)}={today}", str(_DUE)),
            *self._unnoted(today),
        ]
        return formulas.first(cases, str(_OPEN))

    def _unnoted(self, today: str) -> Iterator[tuple[str, str]]:
        if self.noting:
            yield formulas.both((self.noting.missing, self.noting.late(today))), str(_NOTE_LATE)
            yield self.noting.missing, str(_NOTE)

    def _after(self, today: str) -> Iterator[tuple[str, str]]:
        """Where a case stands that is closed, or filed if a call-back counts from that: called back, or when it is due."""
        there = {day: f'{self._at(day)}<>""' for day in (self.closed, self.filed, "called") if day}
        if not self.call:
            yield there[self.closed], str(_CLOSED)
            return
        cases = [
            (there["called"], str(_CALLED)),
            (f"{self._at('call_due')}<{today}", str(_CALL_LATE)),
            (f"{self._at('call_due')}={today}", str(_CALL)),
        ]
        after = formulas.first(cases, str(_CLOSED))
        yield there[self.closed], after
        if self.filed:
            # Called back and not closed: it is in hand again, or somebody is about to close it.
            yield formulas.both((there[self.filed], there["called"])), str(_ANSWERED)
            yield there[self.filed], after

    def _status(self) -> str:
        words = self.words
        closed = words.waiting if self.call else words.closed
        said = ("", words.open, words.note, words.note_late, words.today, words.late, words.answered, closed)
        texts = ",".join(map(formulas.text, (*said, words.call, words.call_late, words.called)))
        return f"CHOOSE(1+{self._at(STATE)},{texts})"

    def _to_do(self) -> str:
        return formulas.any_of(self._at(STATE), map(str, (*TODAY, *LATE)))

    def measures(self, month: Month) -> Iterator[str]:
        """What a month comes to: cases by the day received, closed ones by the day closed, calls by the day they follow."""
        table = self.register.table
        first, due, closed, answered = map(table.cells, (self.first, self.due, self.closed, "answered"))
        filed = table.cells(self.filed) if self.filed else closed
        # Who files or closes a case without a day of answer has answered by doing so.
        # Products, not IF: within SUMPRODUCT Excel works out an IF for the first line alone.
        ended = f'(({filed}<>"")*{filed}+({filed}="")*{closed})'
        day = f'(({answered}<>"")*{answered}+({answered}="")*{ended})'
        said = f'((({answered}<>"")+({filed}<>"")+({closed}<>""))>0)*({day}{{}}{due})'
        in_time = f'IFERROR(SUMPRODUCT({month.holds(first)}*{said}),"")'
        shut = f"COUNTIFS({month.of(closed)})"
        days = f"SUMIFS({closed},{month.of(closed)})-SUMIFS({first},{month.of(closed)})"
        longest = f"SUMPRODUCT(MAX({month.holds(closed)}*({closed}-{first})))"
        yield f"COUNTIFS({month.of(first)})"
        if self.noting:
            noted = table.cells(self.noting.said)
            for each in (self.words.noted_in_time, self.words.noted_late, ""):
                yield f"COUNTIFS({month.of(first)},{noted},{formulas.text(each)})"
        yield in_time.format("<=")
        yield in_time.format(">")
        yield f"COUNTIFS({month.of(first)},{table.cells(STATE)},{_LATE})"
        yield shut
        yield f'IF({shut}=0,"",ROUND(({days})/{shut},1))'
        yield f'IF({shut}=0,"",IFERROR({longest},""))'
        if self.call:
            called, by = table.cells("called"), table.cells("call_due")
            made = f'{month.holds(ended)}*({called}<>"")*({called}<={by})'
            late = f"{month.holds(ended)}*({table.cells(STATE)}={_CALL_LATE})"
            yield f'IFERROR(SUMPRODUCT({made}),"")'
            yield f'IFERROR(SUMPRODUCT({late}),"")'

    def todo(self) -> Table:
        """The cases to be seen to today, with what is to be done and how a call-back begins."""
        words, found = self.register.words, Found(self.register.table, TO_DO, _NAMES)
        return found.table(words.tabs.todo, words.hints.todo, self._todo(found), _SHOWN)

    def _todo(self, found: Found) -> Iterator[Column]:
        source, line = found.source, found.line
        state = source.of(STATE, line)
        call, unnoted = f"{state}>={_CALL}", formulas.any_of(state, map(str, (_NOTE, _NOTE_LATE)))
        yield found.column("nr", self.register.words.nr, 6, found.when_there(line))
        for name in self._who():
            head = next(each.head for each in source.columns if each.id == name)
            yield found.seen(f"of-{name}", head, 20, of=name)
        yield found.seen("what", self.words.head, 26, of="status")
        due = source.of(self.due, line)
        if self.noting:
            due = f"IF({unnoted},{self._noted_by(found)},{due})"
        if self.call:
            due = f"IF({call},{source.of('call_due', line)},{due})"
        yield found.column("due", self.words.by, 13, found.when_there(due), day=True)
        if self.noting and self.noting.clock:
            yield Column(
                "at", self.words.at, "time", 9, given(found.when_there(self._hour(found, call, unnoted)))
            )
        yield found.column("who", self.words.who, 14, found.when_there(self._role(call, unnoted)))
        if self.call:
            message = found.when_there(f'IF({call},{self._message(line)},"")')
            yield found.column("message", self.words.message, 60, message)

    def _noted_by(self, found: Found) -> str:
        """The day by which the customer is told."""
        assert self.noting is not None
        by = found.source.of("noted_by" if self.noting.clock else self.first, found.line)
        return f"INT({by})" if self.noting.clock else by

    def _hour(self, found: Found, call: str, unnoted: str) -> str:
        """The time of day by which the customer is told, or has been promised the answer."""
        source, line, promised = found.source, found.line, self._clock_after(self.due)
        answer = f'IF({source.of(promised, line)}="","",{source.of(promised, line)})' if promised else '""'
        cases = [(call, '""')] if self.call else []
        return formulas.first([*cases, (unnoted, f"MOD({source.of('noted_by', line)},1)")], answer)

    def _who(self) -> tuple[str, ...]:
        """The number of the case, and the first two fields that say who it is about."""
        form = self.register.form
        personal = [field.id for _, field in self.register.fields if field.personal][:2]
        return (*((form.number.id,) if form.number else ()), *personal)

    def _role(self, call: str, unnoted: str) -> str:
        """Who answers, as the step with the same limit says, who acknowledges, and who calls back."""
        cases = [(call, formulas.text(self.call.role))] if self.call else []
        if self.noting:
            cases += [(unnoted, formulas.text(self.noting.role))]
        return formulas.first(cases, formulas.text(self._answers()))

    def _answers(self) -> str:
        edition = self.register.edition
        chapter, form = edition.playbook.complaints, edition.item("forms", self.register.form.id)
        fields = (field for section in form.sections for field in section.fields)
        limit = next(field.due.plus for field in fields if field.id == self.due)
        steps = chapter.steps if chapter else ()
        return next((edition.role(step.owner) for step in steps if step.limit == limit), "")

    def _message(self, line: str) -> str:
        """How the call-back begins, with the customer's name where the register has one."""
        assert self.call is not None
        said, names = self.register.lists.cell(CALL, 0), self._who()[-2:]
        for part in parts_of(self.call.asking):
            if part.kind == "blank" and part.name == "customer" and len(names) == 2:
                blank, name = formulas.text(part.text), self.register.table.of(names[0], line)
                said = f'SUBSTITUTE({said},{blank},IF({name}="",{blank},{name}))'
        return said
