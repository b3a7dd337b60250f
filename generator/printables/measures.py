"""The measures that a sheet's arithmetic and its style sheet share: said in Python, read in CSS as custom properties."""

from __future__ import annotations

Face = tuple[float, float]
"""Type in points, and the height of a line in mm."""


def mm(**lengths: float) -> dict[str, str]:
    """Lengths in mm by the names that the style sheet knows them by."""
    return {_name(name): f"{value:g}mm" for name, value in lengths.items()}


def faces(**sizes: Face) -> dict[str, str]:
    """For each kind of text its type, `--NAME-type`, and the height of its line, `--NAME-line`."""
    types = {f"{_name(name)}-type": f"{points:g}pt" for name, (points, _) in sizes.items()}
    return types | {f"{_name(name)}-line": f"{line:g}mm" for name, (_, line) in sizes.items()}


def plain(**numbers: float) -> dict[str, str]:
    """Numbers without a unit: leading, shares of an em."""
    return {_name(name): f"{value:g}" for name, value in numbers.items()}


def _name(name: str) -> str:
    return name.replace("_", "-")
