"""The live preview, as an owner meets it: an editor on one side, a browser on the other."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.copying import clipboard
from tests.conftest import ROOT

TINY = (ROOT / "tests" / "playbooks" / "tiny.yaml").read_text("utf-8")
OTHER_NORM = """\
  - id: fetch
    short: {zh: 拿不准就问, en: Ask when unsure}
    title: {zh: 拿不准就问店主。, en: When unsure ask an owner.}
    why: {zh: 顾客知道在跟谁说话。, en: People know whom they talk to.}
    how: [{zh: 一句问话。, en: One question.}]
    stage: before
    checked: {zh: 每周看五段对话。, en: Read five chats a week.}
"""
LONG = 120_000
"""Milliseconds; a busy machine may need them."""
Preview = Callable[..., str]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def asked(url: str) -> str:
    """What stands at `url`, once the preview answers."""
    end = time.monotonic() + LONG / 1000
    while True:
        try:
            with urlopen(url) as answer:
                return str(answer.read().decode())
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """Starts `playbook serve` on the playbook in the folder and gives its address."""
    (tmp_path / "docs").mkdir()
    with ExitStack() as stack:

        def start(*words: str) -> str:
            address = f"127.0.0.1:{free_port()}"
            command = [sys.executable, "-m", "generator", "serve", "--address", address, *words]
            file = stack.enter_context((tmp_path / "said.txt").open("w"))
            process = subprocess.Popen(command, cwd=tmp_path, stdout=file, stderr=file)
            stack.callback(process.wait)
            stack.callback(process.send_signal, signal.SIGINT)
            asked(f"http://{address}/.playbook/state")
            return f"http://{address}"

        yield start


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    opened.set_default_timeout(LONG)
    yield opened
    opened.close()


def written(folder: Path, text: str) -> Path:
    path = folder / "playbook.yaml"
    path.write_text(text, "utf-8")
    return path


def test_what_is_saved_shows_by_itself(preview: Preview, page: Page, tmp_path: Path) -> None:
    path = written(tmp_path, TINY)
    page.goto(f"{preview('--no-print')}/norms.html")
    expect(page.locator("h2#greet")).to_contain_text("先问好，再报店名", timeout=LONG)
    path.write_text(TINY.replace("先问好，再报店名", "问好要先"), "utf-8")
    expect(page.locator("h2#greet")).to_contain_text("问好要先", timeout=LONG)
    # Nothing of a preview is kept by the browser.
    assert page.locator("link[rel=manifest]").count() == 0
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0


def test_a_broken_edit_leaves_the_page_and_says_what_is_wrong_until_it_is_mended(
    preview: Preview, page: Page, tmp_path: Path
) -> None:
    path = written(tmp_path, TINY)
    page.goto(f"{preview('--no-print')}/en/norms.html")
    expect(page.locator("h2#greet")).to_contain_text("Greet by name", timeout=LONG)
    path.write_text(TINY.replace("norms: [greet]", "norms: [great]"), "utf-8")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("There is no", timeout=LONG)
    expect(alert).to_contain_text("great")
    expect(alert).to_contain_text(f"playbook.yaml:{1 + TINY.partition('norms: [greet]')[0].count(chr(10))}:")
    expect(alert).to_contain_text("greet")
    expect(page.locator("h2#greet")).to_contain_text("Greet by name")
    page.reload()
    expect(page.get_by_role("alert")).to_contain_text("great", timeout=LONG)
    path.write_text(TINY.replace("Greet by name", "Say hello"), "utf-8")
    expect(page.locator("h2#greet")).to_contain_text("Say hello", timeout=LONG)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_preview_that_starts_on_a_broken_playbook_says_so_and_recovers(
    preview: Preview, page: Page, tmp_path: Path
) -> None:
    path = written(tmp_path, TINY.replace("kind: counter", "kind: conter"))
    page.goto(f"{preview('--no-print')}/index.html")
    expect(page.get_by_role("alert")).to_contain_text("conter", timeout=LONG)
    path.write_text(TINY, "utf-8")
    expect(page.locator("h1")).to_contain_text("小店手册", timeout=LONG)


def test_a_file_included_since_is_watched_too(preview: Preview, page: Page, tmp_path: Path) -> None:
    path = written(tmp_path, TINY)
    page.goto(f"{preview('--no-print')}/glossary.html")
    term = "glossary:\n  - {id: gift, term: {zh: 赠品, en: gift}, means: {zh: %s, en: free}}\n"
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/words.yaml").write_text(term % "不要钱的。", "utf-8")
    path.write_text(f"include: [parts/words.yaml]\n{TINY}", "utf-8")
    expect(page.locator("main")).to_contain_text("不要钱的", timeout=LONG)
    (tmp_path / "parts/words.yaml").write_text(term % "白送的。", "utf-8")
    expect(page.locator("main")).to_contain_text("白送的", timeout=LONG)


def test_an_editor_that_saves_by_renaming_is_seen(preview: Preview, page: Page, tmp_path: Path) -> None:
    path = written(tmp_path, TINY)
    page.goto(f"{preview('--no-print')}/norms.html")
    for words in ("问好要先", "报店名在后"):
        beside = tmp_path / ".playbook.yaml.swp"
        beside.write_text(TINY.replace("先问好，再报店名", words), "utf-8")
        path.rename(tmp_path / "playbook.yaml~")
        beside.rename(path)
        expect(page.locator("h2#greet")).to_contain_text(words, timeout=LONG)


def test_a_hand_written_page_shows_and_renews_itself(preview: Preview, page: Page, tmp_path: Path) -> None:
    written(tmp_path, TINY)
    (tmp_path / "docs/zh").mkdir()
    (tmp_path / "docs/zh/own.md").write_text("# 自家的一页\n", "utf-8")
    page.goto(f"{preview('--no-print')}/own.html")
    expect(page.locator("h1")).to_contain_text("自家的一页", timeout=LONG)
    (tmp_path / "docs/zh/own.md").write_text("# 自家的两页\n", "utf-8")
    expect(page.locator("h1")).to_contain_text("自家的两页", timeout=LONG)


def test_search_finds_what_was_saved_last(preview: Preview, page: Page, tmp_path: Path) -> None:
    path = written(tmp_path, TINY)
    page.goto(f"{preview('--no-print')}/norms.html")
    expect(page.locator("h2#greet")).to_be_visible(timeout=LONG)
    path.write_text(
        TINY.replace("    stage: before", "    aliases: [{zh: 打招呼, en: hail}]\n    stage: before"), "utf-8"
    )
    index = page.url.replace("norms.html", "search/index.js")
    end = time.monotonic() + LONG / 1000
    while "打招" not in asked(index) and time.monotonic() < end:
        time.sleep(0.1)
    assert "打招" in asked(index)


def test_sheets_follow_in_the_background_and_the_page_says_so(
    preview: Preview, page: Page, tmp_path: Path
) -> None:
    path = written(tmp_path, TINY)
    page.goto(f"{preview()}/print.html")
    expect(page.get_by_role("status")).to_contain_text("正在更新", timeout=LONG)
    expect(page.locator("#poster-wall a.button")).to_be_visible(timeout=LONG)
    expect(page.locator(".renewing")).to_have_count(0, timeout=LONG)
    code = page.locator("#poster-wall .muted").inner_text()
    path.write_text(TINY.replace("先问好，再报店名", "问好要先"), "utf-8")
    expect(page.get_by_role("status")).to_contain_text("正在更新", timeout=LONG)
    expect(page.locator("#poster-wall .muted")).to_have_text(code)
    expect(page.locator("#poster-wall .muted")).not_to_have_text(code, timeout=LONG)
    answer = page.request.get(page.locator("#poster-wall a.button").evaluate("link => link.href"))
    assert answer.body().startswith(b"%PDF")


@pytest.mark.skipif(shutil.which("ps") is None, reason="ps is not installed")  # it lists what is left running
def test_nothing_is_left_running_when_a_preview_is_killed(tmp_path: Path) -> None:
    written(tmp_path, TINY)
    (tmp_path / "docs").mkdir()
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "generator", "serve", "--address", address]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = time.monotonic() + LONG / 1000
    while not printing(tmp_path) and time.monotonic() < end:
        time.sleep(0.05)
    assert printing(tmp_path)
    process.kill()
    process.wait()
    while printing(tmp_path) and time.monotonic() < end:
        time.sleep(0.05)
    assert not printing(tmp_path)


def printing(folder: Path) -> bool:
    """Whether a process prints the sheets of the playbook in the folder."""
    seen = subprocess.run(["ps", "-ewwo", "args"], capture_output=True, text=True).stdout
    return any("print_sheets" in line and str(folder) in line for line in seen.splitlines())


def test_from_the_page_to_the_line_and_what_an_edit_means(
    preview: Preview, browser: Browser, tmp_path: Path
) -> None:
    also = TINY.replace("posters:", OTHER_NORM + "posters:")
    path = written(tmp_path, also)
    line = f"playbook.yaml:{1 + also.partition('an owner')[0].count(chr(10))}"
    greeting = f"playbook.yaml:{1 + also.partition('title: {zh: 见面')[0].count(chr(10))}"
    page = browser.new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.set_default_timeout(LONG)
    page.goto(f"{preview('--no-print')}/en/norms.html")
    show = page.get_by_role("button", name="Show where it is written")
    show.wait_for()
    page.get_by_text("Greet first and say who we are.").first.hover()
    page.get_by_role("button", name=greeting).click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert clipboard(page) == greeting
    show.click()
    page.get_by_role("button", name=line).first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert clipboard(page) == line
    path.write_text(also.replace("an owner", "the owner"), "utf-8")
    said = page.get_by_role("status")
    expect(said).to_contain_text("Changed: 1", timeout=LONG)
    expect(said).to_contain_text("The other language is as it was: 1")
    said.get_by_role("button", name="Close").click()
    page.reload()
    page.get_by_role("button", name="Show where it is written").wait_for()
    expect(page.get_by_role("status")).to_have_count(0)
    page.context.close()
