"""The generator as another program uses it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator import api

TINY = Path(__file__).parent / "playbooks" / "tiny.yaml"
HEAVY = ("mkdocs", "weasyprint", "jinja2", "fontTools", "babel", "pypinyin", "generator.labels")


def test_a_playbook_is_loaded_from_a_path_or_its_name() -> None:
    loaded = api.load(TINY)

    assert loaded.playbook == api.load(str(TINY)).playbook
    assert loaded.playbook is not None


def test_problems_say_where_they_are_and_what_to_do(tmp_path: Path) -> None:
    broken = tmp_path / "playbook.yaml"
    broken.write_text(TINY.read_text("utf-8").replace("schema: 1", "schema: 7"), "utf-8")

    (problem,) = api.check(broken).problems

    assert problem.place == (str(broken), 1, 9)
    assert problem.says("en")
    assert problem.remedy("zh")


def test_what_is_named_is_made_when_its_bytes_are_wanted() -> None:
    name = api.make(TINY)[0].id
    files = api.make(TINY, ids=(name,))

    assert {file.id for file in files} == {name}
    assert files[0].content().startswith(b"%PDF")


def test_an_id_that_is_not_there_is_told() -> None:
    with pytest.raises(KeyError, match="no-such-thing"):
        api.make(TINY, ids=("no-such-thing",))


def test_checking_imports_nothing_that_only_making_needs() -> None:
    code = f"import sys; from generator.__main__ import looking as m; m.api.check({str(TINY)!r}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not set(HEAVY) & set(done.stdout.split())


def test_every_kind_of_trouble_that_has_a_sentence_exists() -> None:
    from generator.trouble import _SENTENCES

    for name in _SENTENCES:
        module, _, kind = name.rpartition(".")
        found = getattr(__import__(module, fromlist=[kind]), kind)
        assert f"{found.__module__}.{found.__qualname__}" == name
