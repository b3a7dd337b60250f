"""Colours made from others: mixed, and moved until text in them can be read."""

from __future__ import annotations

from generator.playbook.colour import READABLE, contrast, luminance, parts


def mixed(colour: str, ground: str, share: float) -> str:
    """`share` of `colour`, the rest `ground`."""
    both = zip(parts(colour), parts(ground), strict=True)
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in both)


def readable(colour: str, *grounds: str) -> str:
    """`colour`, moved away from `grounds` until text in it can be read on each of them."""
    away = "#ffffff" if luminance(grounds[0]) < 0.5 else "#000000"
    for share in range(20, -1, -1):
        shade = mixed(colour, away, share / 20)
        if all(contrast(shade, ground) >= READABLE for ground in grounds):
            return shade
    return away
