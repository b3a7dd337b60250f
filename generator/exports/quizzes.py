"""The papers for other systems, a file for each, and a report of what each system could not take. For the trainer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.edition import Edition
from generator.exports import gift, moodle, plain_text, qti, wjx
from generator.exports.target import Quiz, Target, quizzes_of
from generator.output import OutputFile

TARGETS: tuple[Target, ...] = (gift.TARGET, moodle.TARGET, wjx.TARGET, plain_text.TARGET, qti.TARGET)


def files(edition: Edition) -> Iterator[OutputFile]:
    there = tuple(quizzes_of(edition))
    for quiz in there:
        for target in TARGETS:
            yield _file(
                quiz,
                f"{target.id}-{quiz.id}",
                getattr(quiz.words.names, target.id).format(quiz.name),
                f"{quiz.id}.{target.ending}",
                partial(target.write, quiz),
            )
    if there:
        # It stands beside them in the list of files, so it is made of the same thing as the last one.
        yield _file(there[-1], "export-report", there[-1].words.report, "report.txt", partial(report, there))


def report(there: tuple[Quiz, ...]) -> bytes:
    """What went in and what came out, each question that a system did not get with the reason."""
    words = there[0].words
    lines = [words.report, words.report_lead, ""]
    for quiz in there:
        lines += [quiz.title, "=" * 40]
        for target in TARGETS:
            dropped = tuple(target.dropped(quiz))
            name = getattr(words.names, target.id).format(quiz.name)
            count = words.counts.format(
                asked=len(quiz.questions), taken=len(quiz.questions) - len(dropped), dropped=len(dropped)
            )
            lines += [f"{name}: {count}"]
            lines += [f"  - {each.question.id}: {each.reason}" for each in dropped]
        lines.append("")
    return "\n".join(lines).encode()


def _file(quiz: Quiz, name: str, title: str, path: str, content: Callable[[], bytes]) -> OutputFile:
    edition = quiz.edition
    return OutputFile(
        id=name,
        of=quiz.of,
        kind="export",
        language=edition.language,
        title=title,
        path=f"{edition.folder}exports/{path}",
        audience="trainer",
        content=content,
        route=quiz.route,
        page="training.html",
    )
