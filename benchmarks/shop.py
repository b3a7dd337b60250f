"""A copy of a playbook to build, and the small edits that an owner makes in it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

PARTS = ("playbook.yaml", "chapters", "mkdocs.yml", "docs")
_REPLY = "chapters/scripts/before.yaml", re.compile(r"明白，(第 \d+ 遍说，)?谁都想买得划算")
_FACT = (
    "playbook.yaml",
    re.compile(r"(  - id: keep_complaints\n    value: )\d+(\n    unit: month\n    say: ).*"),
)
"""A period that eight sheets print, four in each language."""
_VERSION = "playbook.yaml", re.compile(r"^(  version: ).*$", re.M)
_DATE = "playbook.yaml", re.compile(r"^(  date: ).*$", re.M)


MIGRATED: tuple[tuple[str, str, str], ...] = (
    # A gap takes a bare figure only where its unit is printed beside it.
    (
        r"(- \{id: g\d, fact: (?:review|follow)_\w+)\}",
        r"\1, normalise: [nfkc, trim]}",
        "chapters/training/*.yaml",
    ),
    # The number of a form is declared, and where a fact stands a second time.
    (
        r"^( {10}- \{id: (?:record|case)_no, .*|^ {10}- \{id: number, .*)\}$",
        r"\1, number: true}",
        "chapters/forms/*.yaml",
    ),
    (
        r"(  - id: service_(start|end)\n(?:    .*\n)*?    unit: time\n)",
        r"\1    same_as: shop.service_hours.\2\n",
        "*.yaml",
    ),
)
"""What the format asks for since the base: a pattern, what stands instead, and in which files."""


def migrated(shop: Path) -> None:
    """The shop of an earlier revision as its owner would have it today; what it says stays the same."""
    for pattern, instead, files in MIGRATED:
        for path in sorted(shop.glob(files)):
            text = path.read_text("utf-8")
            path.write_text(re.sub(pattern, instead, text, flags=re.M), "utf-8")


def copied(root: Path, into: Path) -> Path:
    """The shop of `root` in the folder `into`; gives its playbook file."""
    into.mkdir(parents=True)
    for name in PARTS:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, into / name)
        elif source.is_file():
            shutil.copy(source, into / name)
    return into / "playbook.yaml"


def change_reply(shop: Path, number: int) -> str:
    """Words the first reply to “too dear” otherwise; gives what is new on its page."""
    new = f"第 {number} 遍说，谁都想买得划算"
    _change(shop, _REPLY, lambda _: f"明白，{new}")
    return new


def change_fact(shop: Path, number: int) -> None:
    months = 36 + number
    said = f"{{zh: {months} 个月, en: {months} months}}"
    _change(shop, _FACT, lambda found: f"{found[1]}{months}{found[2]}{said}")


def change_version(shop: Path, number: int) -> None:
    _change(shop, _VERSION, lambda found: f'{found[1]}"9.{number}"')
    _change(shop, _DATE, lambda found: f"{found[1]}2026-11-{number:02}")


def _change(shop: Path, where: tuple[str, re.Pattern[str]], put: Callable[[re.Match[str]], str]) -> None:
    name, pattern = where
    path = shop / name
    text, changes = pattern.subn(put, path.read_text("utf-8"), count=1)
    if not changes:
        raise ValueError(f"{name} does not hold what the benchmark changes: {pattern.pattern}")
    path.write_text(text, "utf-8")
