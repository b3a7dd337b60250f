"""What our scripts in the browser say, and the blanks they fill, as a script of the site: `window.handbook`."""

from __future__ import annotations

import json
from typing import Any

from generator.edition import Edition
from generator.handbook.codes import online
from generator.labels.chat import ScriptWords
from generator.playbook.model.complaints import phrases_of
from generator.playbook.model.shop import Placeholder

_SELF_CHECK = {"stand", "right", "wrong", "first", "compare", "noted", "again"}
"""What the script of the self-check says; the rest stands on its page."""


def spoken_by_scripts(edition: Edition) -> str:
    """The words of the bar that fills blanks and of the search box, what each blank is called, what is offered first."""
    words, playbook = edition.labels.handbook, edition.playbook
    said = {
        "fill": words.fill.model_dump(),
        "fold": words.fold.model_dump(),
        "search": words.search.model_dump(),
        "selfcheck": words.selfcheck.model_dump(include=_SELF_CHECK),
        "tray": words.tray.model_dump(),
        "copy": _button(words.script),
        "card": words.script.more.model_dump(),
        "shop": str(playbook.shop.name),
        "address": online(edition),
        "blanks": {each.id: _blank(each) for each in playbook.placeholders},
        "first": [*map(str, playbook.search.first)] if playbook.search else [],
        "urgent": _urgent(edition),
        # The way from a language's folder to that of the whole site.
        "offline": words.offline.model_dump() | {"root": "./" if edition.first else "../"},
    }
    return f"window.handbook = {json.dumps(said, ensure_ascii=False, sort_keys=True)};\n"


def same(edition: Edition) -> tuple[tuple[str, ...], ...]:
    """Words with one meaning, for the search."""
    search = edition.playbook.search
    return tuple(tuple(phrases_of(str(each))) for each in search.same) if search else ()


def _blank(blank: Placeholder) -> dict[str, Any]:
    return {"name": str(blank.name), "aliases": [*map(str, blank.aliases)], "own": blank.own}


def _button(words: ScriptWords) -> dict[str, str]:
    return {"ready": words.copy_one, "done": words.copied, "failed": words.copy_failed}


def _urgent(edition: Edition) -> dict[str, Any] | None:
    complaints, words = edition.playbook.complaints, edition.labels.handbook.home
    return {"title": words.urgent, "more": words.urgent_more} if complaints and complaints.red_flags else None
