"""One page: its words and shapes made into items in reading order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

from ...errors import told
from . import steps
from .ground.frame import MAX_SIDE, frame_of
from .ground.page import Page
from .ground.tags import Tags
from .plain import plain_page
from .sheet import Sheet

STEPS: tuple[Callable[[Sheet], None], ...] = (
    steps.take_words,
    steps.take_shapes,
    steps.read_scans,
    steps.drop_overprints,
    steps.note_words,
    steps.fold_fractions,
    steps.read_ticks,
    steps.read_blanks,
    steps.mark,
    steps.take_ruled_tables,
    steps.take_tagged_tables,
    steps.take_figures,
    steps.take_boxes,
    steps.order_lines,
    steps.place,
    steps.account,
)
"""Each takes from the sheet what it accounts for; what is left at the end is running text."""


def read_page(document: Any, number: int, *, scan: bool = False, wholly: Callable[..., Page] | None = None) -> Page:
    """The page with this number, from 1; what cannot be read comes out as a broken page.

    With `scan`, a page that is a picture is read as one, whatever is printed over it. Where `wholly`, which reads all
    that is on the page, fails by a mistake of its own, the page is its plain text and says so.
    """
    try:
        return (wholly or _loaded)(document, number, scan=scan)
    except MemoryError:
        raise
    except Exception as error:
        return plain_page(document, number, told(error))


def _loaded(document: Any, number: int, *, scan: bool) -> Page:
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        return Page(number, 0, 0, broken="it is damaged")
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        return _read(document, page, text_page, number, scan=scan)
    finally:
        if text_page:
            pdfium.FPDFText_ClosePage(text_page)
        pdfium.FPDF_ClosePage(page)


def _read(document: Any, page: Any, text_page: Any, number: int, *, scan: bool) -> Page:
    frame = frame_of(page)
    out = Page(number, frame.width, frame.height)
    if max(frame.width, frame.height) > MAX_SIDE * 10:
        out.broken = "its sides are longer than a PDF page may have"
        return out
    sheet = Sheet(document, page, text_page, number, scan, frame, out, Tags(page))
    for step in STEPS:
        step(sheet)
    return out
