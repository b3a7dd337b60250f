"""Somebody else's file in, its cells out: nothing it holds is run, fetched or believed without counting."""

from __future__ import annotations

from generator.carry.reading import limits
from generator.carry.reading.excel import read_excel
from generator.carry.reading.lines import read_lines
from generator.carry.reading.package import is_package
from generator.carry.reading.refused import Refused
from generator.carry.reading.sheets import Opened


def opened(content: bytes) -> Opened:
    """A workbook or a text with commas, told apart by what it is and not by its name; else Refused."""
    if not content:
        raise Refused("empty")
    if len(content) > limits.FILE:
        raise Refused("too_big", megabytes=limits.FILE // 1_000_000)
    return read_excel(content) if is_package(content) else read_lines(content)
