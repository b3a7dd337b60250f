"""Moodle's own XML: every kind of question whole, with points, reasons and what the marker looks for.

The elements are those of Moodle's writer (question/format/xml/format.php). Every text is plain text.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.exports.target import Quiz, Target
from generator.outlines.asked import Asked

_TYPES = {
    "single": "multichoice",
    "multi": "multichoice",
    "truefalse": "truefalse",
    "number": "numerical",
    "match": "matching",
    "order": "ordering",
    "open": "essay",
}
PLAIN = "plain_text"
_GAP_SPECIAL = "\\}~=#&\"'/<>"
"""What must be escaped inside a gap of a cloze."""
_ORDERING = {
    "layouttype": "VERTICAL",
    "selecttype": "ALL",
    "selectcount": "0",
    "gradingtype": "RELATIVE_NEXT_EXCLUDE_LAST",
    "showgrading": "SHOW",
}
"""Marked by who stands next to whom, as our keys do."""


def _write(quiz: Quiz) -> bytes:
    root = Element("quiz")
    category = SubElement(root, "question", type="category")
    _text(category, "category", f"$course$/top/{quiz.title.replace('/', '//')}")
    for question in TARGET.taken(quiz):
        _question(root, question)
    indent(root, " ")
    said: bytes = tostring(root, "utf-8", xml_declaration=True)
    return said + b"\n"


def _question(root: Element, question: Asked) -> None:
    # A gap of one answer in a sentence is a cloze too: no short answer can stand in the middle of a text.
    node = SubElement(root, "question", type=_TYPES.get(question.kind, "cloze"))
    _text(node, "name", question.id)
    _text(node, "questiontext", _cloze(question) if question.kind == "cloze" else question.text, PLAIN)
    _text(node, "generalfeedback", _afterwards(question), PLAIN)
    for name, value in (("defaultgrade", str(question.points)), ("penalty", "0"), ("hidden", "0")):
        SubElement(node, name).text = value
    SubElement(node, "idnumber").text = question.id
    _answers(node, question)
    _text(SubElement(node, "tags"), "tag", question.topic)


def _answers(node: Element, question: Asked) -> None:
    match question.kind:
        case "single" | "multi":
            _choices(node, question)
        case "truefalse":
            for word, option in zip(("true", "false"), question.options, strict=True):
                _answer(node, "100" if option.right else "0", word, option.why)
        case "number":
            answer = _answer(node, "100", f"{question.figure:g}")
            SubElement(answer, "tolerance").text = f"{question.tolerance:g}"
        case "match":
            _pairs(node, question)
        case "order":
            for name, value in _ORDERING.items():
                SubElement(node, name).text = value
            for place, item in enumerate(question.items, 1):
                _answer(node, f"{place}", item, form=PLAIN)
        case "open":
            SubElement(node, "responseformat").text = "plain"
            SubElement(node, "responserequired").text = "1"
            _text(node, "graderinfo", "\n".join((*question.looked_for, question.model)), PLAIN)


def _choices(node: Element, question: Asked) -> None:
    single = question.kind == "single"
    SubElement(node, "single").text = str(single).lower()
    SubElement(node, "shuffleanswers").text = "true"
    SubElement(node, "answernumbering").text = "ABCD"
    for option, share in zip(question.options, question.shares, strict=True):
        # Of a single choice a wrong option costs nothing.
        _answer(node, "0" if single and not option.right else share, option.text, option.why, PLAIN)


def _pairs(node: Element, question: Asked) -> None:
    SubElement(node, "shuffleanswers").text = "true"
    for left, right in (*question.pairs, *(("", each) for each in question.left_over)):
        pair = SubElement(node, "subquestion", format=PLAIN)
        SubElement(pair, "text").text = left
        _text(pair, "answer", right)


def _cloze(question: Asked) -> str:
    """The sentence with its gaps as Moodle writes them: {1:SHORTANSWER:=24 hours~=24}."""
    said = [question.stem[0]]
    for accepted, behind in zip(question.gaps, question.stem[1:], strict=True):
        said += ["{1:SHORTANSWER:=", "~=".join(map(_in_gap, accepted)), "}", behind]
    return "".join(said)


def _in_gap(text: str) -> str:
    return "".join(f"\\{each}" if each in _GAP_SPECIAL else each for each in text)


def _afterwards(question: Asked) -> str:
    return "\n".join(
        filter(None, (question.model if question.kind == "truefalse" else "", question.feedback))
    )


def _answer(node: Element, share: str, text: str, why: str = "", form: str = "") -> Element:
    answer = _text(node, "answer", text, form)
    answer.set("fraction", share)
    if why:
        _text(answer, "feedback", why, PLAIN)
    return answer


def _text(node: Element, name: str, text: str, form: str = "") -> Element:
    made = SubElement(node, name, {"format": form} if form else {})
    SubElement(made, "text").text = text
    return made


def _refuses(_question: Asked) -> str:
    return ""


TARGET = Target("moodle", "moodle.xml", _refuses, _write)
