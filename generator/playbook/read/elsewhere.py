"""Where a playbook may be that is not where it was looked for: under another name, or one folder away."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

ENDS = (".yml", ".yaml.txt", ".yml.txt", ".txt", "")
"""How its name may end instead. Windows hides the `.txt` that its Editor adds."""


def elsewhere(path: Path) -> tuple[str, str]:
    """The kind of problem and the file that was probably meant; `not-found` and nothing where there is none."""
    with suppress(OSError):
        names = {f"{path.stem}{end}".lower() for end in (*ENDS, path.suffix)}
        for each in sorted(path.parent.iterdir()):
            if each.name.lower() in names and each.name != path.name and each.is_file():
                return "other-name", each.name
        around = [each / path.name for each in sorted(path.parent.iterdir()) if not each.name.startswith(".")]
        for each in (*around, Path("..") / path.name):
            if (each if each in around else path.parent / each).is_file():
                return "other-folder", str(each)
    return "not-found", ""
