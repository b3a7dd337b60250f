"""The generator's own words: labels/zh.yaml and labels/en.yaml, read into one record with no field left out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import ValidationError, model_validator

from generator.labels.carry import CarryWords
from generator.labels.console import ConsoleWords
from generator.labels.customer import CustomerSiteWords
from generator.labels.exports import ExportWords
from generator.labels.handbook import HandbookWords
from generator.labels.opening import OpeningWords
from generator.labels.own import OwnWords, own_labels, with_own
from generator.labels.papers import PaperWords
from generator.labels.phone import PhoneWords
from generator.labels.preview import PreviewWords
from generator.labels.sheets import SheetWords
from generator.labels.words import ProblemWords, ReferenceWords, StarterWords, Words
from generator.labels.workbooks import WorkbookWords
from generator.playbook.model.customers import ContactClass
from generator.playbook.model.hours import Weekday
from generator.playbook.model.norms import Stage
from generator.playbook.model.questions import Topic
from generator.playbook.model.record import EveryShopsDay
from generator.playbook.model.scripts import ReplyPart
from generator.playbook.model.shop import ChannelKind
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
    slots: dict[str, str]
    """Words that other labels name as ‹word›."""
    placeholder: str
    """How a blank to fill in looks in a reply: 〔{}〕."""
    colon: str
    list_join: str
    span: str
    """From one to another: {}至{}, {} to {}."""
    stages: dict[str, str]
    parts: dict[str, str]
    weekdays: dict[str, str]
    opening: OpeningWords
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
    customer: CustomerSiteWords

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


def labels(language: str, own: OwnWords = ()) -> Labels:
    """The words of a language, with a shop's own; LabelsFault if its file lacks one or has one too many."""
    return _labels(language, own)  # Whoever names no own words gets what whoever has none got.


@cache
def _labels(language: str, own: OwnWords) -> Labels:
    try:
        read = Labels.model_validate(with_own(_written(language), own))
    except ValidationError as error:
        raise LabelsFault(language, FOLDER / f"{language}.yaml", error) from None
    kept: Labels = _keeping_parts(read)
    return kept


@cache
def own_label(language: str) -> Mapping[str, str]:
    """The labels that a shop may have its own words for, by path."""
    return dict(own_labels(_written(language)))


@cache
def _written(language: str) -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    read: dict[str, Any] = yaml.load((FOLDER / f"{language}.yaml").read_text("utf-8"), Loader=loader)
    return read


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
