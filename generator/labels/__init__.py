"""The generator's own words: labels/zh.yaml and labels/en.yaml, read into one record with no field left out."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import ValidationError, model_validator

from generator.labels.carry import CarryWords
from generator.labels.console import ConsoleWords
from generator.labels.exports import ExportWords
from generator.labels.handbook import HandbookWords
from generator.labels.phone import PhoneWords
from generator.labels.preview import PreviewWords
from generator.labels.words import PaperWords, ProblemWords, ReferenceWords, SheetWords, StarterWords, Words
from generator.labels.workbooks import WorkbookWords
from generator.playbook.model.customers import ContactClass
from generator.playbook.model.norms import Stage
from generator.playbook.model.questions import Topic
from generator.playbook.model.record import EveryShopsDay
from generator.playbook.model.scripts import ReplyPart
from generator.playbook.model.shop import ChannelKind, Weekday
from generator.set_text import Wording

FOLDER = Path(__file__).parent
_CHOICES = {
    "stages": Stage,
    "parts": ReplyPart,
    "weekdays": Weekday,
    "channels": ChannelKind,
    "contacts": ContactClass,
    "contacts_asked": ContactClass,
    "topics": Topic,
    "due_from": EveryShopsDay,
}


class Labels(Words):
    """All of the generator's own words in one language."""

    language: str
    """The language's own name."""
    placeholder: str
    """How a blank to fill in looks in a reply: 〔{}〕."""
    colon: str
    list_join: str
    span: str
    """From one to another: {}至{}, {} to {}."""
    stages: dict[str, str]
    parts: dict[str, str]
    weekdays: dict[str, str]
    channels: dict[str, str]
    contacts: dict[str, str]
    contacts_asked: dict[str, str]
    """The same in words for customers, without a letter."""
    topics: dict[str, str]
    due_from: dict[str, str]
    console: ConsoleWords
    carry: CarryWords
    sheet: SheetWords
    paper: PaperWords
    reference: ReferenceWords
    problems: ProblemWords
    handbook: HandbookWords
    preview: PreviewWords
    starter: StarterWords
    workbooks: WorkbookWords
    exports: ExportWords
    phone: PhoneWords

    @model_validator(mode="after")
    def _every_choice_has_a_word(self) -> Labels:
        for name, choices in _CHOICES.items():
            if set(getattr(self, name)) != set(get_args(choices)):
                raise ValueError(f"`{name}` must have one word for each of {get_args(choices)}")
        return self


class LabelsFault(Exception):
    """The words of a language do not fit the record: says file, language and each field."""

    def __init__(self, language: str, file: Path, error: ValidationError) -> None:
        fields = "; ".join(
            f"{'.'.join(map(str, each['loc'])) or '(whole)'}: {each['msg']}" for each in error.errors()
        )
        super().__init__(f"labels/{file.name} (language `{language}`): {fields}")


@cache
def labels(language: str) -> Labels:
    """The words of a language; LabelsFault if its file lacks one or has one too many."""
    file = FOLDER / f"{language}.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        read = Labels.model_validate(yaml.load(file.read_text("utf-8"), Loader=loader))
    except ValidationError as error:
        raise LabelsFault(language, file, error) from None
    kept: Labels = _keeping_parts(read)
    return kept


def _keeping_parts(words: Any) -> Any:
    """The same words, so that a text put into one of them keeps its parts."""
    match words:
        case Words():
            return words.model_copy(update={name: _keeping_parts(each) for name, each in words})
        case dict():
            return {name: _keeping_parts(each) for name, each in words.items()}
        case tuple():
            return tuple(map(_keeping_parts, words))
        case str():
            return Wording(words)
        case _:
            return words
