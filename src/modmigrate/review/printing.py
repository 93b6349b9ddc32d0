"""The pages of files that are no PDF: printed by LibreOffice, where it is installed and asked for.

Where something stands on them is found by its first words, page by page in the order of the document.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium

from ..errors import DamagedError
from ..module import folded
from ..readers.libreoffice import SECONDS, convert
from ..readers.pdf.guard.opening import opened

WORDS = 5
"""Words by which a place is known."""


@contextmanager
def printed(source: Path | None, *, wanted: bool) -> Iterator[Path | None]:
    """The PDF to draw pages of: the source itself, or its print; None where there is neither."""
    if source is None or source.suffix.lower() == ".pdf" or not wanted:
        yield source if source is not None and source.suffix.lower() == ".pdf" else None
        return
    with tempfile.TemporaryDirectory() as folder:
        convert([source], "pdf", Path(folder), SECONDS)
        yield next(iter(sorted(Path(folder).glob("*.pdf"))), None)


def located(sheets: Path, texts: Iterable[str]) -> dict[str, int]:
    """Text → the page on which its first words stand; texts in order, each sought from the last one on."""
    try:
        with opened(sheets) as document:
            pages = [_words(document, n) for n in range(len(document))]
    except DamagedError:
        return {}
    out: dict[str, int] = {}
    at = 0
    for text in texts:
        key = " ".join(folded(text).split()[:WORDS])
        if key and text not in out:
            found = next((n for n in (*range(at, len(pages)), *range(at)) if key in pages[n]), None)
            if found is not None:
                out[text] = found + 1
                at = found
    return out


def _words(document: pdfium.PdfDocument, number: int) -> str:
    try:
        page = document[number]
        text = page.get_textpage().get_text_bounded()
        page.close()
    except pdfium.PdfiumError:
        return ""
    return folded(text)
