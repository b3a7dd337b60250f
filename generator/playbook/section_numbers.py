"""The numbers before the sections of a form: their own, or their places, by the names texts of the form have for them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.playbook.model.forms import Form

SECTION = "section."
"""How a name in braces begins that stands for the number of a section of the same form: `{section.items}`."""


def section_numbers(form: Form) -> Mapping[str, str]:
    """The number before each section, in their order, by the name in braces that stands for it."""
    return {f"{SECTION}{each.id}": each.number or str(at) for at, each in enumerate(form.sections, 1)}
