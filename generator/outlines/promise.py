"""What customers are told beside the promises, as far as no promise says it already."""

from __future__ import annotations

from generator.playbook.model.promise import Promise
from generator.set_text import parts_of


def shipping(promise: Promise) -> str:
    """Up to when orders leave the same day; empty where a promise states the same figures."""
    figures = _figures(promise.cut_off or "")
    said = any(figures <= _figures(each.line) for each in promise.lines)
    return "" if figures and said else promise.cut_off or ""


def _figures(text: str) -> frozenset[str]:
    return frozenset(part.name for part in parts_of(text) if part.kind == "fact")
