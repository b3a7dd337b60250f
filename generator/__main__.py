"""The command line: build | check | explain | serve | list | make | new | schema | fields."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import api, console, renewal
from generator import build as pipeline
from generator.console import complain, in_words, say, say_data, spoken
from generator.playbook.languages import DEFAULT, LANGUAGES
from generator.playbook.problems import MOST_NAMED, Problem, listed
from generator.playbook.wordings import kinds, shared
from generator.publish import Unfit, beside, put_files, put_first, replace_folder, tidy
from generator.trouble import explained

# A command imports what it alone needs when it is called: that takes longer than checking a playbook.
if TYPE_CHECKING:
    from generator.design.printing import Printer
    from generator.publish.unchanged import Memory, Noted
    from generator.starter import Size

HANDBOOK = "handbook"

playbook_option = click.option(
    "--playbook",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("playbook.yaml"),
    show_default=True,
    help="手册文件。The playbook to read.",
)
print_option = click.option(
    "--no-print",
    is_flag=True,
    help="不做纸张（没有 Pango 时）。Leave out the sheets, where Pango cannot be had.",
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
@print_option
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
    with _on(playbook):
        folder = playbook.resolve().parent
        memory, targets = _memory(playbook, print_with), (folder / "site", folder / "trainer")
        before = _packed(folder) if print_with else b""
        if not into and not pack and (noted := memory.same(targets)):
            _say_again(noted)
            _tell_renewal(before, (folder / "site" / pipeline.MARKER).read_bytes(), noted.language)
            return
        with console.progress(playbook) as done:
            made = pipeline.site(playbook, printer=print_with, done=done)
        language = made.playbook.about.languages[0]
        warnings = listed(made.warnings, language)
        if warnings:
            complain(warnings)
        if into:
            _put_into(made, playbook, into)
        else:
            _put_site(made, playbook)
            # Without sheets there is nothing for the trainer; what was printed before stays.
            if print_with:
                _put_trainer(made, folder)
            memory.keep(Noted(language, warnings), made.sources, targets)
        _say_made(made, into, _put_packs(made, folder) if pack else 0)
        _tell_renewal(before, made.marker("site").content(), language)


@main.command()
@playbook_option
@print_option
@click.option("--json", "as_json", is_flag=True, help="给程序读。For programs to read.")
@click.option("--strict", is_flag=True, help="有提醒也算不通过。Warnings fail too.")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="按这一天查复查日期。The day to hold the review date against.",
)
@click.option("--language", type=click.Choice(list(LANGUAGES)), help="用哪种语言说。The language to speak.")
def check(
    playbook: Path, no_print: bool, as_json: bool, strict: bool, on: datetime | None, language: str | None
) -> None:
    """只检查，逐条说明。Read and check; say what is wrong, where, and what to do."""
    day = on.date() if on else date.today()
    with _on(playbook), console.nothing_collected(no_print):
        checked = api.check(playbook, printing=not no_print, on=day)
        languages = (language,) if language else spoken(playbook, checked.loaded.language)
        if as_json:
            say_data([_as_data(problem, languages[0]) for problem in checked.problems])
        for each in () if as_json else languages:
            if checked.problems:
                say(listed(checked.problems, each))
            complain(_summary(checked.problems, each))
    if checked.has("error") or (strict and checked.has("warning")):
        sys.exit(1)


@main.command()
@playbook_option
@print_option
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="网址。Where to show it.")
def serve(playbook: Path, no_print: bool, address: str) -> None:
    """边改边看。Live preview: what is saved shows in the browser."""
    from generator.engines import preview

    with _on(playbook):
        preview.serve(playbook, address, printing=not no_print)


@main.command("list")
@playbook_option
@print_option
@click.option("--json", "as_json", is_flag=True, help="给程序读。For programs to read.")
def list_(playbook: Path, no_print: bool, as_json: bool) -> None:
    """列出能做的每一样。List everything that can be made."""
    with _on(playbook):
        rows = list(_listed(pipeline.site(playbook, printer=_printer(no_print), only=())))
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
@print_option
@click.argument("ids", nargs=-1, required=True)
def make(playbook: Path, no_print: bool, ids: tuple[str, ...]) -> None:
    """只做点名的几样（编号见 list）。Make only these; `list` shows the ids."""
    with _on(playbook):
        made = pipeline.site(playbook, printer=_printer(no_print), only=None if HANDBOOK in ids else ids)
        chosen = [file for file in made.outputs if file.id in ids and file.listed]
        if unknown := set(ids) - {file.id for file in chosen} - {HANDBOOK}:
            names, known = (", ".join(sorted(ids)) for ids in (unknown, {row["id"] for row in _listed(made)}))
            raise click.UsageError(
                in_words(_first(made), lambda words: words.no_such_id.format(names=names, known=known))
            )
        folder = playbook.resolve().parent
        if HANDBOOK in ids:
            _put_site(made, playbook)
        for file in chosen:
            _tell_of(
                put_files(folder / file.folder, {file.path: file.content()}, known_by=pipeline.MARKER), made
            )
            say(f"{file.folder}/{file.path}")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@language_option
@click.option(
    "--size",
    type=click.Choice(["solo", "team"]),
    default="team",
    show_default=True,
    help="一个人还是几个人。One person or several.",
)
def new(folder: Path, language: str, size: Size) -> None:
    """开一家自己的：放一份可以马上生成的手册。A starter for your own shop, which builds at once."""
    from generator.starter import starter

    with explained(language=language):
        files = starter(language, size, date.today())
        put_first(folder, files)
        for name in files:
            say(folder / name)


@main.command()
def schema() -> None:
    """写出 JSON Schema，供编辑器补全。The JSON Schema, for completion and hints in editors."""
    from generator.schema import schema_text

    with explained():
        say(schema_text().removesuffix("\n"))


@main.command()
@click.argument("kind", required=False)
@click.option("--language", type=click.Choice(list(LANGUAGES)), help="只用一种语言。One language only.")
@click.option("--page", is_flag=True, help="写出全部（Markdown）。All of them, as Markdown.")
def explain(kind: str | None, language: str | None, page: bool) -> None:
    """一条提醒是什么意思、怎么改。What a problem means, an example, and what to do; all of them without a name."""
    from generator import explanations

    languages = [language] if language else [each for each in LANGUAGES if LANGUAGES[each].explains == each]
    if kind and kind not in kinds():
        raise click.UsageError("\n".join(explanations.unknown(kind, each) for each in languages))
    with explained():
        for each in languages:
            told = explanations.explained(kind, each) if kind else explanations.listed_kinds(each)
            say((explanations.page(each) if page else told).removesuffix("\n"))


@main.command()
@language_option
def fields(language: str) -> None:
    """写出每一项填什么（Markdown）。The reference of every field, as Markdown."""
    from generator.reference import reference

    with explained(language=language):
        say(reference(language).removesuffix("\n"))


@contextmanager
def _on(playbook: Path) -> Iterator[None]:
    """Around every command on a playbook: first what a killed one left is put right."""
    with explained(playbook):
        if playbook.is_symlink() and not playbook.exists():
            raise Unfit(playbook, "leads_nowhere")
        tidy(playbook.parent)
        yield


def _first(made: pipeline.Made) -> tuple[str, ...]:
    return made.playbook.about.languages[:1]


def _printer(no_print: bool) -> Printer | None:
    if no_print:
        return None
    from generator.engines.weasyprint import printer

    return printer()


def _memory(playbook: Path, print_with: Printer | None) -> Memory:
    from generator.design.store import usual
    from generator.engines.shell import docs, settings_file
    from generator.publish.unchanged import Memory

    engine = print_with.engine.version if print_with else ""
    return Memory(usual(), playbook, (engine,), settings_file(playbook), docs(playbook))


def _say_again(noted: Noted) -> None:
    """Nothing has changed: what the last build said, and that it holds."""
    if noted.warnings:
        complain(noted.warnings)
    say(in_words((noted.language,), lambda words: words.unchanged))


def _put_site(made: pipeline.Made, playbook: Path) -> None:
    from generator.engines import mkdocs as mkdocs_run

    _put(made, playbook.resolve().parent / "site", partial(mkdocs_run.build_site, made, playbook))


def _put_into(made: pipeline.Made, playbook: Path, into: Path) -> None:
    from generator.engines.folder import files as for_another_generator
    from generator.engines.shell import docs

    into.parent.mkdir(parents=True, exist_ok=True)
    _put(made, into, partial(_written, for_another_generator(made, docs(playbook))))


def _put_trainer(made: pipeline.Made, folder: Path) -> None:
    files = ((file.path, file.content()) for file in made.for_trainer())
    _put(made, folder / "trainer", partial(_written, files))


def _put_packs(made: pipeline.Made, folder: Path) -> int:
    """Gives how many there are."""
    files = dict(made.for_copy_shop())
    if files:
        _put(made, folder / "packs", partial(_written, files.items()), known_by="")
    return len(files.keys() - {pipeline.PACKED})


def _say_made(made: pipeline.Made, into: Path | None, packs: int) -> None:
    count, title = len(made.outputs), made.playbook.about.title
    built = in_words(_first(made), lambda words: words.built.format(count=count, title=title))
    say(f"{into} · {title}" if into else built)
    if packs:
        say(in_words(_first(made), lambda words: words.packed.format(count=packs)))


def _packed(folder: Path) -> bytes:
    """The list of the last packs; nothing where there are none."""
    with suppress(OSError):
        return (folder / "packs" / pipeline.PACKED).read_bytes()
    return b""


def _tell_renewal(before: bytes, now: bytes, language: str) -> None:
    """What to print anew and what to throw away, if there are packs to compare with."""
    if told := in_words((language,), lambda words: renewal.told(before, now, words)):
        say(told)


def _put(
    made: pipeline.Made, target: Path, fill: Callable[[Path], None], known_by: str = pipeline.MARKER
) -> None:
    """Has a new folder filled, then puts it in the place of `target`."""
    with beside(target) as scratch:
        fill(scratch / "new")
        _tell_of(replace_folder(target, scratch / "new", known_by=known_by), made)


def _tell_of(kept: tuple[Path, ...], made: pipeline.Made) -> None:
    """Says where the copies are of made files that a person had changed."""
    if kept:
        names = ", ".join(str(path) for path in kept[:MOST_NAMED])
        complain(in_words(_first(made), lambda words: words.changed.format(names=names)))


def _written(files: Iterable[tuple[str, bytes]], into: Path) -> None:
    for name, content in files:
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        (into / name).write_bytes(content)


def _listed(made: pipeline.Made) -> Iterator[dict[str, str]]:
    for edition in made.editions:
        index = "site/index.html" if edition.first else f"site/{edition.language}/index.html"
        title = str(edition.playbook.about.title)
        yield _row(HANDBOOK, HANDBOOK, edition.language, title, index, "staff")
    for file in made.outputs:
        if file.listed:
            yield _row(
                file.id, file.kind, file.language, file.title, f"{file.folder}/{file.path}", file.audience
            )


def _row(id_: str, kind: str, language: str, title: str, path: str, audience: str) -> dict[str, str]:
    return {"id": id_, "kind": kind, "language": language, "title": title, "path": path, "audience": audience}


def _as_data(problem: Problem, language: str) -> dict[str, object]:
    place = problem.place
    return {
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "level": problem.level,
        "problem": problem.kind,
        "item": problem.item,
        "message": problem.says(language),
        "remedy": problem.remedy(language),
    }


def _summary(problems: tuple[Problem, ...], language: str) -> str:
    counts = [sum(problem.level == level for problem in problems) for level in ("error", "warning", "hint")]
    return shared().summary[language].format(*counts)


if __name__ == "__main__":
    main()
