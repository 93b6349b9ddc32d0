"""Pictures' bytes: a stored JPEG as it is, everything else as the page shows it, as PNG."""

from __future__ import annotations

import ctypes
import hashlib
import struct
import zlib
from typing import Any

import pypdfium2.raw as pdfium

from ....document import Media
from ..drawn.shapes import Image
from ..ground.frame import Frame
from ..ground.page import Box

MAX_WIDTH = 1600
MAX_PIXELS = 4_000_000
DRAWING_SCALE = 2.0
"""Pixels per point for vector drawings: sharp on a phone's screen, still small."""
MAX_SCALE = 4.0
MAX_STORED = 30_000_000


def store(media: dict[str, Media], data: bytes, kind: str, ending: str) -> str:
    """Keep a picture under a name made from its bytes; the same picture is kept once."""
    name = f"media/{hashlib.sha256(data).hexdigest()[:12]}.{ending}"
    media[name] = Media(data, kind)
    return name


def picture(page: Any, frame: Frame, image: Image, media: dict[str, Media]) -> str | None:
    """The name of a placed picture; None if it cannot be read."""
    obj = ctypes.cast(image.handle, pdfium.FPDF_PAGEOBJECT)
    data = _jpeg(obj, frame) if not image.nested else None
    if data is not None:
        return store(media, data, "image/jpeg", "jpg")
    return region(page, frame, image.box, media, _native_scale(obj, image.box))


def region(page: Any, frame: Frame, box: Box, media: dict[str, Media], scale: float = DRAWING_SCALE) -> str | None:
    """The name of a picture of a part of the page."""
    scale = min(scale, MAX_WIDTH / max(box.width, 1), (MAX_PIXELS / max(box.area, 1)) ** 0.5)
    data = rendered(page, frame, box, scale)
    return store(media, data, "image/png", "png") if data else None


def _native_scale(obj: Any, box: Box) -> float:
    """Pixels per point that the stored picture has, so that rendering neither blurs nor blows it up."""
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFImageObj_GetImagePixelSize(obj, width, height) or box.width <= 0:
        return DRAWING_SCALE
    return min(max(width.value / box.width, height.value / max(box.height, 1), 1.0), MAX_SCALE)


def _jpeg(obj: Any, frame: Frame) -> bytes | None:
    """A stored JPEG's own bytes, where it is shown upright, opaque, and in colours that browsers know."""
    if pdfium.FPDFImageObj_GetImageFilterCount(obj) != 1 or frame.turn or pdfium.FPDFPageObj_HasTransparency(obj):
        return None
    name = ctypes.create_string_buffer(32)
    pdfium.FPDFImageObj_GetImageFilter(obj, 0, name, 32)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(obj, matrix)
    upright = matrix.a > 0 and matrix.d > 0 and abs(matrix.b) < 0.01 and abs(matrix.c) < 0.01
    if name.value != b"DCTDecode" or not upright:
        return None
    length = pdfium.FPDFImageObj_GetImageDataRaw(obj, None, 0)
    if not 0 < length <= MAX_STORED:
        return None
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFImageObj_GetImageDataRaw(obj, buffer, length)
    data = buffer.raw[:length]
    return data if _is_plain_jpeg(data) else None


def _is_plain_jpeg(data: bytes) -> bool:
    """A JPEG of one or three components; four are printer's colours, which browsers show wrongly."""
    at = 2
    while data[:3] == b"\xff\xd8\xff" and at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in (0xC0, 0xC1, 0xC2):
            return data[at + 9] in (1, 3)
        at += 2 + length
    return False


def rendered(page: Any, frame: Frame, box: Box, scale: float) -> bytes | None:
    """A part of the page as PNG."""
    width, height = max(1, round(box.width * scale)), max(1, round(box.height * scale))
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGR, None, 0)
    if not bitmap:
        return None
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(
            bitmap, page, -round(box.x0 * scale), -round(box.y0 * scale),
            round(frame.width * scale), round(frame.height * scale), 0, pdfium.FPDF_ANNOT,
        )  # fmt: skip
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return png(data, width, height, stride)


def png(data: bytes, width: int, height: int, stride: int) -> bytes:
    """A PNG file of rows of blue, green, red bytes; grey pictures are stored as grey (PNG specification, 11.2)."""
    blue, green, red = data[0::3], data[1::3], data[2::3]
    if stride != width * 3:
        rows = [data[y * stride : y * stride + width * 3] for y in range(height)]
        joined = b"".join(rows)
        blue, green, red = joined[0::3], joined[1::3], joined[2::3]
    if blue == green == red:
        depth, pixels, step = 0, blue, width
    else:
        colours = bytearray(width * height * 3)
        colours[0::3], colours[1::3], colours[2::3] = red, green, blue
        depth, pixels, step = 2, bytes(colours), width * 3
    raw = b"".join(b"\0" + pixels[y * step : (y + 1) * step] for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, depth, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, body) for kind, body in ((b"IHDR", head), (b"IDAT", zlib.compress(raw, 6)), (b"IEND", b""))
    )


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
