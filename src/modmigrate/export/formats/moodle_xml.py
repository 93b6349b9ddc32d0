"""Moodle XML: what Moodle's question bank exports and imports (Moodle documentation, "Moodle XML format").

Pictures are files within the question; entries to be put in order are matched with their places, since the type
`ordering` is there from Moodle 4.4 on only.
"""

from __future__ import annotations

import base64
import xml.etree.ElementTree as ET

from ...questions import Choice, Essay, Fill, Match, Multi, Order, Short, Task, TrueFalse
from ...text import inline
from ...text.patterns import lazy
from ..archive import Pictures
from ..bank import OPEN, Bank, Entry
from ..markup import GAP, Html, add, clean, inside
from .gift import literal

KINDS = {"choice": "multichoice", "multi": "multichoice", "truefalse": "truefalse", "match": "matching",
         "order": "matching", "short": "shortanswer"}  # fmt: skip
_CLOZE = lazy(r'[\\}#~/"]')


def write(bank: Bank) -> bytes:
    """The bank as an XML document."""
    top = ET.Element("quiz")
    pictures = Pictures(bank.media)
    for chapter, entries in bank.categories():
        names = dict.fromkeys((bank.title, chapter))
        question = ET.SubElement(top, "question", {"type": "category"})
        path = "/".join(" ".join(name.replace("/", "//").split()) for name in names)
        _text(ET.SubElement(question, "category"), f"$course$/top/{path}")
        for entry in entries:
            top.append(_Writer(bank, pictures, entry).question())
    ET.indent(top)
    return bytes(ET.tostring(top, "utf-8", xml_declaration=True)) + b"\n"


def _text(parent: ET.Element, text: str) -> None:
    ET.SubElement(parent, "text").text = clean(text)


class _Writer:
    """Writes one question; each text has the files that it asks for beside it."""

    def __init__(self, bank: Bank, pictures: Pictures, entry: Entry) -> None:
        self.bank, self.pictures, self.entry = bank, pictures, entry
        self.asked: dict[str, bytes] = {}
        self.html = Html(bank, self._picture)
        self.out = ET.Element("question", {"type": self._kind()})

    def question(self) -> ET.Element:
        """The element of the question."""
        entry = self.entry
        _text(ET.SubElement(self.out, "name"), entry.name)
        cloze = self._kind() == "cloze"
        stem = inside(self.html.stem(entry, (lambda n: f"{GAP}{n}{GAP}") if cloze else None))
        if cloze:
            parts = stem.split(GAP)
            texts = (self._gap(int(p)) if at % 2 else p.replace("{", "&#123;") for at, p in enumerate(parts))
            stem = "".join(texts)
        self._told("questiontext", stem)
        self._told("generalfeedback", self.html.text(entry.question.feedback))
        if not cloze:
            self._plain(defaultgrade=f"{entry.points}", penalty="0.3333333")
        self._plain(hidden="0", idnumber=entry.id)
        if entry.form != OPEN:
            self._answers()
        else:
            self._essay()
        if entry.question.hint:
            self._told("hint", self.html.text(entry.question.hint))
        return self.out

    def _kind(self) -> str:
        question = self.entry.question
        if self.entry.form == OPEN or isinstance(question, Essay | Task):
            return "essay"
        if isinstance(question, Fill):
            return "cloze" if question.blanks > 1 else "shortanswer"
        return KINDS[question.type]

    def _answers(self) -> None:
        match self.entry.question:
            case Choice(options=options, answer=answer):
                self._choice(options, {answer: "100"} if answer is not None else {}, "0", single=True)
            case Multi(options=options, answer=tuple(answer)):
                share = f"{100 / len(answer):.5f}".rstrip("0").rstrip(".")
                self._choice(options, dict.fromkeys(answer, share), "-100", single=False)
            case TrueFalse(answer=answer):
                for at, value in enumerate((True, False)):
                    self._answer(str(value).lower(), value is answer, "100" if value is answer else "0", option=at)
            case Match(left=left, right=right, answer=tuple(answer)):
                spare = sorted(set(range(len(right))) - {fits[0] for fits in answer})
                pairs = [(text, right[fits[0]]) for text, fits in zip(left, answer, strict=True)]
                self._pairs([*pairs, *(("", right[at]) for at in spare)])
            case Order(options=options, answer=tuple(answer)):
                self._pairs([(options[at], str(place)) for place, at in enumerate(answer, 1)])
            case Fill(answer=tuple(answer)) if self._kind() == "shortanswer":
                self._typed(answer[0])
            case Short(answer=tuple(answer)):
                self._typed(answer)
            case Essay() | Task():
                self._essay()

    def _choice(self, options: tuple[str, ...], shares: dict[int, str], wrong: str, *, single: bool) -> None:
        self._plain(single=str(single).lower(), shuffleanswers=str(self.entry.shuffles).lower(), answernumbering="ABCD")
        self._combined()
        for at, option in enumerate(options):
            self._answer(self.html.text(option), at in shares, shares.get(at, wrong), option=at, form="html")

    def _pairs(self, pairs: list[tuple[str, str]]) -> None:
        self._plain(shuffleanswers=str(self.entry.shuffles).lower())
        self._combined()
        for left, right in pairs:
            pair = self._told("subquestion", self.html.text(left))
            _text(ET.SubElement(pair, "answer"), inline.plain(right))

    def _typed(self, answers: tuple[str, ...]) -> None:
        self._plain(usecase="0")
        for answer in answers:
            self._answer(literal(inline.plain(answer)), True, "100")
        if self.entry.response("wrong"):
            self._answer("*", False, "0")

    def _essay(self) -> None:
        self._plain(responseformat="editor", responserequired="1", responsefieldlines="10", attachments="0")
        if self.entry.model_answer:
            self._told("graderinfo", self.html.text(self.entry.model_answer))

    def _combined(self) -> None:
        for verdict, name in (("right", "correctfeedback"), ("wrong", "incorrectfeedback")):
            if self.entry.response(verdict):
                self._told(name, self.html.text(self.entry.response(verdict)))

    def _answer(self, text: str, right: bool, share: str, *, option: int | None = None, form: str = "") -> None:
        attributes = {"fraction": share, "format": form or "moodle_auto_format"}
        answer = self._told("answer", text, attributes)
        said = self.entry.of_option(option) if option is not None else ""
        if not said and not form:  # Choices say this once for all of them.
            said = self.entry.response("right" if right else "wrong")
        if said:
            self._told("feedback", self.html.text(said), parent=answer)

    def _gap(self, number: int) -> str:
        """A gap of a cloze question: `{1:SHORTANSWER:=one~=other}`, as text of an HTML document."""
        question = self.entry.question
        answers = question.answer if isinstance(question, Fill) else None
        texts = [inline.plain(text) for text in (answers or ())[number]]
        signs = ("=" + _CLOZE.sub(lambda m: "\\" + m[0], literal(text)) for text in texts)
        whole = ET.Element("div")
        add(whole, "~".join(signs))
        return f"{{{self._weight()}:SHORTANSWER:{inside(whole)}}}"

    def _weight(self) -> int:
        """Its part of the points; a cloze question counts what its gaps count."""
        question = self.entry.question
        blanks = question.blanks if isinstance(question, Fill) else 1
        return self.entry.points // blanks if self.entry.points % blanks == 0 else 1

    def _plain(self, **named: str) -> None:
        for name, value in named.items():
            ET.SubElement(self.out, name).text = value

    def _told(
        self, name: str, html: str, attributes: dict[str, str] | None = None, *, parent: ET.Element | None = None
    ) -> ET.Element:
        """A text with the files that were asked for while it was written."""
        made = ET.SubElement(self.out if parent is None else parent, name, attributes or {"format": "html"})
        _text(made, html)
        for file, data in self.asked.items():
            if f"@@PLUGINFILE@@/{file}" in html:
                held = ET.SubElement(made, "file", {"name": file, "path": "/", "encoding": "base64"})
                held.text = base64.b64encode(data).decode()
        return made

    def _picture(self, src: str) -> str | None:
        path = self.pictures.path(src)
        if path is None:
            return None
        file = path.rsplit("/", 1)[-1]
        self.asked[file] = self.pictures.shelf.files[path]
        return f"@@PLUGINFILE@@/{file}"
