"""Cards for Anki of the questions of the self-check: a package that can be imported again and again.

A card is known by its question's id, so a corrected word mends the card people have, and their progress stays.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from html import escape

from generator.edition import Edition
from generator.outlines.asked import Asked
from generator.outlines.names import called
from generator.outlines.practice import practice, practises
from generator.output import OutputFile

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The day every file in the package bears: the oldest a zip can have."""
ANKI = "anki"
"""The use of a question that becomes a card."""
_CSS = ".card { font-family: sans-serif; font-size: 20px; text-align: left; } .why { color: gray; }"


def files(edition: Edition) -> Iterator[OutputFile]:
    if practises(edition, ANKI):
        yield OutputFile(
            id="cards",
            of="training",
            kind="export",
            language=edition.language,
            title=edition.labels.exports.cards.title,
            path=f"{edition.folder}files/cards.apkg",
            audience="staff",
            content=partial(_package, edition),
            route=("training", "questions"),
            page="training.html",
        )


def _package(edition: Edition) -> bytes:
    return package(edition, tuple(each for each in practice(edition) if ANKI in each.use))


def package(edition: Edition, questions: tuple[Asked, ...]) -> bytes:
    """The package, the same bytes for the same questions."""
    import genanki  # takes long to read in, and most commands make no cards

    about, words = edition.playbook.about, edition.labels.exports.cards
    name = f"{about.title} · {words.title}"
    sides = [{"name": words.title, "qfmt": "{{ask}}", "afmt": "{{FrontSide}}<hr id=answer>{{answer}}"}]
    model = genanki.Model(
        _number("model", edition.language),
        name,
        fields=[{"name": "ask"}, {"name": "answer"}],
        templates=sides,
        css=_CSS,
    )
    deck = genanki.Deck(_number("deck", edition.language, str(about.title)), name)
    for question in questions:
        guid = genanki.guid_for(edition.language, question.id)
        fields = [_front(question), _back(edition, question)]
        deck.add_note(genanki.Note(model=model, fields=fields, tags=[question.topic], guid=guid))
    made = io.BytesIO()
    day = datetime(about.date.year, about.date.month, about.date.day, tzinfo=UTC)
    genanki.Package(deck).write_to_file(made, timestamp=day.timestamp())
    return _without_clock(made)


def _number(*about: str) -> int:
    """A number of 31 bits that stays with what it is given for."""
    return int.from_bytes(hashlib.sha256("\x1f".join(about).encode()).digest()[:4]) >> 1


def _front(question: Asked) -> str:
    shown = question.partners or tuple(question.items[at] for at in question.shown)
    rows = [option.text for option in question.options] if question.kind != "truefalse" else list(shown)
    lefts = [left for left, _ in question.pairs]
    return _html(question.text) + _listed(lefts) + _listed(rows or list(shown))


def _back(edition: Edition, question: Asked) -> str:
    right = [question.options[place].text for place in question.right]
    right += [accepted[0] for accepted in question.gaps]
    right += [f"{left} → {partner}" for left, partner in question.pairs]
    right += question.items
    right += [question.model] if question.kind == "open" else []
    why = [question.options[place].why for place in question.right]
    why += [f"{each.text}: {each.why}" for each in question.options if not each.right and each.why]
    if question.kind == "truefalse":
        why = [question.model]
    why += [question.feedback, " · ".join(called(edition, each) for each in question.sources)]
    told = "".join(f'<p class="why">{_html(each)}</p>' for each in why if each)
    return _listed(right) + told


def _listed(texts: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{_html(each)}</li>" for each in texts) + "</ul>" if texts else ""


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _without_clock(package: io.BytesIO) -> bytes:
    """The same package without the hour it was made at."""
    made = io.BytesIO()
    with zipfile.ZipFile(package) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in sorted(before.namelist()):
            after.writestr(zipfile.ZipInfo(name, _FIRST_DAY), before.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
