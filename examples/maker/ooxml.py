"""WordprocessingML that python-docx has no call for: lists, fields, contents, notes, formulas."""

from __future__ import annotations

import re
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
INLINE = re.compile(r"(\*\*.+?\*\*|\*.+?\*|\[\^\w+\])")
Level = tuple[str, str, float, float]  # number format, text, left indent and hanging in cm


def plain(text: str) -> str:
    """The text as a reader sees it: without emphasis marks and note references."""
    return re.sub(r"\*\*|\*|\[\^\w+\]", "", text)


def element(tag: str, **attributes: str) -> Any:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def _twips(cm: float) -> str:
    return str(round(cm * 567))


def add_list(document: Document, levels: list[Level]) -> int:
    """A new abstract numbering definition; its id."""
    root = document.part.numbering_part.element
    ids = [int(e.get(qn("w:abstractNumId"))) for e in root.findall(qn("w:abstractNum"))]
    abstract = element("w:abstractNum", abstractNumId=str(max(ids, default=-1) + 1))
    abstract.append(element("w:multiLevelType", val="hybridMultilevel"))
    for depth, (number_format, text, left, hanging) in enumerate(levels):
        level = element("w:lvl", ilvl=str(depth))
        level.append(element("w:start", val="1"))
        level.append(element("w:numFmt", val=number_format))
        level.append(element("w:lvlText", val=text))
        level.append(element("w:lvlJc", val="left"))
        properties = element("w:pPr")
        properties.append(element("w:ind", left=_twips(left), hanging=_twips(hanging)))
        level.append(properties)
        abstract.append(level)
    root.findall(qn("w:abstractNum"))[-1].addnext(abstract)
    return int(abstract.get(qn("w:abstractNumId")))


def start_list(document: Document, abstract: int) -> int:
    """A numbering instance that starts again from one; its id."""
    root = document.part.numbering_part.element
    ids = [int(e.get(qn("w:numId"))) for e in root.findall(qn("w:num"))]
    number = element("w:num", numId=str(max(ids, default=0) + 1))
    number.append(element("w:abstractNumId", val=str(abstract)))
    override = element("w:lvlOverride", ilvl="0")
    override.append(element("w:startOverride", val="1"))
    number.append(override)
    root.append(number)
    return int(number.get(qn("w:numId")))


def number(paragraph: Paragraph, num: int, depth: int = 0) -> None:
    """Put a paragraph into a list."""
    whole: Any = paragraph._p.get_or_add_pPr()
    properties = whole.get_or_add_numPr()
    properties.get_or_add_ilvl().val = depth
    properties.get_or_add_numId().val = num


def field_part(paragraph: Paragraph, kind: str) -> None:
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType=kind))


def add_field(paragraph: Paragraph, instruction: str, result: str) -> None:
    """A complex field with its cached result."""
    field_part(paragraph, "begin")
    instruction_run = paragraph.add_run()._r
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {instruction} "
    instruction_run.append(text)
    field_part(paragraph, "separate")
    paragraph.add_run(result)
    field_part(paragraph, "end")


def bookmark(paragraph: Paragraph, name: str, number_: int) -> None:
    """Wrap a paragraph's runs in a bookmark."""
    start = element("w:bookmarkStart", id=str(number_), name=name)
    runs = paragraph._p.findall(qn("w:r"))
    runs[0].addprevious(start)
    runs[-1].addnext(element("w:bookmarkEnd", id=str(number_)))


def add_formula(paragraph: Paragraph, left: str, top: str, bottom: str) -> None:
    """A displayed fraction: left = top / bottom."""

    def run(text: str) -> str:
        style = "<m:rPr><m:nor/></m:rPr>"
        return f'<m:r>{style}<m:t xml:space="preserve">{text}</m:t></m:r>'

    fraction = f"<m:f><m:num>{run(top)}</m:num><m:den>{run(bottom)}</m:den></m:f>"
    math = f"<m:oMath>{run(left + ' = ')}{fraction}</m:oMath>"
    paragraph._p.append(parse_xml(f'<m:oMathPara xmlns:m="{MATH}">{math}</m:oMathPara>'))


class Notes:
    """The footnotes part: python-docx reads none and writes none."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts
        self.used: list[str] = []

    def refer(self, paragraph: Paragraph, key: str) -> None:
        self.used.append(key)
        run = paragraph.add_run()
        run.style = "footnote reference"
        run._r.append(element("w:footnoteReference", id=str(len(self.used))))

    def attach(self, document: Document) -> None:
        """Write the part; call once, when the whole text stands."""
        separators = "".join(
            f'<w:footnote w:type="{name}" w:id="{number_}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
            for number_, name, tag in (
                (-1, "separator", "separator"),
                (0, "continuationSeparator", "continuationSeparator"),
            )
        )
        notes = "".join(self._note(i, self.texts[key]) for i, key in enumerate(self.used, 1))
        xml = f"<w:footnotes {nsdecls('w')}>{separators}{notes}</w:footnotes>"
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        blob = (head + xml).encode()
        part = Part(PackURI("/word/footnotes.xml"), NOTES_TYPE, blob, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    @staticmethod
    def _note(number_: int, text: str) -> str:
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        body = f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r>'
        style = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        return f'<w:footnote w:id="{number_}"><w:p>{style}{mark}{body}</w:p></w:footnote>'


def add_text(paragraph: Paragraph, text: str, notes: Notes | None = None) -> None:
    """Add text with **bold**, *italic* and [^note] to a paragraph."""
    for piece in INLINE.split(text):
        if piece.startswith("[^") and notes:
            notes.refer(paragraph, piece[2:-1])
        elif piece.startswith("**"):
            paragraph.add_run(piece[2:-2]).bold = True
        elif piece.startswith("*") and len(piece) > 1:
            paragraph.add_run(piece[1:-1]).italic = True
        elif piece:
            paragraph.add_run(piece)
