"""What else is done with a reply on its page: a picture for a chat, its address, a code to scan, a word to the shop."""

from __future__ import annotations

import gzip
import io
import re
from pathlib import Path
from typing import Literal

import pytest
import segno
import yaml
from click.testing import CliRunner
from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, expect

from generator.__main__ import main
from tests.browser.copying import clipboard
from tests.browser.test_for_everyone import TWICE, broken
from tests.browser.test_unset import SCRIPTS
from tests.conftest import ROOT

PLAIN, BLANKS = "scripts/too-dear.html", "scripts/where-is-parcel.html"
PICTURE = ".copy--picture"
PHONE = ViewportSize(width=360, height=740)
ADDRESS = "https://shop.example/handbook/"
LINES = """text => {
    // What the script draws, noted on its way to the canvas.
    const drawn = [], before = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (line, ...more) {
        drawn.push([line, this.measureText(line).width]);
        return before.call(this, line, ...more);
    };
    window.picture([text], "");
    CanvasRenderingContext2D.prototype.fillText = before;
    return drawn;
}"""
NOT_FIRST, NOT_LAST = "，。；：？！、）》”’〕", "（《“‘〔"


def tall(page: Page) -> Image.Image:
    """The picture that was copied, as the program it is pasted into has it."""
    found = page.evaluate(
        """async () => {
            const [item] = await navigator.clipboard.read();
            return [...new Uint8Array(await (await item.getType("image/png")).arrayBuffer())];
        }"""
    )
    return Image.open(io.BytesIO(bytes(found)))


def test_a_reply_becomes_a_picture_to_copy_or_to_save(browser: Browser, address: str) -> None:
    """On a phone, from a web server and from a stick."""
    context = browser.new_context(viewport=PHONE, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(f"{address}/{PLAIN}")
    page.locator(PICTURE).click()
    expect(page.locator(".picture img")).to_be_visible()
    assert page.locator(".picture img").get_attribute("alt") == "\n".join(
        page.locator(".reply .part:not(.part--if) .part__say").all_inner_texts()
    )
    page.locator(".picture button").first.click()
    expect(page.locator(".picture button").first).to_have_text("已复制")
    copied = tall(page)
    assert copied.width == 1080
    assert 20 < len(copied.convert("L").getcolors() or ()) <= 256
    with page.expect_download() as saved:
        page.locator(".picture a[download]").click()
    assert saved.value.suggested_filename == "too-dear.png"
    with Image.open(saved.value.path()) as file:
        assert file.size == copied.size
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert refused == []
    context.close()


def test_a_picture_with_a_blank_is_drawn_on_the_second_press_only(page: Page) -> None:
    page.goto(BLANKS)
    page.locator(PICTURE).click()
    expect(page.locator(f"{PICTURE} .copy__blank")).to_be_visible()
    expect(page.locator(".picture")).to_have_count(0)
    page.keyboard.type("王女士")
    page.keyboard.press("Enter")
    expect(page.locator(".picture img")).to_have_attribute("alt", re.compile("^王女士您好"))
    page.locator(".fills__next").first.click()
    expect(page.locator(".picture")).to_have_count(0)


@pytest.mark.parametrize(
    ("home", "text"),
    [
        ("index.html", "您好，" * 9 + "（" + "我们" * 20 + "）。" + "“好”，" * 12),
        ("en/index.html", "We’ll look into it and tell you by 3 p.m. today, whatever the courier says. " * 4),
        (
            "index.html",
            "第一行\n\n第三行 https://shop.example/a/very/long/address/that/has/no/place/to/break/at/all",
        ),
    ],
)
def test_lines_of_a_picture_break_where_they_may_and_end_before_its_edge(
    page: Page, home: str, text: str
) -> None:
    page.goto(home)
    page.add_script_tag(url="assets/picture.js")
    drawn = page.evaluate(LINES, text)
    lines = [line for line, _ in drawn]
    assert max(width for _, width in drawn) <= 1080 - 2 * 84 + 1
    assert [line for line in lines if line[:1] in {*NOT_FIRST} and line] == []
    assert [line for line in lines if line[-1:] in {*NOT_LAST} and line] == []
    assert "".join("".join(lines).split()) == "".join(text.split())
    if "\n" not in text:
        words = text.split()
        assert len(lines) > 3
        assert home != "en/index.html" or [word for line in lines for word in line.split()] == words
    else:
        assert lines[:2] == ["第一行", ""]


def test_a_mark_at_the_beginning_of_a_line_would_be_seen(page: Page) -> None:
    """The planted fault: where lines may break anywhere, the check above has something to find."""
    page.goto("index.html")
    page.add_script_tag(url="assets/picture.js")
    page.add_style_tag(content="p { line-break: anywhere !important; text-wrap: wrap !important }")
    drawn = page.evaluate(LINES, "您" * 19 + "，" + "您好。" * 20)
    assert [line for line, _ in drawn if line[:1] in {*NOT_FIRST}]


@pytest.mark.parametrize(
    ("name", "look"),
    [
        (PLAIN, "light"),
        (f"en/{PLAIN}", "dark"),
        pytest.param(PLAIN, "dark", marks=pytest.mark.slow),
        pytest.param(f"en/{PLAIN}", "light", marks=pytest.mark.slow),
    ],
)
def test_what_opens_below_a_reply_is_for_everyone(
    browser: Browser, served: str, name: str, look: Literal["light", "dark"]
) -> None:
    page = browser.new_page(color_scheme=look, viewport={"width": 360, "height": 800})
    page.goto(f"{served}/{name}")
    page.evaluate(TWICE)
    for opens in (PICTURE, ".reply > .deeds > button:last-child"):
        page.locator(opens).click()
        page.locator(".deeds__below > *").wait_for()
        page.evaluate("document.getAnimations().forEach(running => running.finish())")
        assert broken(page) == {}
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


@pytest.mark.parametrize("name", [PLAIN, f"en/{PLAIN}", BLANKS, f"en/{BLANKS}"])
def test_on_a_phone_the_answer_stands_on_the_first_screen(browser: Browser, served: str, name: str) -> None:
    """What customers say is a line to slide along, by finger and by key."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{served}/{name}")
    line = page.locator(".reply .part").first.bounding_box()
    assert line
    assert line["y"] + line["height"] <= 740
    says = page.locator(".card--page .says")
    says.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.says').scrollLeft > 0")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert broken(page) == {}
    page.close()


def test_the_first_page_is_light(site: Path) -> None:
    """HTML, style sheets and scripts of the first page, packed: 130 kB."""
    for name in ("index.html", "en/index.html"):
        page = site / name
        parts = re.findall(
            r'<(?:script|link)\b[^>]*(?:src|href)="([^"#:]+\.(?:js|css))"', page.read_text("utf-8")
        )
        files = {page, *((page.parent / part).resolve() for part in parts)}
        assert len(files) > 15
        assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= 130_000


def test_a_reply_that_did_not_help_is_noted_with_what_was_not_found(page: Page) -> None:
    page.goto(PLAIN)
    page.get_by_role("button", name="没帮上忙？").click()
    page.keyboard.type("问能不能分期")
    page.get_by_role("button", name="记下，告诉店里").click()
    noted = page.locator(".deeds__below .slips")
    expect(noted).to_contain_text("1")
    noted.locator("button").first.click()
    assert clipboard(page) == "话术“顾客嫌贵、想谈价”没帮上忙：问能不能分期"
    page.goto(BLANKS)
    page.keyboard.press("/")
    expect(page.locator(".before .slips")).to_contain_text("1")
    page.evaluate("window.print = () => {}")
    page.locator(".before .slips button").nth(1).click()
    page.emulate_media(media="print")
    paper = page.locator("body").inner_text()
    assert "没帮上忙：问能不能分期" in paper
    assert "快递到哪了" not in paper
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".slips-sheet")).to_have_count(0)


def test_the_address_of_a_card_and_of_a_heading_is_copied(page: Page, served: str) -> None:
    page.goto(f"{PLAIN}?h=x#y")
    page.get_by_role("button", name="复制链接", exact=True).click()
    expect(page.locator(".deeds").get_by_text("已复制")).to_be_visible()
    assert clipboard(page) == f"{served}/{PLAIN}"
    page.goto("authority.html")
    head = page.locator("article h2[id]:has(.link)").first
    head.hover()
    head.locator(".link").click()
    expect(head.locator(".link")).to_have_text("✓")
    assert clipboard(page) == f"{served}/authority.html#{head.get_attribute('id')}"


def test_from_a_stick_there_is_no_address_to_pass_on(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / PLAIN).as_uri())
    expect(page.locator(PICTURE)).to_be_visible()
    expect(page.get_by_role("button", name="复制链接", exact=True)).to_have_count(0)
    expect(page.locator("a.link, .scan")).to_have_count(0)
    page.close()


@pytest.fixture(scope="module")
def online(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a shop that has a place on the web, as it lies on a stick."""
    folder = tmp_path_factory.mktemp("online")
    data = yaml.safe_load((ROOT / "tests/playbooks/tiny.yaml").read_text("utf-8"))
    data["about"]["address"] = ADDRESS
    scripts = yaml.safe_load(SCRIPTS)["scripts"][1:]
    data["scripts"] = [{**each, "needs": []} for each in scripts]
    (folder / "playbook.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    run = CliRunner().invoke(main, ["build", "--no-print", "--playbook", str(folder / "playbook.yaml")])
    assert run.exit_code == 0, run.output
    return folder / "site"


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_shops_own_address_is_copied_and_scanned(browser: Browser, online: Path, language: str) -> None:
    """From a stick, by night; a phone sees what the code of this address looks like."""
    context = browser.new_context(color_scheme="dark", permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto((online / f"{language}scripts/kept.html").as_uri())
    page.get_by_role("button", name=re.compile("^(复制链接|Copy the link)$")).click()
    page.locator(".scan summary").click()
    assert clipboard(page) == f"{ADDRESS}{language}scripts/kept.html"
    wanted = [
        *segno.make(f"{ADDRESS}{language}scripts/kept.html", error="m", micro=False).matrix_iter(border=4)
    ]
    seen = Image.open(io.BytesIO(page.locator(".scan svg").screenshot())).convert("L")
    side = seen.width / len(wanted)
    middle = [(at + 0.5) * side for at in range(len(wanted))]
    dark = seen.point(lambda shade: shade < 128)
    assert [[bool(dark.getpixel((int(x), int(y)))) for x in middle] for y in middle] == [
        [bool(each) for each in row] for row in wanted
    ]
    context.close()
