"""Texts: every language is there, names in braces are known, punctuation and figures agree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from generator.playbook.checks.index import Check, Known, place
from generator.playbook.languages import LANGUAGES
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.questions import Cloze
from generator.playbook.model.record import Route, walk
from generator.playbook.model.text import ANY, Text, names_in
from generator.playbook.numerals import figures, is_among, numbers_in_words
from generator.playbook.problems import Problem, suggested
from generator.playbook.read.recovery import NAMELESS
from generator.playbook.section_numbers import SECTION, section_numbers

HAN = "\u3400-\u9fff"
_LEFT, _RIGHT = rf"[{HAN}”’）】》]", rf"[{HAN}“‘（【《]"
# A mark of ASCII touching a Chinese character or mark; figures such as 1,000 or 9:30 are left alone.
_HALF_WIDTH = re.compile(
    rf"(?<={_LEFT})[,;:?!]|[,;:?!](?={_RIGHT})|(?<={_LEFT})\.(?!\d)|[\"()](?=[{HAN}])|(?<=[{HAN}])[\"()]"
)
_ASCII_MARK = re.compile(r"[,;:?!.\"()]")
_HAN = re.compile(f"[{HAN}]")
_DIGIT_OR_BRACE = re.compile(r"[\d{}]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[\w./?=&%#:~+@-]+", re.ASCII)
_DIGITS = re.compile(r"\d+")
_APART = re.compile(r"\d\s+\d")
_WIDE_BRACES = re.compile(r"(?:｛\s*(?=\w+\s*[｝}])|{\s*(?=\w+\s*｝))(\w+)\s*[｝}]", re.ASCII)
# What people search by is said in each language's own way.
_FREE_WORDING = {"says", "aliases"}
OF_THE_SHOP: Mapping[str, Route] = {
    "shop": ("shop", "name"),
    "open_days": ("shop", "hours"),
    "opening_hours": ("shop", "hours"),
}
"""Names in braces that stand for what is stated under shop."""


def texts(playbook: Playbook) -> Iterator[tuple[Route, Text]]:
    for route, value in walk(playbook):
        if isinstance(value, Text):
            yield route, value


def every_language_is_there(playbook: Playbook, known: Known) -> Iterator[Problem]:
    for route, text in () if known.lacks("about.languages") else known.texts:
        for language in playbook.about.languages:
            unsaid = not text.speaks(language)
            only_chinese = not LANGUAGES[language].han and ANY in text.said and _HAN.search(text)
            if unsaid or only_chinese:
                yield Problem("missing-language", route, {"name": language, "language": f"in-{language}"})


def names_in_braces_are_known(playbook: Playbook, known: Known) -> Iterator[Problem]:
    gaps = {
        (*route, "stem"): {gap.id for gap in value.gaps}
        for route, value in known.records
        if isinstance(value, Cloze)
    }
    names = _names(playbook) - {NAMELESS}
    sections = [{*section_numbers(form)} for form in playbook.forms]
    for route, text in known.texts:
        here = sections[int(route[1])] if route[0] == "forms" else gaps.get(route, set())
        if NAMELESS in here:
            continue  # A gap whose id cannot be read may be what is named.
        for language, said in text.said.items():
            where = place(route, language)
            for name in names_in(said) if "{" in said or "}" in said else ():
                if name in ("", "{", "}"):
                    yield Problem("lone-brace", where, {"name": name or "{}"})
                elif not (name in names or name in here or _is_left_out(name, known) or _may_be_named(known)):
                    hint = suggested(name, sorted(names | here))
                    yield Problem("unknown-name", where, {"name": name} | hint)


def _is_left_out(name: str, known: Known) -> bool:
    """Whether it is an id in what could not be read, or the price of a variant there."""
    return not known.left_out.isdisjoint((name, name.partition(".")[0]))


def names_stand_in_plain_braces(playbook: Playbook, known: Known) -> Iterator[Problem]:
    """A Chinese keyboard gives ｛customer｝, which would be sent as it stands."""
    names = _names(playbook)
    for route, text in known.texts:
        for language, said in text.said.items():
            found = _WIDE_BRACES.search(said) if "｛" in said or "｝" in said else None
            if found and (found[1] in names or found[1] in known.left_out):
                where = place(route, language)
                yield Problem("fullwidth-braces", where, {"name": found[1], "typed": found[0]})


def _names(playbook: Playbook) -> set[str]:
    """What may be named in braces anywhere."""
    return {*OF_THE_SHOP, *(each.id for each in (*playbook.facts, *playbook.placeholders))}


def _may_be_named(known: Known) -> bool:
    """Whether there may be names in what could not be read."""
    return any(map(known.lacks, ("facts", "placeholders", "prices")))


def facts_hold_no_names(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for index, fact in enumerate(playbook.facts):
        if any(True for said in fact.say.said.values() for _ in names_in(said)):
            yield Problem("fact-names-fact", ("facts", index, "say"), {"name": fact.id})


def chinese_has_full_width_marks(playbook: Playbook, known: Known) -> Iterator[Problem]:
    # A text written once is Chinese only where Chinese is spoken; an English one may hold ” and the like.
    chinese = [code for code, language in LANGUAGES.items() if language.han]
    chinese += [ANY] if {*chinese} & {*playbook.about.languages} else []
    for route, text in known.texts:
        for language in chinese:
            said = text.said.get(language, "")
            if not (_ASCII_MARK.search(said) and _HAN.search(said)):
                continue
            bare = _ADDRESS.sub(lambda found: "x" * len(found.group()), said)
            if found := _HALF_WIDTH.search(bare):
                around = said[max(0, found.start() - 4) : found.end() + 4]
                where = place(route, language)
                yield Problem("half-width", where, {"mark": found.group(), "around": around})


def figures_are_equal_in_all_languages(playbook: Playbook, known: Known) -> Iterator[Problem]:
    names = _names(playbook)
    for route, text in known.texts:
        if len(text.said) < 2 or not any(map(_DIGIT_OR_BRACE.search, text.said.values())):
            continue
        one, other = list(text.said.values())[:2]
        if route[0] == "facts" or not _FREE_WORDING.isdisjoint(route):
            continue
        if any("{" in each or "}" in each for each in (one, other)) and (
            {"{", "}"} & {*names_in(one), *names_in(other)}
        ):
            continue  # What is named cannot be told until the braces are right.
        if differ := sorted(_differing(one, other, names)):
            yield Problem("figures-differ", route, {"figures": ", ".join(f"`{each}`" for each in differ)})


def _differing(one: str, other: str, names: set[str]) -> set[str]:
    """Figures and known names in braces that only one of the two has, in digits and in words."""
    in_one, in_other = figures(one), figures(other)
    differ = _unsaid(in_one - in_other, in_other, other) | _unsaid(in_other - in_one, in_one, one)
    apart = {*names_in(one)} ^ {*names_in(other)} if "{" in one or "{" in other else set()
    named = (name for name in apart if name in names or name.startswith(SECTION))
    return differ | {f"{{{name}}}" for name in named}


def _unsaid(wanted: set[str], there: set[str], text: str) -> set[str]:
    """The figures wanted that `text`, which has those `there` in digits, does not say in words either."""
    there = there | numbers_in_words(text) if wanted else there
    return {figure for figure in wanted if not is_among(figure, there)}


def figures_come_from_facts(playbook: Playbook, known: Known) -> Iterator[Problem]:
    sayings = _sayings_with_figures(playbook)
    for route, text in known.texts:
        with_figures = {
            language: runs for language in text.said if (runs := _DIGITS.findall(text.said[language]))
        }
        if not with_figures or route[0] == "facts" or not _FREE_WORDING.isdisjoint(route):
            continue
        for language, runs in with_figures.items():
            said = text.said[language]
            # Only what shares a figure is looked at, so that the work does not grow as texts times facts.
            for _, names, of, words in sorted(each for run in {*runs, ""} for each in sayings.get(run, ())):
                # What the program says of a price has its language, what an author writes once has none.
                if (of in (language, ANY) or language == ANY) and _is_typed(words, said):
                    where = place(route, language)
                    typed = " / ".join(f"{{{name}}}" for name in names)
                    yield Problem(
                        "figure-typed", where, {"words": words, "name": "`, `".join(names), "typed": typed}
                    )
                    break


def _sayings_with_figures(playbook: Playbook) -> Mapping[str, list[tuple[int, tuple[str, ...], str, str]]]:
    """How facts are said, by their first run of digits: number in the file, ids of all that say so, language, words.

    Under the empty run stand those whose digits may be typed in other runs: 3 4 and 34.
    """
    named: dict[tuple[str, str], list[str]] = {}
    for fact in playbook.facts:
        for language, said in fact.say.said.items():
            if _DIGITS.search(said):
                named.setdefault((language, said), []).append(fact.id)
    found: dict[str, list[tuple[int, tuple[str, ...], str, str]]] = {}
    for number, ((language, said), names) in enumerate(named.items()):
        key = "" if _APART.search(said) else _DIGITS.findall(said)[0]
        found.setdefault(key, []).append((number, tuple(names), language, said))
    return found


def _is_typed(words: str, said: str) -> bool:
    return all(part in said for part in words.split()) and bool(_as_typed(words).search(said))


@cache
def _as_typed(words: str) -> re.Pattern[str]:
    """The expression for `words` as somebody may type them: alone, not as part of a longer figure, range or word."""
    spaced = r"\s*".join(map(re.escape, words.split()))
    # 3 个 is not said by 3 个月, nor 10 分 by 10 分钟.
    return re.compile(rf"(?<![\d.,:A-Za-z~～–—至到-]){spaced}(?![\dA-Za-z月钟]|[.:]\d|\s*[~～–—-]\s*\d)")


def no_control_characters(_playbook: Playbook, known: Known) -> Iterator[Problem]:
    for route, text in known.texts:
        for language, said in text.said.items():
            if odd := None if said.isprintable() else next(filter(_is_odd, said), None):
                where = place(route, language)
                yield Problem("control-character", where, {"code": f"U+{ord(odd):04X}"})


def _is_odd(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs") and character not in "\n\u200d"


CHECKS: tuple[Check, ...] = (
    every_language_is_there,
    names_in_braces_are_known,
    names_stand_in_plain_braces,
    facts_hold_no_names,
    chinese_has_full_width_marks,
    figures_are_equal_in_all_languages,
    figures_come_from_facts,
    no_control_characters,
)
