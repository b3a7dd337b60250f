"""The library, part by part: add, remove, upgrade."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.group import main, playbook_option, working_on
from generator.console import FAILED, complain, say, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.labels.library import LibraryWords
    from generator.library.adding import Added, Line
    from generator.library.removing import Removed
    from generator.library.upgrading import Upgraded

dry_option = click.option(
    "--dry-run",
    is_flag=True,
    help="只看看会改什么，什么都不写。Only show what would change; nothing is written.",
)


@main.command()
@click.argument("parts", nargs=-1)
@click.option("--list", "listed", is_flag=True, help="样例库里有什么。What there is in the library.")
@click.option(
    "--trade",
    help="要哪一行的：goods、service、food；不写，就是开始时用的那一行。"
    "Whose library: goods, service or food; otherwise that of the trade you began with.",
)
@dry_option
@playbook_option
def add(parts: tuple[str, ...], listed: bool, trade: str | None, dry_run: bool, playbook: Path) -> None:
    """从样例库加一章，或者一条、一张表。Add a chapter or a part of the library, with what it needs."""
    from generator.library.adding import add as added
    from generator.starter import TRADES

    if trade and trade not in TRADES:
        raise click.BadParameter(", ".join(TRADES), param_hint="--trade")
    with working_on(playbook):
        words = _words(playbook)
        if listed:
            _list(playbook, trade, words)
        elif not parts:
            raise click.UsageError(words.no_part)
        else:
            _say_added(added(playbook, parts, trade, really=not dry_run), words, dry_run)


@main.command()
@click.argument("part")
@click.option(
    "--anyway",
    is_flag=True,
    help="还有地方在用，也先拿掉。Remove it although something still hangs on it.",
)
@dry_option
@playbook_option
def remove(part: str, anyway: bool, dry_run: bool, playbook: Path) -> None:
    """拿掉一条、一张表；还有哪里靠着它，先说出来。Remove a part, once what hangs on it has been said."""
    from generator.library.removing import remove as removed

    with working_on(playbook):
        words = _words(playbook)
        done = removed(playbook, part, anyway=anyway, really=not dry_run)
        _say_removed(done, words, dry_run, playbook)
    if not done.done or done.errors:
        sys.exit(FAILED)


@main.command()
@click.option(
    "--write",
    is_flag=True,
    help="把您没动过的换成样例库现在的写法；不写这个只看。"
    "Take over the library's new wording where yours is as it came; otherwise only show it.",
)
@playbook_option
def upgrade(write: bool, playbook: Path) -> None:
    """程序更新以后：样例库、写法有什么变了。What changed in the library and in the format since you began."""
    from generator.library.formats import old_spellings, table
    from generator.library.upgrading import upgrade as upgraded
    from generator.starter.held import read_held

    with working_on(playbook):
        words = _words(playbook).upgrade
        language = spoken(playbook)[0]
        old = tuple(old_spellings(playbook, read_held(playbook.parent).program, table()))
        if old:
            say(words.formats)
            for each in old:
                say("    " + words.old.format(place=each.place, name=each.name, what=each.says[language]))
        _say_upgraded(upgraded(playbook, really=write), _words(playbook), write, bool(old))


def _say_upgraded(done: Upgraded, library: LibraryWords, write: bool, old: bool) -> None:
    from importlib.metadata import version

    words = library.upgrade
    if not done.held.prints:
        complain(words.unknown)
        return
    say(words.since.format(then=done.held.program, now=version("service-playbook")))
    groups = (
        (words.taken if write else words.changed, done.changed),
        (library.needed, done.needed),
        (words.fresh, done.fresh),
        (words.gone, done.gone),
    )
    for head, lines in groups:
        if lines:
            say(head)
            for line in lines:
                say("    " + words.line.format(place=line.place, name=line.name, what=line.what).strip())
    _say_differences(done.differences, bool(done.changed))
    if done.hers:
        say(words.hers)
        for line, now in done.hers:
            say("    " + words.line.format(place=line.place, name=line.name, what=line.what).strip())
            for each in now.splitlines():
                say(f"        {each}")
    if not any((done.changed, done.hers, done.fresh, done.gone, old)):
        complain(words.nothing)
    else:
        complain(library.added_next if write else words.dry)


def _words(playbook: Path) -> LibraryWords:
    from generator.labels import labels

    return labels(spoken(playbook)[0]).console.library


def _list(playbook: Path, trade: str | None, words: LibraryWords) -> None:
    from generator.api import load
    from generator.library.choosing import there_is
    from generator.playbook.problems import Problems

    loaded = load(playbook)
    if loaded.playbook is None:
        raise Problems(loaded.problems, loaded.language)
    language = loaded.playbook.about.languages[0]
    there = tuple(there_is(loaded.playbook, trade))
    several = len({trades for _, trades in there}) > 1
    for piece, trades in there:
        line = words.line.format(name=piece.name, what=piece.called(language) or words.whole)
        say(line + (words.of_trades.format(trades=", ".join(trades)) if several else ""))
    if there:
        example = next((piece.name for piece, _ in there if piece.id), there[0][0].name)
        complain(words.how.format(count=len(there), name=example))
    else:
        complain(words.nothing_left)


def _say_added(added: Added, words: LibraryWords, dry: bool) -> None:
    groups = (
        (words.would_add if dry else words.added, added.asked),
        (words.needed, added.needed),
        (words.kept, added.kept),
        (words.named, added.named),
    )
    for head, lines in groups:
        if lines:
            say(head)
            for line in lines:
                say("    " + _shown(line, words))
    _say_differences(added.differences, dry)
    complain(words.dry if dry else words.added_next)


def _shown(line: Line, words: LibraryWords) -> str:
    said = words.line.format(name=line.name, what=line.what)
    return f"{line.place}  {said}" if line.place else f"playbook add {said}"


def _say_removed(removed: Removed, words: LibraryWords, dry: bool, playbook: Path) -> None:
    if removed.hanging:
        say(words.hangs.format(count=len(removed.hanging), name=removed.name))
        for place, name in removed.hanging:
            say("    " + words.hangs_on.format(place=place, name=name))
    if not removed.done:
        _say_errors(removed, words, playbook)
        complain(words.stays)
        return
    head = words.would_remove if dry else words.removed_anyway if removed.hanging else words.removed
    say(f"{head} {removed.name}  {removed.what}")
    _say_differences(removed.differences, dry)
    _say_errors(removed, words, playbook)
    if dry:
        complain(words.dry)


def _say_differences(lines: Iterable[str], dry: bool) -> None:
    if dry:
        say("\n".join(lines))


def _say_errors(removed: Removed, words: LibraryWords, playbook: Path) -> None:
    from generator.playbook.problems import listed

    if removed.errors:
        say(words.errors_now.format(count=len(removed.errors)))
        say(listed(removed.errors, spoken(playbook)[0]))
