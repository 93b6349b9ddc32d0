"""Opening a PDF: passwords, damage and size, each refused in one sentence that says what to do."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ...errors import DamagedError

MAX_TITLE = 200_000
"""Bytes; nobody reads a longer one."""


@contextmanager
def opened(path: Path, password: str = "") -> Iterator[pdfium.PdfDocument]:
    """The open document. A file that only restricts printing or copying opens without a password."""
    try:
        document = pdfium.PdfDocument(path, password=password or None)
    except (pdfium.PdfiumError, ValueError) as error:
        raise DamagedError(f"{path.name}: {_sentence(str(error), password)}") from None
    try:
        yield document
    finally:
        document.close()


def _sentence(error: str, password: str) -> str:
    if "password" in error.lower():
        if password:
            return "the password does not open the file; give the right one with --password"
        return "the file is encrypted; give its password with --password"
    if "security" in error.lower():
        return "the file is encrypted in a way that is not read; save it without protection"
    return "the file is damaged or no PDF; export it again as PDF"


def attached(document: pdfium.PdfDocument) -> int:
    """How many files are attached: a portfolio keeps its contents there."""
    return max(int(raw.FPDFDoc_GetAttachmentCount(document.raw)), 0)


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
