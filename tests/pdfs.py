"""Opens a finished PDF as its readers would: its text, fonts, pages, and whether it is PDF/UA-1."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import page
import pytest
from pypdf import PdfReader, PdfWriter


@dataclass(frozen=True)
class Font:
    """A font as `pdffonts` lists it."""

    name: str
    type: str
    embedded: bool
    subset: bool


def tool(name: str) -> str:
    """The path of a viewer; the test that needs it is skipped by name where it is missing."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def text(pdf: Path) -> str:
    """The words of all pages, white space taken out: Chinese wraps anywhere."""
    return squeezed(raw_text(pdf))


def raw_text(pdf: Path) -> str:
    # -raw keeps the order of the page; -layout reads columns line by line, across them.
    return subprocess.run(
        [tool("pdftotext"), "-raw", pdf, "-"], capture_output=True, text=True, check=True
    ).stdout


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


def one_page(pdf: Path, number: int) -> Path:
    """A page of it as a file of its own; the file itself if it has no other."""
    reader = PdfReader(pdf)
    if len(reader.pages) == 1:
        return pdf
    path = pdf.with_name(f"{pdf.stem}-page-{number}.pdf")
    if not path.is_file():
        writer = PdfWriter()
        writer.add_page(reader.pages[number])
        writer.write(path)
    return path


def fonts(pdf: Path) -> list[Font]:
    listed = subprocess.run([tool("pdffonts"), pdf], capture_output=True, text=True, check=True).stdout
    rows = [
        re.match(r"(\S+)\s+(.+?)\s{2,}\S+\s+(yes|no)\s+(yes|no)", line) for line in listed.splitlines()[2:]
    ]
    return [Font(row[1], row[2], row[3] == "yes", row[4] == "yes") for row in rows if row]


def ua_failures(pdf: Path) -> list[str]:
    """What keeps the file from being PDF/UA-1; empty if nothing does."""
    report = page.validate_pdf(pdf, profile=page.ValidationProfile.PDF_UA_1)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def complaints_of_qpdf(pdf: Path) -> str:
    run = subprocess.run([tool("qpdf"), "--check", pdf], capture_output=True, text=True)
    return run.stderr


def boxes(pdf: Path, first_page: int = 1) -> str:
    """The words of a page with their boxes, as pdftotext writes them."""
    command = [tool("pdftotext"), "-bbox", "-f", str(first_page), "-l", str(first_page), pdf, "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
