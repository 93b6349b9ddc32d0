"""What people filled into a form's fields or typed onto a page: words at their places, as print shows them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from ..ground.frame import Frame
from ..ground.page import Box, Style, Word

MAX_ANNOTATIONS = 2_000
MAX_VALUE = 20_000
_TICK, _BOX = "☑", "☐"


def typed_words(page: Any, frame: Frame) -> list[Word]:
    """Words of filled fields, boxes with and without their ticks, and free text laid on the page."""
    found: list[Word] = []
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, at)
        if not annotation:
            continue
        try:
            found += _words(annotation, frame)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def _words(annotation: Any, frame: Frame) -> Iterator[Word]:
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    if kind not in (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT):
        return
    if pdfium.FPDFAnnot_GetFlags(annotation) & (pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW):
        return
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, rectangle)
    box = frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
    if kind == pdfium.FPDF_ANNOT_FREETEXT:
        yield from _placed(_string(annotation, b"Contents"), box)
    elif pdfium.FPDFAnnot_GetValueType(annotation, b"V") == pdfium.FPDF_OBJECT_STRING:
        yield from _placed(_string(annotation, b"V"), box)
    elif state := _string(annotation, b"AS"):
        yield from _placed(_BOX if state == "Off" else _TICK, box)


def _string(annotation: Any, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < length <= MAX_VALUE:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace").replace("\r", "\n")


def _placed(value: str, box: Box) -> Iterator[Word]:
    """The value's words in the field, line by line; their widths are guessed."""
    lines = [line for line in value.split("\n") if line.strip()]
    if not lines:
        return
    size = round(min(max(box.height / len(lines) * 0.7, 6.0), 11.0), 1)
    style = Style(size)
    step = min(box.height / len(lines), 1.3 * size)
    for at, line in enumerate(lines):
        x, y = box.x0 + 2, box.y0 + (box.height - step * len(lines)) / 2 + step * (at + 0.75)
        for word in line.split():
            width = 0.5 * size * len(word)
            yield Word(word, x, x + width, y, style)
            x += width + 0.25 * size
