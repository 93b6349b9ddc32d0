"""Texts and blocks of the model → XHTML for other programs: elements that are escaped where they become text, once.

Only elements that every such program knows, no styles, no scripts; links to http, https and mailto alone.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Sequence

from .. import module as mod
from ..list_labels import label_of
from ..module import Block
from ..questions import Match, Question, Task
from ..questions.base import letter
from ..questions.fill import BLANK
from ..text import inline
from ..text.patterns import lazy
from .bank import OPEN, Bank, Entry

_FORBIDDEN = lazy("[^\t\n\r\x20-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (its production 2, Char), and the signs that no text may hold (Unicode, 23.7).

One of the latter is `GAP`, which stands for a gap while its text becomes HTML."""
GAP = "\ufdd0"
_WEB = lazy(r"(https?://|mailto:)[^\s<>\"']+", re.IGNORECASE)
TAGS = {"bold": "strong", "italic": "em", "sub": "sub", "super": "sup", "code": "code", "underline": "span",
        "strike": "span", "highlight": "em"}  # fmt: skip

Blank = Callable[[int], "ET.Element | str"]
"""What stands in place of the blank of this number."""


def clean(text: str) -> str:
    """Text as XML can hold it."""
    return _FORBIDDEN.sub("", text)


def add(parent: ET.Element, text: str) -> None:
    """Text at an element's end."""
    _append(parent, clean(text))


def _append(parent: ET.Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


class Html:
    """Writes the texts of a bank; `picture` says what a picture is called in the format, None where it is lost."""

    def __init__(self, bank: Bank, picture: Callable[[str], str | None]) -> None:
        self.bank, self.picture = bank, picture

    def text(self, text: str) -> str:
        """One text as a string of XHTML."""
        return inside(self.runs(ET.Element("div"), text))

    def stem(self, entry: Entry, blank: Blank | None = None) -> ET.Element:
        """A question's stem and what stands below it; of an open question, what its answer is chosen from."""
        question = entry.question
        out = ET.Element("div")
        words = self.runs(ET.SubElement(out, "p"), question.stem, blank)
        if blank is not None and not BLANK.search(question.stem):
            _put(words, " ", blank(0))
        self.blocks(out, question.content)
        if entry.form == OPEN:
            self.blocks(out, _offered(question))
        elif isinstance(question, Task) and question.checklist:
            self.blocks(out, [mod.List(items=tuple(mod.Item(text=t) for t in question.checklist))])
        return out

    def runs(self, parent: ET.Element, text: str, blank: Blank | None = None) -> ET.Element:
        """Adds the runs of a text to an element."""
        count = 0
        for part in inline.parse(text):
            match part:
                case inline.Run():
                    count = self._run(parent, part, blank, count)
                case inline.Image():
                    self._image(parent, part.src, part.alt)
                case inline.Math(formula):
                    add(parent, f"\\({formula}\\)")
                case inline.NoteRef(id=id_):
                    add(parent, f" ({inline.plain(self.bank.notes.get(id_, id_))})")
        return parent

    def blocks(self, parent: ET.Element, blocks: Iterable[Block]) -> None:
        """Adds blocks to an element."""
        for block in blocks:
            match block:
                case mod.Paragraph(text=text) | mod.Heading(text=text):
                    self.runs(ET.SubElement(parent, "p"), text)
                case mod.Equation(text=text):
                    add(ET.SubElement(parent, "p"), text)
                case mod.Code(text=text):
                    add(ET.SubElement(parent, "pre"), text)
                case mod.List():
                    self._list(parent, block)
                case mod.Objectives(objectives=found):
                    self._bullets(parent, [o.text for o in found])
                case mod.Glossary(terms=terms):
                    self._bullets(parent, [f"{t.term}: {t.meaning}" for t in terms])
                case mod.Figure():
                    self._image(ET.SubElement(parent, "p"), block.file, block.alt)
                    if block.caption:
                        self.runs(ET.SubElement(parent, "p"), block.caption)
                case mod.Table():
                    self._table(parent, block)
                case mod.Note(title=title, content=content):
                    if title:
                        self.runs(ET.SubElement(parent, "p"), f"**{title}**")
                    self.blocks(parent, content)

    def _run(self, parent: ET.Element, run: inline.Run, blank: Blank | None, count: int) -> int:
        target = parent
        if run.link and _WEB.fullmatch(run.link):
            target = ET.SubElement(target, "a", {"href": clean(run.link)})
        for mark, tag in TAGS.items():
            if mark in run.marks:
                target = ET.SubElement(target, tag)
        at = 0
        for gap in BLANK.finditer(run.text) if blank is not None else ():
            _lines(target, run.text[at : gap.start()])
            _put(target, "", blank(count) if blank is not None else "")
            count, at = count + 1, gap.end()
        _lines(target, run.text[at:])
        return count

    def _image(self, parent: ET.Element, src: str, alt: str) -> None:
        name = self.picture(src)
        if name is None:
            add(parent, inline.plain(alt))
        else:
            ET.SubElement(parent, "img", {"src": name, "alt": clean(inline.plain(alt))})

    def _bullets(self, parent: ET.Element, texts: Sequence[str]) -> None:
        out = ET.SubElement(parent, "ul")
        for text in texts:
            self.runs(ET.SubElement(out, "li"), text)

    def _list(self, parent: ET.Element, block: mod.List) -> None:
        """Labels are text: elements for numbered lists differ in what other programs make of their numbers."""
        out = ET.SubElement(parent, "ul") if not label_of(block, 0) else parent
        for at, item in enumerate(block.items):
            label = label_of(block, at)
            line = ET.SubElement(out, "li" if out is not parent else "p")
            if label:
                add(line, f"{label} ")
            self.runs(line, item.text)
            self.blocks(line if out is not parent else out, item.content)

    def _table(self, parent: ET.Element, block: mod.Table) -> None:
        if block.caption:
            self.runs(ET.SubElement(parent, "p"), block.caption)
        body = ET.SubElement(ET.SubElement(parent, "table"), "tbody")
        for at, row in enumerate(block.rows):
            line = ET.SubElement(body, "tr")
            for cell in row:
                spans = {n: str(v) for n, v in (("colspan", cell.colspan), ("rowspan", cell.rowspan)) if v > 1}
                made = self.runs(ET.SubElement(line, "th" if at < block.header else "td", spans), cell.text)
                self.blocks(made, cell.content)


def inside(element: ET.Element) -> str:
    """What stands in an element, as a string of XHTML in one line."""
    whole = ET.tostring(element, "unicode", short_empty_elements=True)
    start, end = whole.index(">") + 1, whole.rindex("<")
    return "" if whole.endswith("/>") and start == len(whole) else whole[start:end].replace("\n", "&#10;")


def _offered(question: Question) -> list[Block]:
    """What the answer of a question is chosen from, as blocks."""
    if isinstance(question, Match):
        rows = [(mod.Cell(text=a), mod.Cell(text=f"{letter(n)}. {b}")) for n, (a, b) in enumerate(_pairs(question))]
        return [mod.Table(rows=tuple(rows))]
    options = getattr(question, "options", ())
    return [mod.List(style="A", items=tuple(mod.Item(text=o) for o in options))] if options else []


def _pairs(question: Match) -> list[tuple[str, str]]:
    size = max(len(question.left), len(question.right))
    left, right = ((*side, *[""] * (size - len(side))) for side in (question.left, question.right))
    return list(zip(left, right, strict=True))


def _lines(parent: ET.Element, text: str) -> None:
    for at, line in enumerate(text.split("\n")):
        if at:
            ET.SubElement(parent, "br")
        add(parent, line)


def _put(parent: ET.Element, before: str, made: ET.Element | str) -> None:
    add(parent, before)
    if isinstance(made, str):
        _append(parent, made)
    else:
        parent.append(made)
