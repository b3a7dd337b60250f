"""The page of a form read back as a browser has it: what is asked, in its order."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Asked:
    """A question on the page."""

    label: str = ""
    required: bool = False
    star: bool = False
    options: list[str] = field(default_factory=list)
    inputs: list[str] = field(default_factory=list)
    """The types of what it is answered with."""
    hint: str = ""
    scale: str = ""
    """The figures of a scale, the first and the last with what they mean."""


class Page(HTMLParser):
    """Collects the questions; the words and hidden remarks around them are left out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.asked: list[Asked] = []
        self.title = ""
        self._asking = True
        self._in: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes = given.get("class", "").split()
        if {"field", "note"} & set(classes):
            self.asked.append(Asked())
        if tag in ("input", "textarea", "output") and self._asking and "other" not in classes:
            self.asked[-1].inputs.append(given.get("type", tag))
            self.asked[-1].required |= given.get("aria-required") == "true"
        if tag not in ("input", "meta", "br"):
            self._in.append(next(iter(classes), tag))

    def handle_endtag(self, tag: str) -> None:
        self._asking &= tag != "form"
        self._in.pop()

    def handle_data(self, data: str) -> None:
        if not self._in or not data.strip():
            return
        if self._in[-1] == "h1":
            self.title = data
        if not self.asked:
            return
        last = self.asked[-1]
        match self._in:
            case [*_, "name"]:
                last.label += data
            case [*_, "hint"]:
                last.hint += data
            case [*_, "score", "label", "span"]:
                last.scale += data
            case [*_, "ends", "span"]:
                # The words of both ends stand below the figures, the low ones first.
                last.scale = last.scale + data if len(last.scale) > 5 else f"1{data}{last.scale[1:]}"
            case [*_, "tick", "span"]:
                last.options.append(data)
            case [*_, "mark"]:
                last.star |= data == "★"
