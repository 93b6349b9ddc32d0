"""A page's plain text: what is left to do where reading its words with their places met a mistake of this program."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from ...document import Look
from .ground.page import Line, Page, Run

SIZE, STEP, MARGIN = 11.0, 14.0, 72.0
"""Points; the lines are set below each other, since where they stand is not known."""
MAX_CHARS = 400_000


def plain_page(document: Any, number: int, fault: str) -> Page:
    """The page as lines of text in the file's order, with what was at fault."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        return Page(number, 0, 0, fault=fault)
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        said = _text(text_page) if text_page else ""
    finally:
        if text_page:
            pdfium.FPDFText_ClosePage(text_page)
        pdfium.FPDF_ClosePage(page)
    lines = [" ".join(line.split()) for line in said.splitlines()]
    return Page(number, width, height, [_line(line, at, width) for at, line in enumerate(lines) if line], fault=fault)


def _text(text_page: Any) -> str:
    count = min(pdfium.FPDFText_CountChars(text_page), MAX_CHARS)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count * 2 + 2))()
    length = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: max(length - 1, 0) * 2].decode("utf-16-le", "replace")
    return "".join(c if c.isprintable() else "\n" if c in "\r\n" else " " for c in text)


def _line(text: str, at: int, width: float) -> Line:
    right = max(width - MARGIN, MARGIN)
    return Line([Run(text, Look(size=SIZE))], MARGIN, right, MARGIN + at * STEP, SIZE, MARGIN, right, text=text)
