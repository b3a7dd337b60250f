"""The shop's colour in the handbook: light enough on dark, dark enough on light, and the style sheet around it."""

from __future__ import annotations

from generator.design.screen import colours
from generator.design.templates import css
from generator.edition import Edition

NIGHT = "[data-md-color-scheme=slate]"
"""What the theme marks a page with by night."""


def styles(edition: Edition) -> str:
    """The style sheet of the site: tokens, our parts, the shop's colour."""
    by_day, by_night = colours(edition.playbook.about.brand.colour)
    return (
        css("tokens.css", "handbook.css", "parts.css") + f":root {{ {by_day} }}\n{NIGHT} {{ {by_night} }}\n"
    )


def icon(edition: Edition) -> str:
    """The picture in the browser's tab: a speech bubble in the shop's colour."""
    brand = edition.playbook.about.brand.colour
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<path fill="{brand}" d="M6 3h20a4 4 0 0 1 4 4v13a4 4 0 0 1-4 4H15l-8 6v-6H6a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4z"/>'
        '<path fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" '
        'd="m10 13.5 4 4 8-8"/></svg>\n'
    )
