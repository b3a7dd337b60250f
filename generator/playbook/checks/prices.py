"""Price lists: each line says what it costs once, of variants that are there, and no fact says it a second time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.playbook.checks.index import Check, Known
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.prices import Price, VariantPrice
from generator.playbook.model.record import Route
from generator.playbook.model.shop import Fact
from generator.playbook.prices import Line, price_lines, without_prices
from generator.playbook.problems import Problem, suggested

_MONEY = ("money", "yuan")
_WORDS_OF_ID = re.compile(r"[a-z0-9]+")


def variants_are_declared(playbook: Playbook, known: Known) -> Iterator[Problem]:
    for line in price_lines(playbook):
        there = [variant.id for variant in line.of.variants]
        seen: dict[str, Route] = {}
        for at, each in enumerate(line.price.each):
            route = (*line.route, "each", at, "of")
            if each.of not in there:
                if each.of not in known.left_out:
                    details = {"name": each.of, "list": line.of.id} | suggested(each.of, there)
                    yield Problem("price-variant", route, details)
            elif seen.setdefault(each.of, route) != route:
                yield Problem("doubled-id", route, {"name": each.of}, first=seen[each.of])


def every_line_says_what_it_costs_once(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for line in price_lines(playbook):
        it = line.price
        said = (it.price is not None) + bool(it.each) + (it.instead is not None)
        if said != 1:
            kind = "price-twice" if said else "price-missing"
            yield Problem(kind, line.route, {"name": it.id})


def spans_run_upward(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    for line in price_lines(playbook):
        its: tuple[tuple[Route, Price | VariantPrice], ...] = ((line.route, line.price),)
        its += tuple(((*line.route, "each", at), each) for at, each in enumerate(line.price.each))
        for route, it in its:
            if it.up_to is not None and it.up_to <= (it.price or 0):
                details = {"low": f"{it.price or 0:g}", "high": f"{it.up_to:g}"}
                yield Problem("price-backward", (*route, "up_to"), details)


def sample_prices_are_replaced(playbook: Playbook, known: Known) -> Iterator[Problem]:
    if not playbook.about.sample and not known.lacks("about.sample"):
        for index, each in enumerate(playbook.prices):
            if each.sample:
                details = {"name": each.id, "say": str(each.title)}
                yield Problem("sample-left", ("prices", index), details)


def no_fact_says_a_listed_price(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    """A fact of the same amount that has a word of its id, or the line's name in its note, in common with a price."""
    lines = [*price_lines(playbook)]
    for index, fact in enumerate(without_prices(playbook).facts):
        if fact.unit not in _MONEY:
            continue
        for line in lines:
            if name := _same(fact, line):
                details = {"name": fact.id, "price": name, "typed": f"{{{name}}}"}
                yield Problem("fact-repeats-price", ("facts", index), details)
                break


def _same(fact: Fact, line: Line) -> str:
    """What texts call the price that `fact` says again; empty if it does not."""
    it = line.price
    found = [it.id] if it.price == fact.value else []
    found += [f"{it.id}.{each.of}" for each in it.each if each.price == fact.value]
    if not found:
        return ""
    words = {*_WORDS_OF_ID.findall(it.id)} & {*_WORDS_OF_ID.findall(fact.id)}
    named = fact.note is not None and any(
        name in said for said in fact.note.said.values() for name in it.name.said.values()
    )
    return found[0] if words or named else ""


CHECKS: tuple[Check, ...] = (
    variants_are_declared,
    every_line_says_what_it_costs_once,
    spans_run_upward,
    sample_prices_are_replaced,
    no_fact_says_a_listed_price,
)
