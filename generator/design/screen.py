"""The colours of what is read on a screen, by day and by night: the shop's own, light enough on dark, dark enough on light."""

from __future__ import annotations

from generator.design.colour import mixed, readable

PAPER, NIGHT = "#ffffff", "#161c1b"
"""The page by day and by night."""
_TINTS = {"bad-tint": ("#fbeee8", "#3a2620"), "good-tint": ("#e9f4ed", "#1b3126")}
_BY_NIGHT = {
    "ink": "#e4ebe8",
    "muted": "#a5b3af",
    "line": "#5c6d68",
    "faint": "#33403c",
    "paper": NIGHT,
    "tint": "#212a28",
    "good": "#7fd3a4",
    "bad": "#f3a583",
}
"""What stands in tokens.css, by night."""


def colours(brand: str) -> tuple[str, str]:
    """What CSS declares on top of tokens.css, by day and by night; `brand` is the shop's colour."""
    by_day, by_night = mixed(brand, PAPER, 0.07), mixed(brand, NIGHT, 0.28)
    # Words in the shop's colour stand on its tint as well as on the page.
    day = {"brand": brand, "brand-ink": readable(brand, PAPER, by_day), "brand-tint": by_day}
    night = {"brand-ink": readable(brand, NIGHT, by_night), "brand-tint": by_night, **_BY_NIGHT}
    day |= {name: light for name, (light, _) in _TINTS.items()}
    night |= {name: dark for name, (_, dark) in _TINTS.items()}
    return _declared(day), f"{_declared(night)} color-scheme: dark;"


def _declared(tokens: dict[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in tokens.items())
