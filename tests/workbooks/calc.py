"""LibreOffice as a shop's spreadsheet program: reckons a workbook anew and hands it back."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from openpyxl import Workbook, load_workbook

ANEW = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""Told to reckon every file anew: by itself it trusts the values that stand in the file."""


def needs_calc() -> str:
    """The program's path."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice Calc is missing: tools/system_libraries.sh test")
    return program


def converted(file: Path, to: str, folder: Path) -> Path:
    """The workbook reckoned anew, as xlsx or pdf."""
    return all_converted([file], to, folder)[0]


def all_converted(files: Sequence[Path], to: str, folder: Path) -> list[Path]:
    """Several in one run of the program, which takes longer to start than to reckon."""
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True)
        settings.write_text(ANEW, "utf-8")
    out = folder / "reckoned"
    command = [needs_calc(), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", to, "--outdir", str(out), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return [out / f"{file.stem}.{to}" for file in files]


def reckoned(book: Workbook, folder: Path) -> Workbook:
    """The values of a workbook after all formulas were reckoned."""
    return all_reckoned({"book": book}, folder)["book"]


Key = TypeVar("Key")


def all_reckoned(books: Mapping[Key, Workbook], folder: Path) -> dict[Key, Workbook]:
    """The same of several, by whatever they are known by."""
    files = [folder / f"book{at}.xlsx" for at in range(len(books))]
    for file, book in zip(files, books.values(), strict=True):
        book.save(file)
    made = all_converted(files, "xlsx", folder)
    return {key: load_workbook(file, data_only=True) for key, file in zip(books, made, strict=True)}
