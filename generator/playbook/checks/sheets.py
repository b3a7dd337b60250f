"""Checklists and posters: what can be said of them without setting a page.

The numbers and their sources: Degani & Wiener on checklists, WHO's checklist development guide; a poster of
more than seven items is a lecture rather than a sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.playbook.checks.index import Check, Known
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import Route
from generator.playbook.problems import Problem

MOST_ITEMS = 9
MANY_ITEMS = 8
POSTER_ITEMS = 7
_BARE_DONE = re.compile(r"(已检查|已确认|已完成|没问题|检查一下)[。！]?$|\b(checked|set|done|OK)\.?$", re.I)
# 不懂就问 and 不管多忙 forbid nothing, nor do 别人 and 不断.
_PROHIBITION = re.compile(
    r"^(不(?!论|管|仅|但|只|断|.{1,3}就)|禁止|严禁|别(?!人|处|的|家)|勿|请勿|切勿|不要)|^(Do not|Don['’]t|Never|No (?!matter))",
    re.I,
)


def checklists_are_short(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for index, checklist in enumerate(playbook.checklists):
        count = len(checklist.items)
        details = {"count": str(count), "most": str(MOST_ITEMS)}
        if count > MOST_ITEMS:
            yield Problem("checklist-too-long", ("checklists", index, "items"), details, at_key=True)
        elif count >= MANY_ITEMS:
            yield Problem("checklist-long", ("checklists", index, "items"), details, at_key=True)


def critical_items_come_early(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for index, checklist in enumerate(playbook.checklists):
        plain_before: set[str] = set()
        # What is read and done is done in its order, wherever the critical item stands in it.
        for number, item in enumerate(checklist.items) if checklist.kind != "read_do" else ():
            group = str(item.group or "")
            if item.critical and group in plain_before:
                yield Problem("critical-late", ("checklists", index, "items", number), {"name": item.id})
            if not item.critical:
                plain_before.add(group)


def items_ask_for_a_state(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for index, checklist in enumerate(playbook.checklists):
        for number, item in enumerate(checklist.items):
            if any(_BARE_DONE.search(said) for said in item.text.said.values()):
                where = ("checklists", index, "items", number, "text")
                yield Problem("item-without-state", where, {"name": item.id})


def checklists_are_tried(playbook: Playbook, known: Known) -> Iterator[Problem]:
    if playbook.about.sample or known.lacks("about.sample"):
        return
    for index, checklist in enumerate(playbook.checklists):
        if checklist.trialled_on is None:
            yield Problem("checklist-untried", ("checklists", index), {"name": checklist.id})


def backs_have_no_back(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    """A list on the back of a sheet is on one back only, and has none itself: it would never be printed."""
    taken: set[str] = set()
    fronts = {checklist.id for checklist in playbook.checklists if checklist.back}
    for index, checklist in enumerate(playbook.checklists):
        if checklist.back in fronts | taken:
            yield Problem("checklist-back", ("checklists", index, "back"), {"name": str(checklist.back)})
        if checklist.back:
            taken.add(checklist.back)


def posters_hold_few_items(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    on_walls: list[tuple[Route, int]] = []
    on_walls += ((("posters", at, "norms"), len(each.norms)) for at, each in enumerate(playbook.posters))
    on_walls += ((("notices", at, "lines"), len(each.lines)) for at, each in enumerate(playbook.notices))
    for route, count in on_walls:
        if count > POSTER_ITEMS:
            details = {"count": str(count), "most": str(POSTER_ITEMS)}
            yield Problem("poster-many", route, details, at_key=True)


def posters_say_what_to_do(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    norms = {norm.id: norm for norm in playbook.norms}
    for index, poster in enumerate(playbook.posters):
        on_it = [norms[name] for name in poster.norms if name in norms]
        forbidding = [
            norm.id for norm in on_it if any(_PROHIBITION.match(said) for said in norm.short.said.values())
        ]
        if len(forbidding) > 2:
            yield Problem(
                "poster-forbids",
                ("posters", index, "norms"),
                {"names": ", ".join(f"`{name}`" for name in forbidding)},
            )


def codes_to_scan_lead_somewhere(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    linked = {channel.id: channel.link for channel in playbook.shop.channels}
    for index, notice in enumerate(playbook.notices):
        if notice.scan in linked and linked[notice.scan] is None:
            yield Problem("scan-no-link", ("notices", index, "scan"), {"name": notice.scan})


CHECKS: tuple[Check, ...] = (
    checklists_are_short,
    critical_items_come_early,
    items_ask_for_a_state,
    checklists_are_tried,
    backs_have_no_back,
    posters_hold_few_items,
    posters_say_what_to_do,
    codes_to_scan_lead_somewhere,
)
