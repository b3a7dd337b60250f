"""The forms to fill in, in Chromium's own viewer: ten names and a long address typed, every box ticked, looked at."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pikepdf import Name, Pdf
from PIL import Image
from playwright.sync_api import Page, Playwright

from generator.printables.form_screen import FILL
from tests.browser.conftest import QUIET
from tests.conftest import ROOT, Printed
from tests.printables.screen_faults import name_of

PEOPLE = (
    "阿卜杜热合曼·买买提艾力", "欧阳娜娜", "陈方堃", "李喆", "王㛃",
    "上官婉儿", "张三丰", "Jean-Baptiste Zorg", "司马相如", "赵铁柱",
)  # fmt: skip
ADDRESS = "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县爱新色里镇依拉齐牛录村团结路 118 号附 3 号（小卖部代收，先打电话）"
PIXELS = 4 / 3
"""Of a point, where a page is shown as large as it is."""


@pytest.fixture
def viewer(chromium: str, playwright: Playwright) -> Iterator[Page]:
    """A tab of a Chromium that shows PDFs itself, as one with a window does."""
    opened = playwright.chromium.launch(
        executable_path=chromium,
        headless=False,
        args=[*QUIET, "--headless=new"],
        ignore_default_args=[
            "--disable-component-extensions-with-background-pages",
            "--disable-extensions",
        ],
    )
    yield opened.new_page(viewport={"width": 1280, "height": 1300})
    opened.close()


def seen(viewer: Page) -> Image.Image:
    return Image.open(io.BytesIO(viewer.screenshot())).convert("L")


def page_at(picture: Image.Image) -> tuple[int, int] | None:
    """Where the page begins that is shown as large as it is: white, with the dark of the viewer around it."""
    for top in range(30, 130):
        row = [picture.getpixel((x, top)) > 250 for x in range(picture.width)]
        left = next((x for x in range(picture.width - 790) if all(row[x : x + 790 : 10])), None)
        if left is not None:
            return left, top
    return None


def dark(picture: Image.Image, box: tuple[float, ...]) -> int:
    return sum(picture.crop(tuple(map(round, box))).histogram()[:150])


@pytest.mark.slow
def test_ten_names_and_an_address_are_typed_and_seen_in_chromium(
    printed: Callable[[Path], Printed], tmp_path: Path, viewer: Page
) -> None:
    it = printed(ROOT / "tests/playbooks/paper-forms.yaml")
    (file,) = (each for each in it.made.outputs if each.id == FILL and each.language == "zh")
    path = tmp_path / f"{FILL}.pdf"
    path.write_bytes(file.content())
    viewer.goto(f"{path.as_uri()}#page=2&zoom=100")
    for _ in range(60):
        viewer.wait_for_timeout(500)
        if place := page_at(seen(viewer)):
            break
    else:
        pytest.fail("the viewer shows no page")
    viewer.wait_for_timeout(2000)
    left, top = place
    before, boxes, typed = seen(viewer), {}, {}
    with Pdf.open(path) as pdf:
        page = pdf.pages[1]
        high = float(page.mediabox[3])
        for widget in page.obj.Annots:
            x1, y1, x2, y2 = map(float, widget.Rect)
            box = (x1 + 1, high - y2 + 1, x2 - 1, high - y1 - 1)
            name = name_of(widget)
            boxes[name] = tuple(each * PIXELS + (top if at % 2 else left) for at, each in enumerate(box))
            viewer.mouse.click((boxes[name][0] + boxes[name][2]) / 2, (boxes[name][1] + boxes[name][3]) / 2)
            if widget.get("/FT") == Name.Tx:
                typed[name] = ADDRESS if name == "every-kind/facts" else PEOPLE[len(typed) % len(PEOPLE)]
                viewer.keyboard.insert_text(typed[name])
    viewer.mouse.click(left + 5, top + 5)
    viewer.wait_for_timeout(1000)
    after = seen(viewer)
    assert len({*typed.values()}) >= 10
    for name, text in typed.items():
        assert dark(after, boxes[name]) - dark(before, boxes[name]) > 8 * len(text), (name, text)
    for name in ("every-kind/proof/photo", "every-kind/told", "every-kind/way/other", "every-kind/score/5"):
        assert dark(after, boxes[name]) - dark(before, boxes[name]) > 15, name
