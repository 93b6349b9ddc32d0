"""Link annotations of a page: where they are and where they lead."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

from ....text.patterns import lazy
from ..ground.frame import Frame
from ..ground.page import Box

MAX_LINKS = 2_000
OVER = 0.5
"""Share of a picture that its link covers."""
_OPENED = lazy(r"(https?:|mailto:)", re.IGNORECASE)


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


def lead_of(box: Box, links: Sequence[tuple[Box, str]]) -> str:
    """Where a picture leads: the address of a link that lies over most of it; '' for none."""
    for place, target in links:
        width = min(box.x1, place.x1) - max(box.x0, place.x0)
        height = min(box.y1, place.y1) - max(box.y0, place.y0)
        if width > 0 and height > 0 and width * height > OVER * box.area and _OPENED.match(target):
            return target
    return ""
