"""What the starters and the examples of other trades say where somebody could be hurt; their texts alone are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
import yaml

from generator.playbook.law import countries
from generator.playbook.load import load
from generator.playbook.model.complaints import RedFlag
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import walk
from generator.playbook.model.text import Text
from generator.starter import BARE, SHIPPED_TRADE, Size, starter, whole
from tests.conftest import ROOT
from tests.trades import pattern

EXAMPLES = ("examples/pet-grooming", "examples/bicycle-workshop")
STARTERS = ("food", "service", "bare", "goods")
SHOPS = [*EXAMPLES, *STARTERS]
ALARMS = {
    "zh": ("晕倒", "叫不醒", "着火", "煤气", "触电", "自杀"),
    "en": ("unconscious", "won't wake", "on fire", "smell of gas", "electric shock", "suicide"),
}
"""What everybody in every shop may have to hear: somebody unconscious, a fire, gas, electricity, a life in danger."""


@pytest.fixture(scope="module")
def shops(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Playbook]:
    """Each shop, read once."""
    found = {}
    for shop in SHOPS:
        folder = ROOT / shop
        if shop in STARTERS:
            folder = tmp_path_factory.mktemp(shop)
            size: Size = "bare" if shop == BARE else "team"
            trade = SHIPPED_TRADE if shop == BARE else shop
            for name, text in starter(trade, "zh", size, date(2026, 11, 28)).items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(text, "utf-8")
        playbook = load(folder / "playbook.yaml").playbook
        assert playbook is not None, shop
        found[shop] = playbook
    return found


def flags(playbook: Playbook) -> tuple[RedFlag, ...]:
    assert playbook.complaints
    return playbook.complaints.red_flags


def words(playbook: Playbook, chapter: str = "") -> Iterator[tuple[str, str]]:
    """All that is said, in the shop's languages, by where it stands."""
    for route, text in walk(playbook):
        if isinstance(text, Text) and (not chapter or route[0] == chapter):
            yield from ((".".join(map(str, route)), said) for said in text.said.values())


@pytest.mark.parametrize("shop", SHOPS)
def test_every_shop_knows_an_accident_when_it_hears_of_one(shops: dict[str, Playbook], shop: str) -> None:
    playbook = shops[shop]
    said = " ".join(line.in_(playbook.about.languages[0]) for flag in flags(playbook) for line in flag.do)
    assert {
        each for each in ("{emergency_number}", "{fire_number}", "{police_number}") if each not in said
    } == set()
    for language in playbook.about.languages:
        heard = ";".join(alarm.any_of.in_(language) for flag in flags(playbook) for alarm in flag.alarms)
        assert [word for word in ALARMS[language] if word not in heard] == [], language


@pytest.mark.parametrize("shop", SHOPS)
def test_nobody_is_told_to_switch_everything_off(shops: dict[str, Playbook], shop: str) -> None:
    """Fridges stay on at night, and so does what an animal breathes by."""
    everything = re.compile(
        r"[水火气、]电[、，水火气]?都关|电源、水、火都关|\b(?:all power|power\b[^.;]*\b(?:is|are) off)", re.I
    )
    assert [said for _, said in words(shops[shop], "checklists") if everything.search(said)] == []


def test_an_animal_is_sent_to_a_vet(shops: dict[str, Playbook]) -> None:
    """The ambulance, a doctor and a hospital of people are for people."""
    for_people = re.compile(r"\{emergency_number\}|看医生|(?<!宠物)医院")
    animals = re.compile(r"\{pet\}|宠物|[狗猫它]")
    astray = [
        (where, part)
        for where, said in words(shops["examples/pet-grooming"])
        for part in re.split("[。；;]", said)
        if for_people.search(part) and animals.search(part) and not PEOPLE.search(part)
    ]
    assert astray == []


PEOPLE = re.compile("(?<!主)人|同事|被咬|被抓")
"""Who is meant when a sentence names an animal as well."""


@pytest.mark.parametrize("shop", EXAMPLES)
def test_nothing_leaves_or_stays_unseen(shops: dict[str, Playbook], shop: str) -> None:
    """A bicycle is checked before it goes, an animal is counted before the lights go out."""
    playbook = shops[shop]
    critical = {
        f"{each.id}.{item.id}" for each in playbook.checklists for item in each.items if item.critical
    }
    assert critical & {"closing.animals", "before-leaving.brakes"}
    assert playbook.training
    assert sum(question.critical for question in playbook.training.questions) > 2


@pytest.mark.parametrize("shop", SHOPS)
def test_closed_days_see_to_refunds_and_stops(shops: dict[str, Playbook], shop: str) -> None:
    """What falls due on a closed day falls due all the same."""
    closed = [
        said
        for _, said in words(shops[shop], "complaints")
        if re.search("早晚各看一遍消息|messages morning and evening", said)
    ]
    assert closed or shop == BARE
    assert [
        said for said in closed if not re.search("到期的退款.*说停的|refunds falling due.*stops", said)
    ] == []


def test_the_list_of_allergens_is_the_countrys() -> None:
    (rule,) = [each for each in countries()["gb"].statements if each.id == "allergen_rule"]
    assert rule.note
    food = yaml.safe_load((ROOT / "generator/starter/food.yaml").read_text("utf-8"))
    (form,) = [each for each in food["forms"] if isinstance(each, dict) and each.get("id") == "dish-list"]
    hint = form["sections"][0]["hint"]
    for language, stop in (("zh", "、"), ("en", ", ")):
        found = re.search("[：:] ?(.+?)[。.]", rule.note.in_(language))
        assert found
        named = {each.casefold() for each in found[1].split(stop)}
        assert len(named) == 14
        assert {each.casefold() for each in hint[language].split(stop)} == named


def pairs(value: object) -> Iterator[tuple[str, str]]:
    """Each text that is there in both languages."""
    if isinstance(value, dict):
        if isinstance(value.get("zh"), str) and isinstance(value.get("en"), str):
            yield value["zh"], value["en"]
        for inner in value.values():
            yield from pairs(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from pairs(inner)


def test_peanuts_are_peanuts_in_both_languages() -> None:
    food = yaml.safe_load((ROOT / "generator/starter/food.yaml").read_text("utf-8"))
    one_sided = [(zh, en) for zh, en in pairs(food) if ("花生" in zh) != ("peanut" in en.casefold())]
    assert one_sided == []


def test_what_is_shipped_is_read_by_every_reader_of_yaml() -> None:
    """libyaml lets `{en: Which one?, zh: …}` pass, which the readers of other editors refuse."""
    places = ("*.yaml", "chapters/**/*.yaml", "examples/**/*.yaml", "generator/starter/*.yaml")
    files = [file for place in places for file in sorted(ROOT.glob(place))]
    assert len(files) > len(EXAMPLES)
    for file in files:
        for _ in yaml.parse(file.read_text("utf-8"), Loader=yaml.SafeLoader):
            pass


GENERAL = {
    "zh": (
        "喘不上气",
        "喉咙紧",
        "肿",
        "过敏反应",
        "起疹子",
        "烫伤",
        "灼伤",
        "误食",
        "吞了",
        "救护车",
        "头晕",
        "流血",
        "冒烟",
    ),
    "en": (
        "trouble breathing",
        "throat tight",
        "swelling",
        "allergic reaction",
        "rash",
        "chemical burn",
        "swallowed",
        "ambulance",
        "dizzy",
        "bleeding",
        "smoke",
    ),
}
"""What whoever sells things of any kind may have to hear."""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_goods_starter_hears_what_any_goods_may_do_and_nothing_of_the_samples_trade(
    language: str,
) -> None:
    complaints = whole("goods").complaints
    assert complaints
    alarms = [alarm for flag in complaints.red_flags for alarm in flag.alarms]
    said = [text.in_(language) for each in alarms for text in (each.any_of, each.beside, each.unless) if text]
    skin = pattern(["skin"], language)
    assert [found for each in said for found in skin.findall(each)] == []
    heard = ";".join(each.any_of.in_(language) for each in alarms)
    assert [word for word in GENERAL[language] if word not in heard] == []


def test_a_word_of_the_samples_trade_among_alarms_is_seen() -> None:
    assert pattern(["skin"], "en").findall("batteries; cream; tube") == ["cream"]
