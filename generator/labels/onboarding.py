"""What is said of the path into a post, and of the record that it was walked."""

from __future__ import annotations

from generator.labels.words import Count, Words


class ReadSheetWords(Words):
    """Words on the sheet on which a post signs what it has read."""

    title: str
    how: str
    to_read: str
    name: str
    on: str
    unclear: str
    sign: str
    trainer: str


class SignOffWords(Words):
    """Words on the record of a colleague and a version."""

    title: str
    how: str
    began: str
    trainer: str
    version: str
    learned: str
    on: str
    initials: str
    papers: str
    codes: str
    """What stands above the variants, each with its code."""
    score: str
    stars: str
    right: str
    one_wrong: str
    result: str
    passed: str
    resit: str
    oral: str
    """Before the two ends of being asked aloud."""
    resit_on: str
    """How long to wait, {}; a date to write follows."""
    resit_paper: str
    plays: str
    again: str
    changed: str
    """Instead of a day: when the playbook has changed."""
    due: str
    found: str
    confirmed: str
    alone: str
    certain: str
    more: str
    statement: str
    """What the colleague signs."""
    seen: str
    """What the trainer signs."""
    signs: str
    keep: str


class OnboardingWords(Words):
    """Words of the path, on its sheet and its page."""

    title: str
    newcomer: str
    """Whose path it is where no post is named."""
    temporary: str
    whole: str
    """{hours} in all, {days} of them."""
    hours: Count
    days: Count
    how: str
    day: str
    """{} is the day; how long it takes, {}, follows."""
    learned: str
    read: str
    watch: str
    practise: str
    sign: str
    first_day: str
    later: str
    after: str
    serving: str
    minutes: str
    self_check: str
    asked: Count
    elsewhere: str
    read_sheet: ReadSheetWords
    sign_off: SignOffWords
