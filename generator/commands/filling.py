"""What is printed for one customer or one day: fill."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.group import main, playbook_option, working_on
from generator.console import complain, in_words, say
from generator.playbook.languages import LANGUAGES


@main.command()
@playbook_option
@click.argument("form")
@click.option(
    "--data",
    "values",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="已经知道的内容，YAML：每行“栏目: 内容”。What is known already, as YAML: `field: value` a line.",
)
@click.option(
    "--copies",
    type=click.IntRange(1, 200),
    default=1,
    show_default=True,
    help="印几份。How many sheets.",
)
@click.option(
    "--from",
    "first",
    default="",
    help="第一份的编号，后面的接着数，例如 2026-0001。The number of the first, the others count on: 2026-0001.",
)
@click.option("--language", type=click.Choice(list(LANGUAGES)), help="用哪种语言。The language.")
def fill(
    form: str, values: Path | None, copies: int, first: str, language: str | None, playbook: Path
) -> None:
    """印一张表，知道的先填好，其余空着。Print a form with what is known filled in and the rest blank."""
    from generator import build, filling
    from generator.engines.printers import printer

    folder = playbook.resolve().parent
    with working_on(playbook):
        known = build.site(playbook, printer=None, only=()).playbook
        spoken = known.about.languages[:1]
        if language and language not in known.about.languages:
            raise click.BadParameter(", ".join(known.about.languages), param_hint="--language")
        try:
            asked = filling.Asked(form, values, copies, first, language or "")
            path = filling.fill(asked, known, folder, printer())
        except filling.NoSuchForm as fault:
            forms = ", ".join(fault.known)
            raise click.UsageError(
                in_words(spoken, lambda words: words.no_such_id.format(names=form, known=forms))
            ) from None
        except filling.NoNumber as fault:
            why = fault.why
            raise click.UsageError(
                in_words(spoken, lambda words: str(getattr(words, why)).format(first=first))
            ) from None
        say(path.relative_to(folder))
        shown = path.relative_to(folder)
        complain(in_words(spoken, lambda words: words.filled.format(path=shown, count=copies)))
