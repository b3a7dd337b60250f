"""The training register: who learned what in which version, whether it is passed, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import get_args

from generator.edition import Edition
from generator.labels.training import TrainingBookWords
from generator.playbook.calendar import Span
from generator.workbooks import formulas, missed
from generator.workbooks.again import Retests
from generator.workbooks.courses import learned, span_of, told, waits_for
from generator.workbooks.found import PLACE, Found
from generator.workbooks.lists import IDS, Lists, Value, closed_days, looked_up, working_days
from generator.workbooks.said import about, faults, first_sheet
from generator.workbooks.table import FIRST, Above, Column, Filled, Table, named, prepared
from generator.workbooks.writer import Writer

LINES, SHOWN = 400, 60
"""So many lines are prepared, and so many are shown of what is to be done."""
NAMES, TO_DO = "learned", "todo"
_LOW = 32


class TrainingBook:
    """Its sheets: one line a person and course, paper or role-play; what is to be done; when each is passed."""

    def __init__(self, edition: Edition, filled: Filled | None = None) -> None:
        self.edition, self.filled = edition, filled or {}
        self.words: TrainingBookWords = edition.labels.workbooks.training
        self.heads = self.words.heads
        self.items = learned(edition)
        self.asked = tuple(missed.questions(edition, self.items))
        self.retests = Retests(self.items, self.lists, self._cells, self.words.stands.passed, self._of)

    @cached_property
    def lists(self) -> Lists:
        playbook, words, items = self.edition.playbook, self.words, self.items
        columns: dict[str, Sequence[Value]] = {
            "items": [each.title for each in items],
            f"items{IDS}": [each.id for each in items],
            "posts": [str(role.name) for role in playbook.roles],
            f"posts{IDS}": [role.id for role in playbook.roles],
            "stars": [words.right, words.wrong],
            f"stars{IDS}": ["right", "wrong"],
            "oral": [words.yes, words.no],
            f"oral{IDS}": ["yes", "no"],
            "themes": list(self.edition.labels.topics.values()),
            f"themes{IDS}": list(self.edition.labels.topics),
            **told(self.edition, items),
            "version": [playbook.about.version],
            **missed.columns(self.asked),
            "closed": closed_days(self.edition),
        }
        return Lists(words.tabs.lists, columns)

    @cached_property
    def table(self) -> Table:
        lines = self.filled.get(NAMES, {})
        tab = self.words.tabs.lines
        return Table(
            tab,
            self.words.title,
            self.words.hints.lines,
            (*self._typed(), *self._worked_out()),
            prepared(LINES, lines),
            NAMES,
            lines,
        )

    def _typed(self) -> tuple[Column, ...]:
        heads = self.heads
        return (
            Column("nr", heads.nr, "number", 6, numbered=True),
            Column("name", heads.name, "text", 16, needed=True),
            self._choice("post", heads.post, 16, "posts"),
            self._choice("item", heads.item, 28, "items"),
            Column("version", heads.version, "text", 10),
            Column("day", heads.day, "day", 13),
            Column("variant", heads.variant, "text", 7),
            Column("score", heads.score, "number", 8, least=0, halves=True),
            self._choice("stars", heads.stars, 12, "stars"),
            self._choice("oral", heads.oral, 12, "oral"),
            self._choice("missed", heads.missed, 14, "themes"),
            Column("wrong", heads.wrong, "text", 16),
            Column("trainer", heads.trainer, "text", 12),
            Column("note", heads.note, "text", 26, long=True),
        )

    def _choice(self, name: str, head: str, width: int, known: str) -> Column:
        cells, choices = self.lists.cells(known), self.lists.choices(known)
        return Column(name, head, "choice", width, cells=cells, choices=choices)

    def _worked_out(self) -> tuple[Column, ...]:
        item, line = named(NAMES, "item"), named(NAMES, "line")
        at = f'IF({item}="",0,IFERROR(MATCH({item},{self.lists.cells("items")},0),0))'
        full = f'IF({line}=0,"",IF({self._of("full")}=0,"",{self._of("full")}))'
        step = named(NAMES, "next")
        return (
            Column("full", self.heads.full, "text", 8, lambda: full),
            Column("stands", self.heads.stands, "text", 24, self._stands),
            Column("again", "again", "number", 5, self.retests.which, empty=0, hidden=True),
            Column("next", self.heads.next, "text", 30, self._next, long=True),
            Column("due", self.heads.due, "day", 13, self._due),
            Column("line", "line", "number", 5, lambda: at, empty=0, hidden=True),
            Column("tries", "tries", "number", 5, self._tries, empty=0, hidden=True),
            Column("counts", "counts", "number", 5, lambda: missed.counts(self.lists), empty=0, hidden=True),
            Column("listed", "listed", "text", 5, missed.listed, empty="", hidden=True),
            Column("open", "open", "number", 5, lambda: f'IF({step}="",0,1)', empty=0, hidden=True),
            Column("todo", "todo", "number", 5, self._so_far, empty=0, hidden=True),
        )

    def _of(self, known: str) -> str:
        """What a list has for the course, paper or role-play of a line."""
        return self.lists.of(known, named(NAMES, "line"))

    def _stands(self) -> str:
        said = self.words.stands
        line, day, score = (named(NAMES, each) for each in ("line", "day", "score"))
        stars, oral = named(NAMES, "stars"), named(NAMES, "oral")
        words = {name: formulas.text(text) for name, text in said.model_dump().items()}
        cases = [
            (f'OR({line}=0,{day}="")', '""'),
            (f'OR({self._of("kind")}="course",{self._of("kind")}="retest")', words["done"]),
            (f'{score}=""', words["unmarked"]),
            (f'AND({self._of("starred")}>0,{stars}="")', words["starred"]),
            (f"AND({self._of('starred')}>0,{stars}={formulas.text(self.words.wrong)})", words["missed"]),
            (f"2*N({score})>={self._of('passed')}", words["passed"]),
            (f"2*N({score})<={self._of('failed')}", words["failed"]),
            (f"{oral}={formulas.text(self.words.yes)}", words["passed"]),
            (f"{oral}={formulas.text(self.words.no)}", words["failed"]),
        ]
        return formulas.first(cases, words["oral"])

    def _same(self, when: str) -> str:
        """How many lines are about the same person and the same paper, on a day that is `when` this one's; no text is one."""
        name, item, day = (named(NAMES, each) for each in ("name", "item", "day"))
        people, items, days = (self._cells(each) for each in ("name", "item", "day"))
        return f"SUMPRODUCT(({people}={name})*({items}={item})*({days}>0)*({days}{when}{day}))"

    def _cells(self, column: str) -> str:
        """All cells of a column of the lines, before they are a table."""
        typed = Table(self.words.tabs.lines, "", "", self._typed(), self._rows, NAMES)
        return typed.cells(column)

    @property
    def _rows(self) -> int:
        return prepared(LINES, self.filled.get(NAMES, {}))

    def _tries(self) -> str:
        line, day = named(NAMES, "line"), named(NAMES, "day")
        return f"IF(AND({line}>0,ISNUMBER({day})),{self._same('<=')},0)"

    def _fell_through(self) -> str:
        stands, said = named(NAMES, "stands"), self.words.stands
        return f"OR({stands}={formulas.text(said.failed)},{stands}={formulas.text(said.missed)})"

    def _next(self) -> str:
        """Of the latest line of a person and a paper; what was sat again since, or learned anew, asks for nothing."""
        said, stands = self.words.next, named(NAMES, "stands")
        words = self.words.stands
        other = f"IF({self._of('other')}=1,{formulas.text(said.other)},{formulas.text(said.resit)})"
        version = named(NAMES, "version")
        newer = f'SUBSTITUTE({formulas.text(said.newer)},"{{}}",{self.lists.cell("version", 0)})'
        cases = [
            (f'{stands}=""', '""'),
            (f"{self._same('>')}>0", '""'),
            (f"{stands}={formulas.text(words.unmarked)}", formulas.text(said.mark)),
            (f"{stands}={formulas.text(words.starred)}", formulas.text(said.stars)),
            (f"{stands}={formulas.text(words.oral)}", formulas.text(said.oral)),
            (f'AND({self._fell_through()},{self._of("span")}="")', formulas.text(said.practise)),
            (
                f"AND({self._fell_through()},{named(NAMES, 'tries')}>{self._of('tries')})",
                formulas.text(said.over),
            ),
            (self._fell_through(), other),
            (
                f'AND({self._of("kind")}<>"retest",{version}<>"",{version}&""<>{self.lists.cell("version", 0)})',
                newer,
            ),
            (f"{named(NAMES, 'again')}>0", self.retests.of("items")),
        ]
        return formulas.first(cases, '""')

    def _due(self) -> str:
        """The earliest day of the next try."""
        step, said = named(NAMES, "next"), self.words.next
        day, wait, shop = named(NAMES, "day"), self._of("wait"), working_days(self.edition, self.lists)
        spans = dict.fromkeys(str(each) for each in self.lists.columns["span"] if each)
        cases = []
        for span in (each for each in get_args(Span) if each in spans):
            waits = {
                waits_for(self.edition, item) for item in self.items if span_of(self.edition, item) == span
            }
            cases += [
                (
                    f'AND({self._of("span")}="{span}",{wait}={amount})',
                    formulas.reckoned(day, amount, span, shop),
                )
                for amount in sorted(waits)
            ]
        again = f"OR({step}={formulas.text(said.other)},{step}={formulas.text(said.resit)})"
        # Within an IF of its own: AND reckons all its parts, and a list has no line 0.
        then = f'IF({step}={self.retests.of("items")},{day}+{self.retests.of("after")},"")'
        then = f'IF({named(NAMES, "again")}>0,{then},"")'
        return f"IF({again},{formulas.first(cases, chr(34) * 2)},{then})"

    def _so_far(self) -> str:
        """How many lines down to this one ask for something.

        Not each from the one above: LibreOffice follows no more than 400 cells that hang on one another, and then
        the list on the other sheet would leave out the first line and show another twice.
        """
        asking = self.table.cells("open")
        return f"SUM({asking.partition(':')[0]}:INDEX({asking},{PLACE}))"

    def _todo(self) -> Table:
        todo, heads = Found(self.table, "todo", TO_DO), self.heads
        columns = (
            todo.seen("name", heads.name, 16),
            todo.seen("post", heads.post, 16),
            todo.seen("item", heads.item, 32),
            todo.seen("day", heads.day, 13, day=True),
            todo.seen("stands", heads.stands, 26),
            todo.seen("next", heads.next, 40),
            todo.seen("due", heads.due, 13, day=True),
            todo.seen("missed", heads.missed, 18),
        )
        return todo.table(self.words.tabs.todo, self.words.hints.todo, iter(columns), SHOWN)

    def _papers(self) -> Table:
        heads = self.heads
        columns = (
            looked_up(self.lists, "items", heads.item, 32),
            looked_up(self.lists, "said-minutes", heads.minutes, 10),
            looked_up(self.lists, "said-full", heads.full, 10),
            looked_up(self.lists, "said-passed", heads.passed, 14),
            looked_up(self.lists, "said-failed", heads.failed, 14),
            looked_up(self.lists, "said-themes", heads.themes, 40),
            looked_up(self.lists, "variants", heads.variants, 12),
            looked_up(self.lists, "resit", heads.resit, 14),
            looked_up(self.lists, "said-tries", heads.tries, 10),
        )
        tab = self.words.tabs.papers
        return Table(tab, tab, self.words.hints.papers, columns, len(self.items), "paper")

    @property
    def tables(self) -> tuple[Table, ...]:
        return (self.table,)

    def file(self) -> bytes:
        writer = Writer(
            about(self.edition, self.words.title), faults(self.edition, self.words.wrong_number), self.filled
        )
        writer.read_me(self.words.tabs.read_me, self._read_me())
        todo = self._todo()
        writer.view(todo, (Above(1, self.words.found, 0, self.table.end("todo")),), tall=_LOW)
        writer.table(self.table)
        writer.view(self._papers(), (), tall=_LOW)
        if self.asked:
            table = missed.table(self.words, self.lists, self.table, len(self.asked))
            writer.view(table, (), tall=_LOW)
            writer.amber_where(table, "look", f'{table.cell("look", FIRST)}<>""')
        writer.left(self.edition.labels.workbooks.left)
        writer.hidden(self.lists)
        self._colours(writer, todo)
        return writer.finished()

    def _colours(self, writer: Writer, todo: Table) -> None:
        """Red: not passed. Amber: something is to be done."""
        said = self.words.stands
        for table in (self.table, todo):
            stands = table.cell("stands", FIRST)
            fell = formulas.any_of(stands, map(formulas.text, (said.failed, said.missed)))
            writer.red_where(table, "stands", fell)
        step = self.table.cell("next", FIRST)
        writer.amber_where(self.table, "next", f'{step}<>""')

    def _read_me(self) -> list[tuple[str, list[str]]]:
        training = self.edition.playbook.training
        assert training is not None
        return first_sheet(
            self.edition,
            self.words.read_me,
            lines=self.table.rows,
            version=self.edition.playbook.about.version,
            trainer=self.edition.role(training.trainer),
        )
