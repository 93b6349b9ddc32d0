"""Tables with a shaded head that repeats, and the one-cell box of case studies."""

from __future__ import annotations

import re
from typing import Any

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import Table, _Cell

from .ooxml import Notes, add_text, element

WIDTH_CM = 15.5
HEAD, BOX = "DFF1EE", "EEF4FA"


def add_table(document: Document, rows: list[list[Any]], shares: list[float], total: bool = False) -> Table:
    """A ruled table; `shares` are relative widths, `total` makes the last row bold."""
    table = _ruled(document, len(rows), shares)
    for place, row in enumerate(rows):
        strong = place == 0 or (total and place == len(rows) - 1)
        for cell, words in zip(table.rows[place].cells, row, strict=True):
            _fill(cell, str(words), strong, place == 0)
            cell.paragraphs[0].paragraph_format.keep_with_next = place + 1 < min(len(rows), 13)
        table.rows[place]._tr.get_or_add_trPr().append(element("w:cantSplit"))
    table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
    _gap(document)
    return table


def add_tick_table(document: Document, head: list[str], rows: int, shares: list[float]) -> None:
    """A form for handwriting: a head and empty rows."""
    add_table(document, [head, *[[""] * len(head)] * rows], shares)


def add_box(document: Document, title: str, paragraphs: list[str], notes: Notes) -> None:
    """A one-cell shaded table: a frame around a case, not a table of data."""
    row = _ruled(document, 1, [1]).rows[0]
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    cell = row.cells[0]
    shade(cell, BOX)
    first = cell.paragraphs[0]
    first.add_run(title).bold = True
    for words in paragraphs:
        add_text(cell.add_paragraph(), words, notes)
    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.space_after = Pt(4)
        paragraph.paragraph_format.line_spacing = 1.2
    _gap(document)


def shade(cell: _Cell, fill: str) -> None:
    properties = cell._tc.get_or_add_tcPr()
    properties.append(element("w:shd", val="clear", color="auto", fill=fill))


def _ruled(document: Document, rows: int, shares: list[float]) -> Table:
    table: Table = document.add_table(rows, len(shares), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for share, column in zip(shares, table.columns, strict=True):
        width = Cm(WIDTH_CM * share / sum(shares))
        column.width = width
        for cell in column.cells:
            cell.width = width
    return table


def _fill(cell: _Cell, words: str, strong: bool, head: bool) -> None:
    paragraph = cell.paragraphs[0]
    add_text(paragraph, f"**{words}**" if strong and words else words)
    paragraph.paragraph_format.space_after = Pt(1)
    paragraph.paragraph_format.line_spacing = 1.1
    for run in paragraph.runs:
        run.font.size = Pt(9.5)
    if head:
        shade(cell, HEAD)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif re.fullmatch(r"(Rp ?)?[\d.]+(,\d+)?%?", words):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif re.fullmatch(r"[A-E](, [A-E])*|-", words):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _gap(document: Document) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(9)
