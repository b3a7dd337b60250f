"""What of a reply may not be sent yet: lines for a claim of which the shop has not set the figure."""

from __future__ import annotations

from generator.edition import Edition
from generator.playbook.model.scripts import Script
from generator.set_text import parts_of


def lacking(edition: Edition, script: Script) -> tuple[tuple[str, ...], ...]:
    """The facts that each line of the reply lacks, in its order; a line that lacks none may be sent.

    A line lacks what it states and nobody has set (`Edition.unset`). What the script `needs` and none of its lines
    states stands behind them all, so each of them lacks it.
    """
    stated = [unset_in(edition, line.say) for line in script.reply]
    said = {name for names in stated for name in names}
    behind = [name for name in script.needs if name in edition.unset and name not in said]
    return tuple(tuple(dict.fromkeys([*names, *behind])) for names in stated)


def unset_in(edition: Edition, text: str) -> tuple[str, ...]:
    """The facts a text states that nobody has set yet, each once."""
    names = (part.name for part in parts_of(text) if part.kind == "fact" and part.name in edition.unset)
    return tuple(dict.fromkeys(names))
