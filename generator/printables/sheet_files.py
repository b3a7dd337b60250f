"""What a family of files made of printed sheets has in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.design.printing import Printer
from generator.edition import Edition
from generator.output import OutputFile
from generator.printables.sheet import SetSheet


@dataclass(frozen=True)
class SheetFiles(ABC):
    """Files in which several sheets are bound together, for each edition."""

    editions: tuple[Edition, ...]
    printer: Printer
    sheets: Callable[[], tuple[SetSheet, ...]]
    """All that is printed, set once they are asked for."""

    @cached_property
    def outputs(self) -> tuple[OutputFile, ...]:
        return tuple(file for edition in self.editions for file in self._files(edition))

    @abstractmethod
    def _files(self, edition: Edition) -> Iterator[OutputFile]:
        """Those of one language."""
