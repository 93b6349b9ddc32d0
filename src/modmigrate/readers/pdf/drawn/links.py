"""Link annotations of a page: where they are and where they lead."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from ..ground.frame import Frame
from ..ground.page import Box

MAX_LINKS = 2_000


def links_of(document: Any, page: Any, frame: Frame) -> list[tuple[Box, str]]:
    """Links to addresses; those within the document are left to its headings."""
    found: list[tuple[Box, str]] = []
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while len(found) < MAX_LINKS and pdfium.FPDFLink_Enumerate(page, position, link):
        target = _target(document, link)
        rectangle = pdfium.FS_RECTF()
        if target and pdfium.FPDFLink_GetAnnotRect(link, rectangle):
            found.append((frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top), target))
    return found


def _target(document: Any, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    if not 1 < length < 5_000:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode("utf-8", "replace")
