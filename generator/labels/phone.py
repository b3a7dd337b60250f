"""The records of the words on forms that are filled in on a phone."""

from __future__ import annotations

from generator.labels.words import Count, Words


class FaultWords(Words):
    """What is said at a field that is not right yet."""

    missing: str
    unchosen: str
    unticked: str
    wrong_day: str
    wrong_whole: str
    wrong_amount: str
    wrong_figure: str
    """Of a figure that may be below zero."""
    wrong_phone: str


class OnlineWords(Words):
    """Words in what form builders take."""

    wjx: str
    """What the text for 问卷星 is called: {} is the form's title."""
    xlsform: str
    """The same for the XLSForm."""
    day: str
    """How a day is typed."""
    is_so: str
    end: str
    """An end of a score: its figure, its words."""
    signed: str
    reckoned: str
    """{label} and {rule}."""
    each_row: str
    row: str


class PhoneWords(Words):
    """Words on the page of a form."""

    title: str
    """Of the file, with the form's title: {}."""
    no_script: str
    kept: str
    choose_one: str
    choose_several: str
    other: str
    """What is written behind an option: {}."""
    score: str
    """What the figures of a score mean: {low}, {high}."""
    on_paper: str
    frame: str
    """Where a seal or a photo belongs."""
    """Where something is signed."""
    reckoned: str
    """Before the day it counts from is known: {} is that field."""
    row: str
    """{} is its number."""
    add_row: str
    remove_row: str
    full: str
    """{} is the most rows."""
    steps: str
    """Above the steps to tick."""
    check: str
    to_mend: Count
    faults: FaultWords
    danger: str
    """To customers, as soon as what they write sounds as if somebody were hurt: {} is the emergency number."""
    ambulance: str
    """What stands for that number where it is not known."""
    ready: str
    send: dict[str, str]
    """What to do with the message, by who fills it in."""
    nameless: str
    """Where no name is asked for: what a chat gives away."""
    personal: dict[str, str]
    """Where somebody is named in it, by who fills it in."""
    message: str
    section: str
    """How the heading of a section stands in the message."""
    copy_message: str
    copied: str
    copy_failed: str
    line: str
    line_hint: str
    paste_at: str
    """{} is the head of the column of the first cell."""
    copy_line: str
    copied_line: str
    share: str
    change: str
    clear: str
    cleared: str
    stamp: str
    """The last line of the message: {shop}, {title}, {version}."""
    ticked: str
    """In the message, behind what was ticked."""
    none_ticked: str
    online: OnlineWords
