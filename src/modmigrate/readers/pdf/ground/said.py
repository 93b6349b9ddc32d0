"""What a file says of itself: its title, and the entries of its outline; whatever its letters, half ones too."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

MAX_TITLE = 200_000
"""Bytes; nobody reads a longer one."""


def title(document: pdfium.PdfDocument) -> str:
    """The title among the file's properties; halves of letters in it come as U+FFFD."""
    return _text(lambda buffer, size: raw.FPDF_GetMetaText(document.raw, b"Title", buffer, size))


def bookmark_title(bookmark: pdfium.PdfBookmark) -> str:
    """The same for an entry of the outline."""
    return _text(lambda buffer, size: raw.FPDFBookmark_GetTitle(bookmark.raw, buffer, size))


def _text(ask: Callable[[Any, int], int]) -> str:
    """What a function of pdfium gives that fills a buffer with UTF-16 and tells its size in bytes, a zero included."""
    size = min(ask(None, 0), MAX_TITLE)
    buffer = ctypes.create_string_buffer(size)
    if size < 2 or ask(buffer, size) > size:
        return ""
    return buffer.raw[: size - 2].decode("utf-16-le", "replace").replace("\0", "").strip()
