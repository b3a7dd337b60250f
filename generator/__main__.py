"""The command line: build | check | explain | serve | list | make | new | carry | schema | fields."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import api, console
from generator import build as pipeline
from generator.console import complain, in_words, say, say_data, say_or_write, spoken
from generator.delivery import packed, put_file, put_into, put_packs, put_site, put_trainer
from generator.playbook.languages import DEFAULT, LANGUAGES
from generator.playbook.problems import listed, opening
from generator.playbook.wordings import kinds
from generator.publish import Unfit, put_first, tidy
from generator.reports import (
    HANDBOOK,
    listed_outputs,
    problem_as_data,
    said_in,
    say_made,
    say_renewal,
    say_unchanged,
    summary,
)
from generator.trouble import explained

# A command imports what it alone needs when it is called: that takes longer than checking a playbook.
if TYPE_CHECKING:
    from generator.design.printing import Printer
    from generator.publish.unchanged import Memory
    from generator.starter import Size

playbook_option = click.option(
    "--playbook",
    type=click.Path(path_type=Path),
    callback=lambda _context, _option, path: path / "playbook.yaml" if path.is_dir() else path,
    default=Path("playbook.yaml"),
    show_default=True,
    help="手册文件，或者放着它的文件夹。The playbook to read, or its folder.",
)


def print_options(command: Callable[..., None]) -> Callable[..., None]:
    """Whether sheets are printed, and by what."""
    leave_out = click.option("--no-print", is_flag=True, help="不做纸张。Leave out the sheets.")
    by = click.option(
        "--printer",
        type=click.Choice(["weasyprint", "browser"]),
        expose_value=False,
        # The preview prints in a process of its own, and MkDocs knows nothing of this option.
        callback=lambda _context, _option, named: named and os.environ.update(PLAYBOOK_PRINTER=named),
        help="用什么做纸张；不写，有 Pango 就用 WeasyPrint，没有就用浏览器。"
        "What prints the sheets: WeasyPrint if Pango is there, otherwise a browser.",
    )
    return leave_out(by(command))


output_option = click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="写进这个文件（UTF-8）。Write into this file, in UTF-8.",
)
language_option = click.option(
    "--language",
    type=click.Choice(list(LANGUAGES)),
    default=DEFAULT,
    show_default=True,
    help="用哪种语言。The language.",
)


@click.group(cls=console.Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="service-playbook", prog_name="playbook")
def main() -> None:
    """一份 playbook.yaml，做出服务手册网站、海报、表单和测验。

    One playbook.yaml in; a service handbook, posters, forms and quizzes out.
    """


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
def build(playbook: Path, no_print: bool, into: Path | None, pack: bool) -> None:
    """全部生成：site/ 和 trainer/。Make everything: site/ and trainer/."""
    from generator.publish.unchanged import Noted

    if pack and no_print:
        raise click.UsageError(in_words(spoken(playbook), lambda words: words.nothing_to_pack))
    print_with = _printer(no_print)
    with _on(playbook), console.nothing_collected():
        folder = playbook.resolve().parent
        memory, targets = _memory(playbook, print_with), (folder / "site", folder / "trainer")
        before = packed(folder) if print_with else b""
        if not into and not pack and (noted := memory.same(targets)):
            say_unchanged(noted)
            say_renewal(before, (folder / "site" / pipeline.MARKER).read_bytes(), noted.language)
            return
        with console.progress(playbook, print_with.engine.name if print_with else "") as done:
            made = pipeline.site(playbook, printer=print_with, done=done)
        language = made.playbook.about.languages[0]
        warnings = listed(made.warnings, language)
        if warnings:
            complain(warnings)
        if into:
            put_into(made, playbook, into)
        else:
            put_site(made, playbook)
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
    with _on(playbook), console.nothing_collected(no_print):
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

    with _on(playbook):
        preview.serve(playbook, address, printing=not no_print)


@main.command("list")
@playbook_option
@print_options
@click.option("--json", "as_json", is_flag=True, help="给程序读。For programs to read.")
def list_(playbook: Path, no_print: bool, as_json: bool) -> None:
    """列出能做的每一样。List everything that can be made."""
    with _on(playbook):
        rows = list(listed_outputs(pipeline.site(playbook, printer=_printer(no_print), only=())))
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
@print_options
@click.argument("ids", nargs=-1, required=True)
def make(playbook: Path, no_print: bool, ids: tuple[str, ...]) -> None:
    """只做点名的几样（编号见 list）。Make only these; `list` shows the ids."""
    with _on(playbook):
        made = pipeline.site(playbook, printer=_printer(no_print), only=None if HANDBOOK in ids else ids)
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
    with _on(playbook):
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
def new(folder: Path, language: str, trade: str, size: Size) -> None:
    """开一家自己的：放一份可以马上生成的手册。A starter for your own shop, which builds at once."""
    from generator.starter import TRADES, starter

    if trade not in TRADES:
        raise click.BadParameter(", ".join(TRADES), param_hint="--trade")
    with explained(language=language):
        files = starter(trade, language, size, date.today())
        put_first(folder, files)
        for name in files:
            say(folder / name)
        shown = f'"{folder}"' if " " in str(folder) else folder
        complain(in_words((language,), lambda words: words.begun.format(folder=shown)))


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
    "--language", type=click.Choice(list(LANGUAGES)), help="新工作簿用哪种语言。The new workbook's language."
)
@playbook_option
def carry(file: Path, columns: Path | None, write: bool, language: str | None, playbook: Path) -> None:
    """旧工作簿或者自己的名单，搬进新工作簿。Carry an older workbook, or a list of your own, into today's workbook."""
    from generator import carrying

    with _on(playbook):
        carrying.carry(carrying.Asked(file, playbook, columns, write, language or ""))


@main.command()
@language_option
@output_option
def fields(language: str, output: Path | None) -> None:
    """写出每一项填什么（Markdown）。The reference of every field, as Markdown."""
    from generator.reference import reference

    with explained(language=language):
        say_or_write(reference(language), output)


@contextmanager
def _on(playbook: Path) -> Iterator[None]:
    """Around every command on a playbook: first what a killed one left is put right."""
    with explained(playbook):
        if playbook.is_symlink() and not playbook.exists():
            raise Unfit(playbook, "leads_nowhere")
        tidy(playbook.parent)
        yield


def _printer(no_print: bool) -> Printer | None:
    if no_print:
        return None
    from generator.engines.printers import printer

    return printer()


def _memory(playbook: Path, print_with: Printer | None) -> Memory:
    from generator.design.store import usual
    from generator.engines.shell import docs, settings_file
    from generator.publish.unchanged import Memory

    engine = print_with.engine.version if print_with else ""
    issued = [path.name for path in pipeline.locks(playbook.resolve().parent)]
    return Memory(usual(), playbook, (engine, *issued), settings_file(playbook), docs(playbook))


if __name__ == "__main__":
    main()
