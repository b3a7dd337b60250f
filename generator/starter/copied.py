"""Another shop's playbook as the files to start one's own from: as it is written, comments and all."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from generator.playbook import drawings
from generator.playbook.load import load
from generator.playbook.model.playbook import Playbook
from generator.playbook.problems import Problems
from generator.schema import NAME, schema_text
from generator.starter.held import NAME as HELD

MAIN = "playbook.yaml"
_SCHEMA = re.compile(r"(?m)^(# yaml-language-server: \$schema=).*$")
_ABOUT = re.compile(r"(?m)^about:[ \t]*(\{|\n(?=( +)))")
_SAMPLE = re.compile(r"(?m)^  sample: true\n")
"""That of `about`: a fact's own stands further in."""
_BEGAN = re.compile(r"(?m)^(about: \{.*| +)\bbegan:")


def copied(folder: Path) -> dict[str, str]:
    """The files of the playbook in `folder` by path, playbook.yaml last; Problems if it cannot be used.

    All of it counts as a sample until its new owner confirms it.
    """
    loaded = load(folder / MAIN)
    if loaded.playbook is None:
        raise Problems(loaded.problems, loaded.language)
    texts = {NAME: schema_text()}
    for file in reversed(loaded.source.files):
        name = Path(os.path.relpath(file, folder)).as_posix()
        up = "../" * name.count("/")
        texts[name] = _SCHEMA.sub(rf"\g<1>{up}{NAME}", file.read_text("utf-8"))
    beside = (*_drawn(loaded.playbook), *((HELD,) if (folder / HELD).is_file() else ()))
    texts |= {name: (folder / name).read_text("utf-8") for name in beside}
    return texts | {MAIN: _begun(texts.pop(MAIN), folder.resolve().name)}


def _drawn(playbook: Playbook) -> Iterator[str]:
    """The pictures that are texts, too: its logo and the drawings on its forms, where they are SVG."""
    logo = playbook.about.brand.logo
    yield from (name for name in (logo, *drawings.files(playbook)) if name and name.lower().endswith(".svg"))


def _begun(text: str, name: str) -> str:
    """The main file, which says what it began from and is no sample any more."""
    said = f'began: "{name} {version("service-playbook")}"'
    text = _SAMPLE.sub("", text, count=1)
    if _BEGAN.search(text):
        return text
    return _ABOUT.sub(
        lambda at: f"about: {{{said}, " if at[1] == "{" else f"about:\n{at[2]}{said}\n", text, count=1
    )
