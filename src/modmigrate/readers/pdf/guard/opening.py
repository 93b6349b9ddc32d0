"""Opening a PDF: passwords, damage and size, each refused in one sentence that says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ....errors import DamagedError


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
