"""Reading twice as much takes twice the work: counted in calls, not in seconds."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from generator.playbook.read.include import read
from generator.playbook.read.lookalikes import normalised
from generator.playbook.read.validation import chapters, known_keys

Shape = Callable[[int], dict[str, str]]


def one_line_of_json(count: int) -> dict[str, str]:
    terms = [{"id": f"t-{n}", "title": {"zh": f"词，{n}：说", "en": "a [b] c"}} for n in range(count)]
    return {"playbook.yaml": json.dumps({"glossary": terms}, ensure_ascii=False)}


def one_line_of_marks(count: int) -> dict[str, str]:
    return {"playbook.yaml": "glossary: [" + ", ".join(["{id：a，title：b｝"] * count) + "]"}


def many_lines(count: int) -> dict[str, str]:
    return {"playbook.yaml": "glossary:\n" + "  - id：a\n    title: {zh: 词，en: term}\n" * count}


def many_files(count: int) -> dict[str, str]:
    names = [f"{n}.yaml" for n in range(count)]
    whole = "include:\n  - glossary:\n" + "".join(f"      - {name}\n" for name in names)
    return {"playbook.yaml": whole} | {name: f"glossary:\n  - id: t-{name[:-5]}\n" for name in names}


def steps(work: Callable[[], object]) -> int:
    """How many calls and lines of Python `work` takes."""
    count = 0

    def trace(_frame: FrameType, _event: str, _about: object) -> object:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("shape", [one_line_of_json, one_line_of_marks, many_lines, many_files])
def test_four_times_as_much_is_read_with_four_times_the_work(shape: Shape, tmp_path: Path) -> None:
    def work(count: int) -> int:
        folder = tmp_path / str(count)
        folder.mkdir()
        for name, text in shape(count).items():
            (folder / name).write_text(text, "utf-8")
        return steps(lambda: read(folder / "playbook.yaml", known_keys(), frozenset(chapters())))

    work(1)  # What is made once in a process is made.
    assert work(200) < 4.8 * work(50)


def test_a_long_line_is_put_right_mark_by_mark() -> None:
    found = normalised("roles: [" + "a，" * 300 + "a]", "here", known_keys())

    assert found.text == "roles: [" + "a, " * 300 + "a]"
    assert [problem.place.column for problem in found.problems if problem.place] == list(range(10, 610, 2))
