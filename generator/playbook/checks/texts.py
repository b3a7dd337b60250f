"""Texts: every language is there, names in braces are known, punctuation and figures agree."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from generator.playbook.checks.known import Check, Known
from generator.playbook.model import Playbook
from generator.playbook.problems import Problem
from generator.playbook.record import Route, walk
from generator.playbook.text import ANY, Text, names_in
from generator.playbook.training import Cloze

HAN = "\u3400-\u9fff"
# A mark of ASCII touching a Chinese character; figures such as 1,000 or 9:30 are left alone.
_HALF_WIDTH = re.compile(
    rf"(?<=[{HAN}])[,;:?!](?!\d)|[,;:?!](?=[{HAN}])|(?<=[{HAN}])\.(?!\d)|[\"()](?=[{HAN}])|(?<=[{HAN}])[\"()]"
)
SHOP = "shop"
"""The name in braces that stands for the shop's own name."""
_FIGURE = re.compile(r"\d+(?:[.:]\d+)*")


def texts(playbook: Playbook) -> Iterator[tuple[Route, Text]]:
    for route, value in walk(playbook):
        if isinstance(value, Text):
            yield route, value


def every_language_is_there(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, text in texts(playbook):
        for language in playbook.about.languages:
            unsaid = not text.speaks(language)
            only_chinese = language != "zh" and ANY in text.said and re.search(f"[{HAN}]", text)
            if unsaid or only_chinese:
                yield Problem("missing-language", route, {"name": language, "language": f"in-{language}"})


def names_in_braces_are_known(playbook: Playbook, known: Known) -> Iterator[Problem]:
    names = (
        {SHOP} | {fact.id for fact in playbook.facts} | {each.id for each in playbook.placeholders} | known.left_out
    )
    gaps = {
        (*route, "stem"): {gap.id for gap in value.gaps}
        for route, value in walk(playbook)
        if isinstance(value, Cloze)
    }
    for route, text in texts(playbook):
        allowed = names | gaps.get(route, set())
        for language, said in text.said.items():
            where = (*route, language) if language != ANY else route
            for name in names_in(said):
                if name in "{}":
                    yield Problem("lone-brace", where, {"name": name})
                elif name not in allowed:
                    near = get_close_matches(name, sorted(allowed), n=1, cutoff=0.5) or sorted(allowed)[:8]
                    yield Problem(
                        "unknown-name",
                        where,
                        {"name": name, "near": ", ".join(f"{{{each}}}" for each in near)},
                    )


def facts_hold_no_names(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for index, fact in enumerate(playbook.facts):
        if any(True for said in fact.say.said.values() for _ in names_in(said)):
            yield Problem("fact-names-fact", ("facts", index, "say"), {"name": fact.id})


def chinese_has_full_width_marks(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, text in texts(playbook):
        for language in ("zh", ANY):
            found = _HALF_WIDTH.search(text.said.get(language, ""))
            if found:
                around = text.said[language][max(0, found.start() - 4) : found.end() + 4]
                where = (*route, language) if language else route
                yield Problem("half-width", where, {"mark": found.group(), "around": around})


def figures_are_equal_in_all_languages(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, text in texts(playbook):
        if route[0] == "facts" or len(text.said) < 2:
            continue
        figures = [Counter([*_FIGURE.findall(said), *names_in(said)]) for said in text.said.values()]
        if any(each != figures[0] for each in figures):
            differ = sorted(
                set().union(*[set((each - figures[0]) + (figures[0] - each)) for each in figures])
            )
            yield Problem("figures-differ", route, {"figures": ", ".join(differ)})


def figures_come_from_facts(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    says = [(fact.id, language, said) for fact in playbook.facts for language, said in fact.say.said.items()]
    said_with_figure = [(name, language, said) for name, language, said in says if re.search(r"\d", said)]
    for route, text in texts(playbook):
        if route[0] == "facts":
            continue
        for language, said in text.said.items():
            for name, of, words in said_with_figure:
                if of in (language, ANY) and re.search(rf"(?<![\d.]){re.escape(words)}(?![\d])", said):
                    where = (*route, language) if language else route
                    yield Problem("figure-typed", where, {"words": words, "name": name})
                    break


def no_control_characters(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for route, text in texts(playbook):
        for language, said in text.said.items():
            odd = [
                c for c in said if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs") and c not in "\n\u200d"
            ]
            if odd:
                where = (*route, language) if language else route
                yield Problem("control-character", where, {"code": f"U+{ord(odd[0]):04X}"})


CHECKS: tuple[Check, ...] = (
    every_language_is_there,
    names_in_braces_are_known,
    facts_hold_no_names,
    chinese_has_full_width_marks,
    figures_are_equal_in_all_languages,
    figures_come_from_facts,
    no_control_characters,
)
