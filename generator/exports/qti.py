"""QTI 2.1 packages (1EdTech): for OpenOlat, TAO, Blackboard and others. Moodle itself reads none, it has its own XML.

A package is a zip of a manifest, a test and an item for each question. What a question is worth stands as its weight
in the test; an item gives a share of 1. Reasons and what a marker looks for are for the eyes of markers.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.exports.target import Quiz, Target
from generator.outlines.asked import Asked

_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""What a zip gives every file, so that its bytes hang on what is in it alone."""
_ANSWER = "RESPONSE"


def _write(quiz: Quiz) -> bytes:
    questions = tuple(TARGET.taken(quiz))
    files = {"imsmanifest.xml": _manifest(quiz, questions), "test.xml": _test(quiz, questions)}
    files |= {_place(each): _item(quiz, each) for each in questions}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, root in files.items():
            package.writestr(zipfile.ZipInfo(name, _FIRST_DAY), _said(root), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _place(question: Asked) -> str:
    return f"items/{question.id}.xml"


def _said(root: Element) -> bytes:
    said: bytes = tostring(root, "utf-8", xml_declaration=True)
    return said + b"\n"


def _manifest(quiz: Quiz, questions: Sequence[Asked]) -> Element:
    root = Element("manifest", xmlns=_PACKAGE, identifier=f"quiz-{quiz.id}")
    about = SubElement(root, "metadata")
    SubElement(about, "schema").text = "QTIv2.1 Package"
    SubElement(about, "schemaversion").text = "1.0.0"
    SubElement(root, "organizations")
    resources = SubElement(root, "resources")
    test = _resource(resources, "test", "imsqti_test_xmlv2p1", "test.xml")
    for each in questions:
        SubElement(test, "dependency", identifierref=f"item-{each.id}")
        _resource(resources, f"item-{each.id}", "imsqti_item_xmlv2p1", _place(each))
    indent(root, " ")
    return root


def _resource(resources: Element, name: str, kind: str, href: str) -> Element:
    made = SubElement(resources, "resource", identifier=name, type=kind, href=href)
    SubElement(made, "file", href=href)
    return made


def _test(quiz: Quiz, questions: Sequence[Asked]) -> Element:
    root = Element("assessmentTest", xmlns=_QTI, identifier=f"quiz-{quiz.id}", title=quiz.title)
    part = SubElement(
        root, "testPart", identifier="part", navigationMode="nonlinear", submissionMode="simultaneous"
    )
    section = SubElement(part, "assessmentSection", identifier="section", title=quiz.name, visible="true")
    for each in questions:
        entry = SubElement(section, "assessmentItemRef", identifier=each.id, href=_place(each))
        SubElement(entry, "weight", identifier="POINTS", value=f"{each.points}")
    indent(root, " ")
    return root


def _item(quiz: Quiz, question: Asked) -> Element:
    root = Element("assessmentItem", xmlns=_QTI, identifier=question.id, title=question.id)
    root.attrib |= {"adaptive": "false", "timeDependent": "false", "xml:lang": quiz.edition.tag}
    body = Element("itemBody")
    _declared(root, question)
    SubElement(root, "outcomeDeclaration", identifier="SCORE", cardinality="single", baseType="float")
    root.append(body)
    _asked(body, question)
    if told := tuple(_told(question)):
        _lines(SubElement(body, "rubricBlock", view="scorer tutor"), told)
    _marked(root, question)
    return root


def _declared(root: Element, question: Asked) -> None:
    """What is answered, and what is right: all of it, or by a share for each part."""
    match question.kind:
        case "single" | "truefalse":
            _answer(root, "single", "identifier", [f"o{place + 1}" for place in question.right])
        case "multi":
            shares = [float(share) / 100 for share in question.shares]
            given = {f"o{place}": share for place, share in enumerate(shares, 1)}
            _answer(root, "multiple", "identifier", [f"o{place + 1}" for place in question.right], given)
        case "cloze":
            for place, accepted in enumerate(question.gaps, 1):
                share = dict.fromkeys(accepted, 1 / len(question.gaps))
                _answer(root, "single", "string", accepted[:1], share, name=f"{_ANSWER}{place}")
        case "number":
            _answer(root, "single", "float", [f"{question.figure:g}"])
        case "match":
            right = [f"a{at} b{question.partners.index(to) + 1}" for at, (_, to) in _numbered(question)]
            _answer(root, "multiple", "directedPair", right, dict.fromkeys(right, 1 / len(right)))
        case "order":
            _answer(root, "ordered", "identifier", [f"i{at}" for at, _ in enumerate(question.items, 1)])
        case _:
            SubElement(
                root, "responseDeclaration", identifier=_ANSWER, cardinality="single", baseType="string"
            )


def _numbered(question: Asked) -> Iterator[tuple[int, tuple[str, str]]]:
    yield from enumerate(question.pairs, 1)


def _answer(
    root: Element,
    cardinality: str,
    kind: str,
    right: Sequence[str],
    shares: dict[str, float] | None = None,
    name: str = _ANSWER,
) -> None:
    made = SubElement(root, "responseDeclaration", identifier=name, cardinality=cardinality, baseType=kind)
    correct = SubElement(made, "correctResponse")
    for value in right:
        SubElement(correct, "value").text = value
    if shares:
        mapping = SubElement(made, "mapping", lowerBound="0", upperBound="1", defaultValue="0")
        for value, share in shares.items():
            entry = SubElement(mapping, "mapEntry", mapKey=value, mappedValue=f"{share:.6f}")
            if kind == "string":
                entry.set("caseSensitive", "false")


def _asked(body: Element, question: Asked) -> None:
    match question.kind:
        case "cloze":
            _gaps(body, question)
            return
        case "number":
            _lines(body, (question.text,))
            line = SubElement(body, "p")
            SubElement(line, "textEntryInteraction", responseIdentifier=_ANSWER, expectedLength="12")
            return
    _lines(body, (question.text,))
    about = {"responseIdentifier": _ANSWER}
    match question.kind:
        case "single" | "multi" | "truefalse":
            most = "0" if question.kind == "multi" else "1"
            choice = SubElement(body, "choiceInteraction", about, shuffle="false", maxChoices=most)
            _choices(choice, "simpleChoice", "o", [option.text for option in question.options])
        case "match":
            most = f"{len(question.pairs)}"
            pairs = SubElement(body, "matchInteraction", about, shuffle="false", maxAssociations=most)
            for letter, texts in (("a", [left for left, _ in question.pairs]), ("b", question.partners)):
                these = SubElement(pairs, "simpleMatchSet")
                _choices(these, "simpleAssociableChoice", letter, texts, matchMax="1")
        case "order":
            order = SubElement(body, "orderInteraction", about, shuffle="true")
            shown = question.shown or tuple(range(len(question.items)))
            for at in shown:
                _text(SubElement(order, "simpleChoice", identifier=f"i{at + 1}"), question.items[at])
        case _:
            SubElement(body, "extendedTextInteraction", about, expectedLines="6")


def _choices(node: Element, name: str, letter: str, texts: Sequence[str], **more: str) -> None:
    for at, text in enumerate(texts, 1):
        _text(SubElement(node, name, {"identifier": f"{letter}{at}", **more}), text)


def _gaps(body: Element, question: Asked) -> None:
    """The sentence in one paragraph, a field at each gap."""
    line = SubElement(body, "p")
    _text(line, question.stem[0])
    for place, (accepted, behind) in enumerate(zip(question.gaps, question.stem[1:], strict=True), 1):
        long = f"{max(map(len, accepted)) + 4}"
        gap = SubElement(
            line, "textEntryInteraction", responseIdentifier=f"{_ANSWER}{place}", expectedLength=long
        )
        _text(line, behind, after=gap)


def _lines(body: Element, texts: Sequence[str]) -> None:
    for text in texts:
        _text(SubElement(body, "p"), text)


def _text(node: Element, text: str, after: Element | None = None) -> None:
    """Words in an element, or behind a part of it; where the author began a new line stands a break."""
    first, *rest = text.split("\n")
    if after is None:
        node.text = first
    else:
        after.tail = first
    for line in rest:
        SubElement(node, "br").tail = line


def _told(question: Asked) -> Iterator[str]:
    """What a marker is told: reasons, what is looked for, an answer that gets all points."""
    for option in question.options:
        if option.why and question.kind != "truefalse":
            yield f"{option.text} → {option.why}"
    yield from question.looked_for
    yield from filter(None, (question.model, question.feedback))


def _marked(root: Element, question: Asked) -> None:
    match question.kind:
        case "single" | "truefalse" | "order":
            SubElement(root, "responseProcessing", template=f"{_TEMPLATES}/match_correct")
        case "multi" | "match":
            SubElement(root, "responseProcessing", template=f"{_TEMPLATES}/map_response")
        case "cloze":
            given = SubElement(SubElement(root, "responseProcessing"), "setOutcomeValue", identifier="SCORE")
            summed = SubElement(given, "sum")
            for place in range(1, len(question.gaps) + 1):
                SubElement(summed, "mapResponse", identifier=f"{_ANSWER}{place}")
        case "number":
            _near(SubElement(root, "responseProcessing"), question.tolerance)
        case _:
            return


def _near(processing: Element, tolerance: float) -> None:
    """All or nothing, by how far a figure is off."""
    case = SubElement(SubElement(processing, "responseCondition"), "responseIf")
    off = f"{tolerance:g} {tolerance:g}"
    near = SubElement(case, "equal", toleranceMode="absolute", tolerance=off)
    SubElement(near, "variable", identifier=_ANSWER)
    SubElement(near, "correct", identifier=_ANSWER)
    given = SubElement(case, "setOutcomeValue", identifier="SCORE")
    SubElement(given, "baseValue", baseType="float").text = "1"


def _refuses(_question: Asked) -> str:
    return ""


TARGET = Target("qti", "qti21.zip", _refuses, _write)
