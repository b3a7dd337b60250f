"""How long LibreOffice takes over the customers' workbook when every line that a shop may fill is filled."""

from __future__ import annotations

import shutil
import subprocess
import time
from datetime import timedelta
from pathlib import Path

from generator.edition import edition
from generator.playbook.load import load
from generator.workbooks.customers import CustomersBook
from generator.workbooks.table import Filled, Typed

CUSTOMERS, ORDERS = 2000, 5000
_ANEW = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""LibreOffice is told to reckon every formula of a file it opens."""


def full(playbook: Path) -> bytes:
    """The workbook with 2,000 customers and 5,000 orders in it."""
    loaded = load(playbook).playbook
    assert loaded is not None
    book = CustomersBook(edition(loaded, loaded.about.languages[0]))
    return CustomersBook(book.edition, filled=_lines(book)).file()


def _lines(book: CustomersBook) -> Filled:
    day = book.edition.playbook.about.date
    channels = book.lists.choices("channels")
    products = [*book.lists.choices("products").values()]
    consents = [each for each in book.chapter.consents if each.contact != "A"]
    people: dict[int, dict[str, Typed]] = {}
    for line in range(1, CUSTOMERS + 1):
        consent = consents[line % len(consents)]
        people[line] = {
            "name": f"N{line}",
            "channel": channels[consent.channel],
            "noted": day - timedelta(line % 400),
            f"given-{consent.id}": day - timedelta(300),
        }
    orders: dict[int, dict[str, Typed]] = {
        line: {
            "customer": line * 7 % CUSTOMERS + 1,
            "product": products[line % len(products)],
            "number": 1 + line % 2,
            "received": day - timedelta(line % 600),
        }
        for line in range(1, ORDERS + 1)
    }
    return {"person": people, "order": orders}


def opened(file: Path, scratch: Path) -> float:
    """Seconds to start LibreOffice, open a workbook, reckon it and save its first sheet; nan where it is missing."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return float("nan")
    settings = scratch / "office" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(_ANEW, "utf-8")
    command = [program, f"-env:UserInstallation={(scratch / 'office').as_uri()}", "--headless"]
    command += ["--convert-to", "csv", "--outdir", str(scratch), str(file)]
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun
