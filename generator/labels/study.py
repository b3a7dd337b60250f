"""What the handbook says to whoever learns, and asks themselves."""

from __future__ import annotations

from generator.labels.words import Words


class TrainingWords(Words):
    """Words around training."""

    trainer: str
    day: str
    minutes: str
    read: str
    do: str
    proof: str
    posts: str
    sells: str
    thinks: str
    does: str
    half_day: str
    half_day_minutes: str
    guide: str
    guide_lead: str
    papers: str
    questions: str
    time: str
    pass_mark: str
    critical: str
    critical_rules: dict[str, str]
    """By what a paper's pass mark asks of them."""
    resit: str
    resit_after: str


class SelfCheckWords(Words):
    """Words around the self-check, and what its script says."""

    title: str
    lead: str
    few: str
    all: str
    forget: str
    kept_here: str
    stand: str
    """With {due}, {done} and {all}."""
    gap: str
    several: str
    number: str
    choose: str
    say_it: str
    check: str
    show: str
    answer: str
    looked_for: str
    model: str
    where: str
    right: str
    wrong: str
    first: str
    compare: str
    had_it: str
    not_yet: str
    noted: str
    again: str
