"""The questions made from the playbook, as the author would write them: to keep one as it is today, or to change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import yaml

from generator.edition import Edition, editions
from generator.outlines.asked import Asked, Option
from generator.outlines.derived import made
from generator.output import OutputFile
from generator.playbook.model.playbook import Playbook
from generator.playbook.papers.derived import derived


def files(edition: Edition) -> Iterator[OutputFile]:
    """One file in all languages, beside what is made in the first."""
    if edition.first and derived(edition.written):
        yield OutputFile(
            id="derived-questions",
            of="training",
            kind="export",
            language=edition.language,
            title=edition.labels.exports.quiz.derived,
            path="exports/derived.yaml",
            audience="trainer",
            content=partial(written, edition.written),
            route=("training", "derived"),
            page="training.html",
        )


def written(playbook: Playbook) -> bytes:
    """Questions to paste below `questions`, each text in every language of the playbook."""
    there = editions(playbook)
    lead = "".join(f"# {line}\n" for line in there[0].labels.exports.quiz.derived_lead)
    each_language = [tuple(made(edition)) for edition in there]
    listed = [
        _as_written(dict(zip(playbook.about.languages, said, strict=True)))
        for said in zip(*each_language, strict=True)
    ]
    return (lead + yaml.safe_dump(listed, allow_unicode=True, sort_keys=False, width=10_000)).encode()


def _as_written(said: Mapping[str, Asked]) -> dict[str, Any]:
    """A question as it is asked in each language, put together."""
    question = next(iter(said.values()))
    about: dict[str, Any] = {
        "id": question.id,
        "type": question.kind,
        "source": [*question.sources],
        "topic": question.topic,
        "use": [*question.use],
        "stem": _text({language: each.text for language, each in said.items()}),
    }
    if question.feedback:
        about["feedback"] = _text({language: each.feedback for language, each in said.items()})
    about["options"] = [
        _option(letter, {language: each.options[place] for language, each in said.items()})
        for place, letter in zip(range(len(question.options)), "abcdef", strict=False)
    ]
    return about


def _option(letter: str, said: Mapping[str, Option]) -> dict[str, Any]:
    option = next(iter(said.values()))
    about: dict[str, Any] = {"id": letter}
    about |= {"right": True} if option.right else {}
    about["text"] = _text({language: each.text for language, each in said.items()})
    if option.why:
        about["why"] = _text({language: each.why for language, each in said.items()})
    return about


def _text(said: Mapping[str, str]) -> str | dict[str, str]:
    """As an author writes it; braces stand for themselves."""
    plain = {language: "".join(text).replace("{", "{{").replace("}", "}}") for language, text in said.items()}
    return plain if len(plain) > 1 else next(iter(plain.values()))
