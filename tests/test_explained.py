"""The examples of `playbook explain`: each wrong one brings its problem about, each right one does not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.__main__ import main
from generator.build import check
from generator.engines.printers import printer
from generator.explanations import page
from generator.playbook.read.include import read
from generator.playbook.read.validation import chapters, known_keys
from generator.playbook.wordings import kinds
from tests.conftest import ROOT

SHOP = ROOT / "tests" / "explained.yaml"
ON = date(2026, 12, 1)
FILE = re.compile(r"^# (\S+\.yaml)\n", re.MULTILINE)
"""Begins another file within an example."""
MERGED = ("questions", "papers")
"""Lists whose items are looked up by their ids, beside the chapters themselves."""

NOT_TRIED = {
    "not-found": "It is a command and not a line of a playbook.",
    "other-name": "It is the name of a file and not a line of a playbook.",
    "other-folder": "It is a command and not a line of a playbook.",
    "not-utf8": "Lines on a page have no encoding.",
    "issued-unreadable": "It is a file beside the playbook.",
    "issued-tools": "It takes a paper that was handed out.",
    "issued-moved": "It takes a paper that was handed out.",
    "doubled-file": "It takes whole role-plays or forms; the meaning names the ids.",
    "sheet-overflows": "It would take half a page of words.",
    "name-too-long": "It takes a sheet that is nearly full.",
    "ways-left-out": "It takes a card that is nearly full.",
    "form-too-high": "It would take pages of words.",
    "screen-not-made": "It takes a computer without Pango.",
    "entry-too-long": "It is in a file of values.",
    "values-shape": "It is a file of values.",
    "no-such-person": "It is a file beside the sheets.",
    **dict.fromkeys(
        ("logo-no-picture", "logo-too-large", "logo-cut", "logo-odd-shape", "logo-coarse"),
        "It is a file beside the playbook.",
    ),
}
WITHOUT = {"section-no-steps": "complaints"}
"""The chapter that a shop must not have for it to come about."""
EXAMPLES = [
    (kind, language)
    for kind, wording in kinds().items()
    for language in ("zh", "en")
    if kind not in NOT_TRIED and (language == "zh" or wording.example("zh") != wording.example("en"))
]
"""The same lines are tried once for both languages."""


@pytest.mark.parametrize(("kind", "language"), EXAMPLES)
def test_the_wrong_lines_bring_it_about_and_the_right_ones_do_not(
    kind: str, language: str, tmp_path: Path
) -> None:
    wrong, right = kinds()[kind].example(language)
    printing = kinds()[kind].printed

    assert kind in {
        *said_of(wrong, tmp_path / "alone"),
        *said_of_shop(wrong, language, tmp_path / "wrong", printing, WITHOUT.get(kind)),
    }
    assert kind not in said_of_shop(right, language, tmp_path / "right", printing)


def test_every_kind_says_what_it_means_in_both_languages() -> None:
    for kind, wording in kinds().items():
        for language, ends in (("zh", "。？"), ("en", ".?")):
            assert wording.said[language].means.endswith(tuple(ends)), (kind, language)


def test_only_what_cannot_be_tried_is_not() -> None:
    assert set(kinds()) >= NOT_TRIED.keys()
    assert all(all(kinds()[kind].example(language)) for kind, language in EXAMPLES)


def test_the_shop_of_the_examples_has_no_problem() -> None:
    assert check(SHOP, on=ON).problems == ()


def said_of(example: str, folder: Path, printing: bool = False) -> set[str]:
    """The kinds of problem of these lines, as a playbook."""
    path = written(example, folder)
    only = ("poster-wall", "form-record") if printing else None
    return {
        problem.kind
        for problem in check(path, printer=printer() if printing else None, only=only, on=ON).problems
    }


def said_of_shop(
    example: str, language: str, folder: Path, printing: bool, without: str | None = None
) -> set[str]:
    """The kinds of problem of the shop with these lines in it; none where they cannot be read as YAML.

    The shop speaks the language of the example, or both where a text of it does; it has no chapter `without`.
    """
    source = read(written(example, folder), known_keys(), frozenset(chapters()))
    given = source.root.data
    if not source.whole or not isinstance(given, dict):
        return set()
    base = read(SHOP, known_keys(), frozenset(chapters())).root.data
    base = {name: chapter for name, chapter in base.items() if name != without}
    if "{zh:" not in example:
        base["about"] = base["about"] | {"languages": (language,)}
    return said_of(json.dumps(put_into(base, given), ensure_ascii=False), folder / "shop", printing)


def written(example: str, folder: Path) -> Path:
    """The files of an example; the ones it includes are there, whatever it says of them."""
    (folder / "chapters").mkdir(parents=True)
    for name in ("chapters/norms.yaml", "chapters/more.yaml"):
        if name in example:
            (folder / name).write_text("norms: []\n", "utf-8")
    first, *others = FILE.split(example)
    (folder / "playbook.yaml").write_text(first, "utf-8")
    for name, text in zip(others[::2], others[1::2], strict=True):
        (folder / name).write_text(text, "utf-8")
    return folder / "playbook.yaml"


def put_into(base: dict[str, Any], given: dict[str, Any], depth: int = 0) -> dict[str, Any]:
    """The shop with the lines of an example in the places of its own."""
    whole = dict(base)
    for name, value in given.items():
        there = base.get(name)
        if isinstance(value, dict) and isinstance(there, dict) and value.keys().isdisjoint({"zh", "en"}):
            whole[name] = put_into(there, value, depth + 1)
        elif isinstance(value, tuple) and isinstance(there, tuple) and (depth == 0 or name in MERGED):
            whole[name] = tuple(items(there, value))
        else:
            whole[name] = filled_up(value, name)
    return whole


def items(there: tuple[Any, ...], given: tuple[Any, ...]) -> Iterator[Any]:
    """The items given, each completed by the one of its id or by one of its kind; then the others of the shop."""
    if not all(isinstance(each, dict) for each in (*there, *given)):
        yield from given
        return
    named = [each.get("id") for each in given]
    for each in given:
        alike = [one for one in there if one["id"] == each.get("id")] or [
            {name: value for name, value in one.items() if name != "trialled_on"}
            for one in there
            if one.get("type") == each.get("type")
        ]
        model = alike[0] if alike else {}
        if "blueprint" in each and "questions" not in each:
            model = {name: value for name, value in model.items() if name != "questions"}
        yield {**model, **{name: filled_up(value, name) for name, value in each.items()}}
    if given:
        yield from (one for one in there if one["id"] not in named)


LEFT_OUT = {"fields": {"label": "A"}, "columns": {"label": "A"}, "sections": {"title": "A"}}
"""What the examples of forms leave out of their parts."""


def filled_up(value: Any, name: str) -> Any:
    if isinstance(value, tuple):
        return tuple(
            LEFT_OUT.get(name, {}) | {key: filled_up(inner, key) for key, inner in each.items()}
            if isinstance(each, dict)
            else each
            for each in value
        )
    return value


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_is_as_new_as_the_wordings(language: str) -> None:
    path = ROOT / "docs" / language / "owner" / "problems.md"
    command = f".venv/bin/playbook explain --page --language {language} > {path.relative_to(ROOT)}"
    assert path.read_text("utf-8") == page(language), f"write it anew: {command}"


def test_the_page_has_every_kind_once() -> None:
    titles = re.findall(r"^### `([a-z0-9-]+)`", page("en"), re.MULTILINE)
    assert sorted(titles) == sorted(kinds())


def test_a_kind_is_explained_in_both_languages_or_in_the_one_asked_for() -> None:
    both = explain("half-width").output
    assert "中文里夹了英文标点" in both
    assert "Western marks inside a Chinese text" in both
    assert '{zh: "您好,请坐"' in both
    assert "Use full-width marks" in both
    assert "中文里夹了" not in explain("half-width", "--language", "en").output


def test_a_name_that_is_none_is_met_with_the_one_meant() -> None:
    wrong = explain("half-widht")
    assert wrong.exit_code == 2
    assert "half-width" in wrong.output


def test_without_a_name_every_kind_is_listed() -> None:
    told = explain("--language", "zh").output
    assert [kind for kind in kinds() if f"  {kind}  " not in told] == []


def explain(*words: str) -> Result:
    return CliRunner().invoke(main, ["explain", *words])
