"""When somebody who passed is asked again: the first of the days after it that has no line of its own yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.workbooks import formulas
from generator.workbooks.courses import Learned
from generator.workbooks.lists import Lists
from generator.workbooks.table import named

NAMES = "learned"


@dataclass(frozen=True)
class Retests:
    """What a line of the training register needs to know of them."""

    items: Sequence[Learned]
    """Everything that can be learned; retests among it, in the order of their days."""
    known: Lists
    cells: Callable[[str], str]
    """All cells of a column of the register."""
    passed: str
    """How the register says that somebody passed."""
    of_line: Callable[[str], str]
    """What a list has for what a line is about."""

    def which(self) -> str:
        """The place of the next one in the list of what can be learned; 0 where none is due.

        It follows the latest paper somebody passed, and a line of it on that day or later makes it done.
        """
        places = [at for at, each in enumerate(self.items, 1) if each.kind == "retest"]
        if not places:
            return "0"
        name, day, line, stands = (named(NAMES, each) for each in ("name", "day", "line", "stands"))
        people, days, items = (self.cells(each) for each in ("name", "day", "item"))
        papers = [each.title for each in self.items if each.kind == "paper"]
        sat = "+".join(f"({items}={formulas.text(title)})" for title in papers)
        later = f"SUMPRODUCT(({people}={name})*({sat})*ISNUMBER({days})*({days}>{day}))"
        cases = [
            (f'OR({line}=0,{day}="",{stands}<>{formulas.text(self.passed)},{later}>0)', "0"),
            (f'{self.of_line("kind")}<>"paper"', "0"),
            *(
                (
                    f"SUMPRODUCT(({people}={name})*({items}={self.known.cell('items', at - 1)})"
                    f"*ISNUMBER({days})*({days}>={day}))=0",
                    f"{at}",
                )
                for at in places
            ),
        ]
        return formulas.first(cases, "0")

    def of(self, name: str) -> str:
        """What a list has for it."""
        return self.known.of(name, named(NAMES, "again"))
