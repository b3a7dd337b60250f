"""Runs MkDocs for the command line: the site into a folder, or a live preview."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

# Material prints its end-of-life notice when it is imported, unless told not to.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands import build, serve
from mkdocs.config import load_config
from mkdocs.utils import CountHandler

from generator.build import Made
from generator.engines.shell import docs, settings_file

PLAYBOOK, NO_PRINT = "PLAYBOOK_FILE", "PLAYBOOK_NO_PRINT"
"""How the plugin, which MkDocs loads, learns what the command line was told."""


class SiteFault(Exception):
    """MkDocs had something to complain of: a broken link, a missing file."""


def build_site(made: Made, playbook: Path, into: Path) -> None:
    """Builds the handbook of what was `made` from `playbook` into the folder `into`.

    Strictly: SiteFault if a link is broken.
    """
    config = load_config(**_settings(playbook), site_dir=str(into), strict=True)
    plugin: Any = config.plugins.get("playbook")
    if plugin is None:
        raise SiteFault(f"{config.config_file_path}: plugins: [playbook]")
    plugin.handed = made
    complaints = CountHandler()
    complaints.setLevel(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(complaints)
    try:
        build.build(config)
    finally:
        logger.removeHandler(complaints)
    if counted := complaints.get_counts():
        raise SiteFault(str(counted))


def serve_site(playbook: Path, address: str, *, printing: bool) -> None:
    """Shows the handbook at `address` and builds it anew whenever a source changes; runs until stopped."""
    _tell(playbook, printing=printing)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    serve.serve(livereload=True, dev_addr=address, **_settings(playbook))


def _tell(playbook: Path, *, printing: bool) -> None:
    os.environ[PLAYBOOK] = str(playbook.resolve())
    os.environ[NO_PRINT] = "" if printing else "1"


def _settings(playbook: Path) -> dict[str, Any]:
    return {"config_file": str(settings_file(playbook)), "docs_dir": str(docs(playbook))}
