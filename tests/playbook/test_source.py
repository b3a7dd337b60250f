"""Reading YAML: every value with its place, figures and times as they were typed, and never a traceback."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.playbook.load import load
from generator.playbook.model.record import Route
from generator.playbook.read.include import read
from generator.playbook.read.reader import Reader
from generator.playbook.read.source import Source
from generator.playbook.read.validation import known_keys

PLAYBOOKS = sorted((Path(__file__).parent.parent / "playbooks").glob("*.yaml"))
runs = settings(max_examples=60, deadline=None, derandomize=True)

letters = st.characters(exclude_categories=("C", "Z"), include_characters=" ")
words = st.text(letters, max_size=12)
scalars = st.none() | st.booleans() | st.integers(-(10**14), 10**14) | words
nested = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=20,
)
styles = st.sampled_from([True, False, None])


@runs
@given(st.dictionaries(words, nested, min_size=1, max_size=4), styles, st.booleans())
def test_what_is_dumped_is_read_back(data: dict[str, Any], flow: bool | None, unicode: bool) -> None:
    source = reading(yaml.safe_dump(data, default_flow_style=flow, allow_unicode=unicode, sort_keys=False))

    assert source.root.data == frozen(data)
    assert source.problems == ()


@runs
@given(st.dictionaries(words, nested, min_size=1, max_size=4), styles)
def test_every_value_is_found_on_the_line_it_is_written_on(data: dict[str, Any], flow: bool | None) -> None:
    named = marked(data, iter(range(1000)))
    text = yaml.safe_dump(named, default_flow_style=flow, allow_unicode=True, sort_keys=False, width=10**6)
    source = reading(text)

    for route, mark in leaves(named):
        assert source.place(route)[1:] == where(text, mark)
    for route in routes(named):
        if isinstance(route[-1], str):
            assert source.place(route, at_key=True)[1:] == where(text, route[-1])


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("10:30", "10:30"),
        ("no", "no"),
        ("Yes", "Yes"),
        ("off", "off"),
        ("012", "012"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".5", ".5"),
        (".inf", ".inf"),
        ("2026-11-22", "2026-11-22"),
        ("12345678901234567890", "12345678901234567890"),
        ("<<", "<<"),
        ('"7"', "7"),
        ("'true'", "true"),
        ("7", 7),
        ("-3", -3),
        ("1.50", 1.5),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_only_plain_figures_and_true_and_false_are_more_than_text(typed: str, value: object) -> None:
    assert reading(f"a: {typed}\n").root.data == {"a": value}


def test_a_value_typed_as_a_figure_is_remembered_as_it_was_typed() -> None:
    assert reading("about: {version: 1.10}\n").typed(("about", "version")) == "1.10"


def test_marks_that_only_look_right_are_mended_and_the_rest_of_the_line_keeps_its_columns() -> None:
    text = "shop：{name：　小店， trade: ？}\n"
    source = reading(text)

    assert source.root.data == {"shop": {"name": "小店", "trade": "？"}}
    assert source.place(("shop", "trade")).column == text.index("？") + 1


@pytest.mark.parametrize(
    "text",
    [
        "title: 说明：先看，再做\n",
        "title: '{zh：小店，en：Shop}'\n",
        'title: "第一行\n  title：第二行，zh：第三行"\n',
        "title: |\n  name：小店\n  zh: {en：x}\n\nname: x\n",
        "how:\n  - >\n    to：顾客\n  - 2：1\n",
        "# name：小店，{zh：x}\ntitle: x # {zh：x}\n",
        "title: -5 度，use:7\n",
    ],
)
def test_full_width_marks_in_texts_are_left_alone(text: str) -> None:
    assert reading(text).problems == ()
    assert reading(text).root.data == frozen(yaml.load(text, Loader=yaml.BaseLoader))


def test_included_chapters_are_found_in_their_own_file(tmp_path: Path) -> None:
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters" / "norms.yaml").write_text("\nnorms:\n  - id: greet\n", "utf-8")
    (tmp_path / "playbook.yaml").write_text("include: [chapters/norms.yaml]\nschema: 1\n", "utf-8")

    source = read(tmp_path / "playbook.yaml", known_keys(), frozenset({"norms"}))

    assert source.root.data == {"schema": 1, "norms": ({"id": "greet"},)}
    assert source.place(("norms", 0, "id")) == (str(tmp_path / "chapters" / "norms.yaml"), 3, 9)


def test_a_chapter_in_two_files_is_one_and_each_item_is_found_in_its_own(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text("norms:\n  - id: greet\n", "utf-8")
    (tmp_path / "two.yaml").write_text("\nnorms:\n  - id: listen\n", "utf-8")
    (tmp_path / "playbook.yaml").write_text("include:\n  - norms: [one.yaml, two.yaml]\n", "utf-8")
    source = read(tmp_path / "playbook.yaml", known_keys(), frozenset({"norms"}))

    assert source.root.data == {"norms": ({"id": "greet"}, {"id": "listen"})}
    assert source.place(("norms", 1, "id")) == (str(tmp_path / "two.yaml"), 3, 9)
    assert source.files == tuple(tmp_path / name for name in ("playbook.yaml", "one.yaml", "two.yaml"))
    assert source.problems == ()


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """A playbook with a few accidents of typing."""
    lines = draw(st.sampled_from([path.read_text("utf-8") for path in PLAYBOOKS])).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        column = draw(st.integers(0, len(line)))
        match draw(st.integers(0, 7)):
            case 0:
                lines[at : at + 1] = []
            case 1:
                lines.insert(at, line)
            case 2:
                lines[at] = " " * draw(st.integers(0, 9)) + line.lstrip()
            case 3:
                lines[at] = line.replace(":", "：", 1)
            case 4:
                lines[at] = line[:column] + draw(st.characters()) + line[column:]
            case 5:
                lines[at] = (
                    line[:column]
                    + draw(st.sampled_from(list("{}[]'\"&*!|>%@`#:,-?\t\0，、　")))
                    + line[column:]
                )
            case 6:
                lines[at] = line[:column] + line[column + 1 :]
            case 7:
                lines[at + 1 :], lines[at] = [], line[:column]
        lines = lines or [""]
    return "\n".join(lines)


@settings(runs, max_examples=150)
@given(spoilt())
def test_no_accident_of_typing_ends_in_a_traceback(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "playbook.yaml"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        loaded = load(path)

    assert (loaded.playbook is None) == any(problem.level == "error" for problem in loaded.problems)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in loaded.problems:
        assert problem.place
        assert problem.place.file == str(path)
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
        for language in ("zh", "en"):
            assert problem.says(language)
            assert problem.remedy(language)
            assert problem.shown(language).count("\n") == 1


def reading(text: str) -> Source:
    """What is read from a text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.yaml"
        path.write_bytes(text.encode())
        reader = Reader(path, "a.yaml", known_keys())
        root = reader.read()
    return Source(root, (path,), tuple(reader.problems), reader.whole)


def frozen(data: Any) -> Any:
    match data:
        case dict():
            return {str(key): frozen(value) for key, value in data.items()}
        case list():
            return tuple(map(frozen, data))
        case _:
            return data


def marked(data: Any, numbers: Iterator[int]) -> Any:
    """The same shape with a mark of its own for every key and every value."""
    match data:
        case dict():
            return {f"k{next(numbers)}_": marked(value, numbers) for value in data.values()}
        case list():
            return [marked(value, numbers) for value in data]
        case str() if data.strip():
            return f"v{next(numbers)}_{data}"
        case _:
            return f"v{next(numbers)}_"


def routes(data: Any, route: Route = ()) -> Iterator[Route]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, inner in pairs:
        yield (*route, step)
        yield from routes(inner, (*route, step))


def leaves(data: Any) -> Iterator[tuple[Route, str]]:
    for route in routes(data):
        value: Any = data
        for step in route:
            value = value[step]
        if isinstance(value, str):
            yield route, value.partition("_")[0] + "_"


def where(text: str, mark: str) -> tuple[int, int]:
    """Line and column of a mark, or of the quotation mark before it."""
    for number, line in enumerate(text.split("\n"), 1):
        if mark in line:
            column = line.index(mark)
            return number, column + (line[column - 1 : column] not in ("'", '"'))
    raise AssertionError(mark)


def test_links_in_a_circle_are_a_file_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "round.yaml").symlink_to("round.yaml")
    (tmp_path / "playbook.yaml").write_text("schema: 1\ninclude: [round.yaml]\n", "utf-8")
    assert "include-missing" in {problem.kind for problem in load(tmp_path / "playbook.yaml").problems}
    assert {problem.kind for problem in load(tmp_path / "round.yaml").problems} >= {"not-found"}
