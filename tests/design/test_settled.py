"""What a page names once for all of it is put in where it is used; anything else is left for the engine."""

from __future__ import annotations

import pytest

from generator.engines.settled import settled

RULES = ".a { color: var(--ink); border: 1pt solid var(--line); }"


@pytest.mark.parametrize(
    ("page", "rules"),
    [
        (
            ":root { --ink: #16211f; --line: #8fa19d; }",
            ".a { color: #16211f; border: 1pt solid #8fa19d; }",
        ),
        # A part of the page has another: the engine finds out which.
        (":root { --ink: #16211f; } .b { --ink: red; }", RULES),
        (':root { --ink: #16211f; } <p style="--ink: red">', RULES),
        (".a { --ink: red; }", RULES),
        (":root { --brand: teal; --ink: var(--brand); }", RULES),
        ("", RULES),
    ],
)
def test_only_what_holds_everywhere_is_put_in(page: str, rules: str) -> None:
    assert settled(RULES, page + RULES) == rules
