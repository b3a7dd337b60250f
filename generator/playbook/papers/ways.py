"""The ways a question can be made of an item of the playbook: nothing worded, nothing invented.

What is right must be right by the structure of the playbook (a sentence nobody sends stands under `never`), never by
anybody's opinion of two texts. What saves a life is taught and asked by a person, never beside wrong answers that were
put together: red flags are not asked about, and what somebody says who may be hurt is not used.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from generator.playbook.model.complaints import ComplaintStep, Evidence, RedFlag, Remedy, phrases_of
from generator.playbook.model.norms import Authority, Norm
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.promise import PromiseLine
from generator.playbook.model.questions import Topic
from generator.playbook.model.record import Item, items_of
from generator.playbook.model.rule import Rule
from generator.playbook.model.scripts import Script
from generator.playbook.model.sheets import Checklist
from generator.playbook.model.shop import Fact, Term
from generator.playbook.model.text import Text, names_in
from generator.playbook.papers.making import Derived, Place, Way

WRONG = 2
"""So many wrong options beside the right one."""
TOPICS: Mapping[str, Topic] = {"complaints": "complaint", "reviews": "review", "customers": "customer"}


class Ways:
    """What questions are made from, and how."""

    def __init__(self, playbook: Playbook) -> None:
        self.items = items_of(playbook)
        self.facts: Mapping[str, Fact] = {fact.id: fact for fact in playbook.facts}
        self.seed = playbook.training.seed if playbook.training else ""
        self.hurt = _hurt(playbook)
        self.near_alarms = _near(_alarms(playbook))
        self.sent = _sent(playbook)

    def of(self, chapter: str, item: Item) -> Iterator[Derived]:
        """Every question that an item gives."""
        if isinstance(item, RedFlag) or (isinstance(item, Script) and item.id in self.sent):
            return
        if isinstance(item, Rule):
            yield from self._stated(chapter, item)
        for way in self._by_kind.get(type(item), ()):
            yield from way(item)

    @property
    def _by_kind(self) -> Mapping[type[Item], tuple[Callable[[Any], Iterator[Derived]], ...]]:
        return {
            Script: (self._never, self._send, self._find),
            Norm: (self._missed,),
            PromiseLine: (self._figure,),
            ComplaintStep: (self._next,),
            Authority: (self._above,),
            Remedy: (self._decides,),
            Evidence: (self._shown,),
            Term: (self._meant,),
            Checklist: (self._listed,),
        }

    def _pick(self, name: str, pool: Iterable[Place], most: int = WRONG) -> tuple[Place, ...]:
        return tuple(sorted(pool, key=lambda each: _hash(self.seed, name, each))[:most])

    def _never(self, script: Script) -> Iterator[Derived]:
        """Which of these do we never say? The others are sent in this very situation."""
        name, at = f"never-{script.id}", Place("scripts", script.id, ("title",))
        for number, never in enumerate(script.never[:1]):
            lines = (Place("scripts", script.id, ("reply", n, "say")) for n, _ in enumerate(script.reply))
            sent = self._pick(name, (each for each in lines if self._whole(each)))
            right = Place("scripts", script.id, ("never", number, "text"))
            why = Place("scripts", script.id, ("never", number, "instead")) if never.instead else None
            yield Derived(name, "never", f"scripts.{script.id}", "script", at, right, sent, why)

    def _send(self, script: Script) -> Iterator[Derived]:
        """Which of these do we send? The others are never said in this very situation."""
        name, at = f"send-{script.id}", Place("scripts", script.id, ("title",))
        # The second and later ones: the first may be asked about by itself.
        kept = [number for number, never in enumerate(script.never) if never.instead][-WRONG:]
        wrong = tuple(Place("scripts", script.id, ("never", number, "text")) for number in kept)
        why = tuple(Place("scripts", script.id, ("never", number, "instead")) for number in kept)
        lines = (
            Place("scripts", script.id, ("reply", n, "say"))
            for n, line in enumerate(script.reply)
            if not line.only_if and line.part != "greet"
        )
        for right in self._pick(name, (each for each in lines if self._whole(each)), 1):
            yield Derived(name, "send", f"scripts.{script.id}", "script", at, right, wrong, None, why)

    def _find(self, script: Script) -> Iterator[Derived]:
        """Which situation is it when a customer says this? Not one that is close to it."""
        name = f"find-{script.id}"
        said = [
            Place("scripts", script.id, ("says", n))
            for n, each in enumerate(script.says)
            if not any(word in plain or plain in word for word in self.hurt for plain in _plain(each))
            and not any(text.startswith(("（", "(")) for text in each.said.values())
        ]
        # Not what is near an alarm, as long as a customer says anything else.
        said = [each for each in said if not self._near_alarm(each)] or said
        others = [
            each
            for each in self.items["scripts"].values()
            if each.stage == script.stage
            and each.id not in {script.id, *script.see}
            and script.id not in each.see
            and each.norm != script.norm
        ]
        wrong = self._pick(name, (Place("scripts", each.id, ("title",)) for each in others))
        why = tuple(Place("scripts", each.id, ("says", 0)) for each in wrong)
        right = Place("scripts", script.id, ("title",))
        for asked in self._pick(name, said, 1):
            yield Derived(name, "find", f"scripts.{script.id}", "script", asked, right, wrong, None, why)

    def _near_alarm(self, place: Place) -> bool:
        said: Text = place.of(self.items)
        return any(set(text) & self.near_alarms for text in said.said.values())

    def _missed(self, norm: Norm) -> Iterator[Derived]:
        """Which norm was missed here?"""
        if norm.bad is None:
            return
        name = f"missed-{norm.id}"
        others = [each for each in self.items["norms"].values() if each.stage != norm.stage and each.core]
        wrong = self._pick(name, (Place("norms", each.id, ("short",)) for each in others))
        why = tuple(Place("norms", each.id, ("title",)) for each in wrong)
        about, right = Place("norms", norm.id, ("bad",)), Place("norms", norm.id, ("short",))
        title = Place("norms", norm.id, ("title",))
        yield Derived(name, "missed", f"norms.{norm.id}", "norm", about, right, wrong, title, why)

    def _figure(self, line: PromiseLine) -> Iterator[Derived]:
        """Which figure stands in the sentence? The others are figures of the shop, of the same unit."""
        named = [name for name in dict.fromkeys(names_in(line.line)) if name in self.facts]
        if len(named) != 1 or line.line.count("{" + named[0] + "}") != 1:
            return
        fact, name = self.facts[named[0]], f"figure-{line.id}"
        others = {each.value: each for each in self.facts.values() if each.unit == fact.unit}
        others.pop(fact.value, None)
        wrong = self._pick(name, (Place("facts", each.id, ("say",)) for each in others.values()))
        about, right = Place("promise", line.id, ("line",)), Place("facts", fact.id, ("say",))
        yield Derived(name, "figure", f"promise.{line.id}", "promise", about, right, wrong, fact=fact.id)

    def _next(self, step: ComplaintStep) -> Iterator[Derived]:
        """Which step follows? Not its neighbours on either side."""
        steps = [each for each in self.items["complaints"].values() if isinstance(each, ComplaintStep)]
        at = steps.index(step)
        if at + 1 == len(steps):
            return
        name, following = f"next-{step.id}", steps[at + 1]
        others = [each for n, each in enumerate(steps) if not at <= n <= at + 2]
        wrong = self._pick(name, (Place("complaints", each.id, ("name",)) for each in others))
        about, right = (Place("complaints", each.id, ("name",)) for each in (step, following))
        why = Place("complaints", following.id, ("do",))
        yield Derived(name, "next", f"complaints.{step.id}", "complaint", about, right, wrong, why)

    def _above(self, row: Authority) -> Iterator[Derived]:
        """Who decides beyond the limit?"""
        if row.limit is None or row.above is None:
            return
        name = f"above-{row.id}"
        others = self._roles_but(row.above, row.decides)
        wrong = (Place("roles", row.decides, ("name",)), *self._pick(name, others, 1))
        about, right = Place("authority", row.id, ("matter",)), Place("roles", row.above, ("name",))
        yield Derived(name, "above", f"authority.{row.id}", "complaint", about, right, wrong, fact=row.limit)

    def _decides(self, row: Remedy) -> Iterator[Derived]:
        """Who decides this, by the table?"""
        name = f"decides-{row.id}"
        wrong = self._pick(name, self._roles_but(row.decides))
        about, right = Place("complaints", row.id, ("when",)), Place("roles", row.decides, ("name",))
        yield Derived(name, "decides", f"complaints.{row.id}", "complaint", about, right, wrong)

    def _roles_but(self, role: str, *others: str) -> Iterator[Place]:
        """All roles but these, and whoever stands in for the first: they may decide it, too."""
        right = self.items["roles"].get(role)
        taken = {role, *others, right.deputy if right else None}
        return (Place("roles", each, ("name",)) for each in self.items["roles"] if each not in taken)

    def _meant(self, term: Term) -> Iterator[Derived]:
        """Which word is it that means this?"""
        others = [each for each in self.items["glossary"] if each != term.id]
        yield self._told_by("meant", "glossary", term.id, others, told="means", name="term")

    def _shown(self, evidence: Evidence) -> Iterator[Derived]:
        """What is it that shows this?"""
        there = self.items["complaints"].values()
        others = [each.id for each in there if isinstance(each, Evidence) and each.id != evidence.id]
        yield self._told_by("shown", "complaints", evidence.id, others, told="shows", name="name")

    def _told_by(
        self, way: Way, chapter: str, item: str, others: Iterable[str], *, told: str, name: str
    ) -> Derived:
        """What an item tells is asked about; its name is right, those of others are not, for what these tell."""
        this = f"{way}-{item}"
        wrong = self._pick(this, (Place(chapter, each, (name,)) for each in others))
        why = tuple(Place(chapter, each.id, (told,)) for each in wrong)
        about, right = (Place(chapter, item, (field,)) for field in (told, name))
        return Derived(this, way, f"{chapter}.{item}", "complaint", about, right, wrong, None, why)

    def _listed(self, checklist: Checklist) -> Iterator[Derived]:
        """On which checklist does this stand?"""
        name = f"listed-{checklist.id}"
        lines = [
            Place("checklists", checklist.id, ("items", n, "text")) for n, _ in enumerate(checklist.items)
        ]
        others = [each.id for each in self.items["checklists"].values() if each.id != checklist.id]
        wrong = self._pick(name, (Place("checklists", each, ("title",)) for each in others))
        why = tuple(Place("checklists", each.id, ("pause",)) for each in wrong)
        right, pause = (Place("checklists", checklist.id, (field,)) for field in ("title", "pause"))
        for about in self._pick(name, lines, 1):
            source = f"checklists.{checklist.id}"
            yield Derived(name, "listed", source, "supervision", about, right, wrong, pause, why)

    def _stated(self, chapter: str, rule: Rule) -> Iterator[Derived]:
        """Which rule says to do this?"""
        name = f"stated-{rule.id}"
        others = [
            each.id
            for each in self.items[chapter].values()
            if type(each) is type(rule) and each.core and each.id != rule.id
        ]
        wrong = self._pick(name, (Place(chapter, each, ("title",)) for each in others))
        about, right = Place(chapter, rule.id, ("do", 0)), Place(chapter, rule.id, ("title",))
        why = Place(chapter, rule.id, ("why",)) if rule.why else None
        yield Derived(
            name, "stated", f"{chapter}.{rule.id}", TOPICS.get(chapter, "norm"), about, right, wrong, why
        )

    def _there(self, place: Place) -> bool:
        """Whether there is such an item: a name may be mistyped."""
        return place.id in self.items.get(place.chapter, {})

    def _whole(self, place: Place) -> bool:
        """Whether nothing in it has to be filled in, in any language."""
        return named(place.of(self.items)) <= set(self.facts)


def _alarms(playbook: Playbook) -> frozenset[str]:
    """Words by which somebody may say that they are hurt: whoever hears one looks at the red flag first."""
    said = (text for flag in _flags(playbook) for alarm in flag.alarms for text in alarm.any_of.said.values())
    return frozenset(phrase.casefold() for text in said for phrase in phrases_of(text))


def _hurt(playbook: Playbook) -> frozenset[str]:
    """The alarms, and what is said, in a word or a sentence, where a script of a red flag is sent."""
    sent = _sent(playbook)
    told = (
        each for script in playbook.scripts if script.id in sent for each in (*script.says, *script.aliases)
    )
    return _alarms(playbook).union(*map(_plain, told))


def _flags(playbook: Playbook) -> tuple[RedFlag, ...]:
    return playbook.complaints.red_flags if playbook.complaints else ()


def _sent(playbook: Playbook) -> frozenset[str]:
    """The scripts of red flags, learnt with these and from a person."""
    return frozenset(flag.script for flag in _flags(playbook) if flag.script)


def _plain(text: Text) -> set[str]:
    return {said.casefold() for said in text.said.values()}


def _near(alarms: frozenset[str]) -> frozenset[str]:
    """The characters that words of two begin with: “刺刺的” is near “刺痛”. Of too many lines none is lost but as a riddle."""
    return frozenset(phrase[0] for phrase in alarms if len(phrase) == 2 and phrase[0] > "\u2e7f")


def named(text: Text) -> set[str]:
    """The names in braces, in any language."""
    return {name for said in text.said.values() for name in names_in(said)}


def _hash(seed: str, name: str, place: Place) -> bytes:
    said = "\x1f".join((seed, "derived", name, place.chapter, place.id, *map(str, place.way)))
    return hashlib.sha256(said.encode()).digest()
