"""What surrounds the pages made from a playbook, mkdocs.yml and docs/: the shop's own, otherwise those of the package."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent.parent
_COUNTRY = re.compile(r"\A---\n(?:.*\n)*?country: (\w+)\n(?:.*\n)*?---\n")
"""What a hand-written page says at its head if it holds for one country alone."""
_OURS = HERE / "shop" if (HERE / "shop").is_dir() else HERE.parent


def settings_file(playbook: Path) -> Path:
    """mkdocs.yml: how the site looks."""
    own = playbook.resolve().parent / "mkdocs.yml"
    return own if own.is_file() else _OURS / "mkdocs.yml"


def docs(playbook: Path) -> Path:
    """The folder of hand-written pages, one folder for each language."""
    own = playbook.resolve().parent / "docs"
    return own if own.is_dir() else _OURS / "docs"


def by_hand(folder: Path, country: str) -> tuple[Path, ...]:
    """The hand-written pages below a folder that hold for a country."""
    found = ((path, _COUNTRY.match(path.read_text("utf-8-sig"))) for path in sorted(folder.rglob("*.md")))
    return tuple(path for path, of in found if of is None or of[1] == country)
