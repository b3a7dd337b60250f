"""What our scripts in the browser say, and the blanks they fill, as a script of the site: `window.handbook`."""

from __future__ import annotations

import json

from generator.edition import Edition


def spoken_by_scripts(edition: Edition) -> str:
    """The words of the bar that fills blanks, and what each blank is called."""
    blanks = {each.id: {"name": str(each.name), "own": each.own} for each in edition.playbook.placeholders}
    said = {"fill": edition.labels.handbook.fill.model_dump(), "blanks": blanks}
    return f"window.handbook = {json.dumps(said, ensure_ascii=False, sort_keys=True)};\n"
