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

from ....processes.effort import grant
from ..ground.frame import Frame
from ..ground.page import Style, Word
from .blanks import Glyph, blanks_in, in_words
from .skew import straightened

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
SECONDS = 60.0
"""Processor time for one page beyond what a file may take."""
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
    grant(SECONDS)
    for prepare in before:
        prepare()
    try:
        picture = straightened(_picture(document, number, frame, scale), importlib.import_module("numpy"))
        return [word for top, strip in _strips(picture) for word in _words(strip, top, scale)]
    except Exception:
        return []


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


def _words(strip: Any, top: int, scale: float) -> Iterator[Word]:
    """The words of a strip that begins so many pixels below the page's top."""
    numpy = importlib.import_module("numpy")
    found, _ = _engine()(strip, return_word_box=True)
    for box, _, sure, places, letters, *_ in found or ():
        if float(sure) < SURE:
            continue
        high, low = (top + min(p[1] for p in box)) / scale, (top + max(p[1] for p in box)) / scale
        style = Style(round((low - high) * 0.75, 0) or 1.0)
        glyphs = [Glyph(c, float(place[0][0]), float(place[1][0])) for c, place in zip(letters, places, strict=False)]
        for word in in_words(glyphs, blanks_in(strip, box, numpy)):
            said = "".join(glyph.text for glyph in word)
            yield Word(said, word[0].x0 / scale, word[-1].x1 / scale, low - 0.22 * (low - high), style)


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
