"""Text recognition for scanned pages, where the extra `modmigrate[ocr]` is installed; its models come with it.

RapidOCR was chosen since it installs from the package index alone, models included, and reads Latin and Chinese
letters; nothing is fetched when it runs.
"""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import pypdfium2.raw as pdfium

from .frame import Frame
from .page import Style, Word

_ENGINE = "rapidocr_onnxruntime"
STRIP = 300
"""Pixels; the engine takes a page in strips of about this height, cut where no line stands: whole pages take it
four times the memory."""
SCALE = 200 / 72
"""Pixels per point: small print is read well at 200 dots per inch, and more only costs time."""
MAX_PIXELS = 8_000_000
SURE = 0.5
"""Lines that the engine itself is less sure of are left out."""
DARK = 128
before: list[Callable[[], None]] = []
"""Called before a page is recognised: models take more memory than a page may."""


def installed() -> bool:
    """Whether text recognition can be used; does not load it."""
    return importlib.util.find_spec(_ENGINE) is not None


@lru_cache(1)
def _engine() -> Any:
    # Lines are not asked whether they stand on their heads: a fifteenth of the words would be lost by wrong answers.
    make = importlib.import_module(_ENGINE).RapidOCR
    return make(use_cls=False, rec_batch_num=1, det_limit_side_len=256)


def recognised(document: Any, number: int, frame: Frame) -> list[Word]:
    """The words of a scanned page; [] if none are seen or the engine fails."""
    scale = min(SCALE, (MAX_PIXELS / max(frame.width * frame.height, 1.0)) ** 0.5)
    for prepare in before:
        prepare()
    try:
        found = [
            line for top, strip in _strips(_picture(document, number, frame, scale)) for line in _lines(strip, top)
        ]
    except Exception:
        return []
    return [word for box, said, sure in found if float(sure) >= SURE for word in _words(box, said, scale)]


def _strips(picture: Any) -> Iterator[tuple[int, Any]]:
    """Strips of a page with where each begins, cut at the emptiest row near the wanted height."""
    ink = (picture.min(axis=2) < DARK).sum(axis=1)
    at, height = 0, len(ink)
    while at < height:
        end = height
        if height - at > STRIP * 4 // 3:
            first = at + STRIP * 2 // 3
            end = first + int(ink[first : at + STRIP].argmin())
        yield at, picture[at:end]
        at = end


def _lines(strip: Any, top: int) -> Iterator[tuple[Any, str, float]]:
    found, _ = _engine()(strip)
    for box, said, sure in found or ():
        yield [(x, y + top) for x, y in box], said, sure


def _picture(document: Any, number: int, frame: Frame, scale: float) -> Any:
    """The page as the engine takes it: rows of blue, green, red."""
    # An open page keeps its pictures unpacked; this one is closed before the engine asks for memory.
    page = pdfium.FPDF_LoadPage(document, number - 1)
    try:
        return _drawn(page, frame, scale)
    finally:
        pdfium.FPDF_ClosePage(page)


def _drawn(page: Any, frame: Frame, scale: float) -> Any:
    numpy = importlib.import_module("numpy")
    width, height = max(1, round(frame.width * scale)), max(1, round(frame.height * scale))
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGR, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return numpy.frombuffer(data, numpy.uint8).reshape(height, stride)[:, : width * 3].reshape(height, width, 3)


def _words(box: Any, said: str, scale: float) -> list[Word]:
    """A line's words, its width shared out by their letters."""
    left, right = min(p[0] for p in box) / scale, max(p[0] for p in box) / scale
    top, bottom = min(p[1] for p in box) / scale, max(p[1] for p in box) / scale
    style = Style(round((bottom - top) * 0.75, 0) or 1.0)
    step = (right - left) / max(len(said), 1)
    out, at = [], 0
    for text in said.split():
        at = said.index(text, at)
        out.append(Word(text, left + at * step, left + (at + len(text)) * step, bottom - 0.22 * (bottom - top), style))
        at += len(text)
    return out
