"""LibreOffice as a shop's spreadsheet program: reckons a workbook anew and hands it back."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

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
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True)
        settings.write_text(ANEW, "utf-8")
    out = folder / "reckoned"
    command = [needs_calc(), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", to, "--outdir", str(out), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return out / f"{file.stem}.{to}"


def reckoned(book: Workbook, folder: Path, name: str = "book") -> Workbook:
    """The values of a workbook after all formulas were reckoned."""
    file = folder / f"{name}.xlsx"
    book.save(file)
    return load_workbook(converted(file, "xlsx", folder), data_only=True)
