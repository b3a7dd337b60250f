"""What is written for authors and their editors: schema, fields, explain."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.group import language_option, main, output_option
from generator.console import say_or_write
from generator.playbook.languages import LANGUAGES
from generator.playbook.wordings import kinds
from generator.trouble import explained


@main.command()
@output_option
def schema(output: Path | None) -> None:
    """写出 JSON Schema，供编辑器补全。The JSON Schema, for completion and hints in editors."""
    from generator.schema import schema_text

    with explained():
        say_or_write(schema_text(), output)


@main.command()
@click.argument("kind", required=False)
@click.option("--language", type=click.Choice(list(LANGUAGES)), help="只用一种语言。One language only.")
@click.option("--page", is_flag=True, help="写出全部（Markdown）。All of them, as Markdown.")
@output_option
def explain(kind: str | None, language: str | None, page: bool, output: Path | None) -> None:
    """一条提醒是什么意思、怎么改。What a problem means, an example, and what to do; all of them without a name."""
    from generator import explanations

    languages = [language] if language else [each for each in LANGUAGES if LANGUAGES[each].explains == each]
    if kind and kind not in kinds():
        raise click.UsageError("\n".join(explanations.unknown(kind, each) for each in languages))
    with explained():
        told = [
            explanations.page(each)
            if page
            else explanations.explained(kind, each)
            if kind
            else explanations.listed_kinds(each)
            for each in languages
        ]
        say_or_write("\n".join(each.removesuffix("\n") for each in told) + "\n", output)


@main.command()
@language_option
@output_option
def fields(language: str, output: Path | None) -> None:
    """写出每一项填什么（Markdown）。The reference of every field, as Markdown."""
    from generator.reference import reference

    with explained(language=language):
        say_or_write(reference(language), output)
