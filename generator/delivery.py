"""What was made, put where it belongs: site/, trainer/, packs/, single files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from generator import build as pipeline
from generator.console import complain, in_words
from generator.output import OutputFile
from generator.playbook.problems import MOST_NAMED
from generator.publish import beside, put_files, replace_folder
from generator.reports import said_in


def put_site(made: pipeline.Made, playbook: Path) -> None:
    """The handbook into site/ beside the playbook."""
    from generator.engines import mkdocs as mkdocs_run

    fill = partial(_sealed, made, partial(mkdocs_run.build_site, made, playbook))
    _put(made, playbook.resolve().parent / "site", fill)


def put_into(made: pipeline.Made, playbook: Path, into: Path) -> None:
    """The pages as files for another site generator."""
    from generator.engines.folder import files as for_another_generator
    from generator.engines.shell import docs

    into.parent.mkdir(parents=True, exist_ok=True)
    _put(made, into, partial(_sealed, made, partial(_written, for_another_generator(made, docs(playbook)))))


def put_trainer(made: pipeline.Made, folder: Path) -> None:
    """What only the trainer may see, into trainer/."""
    files = ((file.path, file.content()) for file in made.for_trainer())
    _put(made, folder / "trainer", partial(_written, files))


def put_customer(made: pipeline.Made, folder: Path) -> None:
    """What customers may read, into customer/; what an earlier version put there goes with it."""
    files = {file.path: file.content() for file in made.for_customers()}
    if files or (folder / "customer").exists():
        _put(made, folder / "customer", partial(_written, files.items()), known_by="")


def put_packs(made: pipeline.Made, folder: Path) -> int:
    """The files for the copy shop into packs/; gives how many there are."""
    files = dict(made.for_copy_shop())
    if files:
        _put(made, folder / "packs", partial(_written, files.items()), known_by="")
    return len(files.keys() - {pipeline.PACKED})


def put_file(made: pipeline.Made, file: OutputFile, folder: Path) -> None:
    """One file beside what is there."""
    files = {file.path: file.content()}
    _tell_of_changed(put_files(folder / file.folder, files, known_by=pipeline.MARKER), made)


def packed(folder: Path) -> bytes:
    """The list of the last packs; nothing where there are none."""
    with suppress(OSError):
        return (folder / "packs" / pipeline.PACKED).read_bytes()
    return b""


def _put(
    made: pipeline.Made, target: Path, fill: Callable[[Path], None], known_by: str = pipeline.MARKER
) -> None:
    """Has a new folder filled, then puts it in the place of `target`."""
    with beside(target) as scratch:
        fill(scratch / "new")
        _tell_of_changed(replace_folder(target, scratch / "new", known_by=known_by), made)


def _sealed(made: pipeline.Made, fill: Callable[[Path], None], into: Path) -> None:
    """Fills the folder of a site, and lets nothing of it out that would give a paper's answers away."""
    from generator.leaks import leaks

    fill(into)
    for leak in leaks(made, into):
        raise leak


def _tell_of_changed(kept: tuple[Path, ...], made: pipeline.Made) -> None:
    """Says where the copies are of made files that a person had changed."""
    if kept:
        names = ", ".join(str(path) for path in kept[:MOST_NAMED])
        complain(in_words(said_in(made), lambda words: words.changed.format(names=names)))


def _written(files: Iterable[tuple[str, bytes]], into: Path) -> None:
    into.mkdir(parents=True, exist_ok=True)
    for name, content in files:
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        (into / name).write_bytes(content)
