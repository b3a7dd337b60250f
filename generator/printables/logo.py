"""The shop's logo on what customers keep: as large as its field allows, whatever its shape."""

from __future__ import annotations

from dataclasses import dataclass

from generator.edition import Edition
from generator.playbook.logo import DrawnBrand

CHIP, APART = 1.2, 3.0
"""In mm: the white around the logo on a coloured band, and what lies between it and the words."""


@dataclass(frozen=True)
class Logo:
    """The picture and its size in mm: what a template is given."""

    address: str
    wide: float
    high: float
    said: str
    """What it says to whoever hears the page read out."""

    @property
    def room(self) -> float:
        """What it takes from the words beside it, in mm."""
        return self.wide + 2 * CHIP + APART

    @property
    def height(self) -> float:
        """With the white around it, in mm."""
        return self.high + 2 * CHIP


def logo(edition: Edition, wide: float, high: float) -> Logo | None:
    """The shop's logo in a field of so many mm; nothing without one."""
    brand = edition.playbook.about.brand
    if not isinstance(brand, DrawnBrand):
        return None
    ratio = brand.picture.ratio
    across = min(wide, high * ratio)
    return Logo(brand.picture.address, round(across, 2), round(across / ratio, 2), edition.playbook.shop.name)


def beside(it: Logo | None) -> float:
    """What a logo takes from the words beside it, in mm."""
    return it.room if it else 0.0


def least(it: Logo | None) -> float:
    """The height that a head has for the logo alone, in mm."""
    return it.height if it else 0.0
