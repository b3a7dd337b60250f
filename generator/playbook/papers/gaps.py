"""What may be written into a gap: a bare figure is right only where its unit is printed beside the gap."""

from __future__ import annotations

from generator.playbook.model.questions import Gap


def takes_a_bare_figure(stem: str, gap: Gap, said: str, figure: str) -> bool:
    """Whether `figure` alone answers the gap, whose fact reads `said`: all else of it is printed around the gap."""
    if gap.fact is None or "strip_unit" not in gap.normalise:
        return False
    before, _, after = stem.partition(f"{{{gap.id}}}")
    ahead, found, behind = said.partition(figure)
    return bool(
        found and before.rstrip().endswith(ahead.strip()) and after.lstrip().startswith(behind.strip())
    )
