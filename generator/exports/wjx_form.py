"""A form as a text to paste into 问卷星 (wjx.cn) under “文本导入”: a title, what it is about, then question after question.

The marks are those of the maker's own guide (wjxcom/wjx-ai-kit, DSL_SYNTAX_GUIDE): `1. question[kind]（选填）`, an option
a line, an empty line between questions. What would mean something else there is written so that it does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.edition import Edition
from generator.exports.asked_forms import asked_forms, file_of
from generator.labels.phone import OnlineWords
from generator.outlines.form import Field, FormOutline, Notice, Part
from generator.output import OutputFile

KIND = "wjx"
COUNTRY = "cn"
"""Where shops use it."""
HIGHEST = 5
_GAP = re.compile(r"_{3,}")
_LETTER = re.compile(r"[A-Za-z](?:[.．、)）]|\s)")
"""How an option may begin that would lose its beginning: it would be taken for the letter before an option."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class _Question:
    title: str
    kind: str
    options: tuple[str, ...] = ()
    required: bool = False


def files(edition: Edition) -> Iterator[OutputFile]:
    if edition.playbook.shop.country == COUNTRY:
        for at, form in asked_forms(edition):
            yield file_of(edition, at, form, KIND, "txt", edition.labels.phone.online.wjx, content)


def content(edition: Edition, form: FormOutline) -> bytes:
    """The text, as UTF-8 with a mark at its beginning, by which Windows' own editor knows it."""
    return text(edition, form).encode("utf-8-sig")


def text(edition: Edition, form: FormOutline) -> str:
    about = [form.intro, *(_notice(edition, form.notice) if form.notice else ())]
    blocks = [_flat(form.title), "\n".join(map(_remark, about))]
    for number, question in enumerate(_questions(edition, form), 1):
        optional = "" if question.required or question.kind == "段落说明" else "（选填）"
        head = f"{number}. {_flat(question.title)}[{question.kind}]{optional}"
        blocks.append("\n".join((head, *_options(question.options))))
    return "\n\n".join(blocks) + "\n"


def _questions(edition: Edition, form: FormOutline) -> Iterator[_Question]:
    own = edition.labels.phone
    if form.number:
        yield from _field(own.online, form.number)
    for part in form.sections:
        yield _said(part.numbered)
        yield from _part(edition, part)
    if form.consents:
        words = edition.labels.sheet.form
        yield _said(f"{words.consents}{edition.labels.colon}{words.consents_hint}")
        for contact, every in form.consents:
            yield _Question(contact, "多选题", tuple(each.said(" ") for each in every))


def _part(edition: Edition, part: Part) -> Iterator[_Question]:
    own = edition.labels.phone
    for field in part.fields:
        yield from _field(own.online, field, other=own.other)
    if part.steps:
        yield _Question(own.steps, "多选题", tuple(f"{each.number} {each.name}" for each in part.steps))
    if part.table:
        yield _said(own.online.each_row)
        for column in part.table.columns:
            yield from _field(own.online, column, other=own.other)


def _field(words: OnlineWords, field: Field, *, other: str = "") -> Iterator[_Question]:
    kind = field.kind
    options = tuple(str(each.label) for each in field.options)
    if kind.signs:
        yield _said(words.signed.format(_with_help(field)))
    elif field.rule:
        yield _said(words.reckoned.format(label=_with_help(field), rule=field.rule.said))
    else:
        match kind.excel:
            case "none":
                yield _said(_with_help(field))
            case "choice":
                yield _Question(_with_help(field), "单选题", options, field.required)
            case "several":
                yield _Question(_with_help(field), "多选题", options, field.required)
            case "score":
                scale = (words.end.format(1, field.low), *"234", words.end.format(HIGHEST, field.high))
                yield _Question(_with_help(field), "量表题", scale, field.required)
            case "yes":
                yield _Question(_with_help(field), "多选题", (words.is_so,), field.required)
            case "long":
                yield _Question(_with_help(field), "简答题", (), field.required)
            case "day":
                yield _Question(_with_help(field, words.day), "填空题", (), field.required)
            case _:
                yield _Question(_with_help(field, field.unit), "填空题", (), field.required)
    yield from (_Question(other.format(each.label), "填空题") for each in field.options if each.other)


def _said(words: str) -> _Question:
    return _Question(words, "段落说明")


def _with_help(field: Field, more: str = "") -> str:
    beside = [each for each in (field.help, more) if each]
    return f"{field.label}（{'，'.join(map(str, beside))}）" if beside else str(field.label)


def _notice(edition: Edition, notice: Notice) -> Iterator[str]:
    words, colon = edition.labels.sheet.form, edition.labels.colon
    yield f"{words.notice}{colon}"
    said = {
        words.keeper: notice.keeper,
        words.purpose: notice.purpose,
        words.keep: notice.keep,
        words.rights: notice.rights,
    }
    yield from (f"{name}{colon}{each}" for name, each in said.items())


def _options(options: tuple[str, ...]) -> Iterator[str]:
    flat = [_flat(each) for each in options]
    lettered = any(map(_LETTER.match, flat)) and len(flat) <= len(_LETTERS)
    return (f"{letter}. {each}" if lettered else each for letter, each in zip(_endless(), flat, strict=False))


def _endless() -> Iterator[str]:
    yield from _LETTERS
    while True:
        yield ""


def _flat(words: str) -> str:
    """On one line, without what would become a gap to fill in."""
    one_line = " ".join(str(words).split())
    return _GAP.sub("＿＿＿", one_line.replace("{", "（").replace("}", "）"))


def _remark(words: str) -> str:
    """The same for a line outside of questions, which must not look like one."""
    return re.sub(r"^(\d+)\.", r"\1．", _flat(words))
