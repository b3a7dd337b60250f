"""Runs MkDocs for the command line: the site into a folder."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.utils import CountHandler

from generator.build import Made
from generator.engines.mkdocs_plugin import forget_plugins
from generator.engines.shell import docs, settings_file


class SiteFault(Exception):
    """MkDocs had something to complain of: a broken link, a missing file."""


def build_site(made: Made, playbook: Path, into: Path) -> None:
    """Builds the handbook of what was `made` from `playbook` into the folder `into`.

    Strictly: SiteFault if a link is broken.
    """
    forget_plugins()
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


def _settings(playbook: Path) -> dict[str, Any]:
    return {"config_file": str(settings_file(playbook)), "docs_dir": str(docs(playbook))}
