"""What surrounds the pages made from a playbook, mkdocs.yml and docs/: the shop's own, otherwise those of the package."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent.parent
_OURS = HERE / "shop" if (HERE / "shop").is_dir() else HERE.parent


def settings_file(playbook: Path) -> Path:
    """mkdocs.yml: how the site looks."""
    own = playbook.resolve().parent / "mkdocs.yml"
    return own if own.is_file() else _OURS / "mkdocs.yml"


def docs(playbook: Path) -> Path:
    """The folder of hand-written pages, one folder for each language."""
    own = playbook.resolve().parent / "docs"
    return own if own.is_dir() else _OURS / "docs"
