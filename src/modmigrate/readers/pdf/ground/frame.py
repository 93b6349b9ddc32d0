"""From a PDF page's own coordinates to points from the upper left corner of the page as it is seen."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium
from msgspec import Struct

from .page import Box

MAX_SIDE = 14_400.0
"""Points; the largest page side that ISO 32000-1 annex C lets a reader expect."""


class Frame(Struct, frozen=True):
    """The visible box in PDF coordinates, and how far the page is turned, in degrees clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @property
    def width(self) -> float:
        """As seen."""
        return self.top - self.bottom if self.turn in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        """As seen."""
        return self.right - self.left if self.turn in (90, 270) else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as seen."""
        if self.turn == 90:
            return y - self.bottom, x - self.left
        if self.turn == 180:
            return self.right - x, y - self.bottom
        if self.turn == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle as seen."""
        (ax, ay), (bx, by) = self.point(left, bottom), self.point(right, top)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def frame_of(page: Any) -> Frame:
    """The frame of an open page: its crop box within its media box."""
    turn = (pdfium.FPDFPage_GetRotation(page) % 4) * 90
    media = _rectangle(pdfium.FPDFPage_GetMediaBox, page)
    crop = _rectangle(pdfium.FPDFPage_GetCropBox, page)
    if media is None and crop is None:
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        if turn in (90, 270):
            width, height = height, width
        return Frame(0.0, 0.0, width, height, turn)
    box = crop or media
    assert box is not None
    if media is not None and crop is not None:
        cut = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
        box = cut if cut[0] < cut[2] and cut[1] < cut[3] else media
    return Frame(*box, turn)


def _rectangle(get: Any, page: Any) -> tuple[float, float, float, float] | None:
    values = [ctypes.c_float() for _ in range(4)]
    if not get(page, *values):
        return None
    left, bottom, right, top = (v.value for v in values)
    left, right = sorted((left, right))
    bottom, top = sorted((bottom, top))
    return (left, bottom, right, top) if right > left and top > bottom else None
