"""`build --pack` as an owner uses it: what lies in packs/, and what is said about what hangs on the wall."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.labels import labels
from tests.conftest import ROOT

SMALL = (ROOT / "tests" / "playbooks" / "paper-forms.yaml").read_text("utf-8")
WORDS = labels("zh").console


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "playbook.yaml").write_text(SMALL, "utf-8")
    return folder


def build(folder: Path, *options: str) -> str:
    result = CliRunner().invoke(main, ["build", *options, "--playbook", str(folder / "playbook.yaml")])
    assert result.exit_code == 0, result.output
    return result.stdout


def codes(folder: Path) -> dict[tuple[str, str], str]:
    """The code of each sheet in the site."""
    files = json.loads((folder / "site/playbook.json").read_text("utf-8"))["files"]
    return {(file["language"], file["id"]): file["code"] for file in files if file["code"]}


def test_without_packs_nothing_is_said_of_what_to_print_anew(shop: Path) -> None:
    for said in (build(shop), build(shop)):
        assert WORDS.same_paper not in said
        assert WORDS.print_anew.format(count=0)[:3] not in said
    assert not (shop / "packs").exists()


def test_after_a_changed_fact_a_build_tells_what_to_print_and_what_to_throw_away_until_it_is_packed(
    shop: Path,
) -> None:
    packed = build(shop, "--pack").splitlines()
    packs = sorted(path.name for path in (shop / "packs").glob("*.pdf"))
    assert packs == ["a4-card.pdf", "a4-duplex.pdf", "a4-single.pdf", "first-week.pdf"]
    assert packed[-1] == WORDS.packed.format(count=2 * len(packs))
    assert build(shop).splitlines()[-1] == WORDS.same_paper

    before = codes(shop)
    changed = SMALL.replace(
        "value: 36, unit: month, say: {zh: 36 个月", "value: 48, unit: month, say: {zh: 48 个月"
    )
    (shop / "playbook.yaml").write_text(changed, "utf-8")
    said = build(shop).splitlines()
    after = codes(shop)
    differing = [key for key in after if before[key] != after[key]]
    assert differing
    assert {language for language, _ in differing} == {"zh"}
    anew = said.index(WORDS.print_anew.format(count=len(differing)))
    gone = said.index(WORDS.throw_away.format(count=len(differing)))
    assert [line.split()[0] for line in said[anew + 1 : gone]] == [f"#{after[key]}" for key in differing]
    assert {line.split()[0] for line in said[gone + 1 :]} == {f"#{before[key]}" for key in differing}
    assert build(shop).splitlines()[-1] == said[-1]

    assert WORDS.throw_away.format(count=len(differing)) in build(shop, "--pack")
    assert build(shop).splitlines()[-1] == WORDS.same_paper


def test_a_sheet_that_is_no_longer_made_is_to_be_thrown_away(shop: Path) -> None:
    build(shop, "--pack")
    cut = SMALL[: SMALL.index("checklists:")] + SMALL[SMALL.index("forms:") :]
    (shop / "playbook.yaml").write_text(cut, "utf-8")
    said = build(shop)
    assert WORDS.throw_away.format(count=2) in said
    assert "checklist-closing" in said
    assert WORDS.print_anew.format(count=2) not in said


def test_what_a_person_puts_into_packs_stays_there(shop: Path) -> None:
    (shop / "packs").mkdir()
    (shop / "packs/price-list-of-the-copy-shop.pdf").write_bytes(b"a person's")
    build(shop, "--pack")
    build(shop, "--pack")
    assert (shop / "packs/price-list-of-the-copy-shop.pdf").read_bytes() == b"a person's"
    assert (shop / "packs/packs.json").is_file()


def test_a_list_that_somebody_has_spoilt_counts_as_none(shop: Path) -> None:
    build(shop, "--pack")
    (shop / "packs/packs.json").write_text("[]", "utf-8")
    assert WORDS.same_paper not in build(shop)


def test_packs_cannot_be_made_without_printing(shop: Path) -> None:
    words = ["build", "--pack", "--no-print", "--playbook", str(shop / "playbook.yaml")]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2
    assert WORDS.nothing_to_pack in result.output
