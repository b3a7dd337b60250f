"""The words of danger and what is done then, as a script of the site: the search box shows it above everything else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.edition import Edition
from generator.handbook.sounds import sound
from generator.playbook.model.complaints import Alarm, RedFlag, phrases_of
from generator.playbook.model.scripts import Script

if TYPE_CHECKING:
    from opencc import OpenCC

PAGE = "complaints.html"
_HAN = re.compile(r"[\u3400-\u9fff]")


def script(edition: Edition) -> str:
    """`window.redFlags`: what is done, where it stands, and how people say it (overrides/assets/danger.js reads it)."""
    complaints = edition.playbook.complaints
    flags = [_flag(edition, each) for each in complaints.red_flags if each.alarms] if complaints else []
    alarms = [alarm for flag in flags for alarm in flag["alarms"]]
    phrases = [phrase for alarm in alarms for phrase in (*alarm["any"], *alarm["beside"])]
    said = {"flags": flags, "sounds": _sounds(phrases), "simple": _simple(phrases)}
    return f"window.redFlags = {json.dumps(said, ensure_ascii=False, sort_keys=True)};\n"


def _flag(edition: Edition, flag: RedFlag) -> dict[str, Any]:
    return {
        "title": str(flag.title),
        "do": str(flag.do[0]),
        "page": f"{PAGE}#{flag.id}",
        "reply": _reply(edition, flag),
        "alarms": [_alarm(alarm) for alarm in flag.alarms],
    }


def _reply(edition: Edition, flag: RedFlag) -> dict[str, str] | None:
    """What is said to the customer then: its title and its page."""
    if not flag.script:
        return None
    script: Script = edition.item("scripts", flag.script)
    return {"title": str(script.title), "page": f"scripts/{script.id}.html"}


def _alarm(alarm: Alarm) -> dict[str, list[str]]:
    fields = {"any": alarm.any_of, "beside": alarm.beside, "unless": alarm.unless}
    return {name: phrases_of(text) for name, text in fields.items()}


def _sounds(phrases: Iterable[str]) -> dict[str, str]:
    """Each syllable of the phrases with all characters in use that sound like it: a wrong character is no obstacle."""
    wanted = {sound(character)[0] for phrase in phrases for character in _HAN.findall(phrase)}
    found: dict[str, str] = {}
    for character in _in_use() if wanted else ():
        if (syllable := sound(character)[0]) in wanted:
            found[syllable] = found.get(syllable, "") + character
    return found


def _simple(phrases: Iterable[str]) -> dict[str, str]:
    """The traditional forms of the characters in the phrases."""
    characters = sorted({each for phrase in phrases for each in _HAN.findall(phrase)})
    pairs = ((_traditional().convert(each), each) for each in characters)
    return {traditional: each for traditional, each in pairs if traditional != each}


@cache
def _traditional() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("s2t")


@cache
def _in_use() -> tuple[str, ...]:
    """The 3,755 characters of everyday use: the first level of GB 2312."""
    return tuple(_of_rows(range(0xB0, 0xD8)))


def _of_rows(rows: range) -> Iterator[str]:
    for row in rows:
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes([row, cell]).decode("gb2312")
            except UnicodeDecodeError:  # The last row is not full.
                return
