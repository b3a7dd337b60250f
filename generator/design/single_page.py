"""A page that stands alone, away from the handbook: its style and its script inside it, allowed by their hashes, and nothing else."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from generator.design.screen import colours
from generator.design.templates import css, environment
from generator.edition import Edition

COPYING = Path(__file__).parent / "copying.js"
"""Gives a page `copying`, wherever it is opened from."""
_BY_NIGHT = "@media (prefers-color-scheme: dark)"


def single_page(
    edition: Edition, template: str, view: Mapping[str, Any], *, style: str, scripts: Sequence[str]
) -> str:
    """The page, in HTML. `style` is a file beside the template; `scripts` are run one after the other.

    The template is given `view`, what every template is given, and `css`, `js` and their `hashes` for its policy.
    """
    looks, runs = _style(edition, style), "\n".join(scripts)
    everywhere = {
        "e": edition,
        "p": edition.playbook,
        "t": edition.labels,
        "css": Markup(looks),
        "js": Markup(runs),
        "hashes": {"css": _hash(looks), "js": _hash(runs)},
    }
    return environment().get_template(template).render(everywhere | dict(view))


def _style(edition: Edition, own: str) -> str:
    by_day, by_night = colours(edition.playbook.about.brand.colour)
    return css("tokens.css", own) + f":root {{ {by_day} }}\n{_BY_NIGHT} {{ :root {{ {by_night} }} }}\n"


def _hash(text: str) -> str:
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()
