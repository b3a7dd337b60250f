"""The work plan: one line an action of a year, quarter, month, week or day, what is due, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from generator.edition import Edition
from generator.labels.plan import PlanBookWords
from generator.workbooks import formulas
from generator.workbooks.found import Found
from generator.workbooks.lists import IDS, Lists, Value, looked_up
from generator.workbooks.said import about, faults, first_sheet
from generator.workbooks.table import (
    FIRST,
    GROUPS,
    Above,
    Column,
    Filled,
    Table,
    excels,
    named,
    prepared,
    quoted,
)
from generator.workbooks.writer import Writer

LINES, SHOWN, AHEAD = 400, 60, 7
"""So many lines are prepared, so many are shown of what is due, and so many days ahead."""
NAMES, DUE = "action", "due"
_LOW = 32


class PlanBook:
    """Its sheets: what is due, the lines, and the questions each plan answers."""

    def __init__(self, edition: Edition, filled: Filled | None = None) -> None:
        self.edition, self.filled = edition, filled or {}
        self.words: PlanBookWords = edition.labels.workbooks.plan
        self.heads = self.words.heads
        self.today = f"{quoted(self.words.tabs.due)}!$C${GROUPS}"
        self.ahead = f"{quoted(self.words.tabs.due)}!$G${GROUPS}"

    @cached_property
    def lists(self) -> Lists:
        playbook, words = self.edition.playbook, self.words
        periods, outcomes = words.periods.model_dump(), words.outcomes.model_dump()
        asked = [
            (plan, question)
            for plan in (playbook.supervision.plans if playbook.supervision else ())
            for question in plan.questions
        ]
        columns: dict[str, Sequence[Value]] = {
            "periods": list(periods.values()),
            f"periods{IDS}": list(periods),
            "roles": [str(role.name) for role in playbook.roles],
            f"roles{IDS}": [role.id for role in playbook.roles],
            "channels": [str(channel.name) for channel in playbook.shop.channels],
            f"channels{IDS}": [channel.id for channel in playbook.shop.channels],
            "outcomes": list(outcomes.values()),
            f"outcomes{IDS}": list(outcomes),
            "plan": [str(plan.name) for plan, _ in asked],
            "when": [str(plan.when) for plan, _ in asked],
            "owner": [str(self.edition.role(plan.owner)) for plan, _ in asked],
            "question": [str(question) for _, question in asked],
        }
        return Lists(words.tabs.lists, columns)

    @cached_property
    def table(self) -> Table:
        lines, tab = self.filled.get(NAMES, {}), self.words.tabs.lines
        columns = (*self._typed(), *self._worked_out())
        return Table(tab, self.words.title, self.words.hints.lines, columns, self._rows, NAMES, lines)

    @property
    def _rows(self) -> int:
        return prepared(LINES, self.filled.get(NAMES, {}))

    def _typed(self) -> tuple[Column, ...]:
        heads = self.heads
        return (
            Column("nr", heads.nr, "number", 5, numbered=True),
            self._choice("period", heads.period, 8, "periods"),
            Column("name", heads.what, "text", 28, needed=True, long=True),
            Column("why", heads.why, "text", 24, long=True),
            Column("result", heads.result, "text", 24, long=True),
            Column("whom", heads.whom, "text", 14, long=True),
            Column("by", heads.by, "day", 12),
            self._choice("channel", heads.channel, 12, "channels"),
            self._choice("who", heads.who, 12, "roles"),
            Column("help", heads.help, "text", 20, long=True),
            Column("part-of", heads.part_of, "number", 7, most=self._rows),
            Column("done", heads.done, "day", 12),
            self._choice("outcome", heads.outcome, 12, "outcomes"),
            Column("came", heads.came, "text", 26, long=True),
        )

    def _choice(self, name: str, head: str, width: int, known: str) -> Column:
        cells, choices = self.lists.cells(known), self.lists.choices(known)
        return Column(name, head, "choice", width, cells=cells, choices=choices)

    def _worked_out(self) -> tuple[Column, ...]:
        by, done = named(NAMES, "by"), named(NAMES, "done")
        due = f'AND(ISNUMBER({by}),{done}="",{by}<={self.today}+{self.ahead})'
        return (
            Column("status", self.heads.status, "text", 10, self._status),
            Column("parts", self.heads.parts, "text", 10, self._parts),
            Column("due", "due", "number", 5, lambda: f"IF({due},1,0)", True, empty=0, hidden=True),
        )

    def _status(self) -> str:
        said, today = self.words.status, self.today
        name, by, done = (named(NAMES, each) for each in ("name", "by", "done"))
        cases = [
            (f'{name}=""', '""'),
            (f'{done}<>""', formulas.text(said.done)),
            (f"AND(ISNUMBER({by}),{by}<{today})", formulas.text(said.late)),
            (f"{by}={today}", formulas.text(said.today)),
        ]
        return formulas.first(cases, formulas.text(said.open))

    def _parts(self) -> str:
        """How many of the lines that are part of this one are done."""
        typed = Table(self.words.tabs.lines, "", "", self._typed(), self._rows, NAMES)
        number, whole, done = named(NAMES, "nr"), typed.cells("part-of"), typed.cells("done")
        every, over = f"COUNTIF({whole},{number})", f'COUNTIFS({whole},{number},{done},"<>")'
        said = formulas.text(self.words.parts)
        return f'IF({every}=0,"",SUBSTITUTE(SUBSTITUTE({said},"{{done}}",{over}),"{{all}}",{every}))'

    def _due(self) -> Table:
        due, heads = Found(self.table, "due", DUE), self.heads
        columns = (
            due.seen("by", heads.by, 13, day=True),
            due.seen("status", heads.status, 13),
            due.seen("period", heads.period, 13),
            due.seen("name", heads.what, 36),
            due.seen("whom", heads.whom, 16),
            due.seen("channel", heads.channel, 14),
            due.seen("who", heads.who, 14),
            due.seen("help", heads.help, 24),
            due.seen("result", heads.result, 30),
            due.seen("nr", heads.line, 7),
        )
        return due.table(self.words.tabs.due, self.words.hints.due, iter(columns), SHOWN)

    def _questions(self) -> Table:
        columns = (
            looked_up(self.lists, "plan", self.heads.plan, 24),
            looked_up(self.lists, "when", self.heads.when, 40),
            looked_up(self.lists, "owner", self.heads.owner, 16),
            looked_up(self.lists, "question", self.heads.question, 90),
        )
        tab, rows = self.words.tabs.questions, len(self.lists.columns["question"])
        return Table(tab, tab, self.words.hints.questions, columns, rows, "asked")

    @property
    def tables(self) -> tuple[Table, ...]:
        return (self.table,)

    def file(self) -> bytes:
        writer = Writer(
            about(self.edition, self.words.title), faults(self.edition, self.words.wrong_number), self.filled
        )
        writer.read_me(
            self.words.tabs.read_me,
            first_sheet(self.edition, self.words.read_me, lines=self.table.rows, ahead=AHEAD),
        )
        due = self._due()
        writer.view(due, self._above(), tall=_LOW)
        writer.table(self.table)
        writer.view(self._questions(), (), tall=_LOW)
        writer.left(self.edition.labels.workbooks.left)
        writer.hidden(self.lists)
        for table in (self.table, due):
            status, said = table.cell("status", FIRST), self.words.status
            writer.red_where(table, "status", f"{status}={formulas.text(said.late)}")
            writer.amber_where(table, "status", f"{status}={formulas.text(said.today)}")
        return writer.finished()

    def _above(self) -> tuple[Above, ...]:
        today = excels(self.edition.playbook.about.date)
        return (
            Above(1, self.words.today, today, "TODAY()", "yyyy-mm-dd"),
            Above(3, self.words.found, 0, self.table.end("due")),
            Above(5, self.words.ahead, AHEAD, id="ahead"),
        )
