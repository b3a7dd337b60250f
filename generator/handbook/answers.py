"""The replies as the search box shows them, as a script of the site: `window.answers`, by the address of the page."""

from __future__ import annotations

import json
from typing import Any

from generator.edition import Edition
from generator.outlines.sendable import lacking
from generator.playbook.model.scripts import Script
from generator.set_text import parts_of


def answers(edition: Edition) -> str:
    found = {f"scripts/{each.id}.html": _answer(edition, each) for each in edition.playbook.scripts}
    return f"window.answers = {json.dumps(found, ensure_ascii=False, sort_keys=True)};\n"


def _answer(edition: Edition, script: Script) -> dict[str, Any]:
    """Stage, title, what customers say, and the first line that needs no condition, its blanks with their ids, if it may be sent."""
    lines = zip(script.reply, lacking(edition, script), strict=True)
    line, lacks = next(((each, lacks) for each, lacks in lines if not each.only_if), (None, ()))
    parts = parts_of(line.say) if line and not lacks else ()
    return {
        "stage": edition.labels.stages[script.stage],
        "title": str(script.title),
        "says": [*map(str, script.says)],
        "reply": [[part.name, part.text] if part.kind == "blank" else part.text for part in parts] or None,
    }
