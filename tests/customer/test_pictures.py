"""Pictures for a chat as they come out of `build --pictures`: wide enough, whole, the same each time, and listed."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image, ImageChops, ImageStat

from generator import build
from generator.__main__ import main
from generator.customer.pages import said
from generator.design.pictures import FOOT, WIDTH
from generator.design.printing import Printer
from generator.design.store import Store
from generator.engines.printers import printer
from generator.output import OutputFile
from tests.conftest import ROOT

WHITE = 250
"""Few colours make of white what nobody tells from it."""
SMALL = ROOT / "tests/playbooks/paper-english.yaml"


def pictures(made: build.Made) -> dict[str, OutputFile]:
    return {file.id: file for file in made.outputs if file.kind == "chat-picture"}


@pytest.fixture(scope="module")
def made() -> build.Made:
    return build.site(SMALL, printer=printer(), only=(), pictures=True)


def seen(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_each_is_as_wide_as_chats_show_it_and_ends_below_its_last_line(made: build.Made) -> None:
    there = pictures(made)
    kinds = {"promise-card-chat", "promise-poster-chat", "customer-promise-chat"}
    assert kinds <= there.keys()
    assert any(name.startswith("checklist-") for name in there)
    for name, file in there.items():
        picture = seen(file.content())
        assert (picture.format, picture.width) == ("PNG", WIDTH), name
        if name.startswith(("checklist-", "customer-")):
            grey = picture.convert("L")
            below = grey.crop((0, grey.height - FOOT, WIDTH, grey.height))
            last = grey.crop((0, grey.height - FOOT - 1, WIDTH, grey.height - FOOT))
            assert below.getextrema()[0] >= WHITE, name
            assert last.getextrema()[0] < WHITE, name


def test_a_picture_of_a_card_is_one_of_the_four_as_another_program_draws_it(
    made: build.Made, tmp_path: Path
) -> None:
    if shutil.which("pdftoppm") is None:
        pytest.skip("no pdftoppm is installed")
    card = next(file for file in made.outputs if file.id == "promise-card")
    (tmp_path / "card.pdf").write_bytes(card.content())
    command = ["pdftoppm", "-png", "-scale-to-x", str(2 * WIDTH), "-scale-to-y", "-1", "card.pdf", "card"]
    subprocess.run(command, cwd=tmp_path, check=True)
    (drawn,) = tmp_path.glob("card*.png")
    sheet = Image.open(drawn).convert("L")
    ours = seen(pictures(made)["promise-card-chat"].content()).convert("L")
    piece = sheet.crop((0, 0, sheet.width // 2, sheet.height // 2)).resize(ours.size)
    assert apart(ours, piece) < 4
    assert apart(ours, sheet.resize(ours.size)) > 12  # The whole sheet is not taken for it.


def apart(one: Image.Image, other: Image.Image) -> float:
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


def test_the_same_bytes_come_without_the_store(made: build.Made) -> None:
    afresh = build.site(SMALL, printer=Printer(printer().engine, Store(None)), only=(), pictures=True)
    for name in ("promise-card-chat", "customer-promise-chat"):
        assert pictures(afresh)[name].content() == pictures(made)[name].content()


def test_every_page_for_customers_has_its_picture_in_their_folder(made: build.Made) -> None:
    for edition in made.editions:
        ids = {f"customer-{each.id}-chat" for each in said(edition)}
        there = {
            file.id: (file.folder, file.audience)
            for file in pictures(made).values()
            if file.language == edition.language and file.folder == "customer"
        }
        assert there == dict.fromkeys(ids, ("customer", "customer"))


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    shutil.copy(SMALL, tmp_path / "playbook.yaml")
    return tmp_path


def test_only_who_asks_for_them_gets_them(shop: Path) -> None:
    for options, there in (([], False), (["--pictures"], True)):
        result = CliRunner().invoke(main, ["build", *options, "--playbook", str(shop / "playbook.yaml")])
        assert result.exit_code == 0, result.output
        listed = {
            file["id"] for file in json.loads((shop / "site/playbook.json").read_text("utf-8"))["files"]
        }
        page = (shop / "site/print.html").read_text("utf-8")
        assert (shop / "site/files/promise-card-chat.png").is_file() == there
        assert (shop / "customer/pictures/promise.png").is_file() == there
        assert ("promise-card-chat" in listed) == there
        assert ('href="files/promise-card-chat.png"' in page) == there
    result = CliRunner().invoke(
        main, ["build", "--pictures", "--no-print", "--playbook", str(shop / "playbook.yaml")]
    )
    assert result.exit_code == 2
