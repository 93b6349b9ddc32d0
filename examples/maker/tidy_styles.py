"""Page, styles, header and footer of a carefully made Word document."""

from __future__ import annotations

from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor

from .ooxml import add_field, element

INK, ACCENT = RGBColor(0x1B, 0x5E, 0x5A), RGBColor(0xB5, 0x65, 0x1D)
WIDTH_CM = 15.5
FONT = "Arial"


def new_page_document() -> Document:
    """An empty A4 document with all styles set."""
    document = docx.Document()
    set_page(document.sections[0])
    _base(document)
    _headings(document)
    _small_styles(document)
    return document


def set_page(section: Section) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)


def set_font(style: Any, name: str, size: float) -> None:
    style.font.name, style.font.size = name, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{slot}"), name)


def _base(document: Document) -> None:
    normal = document.styles["Normal"]
    set_font(normal, FONT, 10.5)
    normal.element.get_or_add_rPr().append(element("w:lang", val="id-ID"))
    form = normal.paragraph_format
    form.space_after, form.line_spacing = Pt(5), 1.13
    form.widow_control = True
    document.styles["List Paragraph"].paragraph_format.space_after = Pt(1)
    for name in ("Header", "Footer"):
        tabs = document.styles[name].element.pPr.find(qn("w:tabs"))
        document.styles[name].element.pPr.remove(tabs)


def _headings(document: Document) -> None:
    sizes = {1: (16, 0, 14), 2: (12.5, 12, 4), 3: (11, 8, 3)}
    for level, (size, before, after) in sizes.items():
        style = document.styles[f"Heading {level}"]
        set_font(style, FONT, size)
        style.font.bold, style.font.color.rgb = True, INK
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(before), Pt(after)
        form.keep_with_next = True
    first = document.styles["Heading 1"].paragraph_format
    first.alignment, first.page_break_before = WD_ALIGN_PARAGRAPH.CENTER, True
    title = document.styles["Title"]
    set_font(title, FONT, 30)
    title.font.bold, title.font.color.rgb = True, INK
    border = title.element.pPr.find(qn("w:pBdr"))
    if border is not None:
        title.element.pPr.remove(border)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    subtitle = document.styles["Subtitle"]
    set_font(subtitle, FONT, 14)
    subtitle.font.italic, subtitle.font.color.rgb = False, ACCENT
    subtitle.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _small_styles(document: Document) -> None:
    caption = document.styles["Caption"]
    set_font(caption, FONT, 9.5)
    caption.font.bold, caption.font.color.rgb = True, INK
    caption.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    caption.paragraph_format.space_after = Pt(6)
    head = document.styles["TOC Heading"]
    set_font(head, FONT, 16)
    head.font.bold, head.font.color.rgb = True, INK
    head.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head.paragraph_format.page_break_before = True
    for level in (1, 2):
        form = _add(document, f"toc {level}", f"TOC{level}", 11 if level == 1 else 10.5)
        form.font.bold = level == 1
        form.paragraph_format.left_indent = Cm(0.8 * (level - 1))
        form.paragraph_format.space_before = Pt(4 if level == 1 else 0)
        form.paragraph_format.space_after = Pt(0)
        form.paragraph_format.line_spacing = 1.1
        stops = form.paragraph_format.tab_stops
        if level == 2:
            stops.add_tab_stop(Cm(1.5))
        stops.add_tab_stop(Cm(WIDTH_CM), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    note = _add(document, "footnote text", "FootnoteText", 9)
    note.paragraph_format.space_after = Pt(0)
    note.paragraph_format.line_spacing = 1.0
    mark = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    mark.element.set(qn("w:styleId"), "FootnoteReference")
    mark.font.superscript = True
    tip = _add(document, "Kotak", "Kotak", 10.5)
    frame(tip.element.get_or_add_pPr(), "FDF3E4", "E08E2B")
    tip.paragraph_format.left_indent = tip.paragraph_format.right_indent = Cm(0.3)


def _add(document: Document, name: str, style_id: str, size: float) -> Any:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), style_id)
    style.base_style = document.styles["Normal"]
    set_font(style, FONT, size)
    return style


def frame(properties: Any, fill: str, line: str) -> None:
    """A shaded paragraph with a thick line at its left."""
    border = element("w:pBdr")
    border.append(element("w:left", val="single", sz="24", space="6", color=line))
    properties.append(border)
    properties.append(element("w:shd", val="clear", color="auto", fill=fill))


def head_and_foot(section: Section, head: str, foot: str, page_format: str) -> None:
    """A running head, a foot with the page number, and pages counted from one."""
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    top, bottom = section.header.paragraphs[0], section.footer.paragraphs[0]
    top.text, top.alignment = head, WD_ALIGN_PARAGRAPH.RIGHT
    top.runs[0].font.size, top.runs[0].italic = Pt(9), True
    stops = bottom.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(WIDTH_CM), WD_TAB_ALIGNMENT.RIGHT)
    bottom.add_run(f"{foot}\t")
    add_field(bottom, "PAGE", "1")
    for run in bottom.runs:
        run.font.size = Pt(9)
    kind = element("w:pgNumType", start="1")
    if page_format != "decimal":
        kind.set(qn("w:fmt"), page_format)
    properties: Any = section._sectPr
    for inherited in properties.findall(qn("w:pgNumType")):
        properties.remove(inherited)
    properties.find(qn("w:cols")).addprevious(kind)  # the order of ECMA-376 17.6.17
