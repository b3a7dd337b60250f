"""Pages laid out by a browser that is on the computer already, where WeasyPrint's libraries are not.

What it makes looks the same and has the same words. It lacks the promise of PDF/UA-1, and another version of the
browser may give other bytes.
"""

from __future__ import annotations

import atexit
import base64
import hashlib
import json
import os
from dataclasses import dataclass
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.design.printing import SheetFault
from generator.design.stamping import Body
from generator.design.type import CONFIG, FOLDER, missing
from generator.engines.browser.devtools import Conversation, Hung

_HERE = Path(__file__).parent
_SCRIPT, _STYLE = (_HERE / "sheet.js").read_text("utf-8"), (_HERE / "sheet.css").read_text("utf-8")
_FONTS = (("400", "NotoSansSC-Regular.ttf"), ("700", "NotoSansSC-Bold.ttf"))
_EMPTY = """<!doctype html>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src file:">
<title>-</title>
"""
"""The page that all sheets are put into, one after the other: nothing gets into it from outside."""
_AS_IT_SAYS = {"scale": 0.125, "preferCSSPageSize": True, "printBackground": True, "generateTaggedPDF": True}


@dataclass(frozen=True)
class Browser:
    """An engine that starts a browser once and prints all sheets with it."""

    program: Path

    @property
    def name(self) -> str:
        return self.program.stem

    @property
    def version(self) -> str:
        """The program's file, which a new version replaces: to ask the program would start it."""
        about = self.program.resolve().stat()
        own = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(_HERE.glob("*.*"))))
        return f"{self.name} {about.st_size} {about.st_mtime_ns}; {own.hexdigest()}"

    @property
    def spreads(self) -> bool:
        """One browser serves all."""
        return False

    @property
    def takes_entries(self) -> bool:
        """It drops what a page is filled in with."""
        return False

    def laid_out(self, html: str) -> Body:
        # What takes a PDF apart is not loaded for a build that prints nothing anew.
        from generator.engines.browser.room import with_room

        try:
            return with_room(*_opened_by(self.program, os.getpid()).printed(html))
        except Hung as fault:
            close()
            raise SheetFault(f"{self.name}: {fault}") from fault


class _Press:
    """A running browser with an empty page that knows our fonts."""

    def __init__(self, program: Path) -> None:
        self.folder = TemporaryDirectory(prefix="playbook-browser-", ignore_cleanup_errors=True)
        home = Path(self.folder.name)
        self.browser = Conversation(program, home, {"FONTCONFIG_FILE": str(CONFIG.resolve())})
        page = home / "sheet.html"
        page.write_text(_EMPTY, "utf-8")
        self.browser.attach(self.browser.ask("Target.createTarget", url="about:blank")["targetId"])
        self.browser.ask("Page.navigate", url=page.as_uri())
        fonts = [[weight, (FOLDER / name).resolve().as_uri()] for weight, name in _FONTS]
        self._run(f"{_SCRIPT}\nready({json.dumps(fonts)}, {json.dumps(_STYLE)})")

    def printed(self, html: str) -> tuple[bytes, str]:
        """The page as a PDF, and its author."""
        shown = self._run(f"show({json.dumps(html)})")
        if shown["asked"]:
            raise SheetFault(f"asks for {', '.join(shown['asked'])}")
        if lacking := missing(shown["said"]):
            raise SheetFault(f"no glyph for {', '.join(sorted(lacking))}")
        return base64.b64decode(self.browser.ask("Page.printToPDF", **_AS_IT_SAYS)["data"]), shown["author"]

    def _run(self, script: str) -> Any:
        answer = self.browser.ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in answer:
            raise Hung(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def close(self) -> None:
        self.browser.close()
        self.folder.cleanup()


@cache
def _opened_by(program: Path, _process: int) -> _Press:
    """The browser of a process: one that is split off has another, or both would speak into one pipe."""
    press = _Press(program)
    _open.append((os.getpid(), press))
    # A process that was split off ends without what is registered with atexit.
    Finalize(press, close, exitpriority=1)
    return press


_open: list[tuple[int, _Press]] = []


@atexit.register
def close() -> None:
    """Ends the browser of this process; the next sheet starts it again."""
    _opened_by.cache_clear()
    mine = [press for process, press in _open if process == os.getpid()]
    _open.clear()
    for press in mine:
        press.close()
