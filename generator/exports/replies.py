"""The replies for where staff type: quick-reply tools, input methods, text replacement. A file for each, and a report.

None of the formats was tried in the program itself; the report and the page say so, and begin with one phrase.
"""

from __future__ import annotations

import csv
import io
import plistlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial

import yaml
from xlsxwriter import Workbook

from generator.edition import Edition
from generator.exports.phrases import Phrase, in_chinese, phrases
from generator.labels.exports import ReplyExportWords
from generator.output import OutputFile

KIND = "replies"
QIANNIU = ("快捷短语编码", "快捷短语", "快捷短语分组")
"""The first line the importer wants, to the letter."""
WECOM = ("分类（10个字以内）", "话术分组（10个字以内）", "话术短标题（10个字以内）", "话术内容（1000字以内）")
SHORT, LONG, MOST = 10, 1000, 1000
"""Of that sheet: characters of a name and of a text, and lines."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Target:
    """A program that keeps phrases."""

    id: str
    ending: str
    write: Callable[[Edition, Sequence[Phrase]], bytes]
    refuses: Callable[[Phrase], str] = lambda _: ""
    """Why it cannot take a phrase, as a field of `RefusedWords`; empty if it can."""
    chinese: bool = False
    """Whether it is for Chinese alone."""


def files(edition: Edition) -> Iterator[OutputFile]:
    there = phrases(edition)
    if not there:
        return
    words = edition.labels.exports.replies
    made = [target for target in TARGETS if in_chinese(there) or not target.chinese]
    for target in made:
        name = getattr(words.names, target.id)
        yield _file(edition, target.id, target.ending, name, partial(_written, target, edition, there))
    yield _file(edition, "report", "txt", words.report, partial(report, words, made, there))


def _written(target: Target, edition: Edition, there: Sequence[Phrase]) -> bytes:
    return target.write(edition, [each for each in there if not _refused(target, each)])


def report(words: ReplyExportWords, targets: Sequence[Target], there: Sequence[Phrase]) -> bytes:
    """What each program gets, and every phrase it does not, with the reason."""
    lines = [words.report, *words.report_lead, ""]
    for target in targets:
        left = [(each, reason) for each in there if (reason := _refused(target, each))]
        lines.append(f"{getattr(words.names, target.id)}: {len(there) - len(left)} / {len(there)}")
        lines += [f"  - {each.code} {each.title}: {getattr(words.refused, reason)}" for each, reason in left]
    return ("\n".join(lines) + "\n").encode()


def _refused(target: Target, phrase: Phrase) -> str:
    """Why a program does not get a phrase, as a field of `RefusedWords`: nobody's is what the shop has not set."""
    return "unset" if phrase.unset else target.refuses(phrase)


def _qianniu(_: Edition, there: Sequence[Phrase]) -> bytes:
    """CSV in GB 18030. A tab before what a spreadsheet would take for a formula is dropped by the importer."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(QIANNIU)
    for each in there:
        words = each.text.replace("\n", "\r\n")
        writer.writerow((each.code, f"\t{words}" if words.startswith(_FORMULA) else words, each.group))
    return text.getvalue().encode("gb18030")


def _outside_gb2312(phrase: Phrase) -> str:
    try:
        phrase.text.encode("gb2312")
    except UnicodeEncodeError:
        return "letters"
    return ""


def _wecom(edition: Edition, there: Sequence[Phrase]) -> bytes:
    """The sheet of one tool for WeCom; every cell is text."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"created": datetime.combine(edition.playbook.about.date, time())})
        sheet = book.add_worksheet()
        for row, cells in enumerate([WECOM, *map(_wecom_row, there[:MOST])]):
            for column, cell in enumerate(cells):
                sheet.write_string(row, column, cell)
    return file.getvalue()


def _wecom_row(phrase: Phrase) -> tuple[str, ...]:
    figure = re.sub(r"\D", "", phrase.code)
    name = phrase.title[: SHORT - len(figure)] + figure
    return phrase.group[:SHORT], phrase.title[:SHORT], name, phrase.text


def _too_long(phrase: Phrase) -> str:
    return "long" if len(phrase.text) > LONG else ""


def _sogou(_: Edition, there: Sequence[Phrase]) -> bytes:
    """Phrases of the Sogou input method: `code,place=`, then the lines."""
    lines = [f"{each.code},1=" + ("\r\n" if "\n" in each.text else "") + _lines(each.text) for each in there]
    return "\ufeff".encode("utf-16-le") + ("\r\n".join(lines) + "\r\n").encode("utf-16-le")


def _lines(text: str) -> str:
    return text.replace("\n", "\r\n")


def _rime(_: Edition, there: Sequence[Phrase]) -> bytes:
    head = ("# Rime table", "# coding: utf-8", "#@/db_name custom_phrase.txt", "#@/db_type tabledb")
    return ("\n".join([*head, *(f"{each.text}\t{each.code}" for each in there)]) + "\n").encode()


def _several_lines(phrase: Phrase) -> str:
    return "lines" if re.search(r"[\n\t]", phrase.text) else ""


def _apple(_: Edition, there: Sequence[Phrase]) -> bytes:
    """Text replacements of macOS and iOS."""
    return plistlib.dumps([{"phrase": each.text, "shortcut": each.code} for each in there])


def _espanso(_: Edition, there: Sequence[Phrase]) -> bytes:
    """Matches of Espanso; a blank is a field of its form, named by its id."""
    matches = [_match(each) for each in there]
    said: str = yaml.safe_dump({"matches": matches}, allow_unicode=True, sort_keys=False)
    return said.encode()


def _match(phrase: Phrase) -> dict[str, str]:
    called = {"trigger": f":{phrase.code}", "label": " · ".join(filter(None, (phrase.title, phrase.when)))}
    text = "".join(f"[[{name}]]" if name else said.replace("{{", r"\{\{") for name, said in phrase.parts)
    return called | {"form" if any(name for name, _ in phrase.parts) else "replace": text}


def _by_hand(_: Edition, there: Sequence[Phrase]) -> bytes:
    """A numbered list to type into WeChat or WhatsApp Business, shortcut and text."""
    lines = [
        f"{at}. {each.code}\t{' · '.join(filter(None, (each.title, each.when)))}\n{each.text}\n"
        for at, each in enumerate(there, 1)
    ]
    return "\n".join(lines).encode()


TARGETS = (
    Target("qianniu", "csv", _qianniu, _outside_gb2312, chinese=True),
    Target("wecom", "xlsx", _wecom, _too_long, chinese=True),
    Target("sogou", "txt", _sogou, chinese=True),
    Target("rime", "txt", _rime, _several_lines, chinese=True),
    Target("apple", "plist", _apple),
    Target("espanso", "yml", _espanso),
    Target("by_hand", "txt", _by_hand),
)


def _file(edition: Edition, name: str, ending: str, title: str, content: Callable[[], bytes]) -> OutputFile:
    called = f"replies-{name.replace('_', '-')}"
    return OutputFile(
        id=called,
        of="scripts",
        kind=KIND,
        language=edition.language,
        title=title,
        path=f"{edition.folder}files/{called}.{ending}",
        audience="staff",
        content=content,
        page="print.html",
    )
