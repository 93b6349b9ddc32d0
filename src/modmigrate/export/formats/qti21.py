"""IMS QTI 2.1: an archive with an item for each question and a test whose sections are the chapters.

A question is right as a whole or not, as in the package, and then gives its points. Source: IMS QTI 2.1, Assessment
Test, Section, and Item Information Model (4.5 interactions, 5 response processing, 6 modal feedback).
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from ...questions import Fill, Match, Multi, Order, Question, Short
from ...text import inline
from ..archive import Pictures
from ..bank import OPEN, Bank, Entry
from ..markup import Html
from .qti import document, element, package

NS = "http://www.imsglobal.org/xsd/imsqti_v2p1"
OPTION, LEFT, RIGHT = "O", "L", "R"
TYPED = ("fill", "short")


def write(bank: Bank) -> bytes:
    """The bank as an archive."""
    pictures = Pictures(bank.media)
    html = Html(bank, lambda src: _up(pictures.path(src)))
    items = [
        (f"item-{e.id}", "imsqti_item_xmlv2p1", f"items/{e.id}.xml", document(_item(e, html, bank)))
        for e in bank.entries
    ]
    test = ("test", "imsqti_test_xmlv2p1", "test.xml", document(_test(bank)))
    return package("qti21", "QTIv2.1 Package", [test, *items], pictures)


def _up(path: str | None) -> str | None:
    return None if path is None else f"../{path}"


def _test(bank: Bank) -> ET.Element:
    test = element(None, "assessmentTest", xmlns=NS, identifier="test", title=bank.title)
    part = element(test, "testPart", identifier="part", navigationMode="nonlinear", submissionMode="individual")
    for at, (chapter, entries) in enumerate(bank.categories(), 1):
        section = element(part, "assessmentSection", identifier=f"section-{at}", title=chapter, visible="true")
        for entry in entries:
            element(section, "assessmentItemRef", identifier=f"ref-{entry.id}", href=f"items/{entry.id}.xml")
    return test


def _item(entry: Entry, html: Html, bank: Bank) -> ET.Element:
    item = element(
        None, "assessmentItem", xmlns=NS, identifier=entry.id, title=entry.name, adaptive="false",
        timeDependent="false",
    )  # fmt: skip
    item.set("xml:lang", bank.language)
    question = entry.question if entry.form != OPEN else None
    responses = _declared(item, question)
    score = element(item, "outcomeDeclaration", identifier="SCORE", cardinality="single", baseType="float")
    element(element(score, "defaultValue"), "value", "0")
    if question is not None and question.scorable:
        most = element(item, "outcomeDeclaration", identifier="MAXSCORE", cardinality="single", baseType="float")
        element(element(most, "defaultValue"), "value", str(entry.points))
    element(item, "outcomeDeclaration", identifier="FEEDBACK", cardinality="multiple", baseType="identifier")
    _body(item, entry, question, html, bank)
    processing = element(item, "responseProcessing")
    if question is not None and question.scorable:
        _scored(processing, question, entry, responses)
    _feedback(item, processing, entry, question, html)
    if not len(processing):
        item.remove(processing)
    return item


def _declared(item: ET.Element, question: Question | None) -> list[str]:
    """Declares the responses with their keys; their names."""
    if question is None or not question.scorable:
        element(item, "responseDeclaration", identifier="RESPONSE", cardinality="single", baseType="string")
        return ["RESPONSE"]
    if question.type in TYPED:
        return _declared_typed(item, question)
    cardinality, base = {"multi": ("multiple", "identifier"), "match": ("multiple", "directedPair"),
                         "order": ("ordered", "identifier")}.get(question.type, ("single", "identifier"))  # fmt: skip
    response = element(item, "responseDeclaration", identifier="RESPONSE", cardinality=cardinality, baseType=base)
    correct = element(response, "correctResponse")
    for value in _values(question):
        element(correct, "value", value)
    return ["RESPONSE"]


def _values(question: Question) -> list[str]:
    match question:
        case Multi(answer=tuple(answer)) | Order(answer=tuple(answer)):
            return [f"{OPTION}{at + 1}" for at in answer]
        case Match(answer=tuple(answer)):
            return [f"{LEFT}{at + 1} {RIGHT}{fits[0] + 1}" for at, fits in enumerate(answer)]
        case _:
            answer = question.key()
            return [f"{OPTION}{(0 if answer else 1) + 1 if isinstance(answer, bool) else answer + 1}"]


def _declared_typed(item: ET.Element, question: Question) -> list[str]:
    names = []
    for number, answers in enumerate(typed(question), 1):
        names.append(f"RESPONSE{number}")
        response = element(item, "responseDeclaration", identifier=names[-1], cardinality="single", baseType="string")
        element(element(response, "correctResponse"), "value", answers[0])
        mapping = element(response, "mapping", defaultValue="0")
        for answer in dict.fromkeys(answers):
            element(mapping, "mapEntry", mapKey=answer, mappedValue="1", caseSensitive="false")
    return names


def typed(question: Question) -> list[list[str]]:
    """The accepted texts of each blank."""
    if isinstance(question, Fill):
        return [[inline.plain(text).strip() for text in own] for own in question.answer or ()]
    return [[inline.plain(text).strip() for text in question.answer or ()]] if isinstance(question, Short) else []


def _body(item: ET.Element, entry: Entry, question: Question | None, html: Html, bank: Bank) -> None:
    body = element(item, "itemBody")

    def gap(number: int) -> ET.Element:
        longest = max(len(text) for text in typed(entry.question)[number])
        return element(
            None, "textEntryInteraction", responseIdentifier=f"RESPONSE{number + 1}", expectedLength=str(longest)
        )

    stem = html.stem(entry, gap if question is not None and question.type in TYPED else None)
    _prune(stem)
    body.append(stem)
    if question is None or not question.scorable:
        if entry.model_answer:
            rubric = element(body, "rubricBlock", view="scorer")
            html.runs(element(rubric, "p"), entry.model_answer)
        element(body, "extendedTextInteraction", responseIdentifier="RESPONSE", expectedLines="10")
    elif question.type not in TYPED:
        _interaction(body, entry, question, html, bank)


def _interaction(body: ET.Element, entry: Entry, question: Question, html: Html, bank: Bank) -> None:
    shuffle = str(entry.shuffles).lower()
    if isinstance(question, Match):
        size = str(len(question.left))
        asked = element(body, "matchInteraction", responseIdentifier="RESPONSE", shuffle=shuffle, maxAssociations=size)
        for mark, side, most in ((LEFT, question.left, "1"), (RIGHT, question.right, size)):
            into = element(asked, "simpleMatchSet")
            for at, text in enumerate(side, 1):
                choice = element(into, "simpleAssociableChoice", identifier=f"{mark}{at}", matchMax=most)
                html.runs(choice, text)
        return
    options = getattr(question, "options", (bank.words["true"], bank.words["false"]))
    if isinstance(question, Order):
        asked = element(body, "orderInteraction", responseIdentifier="RESPONSE", shuffle=shuffle)
    else:
        most = "0" if isinstance(question, Multi) else "1"
        asked = element(body, "choiceInteraction", responseIdentifier="RESPONSE", shuffle=shuffle, maxChoices=most)
    for at, text in enumerate(options, 1):
        html.runs(element(asked, "simpleChoice", identifier=f"{OPTION}{at}"), text)


def _prune(stem: ET.Element) -> None:
    """A paragraph with nothing in it is no error, but a sign of one."""
    for child in [c for c in stem if c.tag == "p" and not len(c) and not (c.text or "").strip()]:
        stem.remove(child)


def _scored(processing: ET.Element, question: Question, entry: Entry, responses: list[str]) -> None:
    condition = element(element(processing, "responseCondition"), "responseIf")
    if question.type in TYPED:
        equal = element(condition, "equal", toleranceMode="exact")
        total = element(equal, "sum")
        for name in responses:
            element(total, "mapResponse", identifier=name)
        element(equal, "baseValue", str(len(responses)), baseType="float")
    else:
        match = element(condition, "match")
        element(match, "variable", identifier="RESPONSE")
        element(match, "correct", identifier="RESPONSE")
    element(element(condition, "setOutcomeValue", identifier="SCORE"), "baseValue", str(entry.points), baseType="float")


def _feedback(
    item: ET.Element, processing: ET.Element, entry: Entry, question: Question | None, html: Html
) -> None:  # fmt: skip
    """Explanation to all, then what is said to a verdict, then to those who chose an option."""
    right, wrong = entry.response("right"), entry.response("wrong")
    told: list[tuple[str, str, int | None]] = []
    if entry.question.feedback:
        told.append(("EXPLANATION", entry.question.feedback, None))
        _adds(processing, "EXPLANATION")
    if question is not None and question.scorable and (right or wrong):
        condition = element(processing, "responseCondition")
        passed = element(condition, "responseIf")
        above = element(passed, "gt")
        element(above, "variable", identifier="SCORE")
        element(above, "baseValue", "0", baseType="float")
        for name, text, where in (("RIGHT", right, passed), ("WRONG", wrong, None)):
            if text:
                told.append((name, text, None))
                _adds(where if where is not None else element(condition, "responseElse"), name)
        if not right:
            element(element(passed, "setOutcomeValue", identifier="SCORE"), "variable", identifier="SCORE")
    for at in range(len(getattr(question, "options", (0, 0)))) if question is not None else ():
        if text := entry.of_option(at):
            told.append((f"CHOSEN{at + 1}", text, at))
            condition = element(element(processing, "responseCondition"), "responseIf")
            one = element(condition, "member" if isinstance(question, Multi) else "match")
            element(one, "baseValue", f"{OPTION}{at + 1}", baseType="identifier")
            element(one, "variable", identifier="RESPONSE")
            _adds(condition, f"CHOSEN{at + 1}")
    for name, text, _ in told:
        modal = element(
            item, "modalFeedback", outcomeIdentifier="FEEDBACK", identifier=name, showHide="show",
        )  # fmt: skip
        html.runs(element(modal, "p"), text)


def _adds(parent: ET.Element, name: str) -> None:
    """A rule that adds a name to FEEDBACK."""
    value = element(element(parent, "setOutcomeValue", identifier="FEEDBACK"), "multiple")
    element(value, "variable", identifier="FEEDBACK")
    element(value, "baseValue", name, baseType="identifier")
