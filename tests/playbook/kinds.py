"""The kinds of problem that a small playbook has, for what the checks take for a mistake."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

from generator.playbook.load import load

HEAD = """\
schema: 1
about: {title: 小店, version: "1", date: 2026-11-22, review_by: 2027-05-22, owner: owner, languages: [LANGUAGES]}
shop:
  name: 小店
  open_days: [mon]
  service_hours: {start: "09:00", end: "18:00"}
  channels: [{id: counter, name: 柜台, kind: counter}]
roles: [{id: owner, name: 店主, does: 管店。}]
placeholders: [{id: customer, name: 称呼}]
"""


class Kinds:
    """Says which kinds of problem a small playbook has."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def of(self, *chapters: str, languages: str = "zh") -> set[str]:
        text = HEAD.replace("LANGUAGES", languages) + "\n".join(chapters) + "\n"
        if "en" in languages:
            text = (
                text.replace("小店", "SPF").replace("柜台", "A").replace("店主", "B").replace("管店。", "C")
            )
            text = text.replace("称呼", "D")
        self.path.write_text(text, "utf-8")
        return {problem.kind for problem in load(self.path).problems}

    def of_text(self, zh: str, en: str | None = None, *more: str) -> set[str]:
        """What is said of a text in one language or two."""
        text = quoted(zh) if en is None else f"{{zh: {quoted(zh)}, en: {quoted(en)}}}"
        other = "SPF"
        chapter = f"strategy: [{{id: s, title: {other}, what: {text}, when: [{other}], how: [{other}]}}]"
        return self.of(*more, chapter, languages="zh" if en is None else "zh, en")

    def of_fact(self, value: str, unit: str, say: str) -> set[str]:
        return self.of(f"facts: [{{id: f, value: {value}, unit: {unit}, say: {quoted(say)}}}]")

    def of_reply(self, say: str) -> set[str]:
        norm = "{id: n, short: 好, title: 好。, why: 好。, how: [好。], stage: before, checked: 看。}"
        script = (
            "{id: s, title: 好, stage: before, says: [一, 二, 三], reply: [{part: greet, say: REPLY}], "
            "never: [{text: 好}], why: 好。, norm: n}"
        ).replace("REPLY", quoted(say))
        return self.of(f"norms: [{norm}]", f"scripts: [{script}]")

    def of_question(self, question: str, *more: str) -> set[str]:
        body = f"- id: q\n  source: [roles]\n  topic: norm\n{indent(question, '  ')}"
        return self.of(
            "training:\n  intro: 学\n  trainer: owner\n  questions:\n" + indent(body, "    "), *more
        )

    def of_options(self, right: str, *wrong: str, facts: str = "") -> set[str]:
        options = [f"- {{id: r, text: {quoted(right)}, right: true}}"]
        options += [f"- {{id: w{n}, text: {quoted(each)}, why: 不对。}}" for n, each in enumerate(wrong)]
        return self.of_question(
            "type: single\nstem: 怎么办？\nshuffle: numeric\noptions:\n" + indent("\n".join(options), "  "),
            facts,
        )

    def of_stem(self, zh: str) -> set[str]:
        options = "options: [{id: a, text: 甲, right: true}, {id: b, text: 乙, why: 不对。}]"
        return self.of_question(f"type: single\nstem: {quoted(zh)}\n{options}")


def quoted(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'
