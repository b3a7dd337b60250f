"""The group every command joins, and what commands share: options, what stands around a playbook, the printer."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import console
from generator.playbook.languages import DEFAULT, LANGUAGES
from generator.publish import Unfit, tidy
from generator.trouble import explained

# A command imports what it alone needs when it is called: that takes longer than checking a playbook.
if TYPE_CHECKING:
    from generator.design.printing import Printer

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


@contextmanager
def working_on(playbook: Path) -> Iterator[None]:
    """Around every command on a playbook: first what a killed one left is put right."""
    with explained(playbook):
        if playbook.is_symlink() and not playbook.exists():
            raise Unfit(playbook, "leads_nowhere")
        tidy(playbook.parent)
        yield


def printer_of(no_print: bool) -> Printer | None:
    if no_print:
        return None
    from generator.engines.printers import printer

    return printer()
