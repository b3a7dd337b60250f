"""The shop's colour in the handbook: light enough on dark, dark enough on light, and the style sheet around it."""

from __future__ import annotations

from generator.design.templates import css
from generator.edition import Edition

READABLE = 4.5
"""The least contrast of text to its ground (WCAG 2.2, 1.4.3)."""
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


def mixed(colour: str, ground: str, share: float) -> str:
    """`share` of `colour`, the rest `ground`."""
    both = zip(_parts(colour), _parts(ground), strict=True)
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in both)


def readable(colour: str, *grounds: str) -> str:
    """`colour`, moved away from `grounds` until text in it can be read on each of them."""
    away = "#ffffff" if _light(grounds[0]) < 0.5 else "#000000"
    for share in range(20, -1, -1):
        shade = mixed(colour, away, share / 20)
        if all(contrast(shade, ground) >= READABLE for ground in grounds):
            return shade
    return away


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted((_light(one), _light(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _light(colour: str) -> float:
    red, green, blue = (
        part / 3294.6 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
