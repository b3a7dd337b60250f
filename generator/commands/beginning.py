"""What a shop begins with: new, carry."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.group import language_option, main, playbook_option, working_on
from generator.console import complain, in_words, say
from generator.playbook.languages import LANGUAGES
from generator.publish import put_first
from generator.trouble import explained

if TYPE_CHECKING:
    from generator.starter import Size


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@language_option
@click.option(
    "--trade",
    default="goods",
    show_default=True,
    help="哪一行：goods 卖东西，service 约时间来做，food 吃喝。Goods, a service by appointment, or a place to eat.",
)
@click.option(
    "--size",
    type=click.Choice(["bare", "solo", "team"]),
    default="team",
    show_default=True,
    help="一个人、几个人，还是只要个架子。One person, several, or the bare beginning.",
)
@click.option(
    "--from",
    "example",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="照着另一份手册开始，例如 examples/pet-grooming；语言和大小照它的。"
    "Begin with a copy of another playbook, such as examples/pet-grooming, in its language and size.",
)
def new(folder: Path, language: str, trade: str, size: Size, example: Path | None) -> None:
    """开一家自己的：放一份可以马上生成的手册。A starter for your own shop, which builds at once."""
    from generator.starter import TRADES, starter
    from generator.starter.copied import copied

    if trade not in TRADES:
        raise click.BadParameter(", ".join(TRADES), param_hint="--trade")
    with explained(language=language):
        files = copied(example) if example else starter(trade, language, size, date.today())
        put_first(folder, files)
        for name in files:
            say(folder / name)
        shown = f'"{folder}"' if " " in str(folder) else folder
        complain(in_words((language,), lambda words: words.begun.format(folder=shown)))


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--map",
    "columns",
    type=click.Path(path_type=Path),
    help="对照表：您的哪一列是我们的哪一列；没有就先写一份草稿。"
    "Which of your columns is which of ours; without it a draft is written first.",
)
@click.option(
    "--write",
    is_flag=True,
    help="真的写出来；不写这个只试一遍。With --map: write it; otherwise only say what would come.",
)
@click.option(
    "--from",
    "registers",
    multiple=True,
    type=click.Path(path_type=Path),
    help="登记的工作簿：“每月”数好的填进指标工作簿，可写几个。"
    "A register whose month goes into the workbook of measures; may be given several times.",
)
@click.option(
    "--language", type=click.Choice(list(LANGUAGES)), help="新工作簿用哪种语言。The new workbook's language."
)
@playbook_option
def carry(
    file: Path,
    columns: Path | None,
    write: bool,
    registers: tuple[Path, ...],
    language: str | None,
    playbook: Path,
) -> None:
    """旧工作簿或者自己的名单，搬进新工作簿。Carry an older workbook, or a list of your own, into today's workbook."""
    from generator import carrying

    with working_on(playbook):
        carrying.carry(carrying.Asked(file, playbook, columns, write, language or "", registers))
