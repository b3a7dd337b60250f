"""The words of danger and what is done then, as a script that hears them in whatever is typed: in the search box, in a form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.design.sounds import in_use, sound, traditional
from generator.edition import Edition
from generator.edition import edition as in_one
from generator.playbook.model.complaints import Alarm, RedFlag, phrases_of
from generator.playbook.model.scripts import Script

HEARD = Path(__file__).parent / "heard.js"
PAGE = "complaints.html"
_HAN = re.compile(r"[\u3400-\u9fff]")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")


def script(edition: Edition, *, to_customers: bool = False) -> str:
    """`window.redFlags`: what is done, where it stands, how people say it, and `raised`, which finds it in a text.

    In what is handed `to_customers` it only hears: what staff are to do is not told there.
    """
    complaints = edition.playbook.complaints
    there = [each for each in complaints.red_flags if each.alarms] if complaints else []
    flags = [_heard(edition, each) | ({} if to_customers else _told(edition, each)) for each in there]
    alarms = [alarm for flag in flags for alarm in flag["alarms"]]
    phrases = [phrase for alarm in alarms for phrase in (*alarm["any"], *alarm["beside"])]
    said = {
        "flags": flags,
        "sounds": _sounds(phrases),
        "spoken": _spoken(phrases),
        "simple": traditional({each for phrase in phrases for each in _HAN.findall(phrase)}),
        "syllables": _syllables(phrases),
    }
    # Where the script stands inside a page, no text ends it.
    words = json.dumps(said, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
    return f"window.redFlags = {words};\n{HEARD.read_text('utf-8')}"


def _heard(edition: Edition, flag: RedFlag) -> dict[str, Any]:
    return {"alarms": [_alarm(each) for each in _in_every_language(edition, flag.id)]}


def _told(edition: Edition, flag: RedFlag) -> dict[str, Any]:
    return {
        "title": str(flag.title),
        "do": str(flag.do[0]),
        "page": f"{PAGE}#{flag.id}",
        "reply": _reply(edition, flag),
    }


def _reply(edition: Edition, flag: RedFlag) -> dict[str, str] | None:
    """What is said to the customer then: its title and its page."""
    if not flag.script:
        return None
    script: Script = edition.item("scripts", flag.script)
    return {"title": str(script.title), "page": f"scripts/{script.id}.html"}


def _in_every_language(edition: Edition, name: str) -> Iterator[tuple[Alarm, ...]]:
    """The alarms of a red flag, each in all languages of the playbook: a customer's words are pasted as they come."""
    said = [in_one(edition.written, language).item("complaints", name) for language in _languages(edition)]
    yield from zip(*(flag.alarms for flag in said), strict=True)


def _languages(edition: Edition) -> tuple[str, ...]:
    """The edition's own first."""
    return tuple(sorted(edition.written.about.languages, key=lambda each: each != edition.language))


def _alarm(alarm: Iterable[Alarm]) -> dict[str, list[str]]:
    said = [{"any": each.any_of, "beside": each.beside, "unless": each.unless} for each in alarm]
    return {
        name: [phrase for each in said for phrase in phrases_of(each[name])]
        for name in ("any", "beside", "unless")
    }


def _sounds(phrases: Iterable[str]) -> dict[str, str]:
    """Each syllable of the phrases with all characters in use that sound like it: a wrong character is no obstacle."""
    wanted = {sound(character)[0] for phrase in phrases for character in _HAN.findall(phrase)}
    found: dict[str, str] = {}
    for character in in_use() if wanted else ():
        if (syllable := sound(character)[0]) in wanted:
            found[syllable] = found.get(syllable, "") + character
    return found


def _syllables(phrases: Iterable[str]) -> list[str]:
    """All syllables of Pinyin, the longest first, if there is Chinese among the phrases."""
    if not any(map(_HAN.search, phrases)):
        return []
    return sorted({sound(character)[0] for character in in_use()}, key=lambda each: (-len(each), each))


def _spoken(phrases: Iterable[str]) -> dict[str, str]:
    """The Pinyin of those phrases in which a character sounds otherwise than alone: 着 in 着火."""
    chinese = sorted({each for phrase in phrases for each in _HAN_RUN.findall(phrase) if each == phrase})
    said = ((each, sound(each)[0], "".join(sound(character)[0] for character in each)) for each in chinese)
    return {each: together for each, together, apart in said if together != apart}
