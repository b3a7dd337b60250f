"""Pages and their stamps in, finished sheets out: from the store, or laid out by an engine on all cores."""

from __future__ import annotations

import hashlib
import io
import json
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass, field
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

import pypdfium2
from PIL import Image

from generator.design.split import begun, end_with_parent
from generator.design.stamping import Body, Leaf, SheetFault, Stamp, stamped
from generator.design.store import Store
from generator.design.type import FOLDER
from generator.output import Progress

__all__ = ["Engine", "Job", "NoPrinter", "Printed", "Printer", "SheetFault", "printed"]

PICTURE_WIDTH = 560
"""Pixels across the picture of a first page."""
COLOURS = 64
"""Of such a picture."""
FEW = 8
"""So many sheets are sooner laid out here than in processes of their own, which must start first."""


class NoPrinter(Exception):
    """Nothing is there to print with."""


class Engine(Protocol):
    """Who lays out pages; may be sent to another process."""

    @property
    def name(self) -> str:
        """What people know it as."""

    @property
    def version(self) -> str:
        """Everything but the page and the fonts that what it lays out depends on."""

    @property
    def spreads(self) -> bool:
        """Whether many pages are sooner laid out in several processes."""

    @property
    def takes_entries(self) -> bool:
        """Whether it marks where a page is filled in, and its fonts keep the numbers of their glyphs."""

    def laid_out(self, html: str) -> Body:
        """The page as a tagged PDF with room for its stamp; SheetFault."""


@dataclass(frozen=True)
class Job:
    """A page to print, its stamp, and whether the handbook shows a picture of it."""

    html: str
    stamp: Stamp
    pictured: bool


@dataclass(frozen=True)
class Printed:
    """A finished sheet."""

    pdf: bytes
    pages: int
    picture: bytes
    """Its first page as a PNG, PICTURE_WIDTH pixels wide; nothing where none is shown."""


@dataclass(frozen=True)
class Printer:
    """Prints with an engine and keeps what it has printed: within one build in memory, beyond it in a store."""

    engine: Engine
    store: Store
    _printed: dict[Job, Printed] = field(default_factory=dict)

    def pdf(self, job: Job) -> bytes:
        return self.printed(job).pdf

    def picture(self, job: Job) -> bytes:
        return self.printed(job).picture

    def printed(self, job: Job) -> Printed:
        if job not in self._printed:
            self._printed[job] = self._kept(job) or self._keep(job, printed(self.engine, self.store, job))
        return self._printed[job]

    def make_ready(self, jobs: Iterable[Job], done: Progress) -> None:
        """Prints all that is not there yet, on all cores; `done` is called after each."""
        waiting = [job for job in dict.fromkeys(jobs) if job not in self._printed and not self._kept(job)]
        for count, (job, made) in enumerate(self._each(waiting), 1):
            self._keep(job, made)
            done(count, len(waiting))
        if waiting:
            self.store.trim()

    def joined(self, of: Iterable[bytes], make: Callable[[], bytes]) -> bytes:
        """A file that `make` joins of finished sheets; `of` is all that it hangs on but our code, fonts and library."""
        key = _hash(_fonts(), _joins(), *(hashlib.sha256(each).hexdigest() for each in of))
        kept = self.store.get(key)
        if kept is None:
            kept = make()
            self.store.put(key, kept)
        return kept

    def _each(self, waiting: list[Job]) -> Iterator[tuple[Job, Printed]]:
        laid_out = [job for job in waiting if self.store.holds(_body_key(self.engine, job.html))]
        # What has only to be stamped is not worth the start of a process that knows nothing yet.
        here, there = laid_out[::2], laid_out[1::2]
        theirs = begun(partial(self._stamped, there)) if there else list
        yield from ((job, printed(self.engine, self.store, job)) for job in here)
        yield from zip(there, theirs(), strict=True)
        known = set(laid_out)
        yield from self._laid_out([job for job in waiting if job not in known])

    def _stamped(self, jobs: list[Job]) -> list[Printed]:
        return [printed(self.engine, self.store, job) for job in jobs]

    def _laid_out(self, waiting: list[Job]) -> Iterator[tuple[Job, Printed]]:
        if len(waiting) < FEW or (os.cpu_count() or 1) < 2 or not self.engine.spreads:
            yield from ((job, printed(self.engine, self.store, job)) for job in waiting)
            return
        # The longest first, so that no core is left with one at the end.
        waiting.sort(key=lambda job: len(job.html), reverse=True)
        processes = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(mp_context=processes, initializer=end_with_parent) as pool:
            sent = {pool.submit(printed, self.engine, self.store, job): job for job in waiting}
            try:
                yield from ((sent[each], each.result()) for each in as_completed(sent))
            finally:
                pool.shutdown(cancel_futures=True)

    def _kept(self, job: Job) -> Printed | None:
        kept = self.store.get(_key(self.engine, job))
        if kept is not None:
            self._printed[job] = _read_printed(kept)
        return self._printed.get(job)

    def _keep(self, job: Job, made: Printed) -> Printed:
        self._printed[job] = made
        return made


def printed(engine: Engine, store: Store, job: Job) -> Printed:
    """Prints a sheet. Its body is laid out only if the store has none for this page."""
    key = _body_key(engine, job.html)
    kept = store.get(key)
    body = _read_body(kept) if kept is not None else engine.laid_out(job.html)
    if kept is None:
        store.put(
            key,
            _written(body.pdf, leaves=[asdict(leaf) for leaf in body.leaves], font=body.font, date=body.date),
        )
    pdf = stamped(body, job.stamp)
    made = Printed(pdf, len(body.leaves), _picture(pdf) if job.pictured else b"")
    store.put(_key(engine, job), _written(pdf + made.picture, pages=made.pages, pdf=len(pdf)))
    return made


def _picture(pdf: bytes) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        image = page.render(scale=PICTURE_WIDTH / page.get_width()).to_pil()
        target = io.BytesIO()
        # The octree is eight times as quick as the median cut, its files are smaller and its worst pixel is nearer.
        image.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
            target, "PNG"
        )
        return target.getvalue()
    finally:
        document.close()


def _body_key(engine: Engine, html: str) -> str:
    return _hash(html, _fonts(), _ours(), engine.version)


def _key(engine: Engine, job: Job) -> str:
    return _hash(
        _body_key(engine, job.html), repr(job.stamp), str(job.pictured), pypdfium2.PYPDFIUM_INFO.version
    )


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def _fonts() -> str:
    return _hash(*(hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(FOLDER.glob("*.*"))))


@cache
def _ours() -> str:
    """The code that stamps and pictures: what another version of it has kept is not taken for this one's."""
    here = Path(__file__).parent
    return _hash(
        *(
            (here / name).read_text("utf-8")
            for name in ("printing.py", "stamping.py", "type.py", "font_file.py")
        )
    )


@cache
def _joins() -> str:
    """All of our code below this folder, and what writes the file: more than joins sheets, and it seldom changes."""
    here = Path(__file__).parent
    return _hash(
        version("pikepdf"),
        *(path.read_text("utf-8") for path in sorted({*here.glob("*.py"), *here.glob("*.txt")})),
    )


def _written(content: bytes, **about: object) -> bytes:
    return json.dumps(about).encode() + b"\n" + content


def _read_body(kept: bytes) -> Body:
    head, _, pdf = kept.partition(b"\n")
    about = json.loads(head)
    return Body(pdf, tuple(Leaf(**leaf) for leaf in about["leaves"]), about["font"], about["date"])


def _read_printed(kept: bytes) -> Printed:
    head, _, content = kept.partition(b"\n")
    about = json.loads(head)
    return Printed(content[: about["pdf"]], about["pages"], content[about["pdf"] :])
