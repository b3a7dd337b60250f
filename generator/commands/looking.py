"""What an author looks at: check, serve."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from generator import api, console
from generator.commands.group import main, playbook_option, print_options, working_on
from generator.console import complain, drawn, in_words, say, say_data, spoken
from generator.playbook.languages import LANGUAGES
from generator.playbook.problems import listed, opening
from generator.reports import problem_as_data, summary


@main.command()
@playbook_option
@print_options
@click.option("--json", "as_json", is_flag=True, help="给程序读。For programs to read.")
@click.option("--all", "every", is_flag=True, help="同样的也逐条列出。List like errors one by one too.")
@click.option("--strict", is_flag=True, help="有提醒也算不通过。Warnings fail too.")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="按这一天查复查日期。The day to hold the review date against.",
)
@click.option("--language", type=click.Choice(list(LANGUAGES)), help="用哪种语言说。The language to speak.")
def check(
    playbook: Path,
    no_print: bool,
    as_json: bool,
    every: bool,
    strict: bool,
    on: datetime | None,
    language: str | None,
) -> None:
    """只检查，逐条说明。Read and check; say what is wrong, where, and what to do."""
    day = on.date() if on else date.today()
    with working_on(playbook), console.nothing_collected(no_print):
        checked = api.check(playbook, printing=not no_print, on=day)
        languages = (language,) if language else spoken(playbook, checked.loaded.language)
        if as_json:
            say_data([problem_as_data(problem, languages[0]) for problem in checked.problems])
        for each in () if as_json else languages:
            if begin := opening(checked.problems, each):
                say(begin)
            if checked.problems:
                say(listed(checked.problems, each, every=every))
            complain(summary(checked.problems, each))
    if checked.has("error") or (strict and checked.has("warning")):
        sys.exit(1)


@main.command()
@playbook_option
@print_options
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="网址。Where to show it.")
def serve(playbook: Path, no_print: bool, address: str) -> None:
    """边改边看。Live preview: what is saved shows in the browser."""
    from generator.engines import preview

    with working_on(playbook):
        preview.serve(playbook, address, printing=not no_print)


@main.command()
@playbook_option
@click.option("--address", default="0.0.0.0:8000", show_default=True, help="网址。Where to show it.")
def share(playbook: Path, address: str) -> None:
    """店里的手机扫码看手册：只给 site/，只在店里的网络。Show site/ to the phones in the shop's Wi-Fi, with a code to scan."""
    from generator.engines import sharing

    def tell(addresses: tuple[str, ...], code: str) -> None:
        said = in_words(spoken(playbook), lambda words: words.shared.format(addresses="\n".join(addresses)))
        say(f"{drawn(code)}\n{said}")

    with working_on(playbook):
        sharing.share(playbook.resolve().parent / "site", address, tell)
