"""What a complaint adds to its register: where it stands, what is to be done today, and how a month went."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.labels.workbooks import CaseWords
from generator.set_text import parts_of
from generator.workbooks import formulas
from generator.workbooks.contacts import Contact, after_closing
from generator.workbooks.lists import Value, working_days
from generator.workbooks.table import FIRST, Column, Table, named

if TYPE_CHECKING:
    from generator.workbooks.month import Month
    from generator.workbooks.registers import Register

STATE, TO_DO = "state", "to_do"
"""The columns that say by a number where a case stands, and count those to be seen to today."""
_OPEN, _DUE, _LATE, _ANSWERED, _CLOSED, _CALL, _CALL_LATE, _CALLED = range(1, 9)
LATE, TODAY = (_LATE, _CALL_LATE), (_DUE, _CALL)
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
        return after_closing(self.register.edition)

    def lists(self) -> dict[str, Sequence[Value]]:
        """What stands on the hidden sheet for it."""
        return {CALL: [self.call.asking if self.call else ""]}

    @property
    def measured(self) -> Sequence[str]:
        """What the measures of a month are called."""
        words = self.words.measures
        said = [words.received, words.in_time, words.too_late, words.overdue]
        said += [words.closed, words.average, words.longest]
        said += [words.called, words.not_called] if self.call else []
        return said

    def columns(self) -> Iterator[Column]:
        words, group = self.words, self.words.group
        yield Column("answered", words.answered_on, "day", 13, group=group)
        if self.call:
            yield Column("call_due", words.call_due, "day", 13, self._call_due, group=group)
            yield Column("called", words.called_on, "day", 13, group=group)
        yield Column("status", words.head, "text", 18, self._status, group=group)
        yield Column(STATE, STATE, "number", 6, self._state, empty=0, hidden=True)
        yield Column(TO_DO, TO_DO, "number", 6, self._to_do, counts=True, empty=0, hidden=True)

    def _call_due(self) -> str:
        assert self.call is not None
        plus, shop = self.call.plus, working_days(self.register.edition, self.register.lists)
        return formulas.reckoned(self._at(self.closed), plus.amount, plus.unit, shop, open_end=True)

    @staticmethod
    def _at(column: str) -> str:
        return named("line", column)

    def _state(self) -> str:
        at, today = self._at, self.register.day_cell
        cases = [
            (f'{at(self.first)}=""', "0"),
            (f'{at(self.closed)}<>""', self._after(today)),
            (f'{at("answered")}<>""', str(_ANSWERED)),
            (f"{at(self.due)}<{today}", str(_LATE)),
            (f"{at(self.due)}={today}", str(_DUE)),
        ]
        return formulas.first(cases, str(_OPEN))

    def _after(self, today: str) -> str:
        """Where a closed case stands: called back, or when that is due."""
        if not self.call:
            return str(_CLOSED)
        cases = [
            (f'{self._at("called")}<>""', str(_CALLED)),
            (f"{self._at('call_due')}<{today}", str(_CALL_LATE)),
            (f"{self._at('call_due')}={today}", str(_CALL)),
        ]
        return formulas.first(cases, str(_CLOSED))

    def _status(self) -> str:
        words = self.words
        closed = words.waiting if self.call else words.closed
        said = (words.open, words.today, words.late, words.answered, closed, words.call, words.call_late)
        texts = ",".join(map(formulas.text, ("", *said, words.called)))
        return f"CHOOSE(1+{self._at(STATE)},{texts})"

    def _to_do(self) -> str:
        return f"OR({','.join(f'{self._at(STATE)}={each}' for each in (*TODAY, *LATE))})"

    def measures(self, month: Month) -> Iterator[str]:
        """What a month comes to: cases by the day received, closed ones by the day closed."""
        table = self.register.table
        first, due, closed, answered = map(table.cells, (self.first, self.due, self.closed, "answered"))
        # Who closes a case without a day of answer has answered by closing it.
        # Products, not IF: within SUMPRODUCT Excel works out an IF for the first line alone.
        day = f'(({answered}<>"")*{answered}+({answered}="")*{closed})'
        said = f'((({answered}<>"")+({closed}<>""))>0)*({day}{{}}{due})'
        in_time = f'IFERROR(SUMPRODUCT({month.holds(first)}*{said}),"")'
        ended = f"COUNTIFS({month.of(closed)})"
        days = f"SUMIFS({closed},{month.of(closed)})-SUMIFS({first},{month.of(closed)})"
        longest = f"SUMPRODUCT(MAX({month.holds(closed)}*({closed}-{first})))"
        yield f"COUNTIFS({month.of(first)})"
        yield in_time.format("<=")
        yield in_time.format(">")
        yield f"COUNTIFS({month.of(first)},{table.cells(STATE)},{_LATE})"
        yield ended
        yield f'IF({ended}=0,"",ROUND(({days})/{ended},1))'
        yield f'IF({ended}=0,"",IFERROR({longest},""))'
        if self.call:
            called, by = table.cells("called"), table.cells("call_due")
            made = f'{month.holds(closed)}*({called}<>"")*({called}<={by})'
            yield f'IFERROR(SUMPRODUCT({made}),"")'
            yield f"COUNTIFS({month.of(closed)},{table.cells(STATE)},{_CALL_LATE})"

    def todo(self) -> Table:
        """The cases to be seen to today, with what is to be done and how a call-back begins."""
        words = self.register.words
        tab = words.tabs.todo
        return Table(tab, tab, words.hints.todo, tuple(self._todo()), _SHOWN, _NAMES)

    def _todo(self) -> Iterator[Column]:
        words, source = self.register.words, self.register.table
        at, line = f"ROW()-{FIRST - 1}", named(_NAMES, "line")
        there = f'IF({line}="","",{{}})'
        state = source.of(STATE, line)
        call = f"{state}>={_CALL}"
        yield Column("nr", words.nr, "number", 6, _given(there.format(line)))
        for name in self._who():
            head = next(each.head for each in source.columns if each.id == name)
            cell = source.of(name, line)
            said = there.format(f'IF({cell}="","",{cell})')
            yield Column(f"of-{name}", head, "text", 20, _given(said), long=True)
        what = there.format(source.of("status", line))
        yield Column("what", self.words.head, "text", 18, _given(what), long=True)
        due = source.of(self.due, line)
        if self.call:
            due = f"IF({call},{source.of('call_due', line)},{due})"
        yield Column("due", self.words.by, "day", 13, _given(there.format(due)))
        yield Column("who", self.words.who, "text", 14, _given(there.format(self._role(call))), long=True)
        if self.call:
            message = there.format(f'IF({call},{self._message(line)},"")')
            yield Column("message", self.words.message, "text", 60, _given(message), long=True)
        found = f'IF({at}>{source.end(TO_DO)},"",MATCH({at},{source.cells(TO_DO)},0))'
        yield Column("line", "line", "number", 6, _given(found), hidden=True)

    def _who(self) -> tuple[str, ...]:
        """The number of the case, and the first two fields that say who it is about."""
        form = self.register.form
        personal = [field.id for _, field in self.register.fields if field.personal][:2]
        return (*((form.number.id,) if form.number else ()), *personal)

    def _role(self, call: str) -> str:
        """Who answers, as the step with the same limit says, and who calls back."""
        answers = formulas.text(self._answers())
        return f"IF({call},{formulas.text(self.call.role)},{answers})" if self.call else answers

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


def _given(formula: str) -> Callable[[], str]:
    return lambda: formula
