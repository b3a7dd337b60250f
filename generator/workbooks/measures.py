"""The workbook of measures: what was counted each month, and what it comes to against what the shop holds itself to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from babel.dates import get_month_names

from generator.edition import Edition
from generator.labels.measures import MeasuresBookWords
from generator.playbook.languages import LANGUAGES
from generator.playbook.model.supervision import Measure
from generator.workbooks import formulas
from generator.workbooks.figures import Figure, aim, counted_from, figures, measures, own
from generator.workbooks.lists import Lists, Value, looked_up
from generator.workbooks.said import about, faults, first_sheet
from generator.workbooks.table import FIRST, GROUPS, Above, Column, Filled, Table, excels, named, prepared
from generator.workbooks.writer import Writer

MONTHS = 60
"""So many lines are prepared: five years."""
NAMES, LINE = "month", "figure"
_ASKED = f"$C${GROUPS}"
"""Where a sheet says which month or year it shows."""
_TALL, _LOW = 48, 32


class MeasuresBook:
    """Its sheets: one to type in each month, and three that only look."""

    def __init__(self, edition: Edition, filled: Filled | None = None) -> None:
        self.edition, self.filled = edition, filled or {}
        self.words: MeasuresBookWords = edition.labels.workbooks.measures
        self.heads = self.words.heads
        self.measures = measures(edition)
        self.figures = tuple(figures(self.measures))

    @cached_property
    def months(self) -> Table:
        """A line for each month: what was counted, and the shop's own targets."""
        lines, day = self.filled.get(NAMES, {}), named(NAMES, "month")
        first = f'IF(ISNUMBER({day}),{day}-DAY({day})+1,"")'
        columns = [Column("month", self.heads.month, "day", 13, needed=True)]
        for measure in self.measures:
            columns += self._typed(measure)
        columns.append(Column("first", "first", "number", 6, lambda: first, hidden=True))
        tab = self.words.tabs.months
        return Table(tab, tab, self.words.hints.months, tuple(columns), prepared(MONTHS, lines), NAMES, lines)

    def _typed(self, measure: Measure) -> Iterator[Column]:
        group, alone = str(measure.name), len(measure.counts) == 1 and measure.better is None
        for count in measure.counts:
            name, width = f"{measure.id}-{count.id}", 22 if alone else 15
            yield Column(name, str(count.label), "number", width, group=group, least=0)
        if measure.better:
            yield Column(own(measure), self.heads.own, "number", 9, group=group, least=0)

    @cached_property
    def lists(self) -> Lists:
        every = self.figures
        counted = [(measure, count) for measure in self.measures for count in measure.counts]
        columns: dict[str, Sequence[Value]] = {
            "name": [str(each.measure.name) for each in every],
            "what": [self._what(each) for each in every],
            "read": [str(each.measure.read) for each in every],
            "kind": [each.measure.gives for each in every],
            "first": [self._place(f"{each.measure.id}-{each.first.id}") for each in every],
            "second": [
                self._place(f"{each.measure.id}-{each.second.id}") if each.second else 0 for each in every
            ],
            "unit": [self._unit(each) for each in every],
            "better": [(each.held and each.measure.better) or "" for each in every],
            "aim": [aim(self.edition, each) for each in every],
            "own": [self._place(own(each.measure)) if each.held else 0 for each in every],
            "fewest": [each.measure.fewest or 0 for each in every],
            "measured": [str(measure.name) for measure, _ in counted],
            "counted": [str(count.label) for _, count in counted],
            "formula": [str(measure.formula) for measure, _ in counted],
            "form": [counted_from(self.edition, count) for _, count in counted],
        }
        return Lists(self.words.tabs.lists, columns)

    def _what(self, figure: Figure) -> str:
        said = [str(count.label) for count in figure.what]
        return self.words.share.format(first=said[0], second=said[1]) if figure.second else said[0]

    def _unit(self, figure: Figure) -> str:
        return self.words.percent if figure.measure.gives == "share" else str(figure.measure.unit or "")

    def _place(self, column: str) -> int:
        """Which column of the months it is, counted from 1."""
        return next(at for at, each in enumerate(self.months.columns, 1) if each.id == column)

    def _known(self, name: str) -> str:
        """What a list has for the line in which a formula stands."""
        return self.lists.of(name, f"ROW()-{FIRST - 1}")

    def _cell(self, row: str, which: str) -> str:
        first, last = (
            self.months.cells(each.id) for each in (self.months.columns[0], self.months.columns[-1])
        )
        return f"INDEX({first.split(':')[0]}:{last.split(':')[1]},{row},{self._known(which)})"

    def _row(self, first: str) -> str:
        """Which line holds the month that begins with a day; none is an error."""
        return f"MATCH({first},{self.months.cells('first')},0)"

    def _figure(self, row: str) -> str:
        """What comes out in a line of the months; empty where something is missing or too little."""
        first, second = self._cell(row, "first"), self._cell(row, "second")
        divided = f'ROUND({first}/{second}*IF({self._known("kind")}="share",100,1),1)'
        enough = f"N({second})<MAX(1,{self._known('fewest')})"
        worked = f'IF({self._known("second")}=0,{first},IF({enough},"",{divided}))'
        return f'IFERROR(IF({first}="","",{worked}),"")'

    def _this_month(self) -> Table:
        heads, begins = self.heads, f"{_ASKED}-DAY({_ASKED})+1"
        now, before = self._row(begins), self._row(f"EDATE({begins},-1)")
        first, second = (self._cell(now, each) for each in ("first", "second"))
        counted = f'IFERROR(IF({first}="","",{first}),"")'
        divided = f'IFERROR(IF(OR({self._known("second")}=0,{second}=""),"",{second}),"")'
        columns = (
            looked_up(self.lists, "name", heads.name, 18),
            looked_up(self.lists, "what", heads.what, 30),
            _reckoned("first", heads.first, 9, counted),
            _reckoned("second", heads.second, 9, divided),
            _reckoned("now", heads.figure, 9, self._figure(now)),
            looked_up(self.lists, "unit", heads.unit, 8),
            _reckoned("before", heads.before, 9, self._figure(before)),
            _reckoned(
                "aim", heads.aim, 8, self._aim(begins), [aim(self.edition, each) for each in self.figures]
            ),
            _reckoned("status", heads.status, 16, self._status()),
            looked_up(self.lists, "read", heads.read, 52),
        )
        tab = self.words.tabs.figures
        return Table(tab, tab, self.words.hints.figures, columns, len(self.figures), LINE)

    def _aim(self, begins: str) -> str:
        """The target that was typed last up to this month, or the playbook's."""
        typed, firsts = self._cell("0", "own"), self.months.cells("first")
        found = f'LOOKUP(2,1/(({typed}<>"")*ISNUMBER({firsts})*({firsts}<={begins})),{typed})'
        default = f'IF({self._known("aim")}="","",{self._known("aim")})'
        return f'IF({self._known("own")}=0,"",IFERROR({found},{default}))'

    def _status(self) -> str:
        said, fewest, better = self.words.status, self._known("fewest"), self._known("better")
        now, held_to, second = (named(LINE, each) for each in ("now", "aim", "second"))
        few = f'SUBSTITUTE({formulas.text(said.few)},"{{}}",{fewest})'
        cases = [
            (f'AND(ISNUMBER({second}),{now}="",N({second})<{fewest})', few),
            (f'OR({now}="",{better}="")', '""'),
            (f'{held_to}=""', formulas.text(said.no_aim)),
            (f'IF({better}="higher",{now}>={held_to},{now}<={held_to})', formulas.text(said.reached)),
        ]
        return formulas.first(cases, formulas.text(said.missed))

    def _year(self) -> Table:
        names = get_month_names("abbreviated", locale=LANGUAGES[self.edition.language].locale)
        every = (
            _reckoned(f"m{at}", str(names[at]), 8, self._figure(self._row(f"DATE({_ASKED},{at},1)")))
            for at in range(1, 13)
        )
        words = (
            looked_up(self.lists, "name", self.heads.name, 18),
            looked_up(self.lists, "what", self.heads.what, 34),
            looked_up(self.lists, "unit", self.heads.unit, 8),
        )
        tab = self.words.tabs.year
        return Table(tab, tab, self.words.hints.year, (*words, *every), len(self.figures), "year")

    def _sources(self) -> Table:
        columns = (
            looked_up(self.lists, "measured", self.heads.name, 22),
            looked_up(self.lists, "counted", self.heads.count, 34),
            looked_up(self.lists, "form", self.heads.form, 34),
            looked_up(self.lists, "formula", self.heads.formula, 78),
        )
        tab, rows = self.words.tabs.sources, len(self.lists.columns["counted"])
        return Table(tab, tab, self.words.hints.sources, columns, rows, "source")

    @property
    def tables(self) -> tuple[Table, ...]:
        return (self.months,)

    def file(self) -> bytes:
        writer = Writer(
            about(self.edition, self.words.title), faults(self.edition, self.words.wrong_number), self.filled
        )
        writer.read_me(
            self.words.tabs.read_me, first_sheet(self.edition, self.words.read_me, months=self.months.rows)
        )
        writer.table(self.months)
        day, month = self.edition.playbook.about.date, self._this_month()
        begins = excels(day.replace(day=1))
        shown = Above(1, self.words.month, begins, form="yyyy-mm", id="shown", kind="day")
        writer.view(month, (shown,), tall=_TALL)
        writer.view(self._year(), (Above(1, self.words.year, day.year, id="year"),), tall=_LOW)
        writer.view(self._sources(), (), tall=_LOW)
        writer.left(self.edition.labels.workbooks.left)
        writer.hidden(self.lists)
        self._colours(writer, month)
        return writer.finished()

    def _colours(self, writer: Writer, month: Table) -> None:
        """Red: not reached. Amber: too few to say."""
        status, said = month.cell("status", FIRST), self.words.status
        writer.red_where(month, "status", f"{status}={formulas.text(said.missed)}")
        few = formulas.text(said.few.partition("{}")[0])
        writer.amber_where(month, "status", f"LEFT({status},LEN({few}))={few}")


def _reckoned(name: str, head: str, width: int, formula: str, empties: Sequence[str | int] = ()) -> Column:
    return Column(name, head, "text", width, lambda: formula, empties=empties)
