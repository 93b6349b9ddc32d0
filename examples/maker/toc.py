"""The contents: Word's TOC field inside its content control, with the lines as last updated."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from .ooxml import add_field, element, field_part

Entry = tuple[int, str, str]  # level, number, title


def add_contents(document: Document, title: str, entries: list[Entry], pages: list[str]) -> None:
    """`pages` may be shorter than `entries`: the rest is shown as page 1."""
    heading = document.add_paragraph(title, style="TOC Heading")
    made = [heading]
    for place, (level, label, words) in enumerate(entries):
        paragraph = document.add_paragraph(style=f"toc {level}")
        if place == 0:
            _open(paragraph)
        page = pages[place] if place < len(pages) else "1"
        _line(paragraph, f"_Toc{200001 + place}", label, words, page)
        made.append(paragraph)
    field_part(made[-1], "end")
    _wrap(made)


def _open(paragraph: Paragraph) -> None:
    field_part(paragraph, "begin")
    text = element("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = ' TOC \\o "1-2" \\h \\z \\u '
    paragraph.add_run()._r.append(text)
    field_part(paragraph, "separate")


def _line(paragraph: Paragraph, anchor: str, label: str, words: str, page: str) -> None:
    before = len(paragraph._p)
    paragraph.add_run(f"{label}\t{words}\t" if label else f"{words}\t")
    add_field(paragraph, f"PAGEREF {anchor} \\h", page)
    link = element("w:hyperlink", anchor=anchor, history="1")
    for run in list(paragraph._p)[before:]:
        link.append(run)
    paragraph._p.append(link)


def _wrap(paragraphs: list[Paragraph]) -> None:
    control = element("w:sdt")
    properties = element("w:sdtPr")
    part = element("w:docPartObj")
    part.append(element("w:docPartGallery", val="Table of Contents"))
    part.append(element("w:docPartUnique"))
    properties.append(part)
    content = element("w:sdtContent")
    control.append(properties)
    control.append(content)
    paragraphs[0]._p.addprevious(control)
    for paragraph in paragraphs:
        content.append(paragraph._p)
