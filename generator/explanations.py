"""What every kind of problem means: one of them for a terminal, all of them as docs/{zh,en}/owner/problems.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.labels import labels
from generator.labels.words import ProblemWords
from generator.playbook.problems import near
from generator.playbook.wordings import Wording, kinds, subjects

_HEAD = "---\norder: 7\nsearch:\n  boost: 0.2\n---\n\n"
"""Staff's search is not to be crowded by it."""


def unknown(kind: str, language: str) -> str:
    """What is said of a name that no kind has."""
    words, close = labels(language).problems, near(kind, kinds())
    return (words.perhaps if close else words.no_such).format(kind=kind, near="".join(close))


def explained(kind: str, language: str) -> str:
    """What a kind of problem means, an example and the remedy, as lines for a terminal."""
    wording, words = kinds()[kind], labels(language).problems
    said = wording.said[language]
    parts = [f"{kind} · {words.levels[wording.level]}", blanked(said.says, words), said.means]
    for title, example in zip((words.wrong, words.right), wording.example(language), strict=True):
        if example:
            parts.append(f"{title}\n" + "\n".join(f"    {line}" for line in example.rstrip("\n").split("\n")))
    return "\n\n".join((*parts, f"{words.remedy}{blanked(said.remedy, words)}")) + "\n"


def listed_kinds(language: str) -> str:
    """Every kind, one line each, under what it is about."""
    words = labels(language).problems
    return "\n".join(_lines(words, language)).lstrip() + "\n"


def _lines(words: ProblemWords, language: str) -> Iterator[str]:
    for subject, names in subjects(language).items():
        yield f"\n{subject}"
        for name in names:
            yield f"  {name}  {words.levels[kinds()[name].level]}  {blanked(kinds()[name].said[language].says, words)}"


def page(language: str) -> str:
    """The page in Markdown: every kind under what it is about."""
    words = labels(language).problems
    sections = [
        "\n\n".join((f"## {subject}", *(_section(name, kinds()[name], language, words) for name in names)))
        for subject, names in subjects(language).items()
    ]
    return _HEAD + "\n\n".join((f"# {words.title}", words.lead, *sections)) + "\n"


def _section(kind: str, wording: Wording, language: str, words: ProblemWords) -> str:
    said = wording.said[language]
    parts = [
        f"### `{kind}` {{: #{kind} }}",
        f"**{words.levels[wording.level]}** · {escaped(blanked(said.says, words))}",
        escaped(said.means),
    ]
    for title, example in zip((words.wrong, words.right), wording.example(language), strict=True):
        if example:
            parts.append(f"{title}\n\n```text\n{visible(example)}```")
    return "\n\n".join((*parts, f"{words.remedy}{escaped(blanked(said.remedy, words))}"))


def blanked(sentence: str, words: ProblemWords) -> str:
    """A wording whose details are not known yet: where each is said stands a mark."""
    told = sentence.format_map(_Blank(words.blank))
    return re.sub(f"(?:{re.escape(words.blank)})+", words.blank, told)


class _Blank(dict[str, str]):
    """Says the same for every name."""

    def __init__(self, mark: str) -> None:
        super().__init__()
        self.mark = mark

    def __missing__(self, _name: str) -> str:
        return self.mark


def escaped(sentence: str) -> str:
    """A sentence as Markdown, in which only what stands in backticks is more than text."""
    code = sentence.split("`")
    plain = [part if number % 2 else _plain(part) for number, part in enumerate(code)]
    return "`".join(plain)


def _plain(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\*_{}[]<>#|~" else letter for letter in text)


def visible(example: str) -> str:
    """An example in which characters that nobody sees are shown by a sign."""
    shown = example.replace("\t", "⇥").replace("\u00a0", "⍽").replace("\u3000", "□")
    return shown if shown.endswith("\n") else shown + "\n"
