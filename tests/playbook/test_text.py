"""Texts: one for all languages or one per language, names in braces filled in, braces that are braces."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.playbook.model.text import Text, fill, names_in

runs = settings(max_examples=80, deadline=None, derandomize=True)
read = TypeAdapter(Text).validate_python


def test_a_text_written_once_is_said_in_every_language() -> None:
    text = read("SPF 50")

    assert text.in_("zh") == text.in_("en") == "SPF 50"
    assert text.speaks("zh")
    assert text.speaks("en")


def test_a_text_per_language_is_said_in_those_languages_only() -> None:
    text = read({"en": "Welcome"})

    assert text.in_("en") == "Welcome"
    assert not text.speaks("zh")
    with pytest.raises(KeyError):
        text.in_("zh")


def test_a_text_is_itself_a_string_in_the_first_language() -> None:
    assert read({"en": "Welcome", "zh": "欢迎"}) == "欢迎"


def test_white_space_around_a_text_is_no_part_of_it() -> None:
    assert read(" 欢迎\n") == "欢迎"
    assert read({"zh": "欢迎\n", "en": " Welcome"}).said == {"zh": "欢迎", "en": "Welcome"}


@pytest.mark.parametrize(
    "value", ["", " \n", None, 7, True, [], {}, ("欢迎",), {"zh": ""}, {"zh": 7}, {"fr": "Bienvenue"}]
)
def test_what_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        read(value)


@runs
@given(st.text())
def test_a_text_with_its_braces_doubled_says_what_was_meant(meant: str) -> None:
    written = meant.replace("{", "{{").replace("}", "}}")

    assert fill(written, lambda name: f"<{name}>") == meant
    assert list(names_in(written)) == []


@runs
@given(st.lists(st.tuples(st.text("ab{}"), st.sampled_from(["days", "customer"])), max_size=4))
def test_every_name_is_filled_in_once_and_in_order(parts: list[tuple[str, str]]) -> None:
    plain = [(before.replace("{", "{{").replace("}", "}}"), name) for before, name in parts]
    written = "".join(f"{before}{{{name}}}" for before, name in plain)

    assert list(names_in(written)) == [name for _, name in parts]
    assert fill(written, str.upper) == "".join(before + name.upper() for before, name in parts)


def test_what_is_filled_in_is_not_looked_at_again() -> None:
    assert fill("{a}", lambda _: "{b}") == "{b}"


@pytest.mark.parametrize(
    ("written", "names"),
    [("{", ["{"]), ("a } b", ["}"]), ("{a", ["{"]), ("{{a}", ["}"]), ("{}", [""]), ("{{{a}}}", ["a"])],
)
def test_a_brace_alone_is_named_as_itself(written: str, names: list[str]) -> None:
    assert list(names_in(written)) == names
