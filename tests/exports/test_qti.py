"""QTI 2.1 packages: valid by 1EdTech's schemas, whole, the same each time, and right by a reader that is not ours."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from lxml import etree

from generator.edition import editions
from generator.exports.qti import TARGET
from generator.exports.target import Quiz, quizzes_of
from generator.outlines.asked import Asked
from generator.playbook.load import load
from tests.conftest import OUTSIDE, ROOT

BOOKS = (ROOT / "tests/playbooks/quiz.yaml", ROOT / "tests/exports/torture.yaml")
SCHEMAS = ROOT.parent / "shared" / "reference" / "qti-schemas"
Q = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
OFFLINE = etree.XMLParser(no_network=True)


@pytest.fixture(scope="module", params=BOOKS, ids=lambda path: path.stem)
def there(request: pytest.FixtureRequest) -> tuple[Quiz, ...]:
    playbook = load(request.param).playbook
    assert playbook
    return tuple(quiz for edition in editions(playbook) for quiz in quizzes_of(edition))


def package(quiz: Quiz) -> dict[str, Any]:
    """What is in a package, by name."""
    with zipfile.ZipFile(io.BytesIO(TARGET.write(quiz))) as opened:
        assert opened.namelist()[0] == "imsmanifest.xml"
        return {name: etree.fromstring(opened.read(name), OFFLINE) for name in opened.namelist()}


@pytest.mark.skipif(not SCHEMAS.is_dir(), reason=f"{OUTSIDE}1EdTech's schemas")  # not ours to ship
def test_every_file_is_valid_by_the_schemas(there: tuple[Quiz, ...]) -> None:
    """And a planted fault is not: a choice that may be chosen without being one."""
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "qtiv2p1" / "imsqti_v2p1.xsd", OFFLINE))
    manifest = etree.XMLSchema(etree.parse(SCHEMAS / "imscp_v1p1.xsd", OFFLINE))
    for quiz in there:
        for name, root in package(quiz).items():
            holds = manifest if name == "imsmanifest.xml" else schema
            assert holds.validate(root), (name, holds.error_log)
    choice = next(
        found
        for root in package(there[0]).values()
        if (found := root.find(f".//{Q}simpleChoice")) is not None
    )
    del choice.attrib["identifier"]
    assert not schema.validate(choice.getroottree().getroot())


def test_what_the_manifest_and_the_test_name_is_there(there: tuple[Quiz, ...]) -> None:
    for quiz in there:
        files = package(quiz)
        named = files["imsmanifest.xml"].xpath("//*[local-name()='file']/@href")
        assert sorted(named) == sorted(set(files) - {"imsmanifest.xml"})
        refs = files["test.xml"].iter(f"{Q}assessmentItemRef")
        weights = {each.get("identifier"): each.find(f"{Q}weight").get("value") for each in refs}
        assert weights == {each.id: str(each.points) for each in TARGET.taken(quiz)}
        assert [*TARGET.dropped(quiz)] == []


def test_the_right_answer_scores_all_and_a_wrong_one_does_not(there: tuple[Quiz, ...]) -> None:
    kinds: set[str] = set()
    for quiz in there:
        files = package(quiz)
        for question in TARGET.taken(quiz):
            item = files[f"items/{question.id}.xml"]
            kinds.add(question.kind)
            right = said_right(item)
            if question.kind != "open":
                assert score(item, right) == pytest.approx(1, abs=1e-4), question.id
                assert all(score(item, wrong) < 1 for wrong in slips(question, right)), question.id
    assert {"single", "multi", "truefalse", "cloze", "number", "match", "open"} <= kinds


def test_the_words_come_back_whole(there: tuple[Quiz, ...]) -> None:
    for quiz in there:
        files = package(quiz)
        for question in TARGET.taken(quiz):
            item = files[f"items/{question.id}.xml"]
            for br in item.iter(f"{Q}br"):
                br.text = "\n"
            for stem in question.stem:
                assert stem in "".join(item.find(f"{Q}itemBody").itertext()), question.id
            if question.kind in ("single", "multi", "truefalse"):
                choices = ["".join(each.itertext()) for each in item.iter(f"{Q}simpleChoice")]
                assert choices == [option.text for option in question.options]
                ids = [each.get("identifier") for each in item.iter(f"{Q}simpleChoice")]
                assert [ids.index(value) for value in said_right(item)["RESPONSE"]] == [*question.right]
            if question.kind == "match":
                texts = {
                    each.get("identifier"): "".join(each.itertext())
                    for each in item.iter(f"{Q}simpleAssociableChoice")
                }
                pairs = [pair.split() for pair in said_right(item)["RESPONSE"]]
                assert [(texts[a], texts[b]) for a, b in pairs] == [*question.pairs]
            if question.kind == "order":
                texts = {e.get("identifier"): "".join(e.itertext()) for e in item.iter(f"{Q}simpleChoice")}
                assert [texts[name] for name in said_right(item)["RESPONSE"]] == [*question.items]


def test_the_same_package_has_the_same_bytes(there: tuple[Quiz, ...]) -> None:
    assert TARGET.write(there[0]) == TARGET.write(there[0])


Answers = dict[str, list[str]]


def said_right(item: Any) -> Answers:
    return {
        each.get("identifier"): [value.text for value in each.iter(f"{Q}value")]
        for each in item.iter(f"{Q}responseDeclaration")
    }


def slips(question: Asked, right: Answers) -> list[Answers]:
    """Answers with one thing wrong."""
    match question.kind:
        case "single" | "truefalse":
            return [{"RESPONSE": [f"o{n}"]} for n, o in enumerate(question.options, 1) if not o.right]
        case "multi":
            wrong = [f"o{n}" for n, option in enumerate(question.options, 1) if not option.right]
            return [{"RESPONSE": [*right["RESPONSE"], each]} for each in wrong]
        case "number":
            return [{"RESPONSE": [f"{(question.figure or 0) + question.tolerance + 1:g}"]}]
        case "cloze":
            return [{**right, name: ["?!"]} for name in right]
        case "match" | "order":
            return [{"RESPONSE": right["RESPONSE"][1:]}]
        case _:
            return []


def score(item: Any, given: Answers) -> float:
    """What a system reckons: the two templates of QTI, the sum of a cloze, the nearness of a figure."""
    processing = item.find(f"{Q}responseProcessing")
    template = (processing.get("template") or "").rpartition("/")[2]
    if template == "match_correct":
        return float(given["RESPONSE"] == said_right(item)["RESPONSE"])
    near = processing.find(f".//{Q}equal")
    if near is not None:
        off = float(near.get("tolerance").split()[0])
        return float(abs(float(given["RESPONSE"][0]) - float(said_right(item)["RESPONSE"][0])) <= off)
    return sum(mapped(each, given[each.get("identifier")]) for each in item.iter(f"{Q}responseDeclaration"))


def mapped(declared: Any, given: list[str]) -> float:
    mapping = declared.find(f"{Q}mapping")
    shares = {each.get("mapKey"): float(each.get("mappedValue")) for each in mapping}
    total = sum(shares.get(value, float(mapping.get("defaultValue"))) for value in given)
    return min(max(total, float(mapping.get("lowerBound"))), float(mapping.get("upperBound")))
