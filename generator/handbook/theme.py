"""The shop's colour in the handbook: light enough on dark, dark enough on light, and the style sheet around it."""

from __future__ import annotations

from generator.design.colour import mixed, readable
from generator.design.templates import css
from generator.edition import Edition

PAPER, NIGHT = "#ffffff", "#161c1b"
"""The page by day and by night."""


def styles(edition: Edition) -> str:
    """The style sheet of the site: tokens, our parts, the shop's colour."""
    brand = edition.playbook.about.brand.colour
    by_day, by_night = mixed(brand, PAPER, 0.07), mixed(brand, NIGHT, 0.28)
    # Words in the shop's colour stand on its tint as well as on the page.
    colours = (
        f":root {{ --brand: {brand}; --brand-ink: {readable(brand, PAPER, by_day)}; --brand-tint: {by_day}; }}\n"
        f"[data-md-color-scheme=slate] {{ --brand-ink: {readable(brand, NIGHT, by_night)}; "
        f"--brand-tint: {by_night}; }}\n"
    )
    return css("tokens.css", "handbook.css") + colours


def icon(edition: Edition) -> str:
    """The picture in the browser's tab: a speech bubble in the shop's colour."""
    brand = edition.playbook.about.brand.colour
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<path fill="{brand}" d="M6 3h20a4 4 0 0 1 4 4v13a4 4 0 0 1-4 4H15l-8 6v-6H6a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4z"/>'
        '<path fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" '
        'd="m10 13.5 4 4 8-8"/></svg>\n'
    )
