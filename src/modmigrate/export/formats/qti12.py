"""IMS QTI 1.2: an archive with one document, a section for each chapter, as Canvas, Blackboard and others import it.

A question is right as a whole or not, as in the package, and then gives its points. The kinds of questions are named
in the metadata that Canvas and Blackboard read. Source: IMS QTI 1.2, ASI XML Binding.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from ...questions import Fill, Match, Multi, Order, Question
from ..archive import Pictures
from ..bank import OPEN, Bank, Entry
from ..markup import Html, inside
from .qti import document, element, package
from .qti21 import TYPED, typed

NS = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
KINDS = {
    "choice": "multiple_choice_question", "multi": "multiple_answers_question", "truefalse": "true_false_question",
    "match": "matching_question", "order": "ordering_question", "short": "short_answer_question",
    "essay": "essay_question", "task": "essay_question", OPEN: "essay_question",
}  # fmt: skip


def write(bank: Bank) -> bytes:
    """The bank as an archive."""
    pictures = Pictures(bank.media)
    html = Html(bank, pictures.path)
    root = element(None, "questestinterop", xmlns=NS)
    test = element(root, "assessment", ident="bank", title=bank.title)
    for at, (chapter, entries) in enumerate(bank.categories(), 1):
        section = element(test, "section", ident=f"section-{at}", title=chapter)
        for entry in entries:
            section.append(_item(entry, html, bank))
    return package("qti12", "IMS Content", [("questions", "imsqti_xmlv1p2", "questions.xml", document(root))], pictures)


def _item(entry: Entry, html: Html, bank: Bank) -> ET.Element:
    item = element(None, "item", ident=entry.id, title=entry.name)
    question = entry.question if entry.form != OPEN else None
    scored = question is not None and question.scorable
    several = isinstance(question, Fill) and question.blanks > 1
    kind = KINDS.get(entry.form, "fill_in_multiple_blanks_question" if several else "short_answer_question")
    fields = element(element(item, "itemmetadata"), "qtimetadata")
    for label, value in (("question_type", kind), ("points_possible", str(entry.points))):
        field = element(fields, "qtimetadatafield")
        element(field, "fieldlabel", label)
        element(field, "fieldentry", value)
    presentation = element(item, "presentation")
    gaps = (lambda n: f"[blank{n + 1}]") if several else None
    element(element(presentation, "material"), "mattext", inside(html.stem(entry, gaps)), texttype="text/html")
    if question is None or not scored:
        _typing(presentation, "response1", rows="10")
    else:
        _asked(presentation, question, html, bank)
    processing = element(item, "resprocessing")
    outcomes = element(processing, "outcomes")
    element(
        outcomes, "decvar", varname="SCORE", vartype="Decimal", minvalue="0", maxvalue=str(entry.points), defaultval="0"
    )
    _feedback(item, processing, entry, question, html)
    return item


def _typing(parent: ET.Element, ident: str, rows: str = "1") -> None:
    response = element(parent, "response_str", ident=ident, rcardinality="Single")
    element(response, "render_fib", rows=rows)


def _asked(presentation: ET.Element, question: Question, html: Html, bank: Bank) -> None:
    if question.type in TYPED:
        for number, _ in enumerate(typed(question), 1):
            _typing(presentation, f"blank{number}")
    elif isinstance(question, Match):
        for at, left in enumerate(question.left, 1):
            _choices(presentation, f"response{at}", question.right, html, left=left)
    else:
        options = getattr(question, "options", (bank.words["true"], bank.words["false"]))
        cardinality = {"multi": "Multiple", "order": "Ordered"}.get(question.type, "Single")
        _choices(presentation, "response1", options, html, cardinality)


def _choices(
    parent: ET.Element, ident: str, options: tuple[str, ...], html: Html, cardinality: str = "Single", left: str = ""
) -> None:
    response = element(parent, "response_lid", ident=ident, rcardinality=cardinality)
    if left:
        element(element(response, "material"), "mattext", html.text(left), texttype="text/html")
    rendered = element(response, "render_choice")
    for at, option in enumerate(options, 1):
        label = element(rendered, "response_label", ident=f"o{at}")
        element(element(label, "material"), "mattext", html.text(option), texttype="text/html")


def _right(processing: ET.Element, question: Question, entry: Entry) -> None:
    condition = element(processing, "respcondition", title="right", **{"continue": "Yes"})
    whole = element(element(condition, "conditionvar"), "and")
    for ident, values, wanted in _wanted(question):
        holder = whole if len(values) < 2 or wanted else element(whole, "or")
        for value in values:
            element(holder, "varequal", value, respident=ident, case="No")
    if isinstance(question, Multi):
        for at in sorted(set(range(len(question.options))) - set(question.answer or ())):
            element(element(whole, "not"), "varequal", f"o{at + 1}", respident="response1")
    element(condition, "setvar", str(entry.points), action="Set", varname="SCORE")
    if entry.response("right"):
        element(condition, "displayfeedback", feedbacktype="Response", linkrefid="correct_fb")


def _wanted(question: Question) -> list[tuple[str, list[str], bool]]:
    """What is right: a response, its values, and whether all of them are wanted or any."""
    if question.type in TYPED:
        return [(f"blank{n}", texts, False) for n, texts in enumerate(typed(question), 1)]
    match question:
        case Multi(answer=tuple(answer)) | Order(answer=tuple(answer)):
            return [("response1", [f"o{at + 1}" for at in answer], True)]
        case Match(answer=tuple(answer)):
            return [(f"response{n}", [f"o{fits[0] + 1}"], True) for n, fits in enumerate(answer, 1)]
    answer = question.key()
    return [("response1", [f"o{(0 if answer else 1) + 1 if isinstance(answer, bool) else answer + 1}"], True)]


def _feedback(item: ET.Element, processing: ET.Element, entry: Entry, question: Question | None, html: Html) -> None:
    """Adds when what is said, the key in between, and then what is said.

    `other` is true of whatever was not met before, as Canvas writes it for feedback to all.
    """
    texts = {"general_fb": "<br/>".join(html.text(t) for t in (entry.model_answer, entry.question.feedback) if t)}
    if texts["general_fb"]:
        _shows(processing, "general_fb", "")
    for at in range(len(getattr(question, "options", (0, 0)))) if question is not None else ():
        if text := entry.of_option(at):
            texts[f"o{at + 1}_fb"] = html.text(text)
            _shows(processing, f"o{at + 1}_fb", f"o{at + 1}")
    if question is not None and question.scorable:
        _right(processing, question, entry)
        texts["correct_fb"] = html.text(entry.response("right"))
        texts["general_incorrect_fb"] = html.text(entry.response("wrong"))
        if texts["general_incorrect_fb"]:
            _shows(processing, "general_incorrect_fb", "")
    for name, text in texts.items():
        if text:
            material = element(element(element(item, "itemfeedback", ident=name), "flow_mat"), "material")
            element(material, "mattext", text, texttype="text/html")


def _shows(processing: ET.Element, name: str, option: str) -> None:
    condition = element(processing, "respcondition", title=name, **{"continue": "Yes"})
    variable = element(condition, "conditionvar")
    if option:
        element(variable, "varequal", option, respident="response1")
    else:
        element(variable, "other")
    element(condition, "displayfeedback", feedbacktype="Response", linkrefid=name)
