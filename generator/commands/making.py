"""What is made of a playbook: build, make, list, issue."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import build as pipeline
from generator import console
from generator.commands.group import main, playbook_option, print_options, printer_of, working_on
from generator.console import complain, in_words, say, say_data, spoken
from generator.delivery import packed, put_customer, put_file, put_into, put_packs, put_site, put_trainer
from generator.playbook.problems import listed
from generator.reports import (
    HANDBOOK,
    listed_outputs,
    said_in,
    say_made,
    say_renewal,
    say_unchanged,
)

if TYPE_CHECKING:
    from generator.design.printing import Printer
    from generator.outlines.since import Earlier
    from generator.publish.unchanged import Memory


@main.command()
@playbook_option
@print_options
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    help="不做 site/，把页面写成 .md 放进这个文件夹，给别的网站程序用。"
    "Instead of site/, write the pages as .md files into this folder, for another site generator.",
)
@click.option(
    "--pack",
    is_flag=True,
    help="再做 packs/：交给打印店的文件，一种印法一个。Also packs/: files for the copy shop, one for each way of printing.",
)
@click.option(
    "--pictures",
    is_flag=True,
    help="再把卡片、海报、清单、给顾客看的几页做成发聊天用的长图。Also cards, posters, lists and customers’ pages as pictures for chat.",
)
@click.option(
    "--since",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="以前一次生成的 playbook.json：改过的、新加的都标出来，另有一页列全。"
    "An earlier build’s playbook.json: what changed since is marked, and listed on a page.",
)
def build(
    playbook: Path, no_print: bool, into: Path | None, pack: bool, pictures: bool, since: Path | None
) -> None:
    """全部生成：site/ 和 trainer/。Make everything: site/ and trainer/."""
    from generator.publish.unchanged import Noted

    if (pack or pictures) and no_print:
        raise click.UsageError(in_words(spoken(playbook), lambda words: words.nothing_to_pack))
    print_with = printer_of(no_print)
    before_it = _earlier(since, playbook) if since else None
    with working_on(playbook), console.nothing_collected():
        folder = playbook.resolve().parent
        memory, targets = (
            _memory(playbook, print_with, pictures, since),
            tuple(folder / name for name in ("site", "trainer", "customer")),
        )
        before = packed(folder) if print_with else b""
        if not into and not pack and (noted := memory.same(targets)):
            say_unchanged(noted)
            say_renewal(before, (folder / "site" / pipeline.MARKER).read_bytes(), noted.language)
            return
        with console.progress(playbook, print_with.engine.name if print_with else "") as done:
            made = pipeline.site(playbook, printer=print_with, pictures=pictures, done=done)
            made = replace(made, since=before_it)
        language = made.playbook.about.languages[0]
        warnings = listed(made.warnings, language)
        if warnings:
            complain(warnings)
        if into:
            put_into(made, playbook, into)
        else:
            put_site(made, playbook)
            put_customer(made, folder)
            # Without sheets there is nothing for the trainer; what was printed before stays.
            if print_with:
                put_trainer(made, folder)
            memory.keep(Noted(language, warnings), made.sources, targets)
            if not print_with:
                complain(in_words((language,), lambda words: words.left_out))
        say_made(made, into, put_packs(made, folder) if pack else 0)
        say_renewal(before, made.marker("site").content(), language)


@main.command()
@playbook_option
@print_options
@click.argument("ids", nargs=-1, required=True)
def make(playbook: Path, no_print: bool, ids: tuple[str, ...]) -> None:
    """只做点名的几样（编号见 list）。Make only these; `list` shows the ids."""
    with working_on(playbook):
        made = pipeline.site(playbook, printer=printer_of(no_print), only=None if HANDBOOK in ids else ids)
        chosen = [file for file in made.outputs if file.id in ids and file.listed]
        if unknown := set(ids) - {file.id for file in chosen} - {HANDBOOK}:
            names, known = (
                ", ".join(sorted(ids)) for ids in (unknown, {row["id"] for row in listed_outputs(made)})
            )
            raise click.UsageError(
                in_words(said_in(made), lambda words: words.no_such_id.format(names=names, known=known))
            )
        folder = playbook.resolve().parent
        if HANDBOOK in ids:
            put_site(made, playbook)
        for file in chosen:
            put_file(made, file, folder)
            say(f"{file.folder}/{file.path}")


@main.command("list")
@playbook_option
@print_options
@click.option("--json", "as_json", is_flag=True, help="给程序读。For programs to read.")
def list_(playbook: Path, no_print: bool, as_json: bool) -> None:
    """列出能做的每一样。List everything that can be made."""
    with working_on(playbook):
        rows = list(listed_outputs(pipeline.site(playbook, printer=printer_of(no_print), only=())))
        if as_json:
            say_data(rows)
        for row in () if as_json else rows:
            say(
                "  ".join(
                    (row["id"], row["kind"], row["language"], row["audience"], row["path"], row["title"])
                )
            )


@main.command()
@playbook_option
@click.argument("paper")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    help="哪一天发的，例如 2026-11-28。The day it is handed out, such as 2026-11-28.",
)
def issue(playbook: Path, paper: str, day: datetime) -> None:
    """发一份试卷：原样存进 locks/，以后改了手册也印得出同一份。Hand out a paper: it is kept as it is in locks/."""
    from generator import issuing
    from generator.engines.printers import printer

    folder = playbook.resolve().parent
    with working_on(playbook):
        made = pipeline.site(playbook, printer=printer(), only=())
        try:
            path, files = issuing.issue(made, paper, day.date(), folder, printer())
        except issuing.NoSuchPaper as fault:
            known = ", ".join(fault.known)
            raise click.UsageError(
                in_words(said_in(made), lambda words: words.no_such_id.format(names=paper, known=known))
            ) from None
        except FileExistsError as fault:
            there = str(fault.filename)
            raise click.UsageError(
                in_words(said_in(made), lambda words: words.issued_before.format(path=there))
            ) from None
        say(path.relative_to(folder))
        for file in files:
            say(f"{file.folder}/{file.path}")


@main.command()
@playbook_option
@click.argument("role")
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    help="有效到哪一天；不写，到复查那天。Until when it holds; the day of the next review if left out.",
)
@click.option(
    "--limits", is_flag=True, help="权限和补救办法也写上。With how far staff may go, and the remedies."
)
def pocket(playbook: Path, role: str, until: datetime | None, limits: bool) -> None:
    """一个岗位一页，发给同事在手机上看：pocket/岗位.html。One page for one role, to send to a colleague's phone."""
    from generator.exports import pocket as one_page
    from generator.publish import put_files

    folder = playbook.resolve().parent
    with working_on(playbook):
        made = pipeline.site(playbook, only=())
        asked = one_page.Asked(role, until.date() if until else made.playbook.about.review_by, limits)
        try:
            files = dict(one_page.pages(made.editions, asked))
        except one_page.NoSuchRole as fault:
            names, known = fault.name, ", ".join(fault.known)
            raise click.UsageError(
                in_words(said_in(made), lambda words: words.no_such_id.format(names=names, known=known))
            ) from None
        # It is for one colleague's phone, and no business of whoever keeps the playbook's history.
        put_files(folder / "pocket", {**files, ".gitignore": b"*\n"}, known_by="")
        for name in files:
            say(f"pocket/{name}")


def _earlier(since: Path, playbook: Path) -> Earlier:
    from generator.outlines.since import earlier

    found = earlier(since.read_bytes())
    if found is None:
        raise click.UsageError(
            in_words(spoken(playbook), lambda words: words.not_earlier.format(file=since.name))
        )
    return found


def _memory(playbook: Path, print_with: Printer | None, pictures: bool, since: Path | None) -> Memory:
    from generator.design.store import usual
    from generator.engines.shell import docs, settings_file
    from generator.publish.unchanged import Memory

    engine = print_with.engine.version if print_with else ""
    issued = [path.name for path in pipeline.locks(playbook.resolve().parent)]
    return Memory(
        usual(),
        playbook,
        (engine, "pictures" if pictures else "", since.read_text("utf-8") if since else "", *issued),
        settings_file(playbook),
        docs(playbook),
    )
