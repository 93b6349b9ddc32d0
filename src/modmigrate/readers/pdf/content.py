"""One page: its words and shapes made into items in reading order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from ...errors import told
from . import formulas, ocr, tables
from .aligned import aligned
from .boxes import boxed
from .cells import from_right
from .columns import regions
from .direction import runs_right_to_left
from .figures import figures
from .forms import typed_words
from .fractions import Stack, folded
from .frame import MAX_SIDE, frame_of
from .glyphs import words as words_of
from .half_ruled import half_ruled
from .lattice import lattices
from .lines import in_context
from .links import links_of
from .marks import mark_words
from .options import down_the_columns
from .page import Box, Grid, Item, Line, Page, Word
from .placing import insert, placed
from .plain import plain_page
from .rows import in_rows, once, segments
from .shapes import Shapes, shapes
from .structure import Tags
from .tagged_tables import tagged_tables
from .turned import turned

MAX_BOX_LABEL = 8
"""Words."""
MAX_STAMP = 15
"""Words that may be printed over a scan: a page's number, an archive's name."""


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
    if max(frame.width, frame.height) > MAX_SIDE * 10:
        return Page(number, frame.width, frame.height, broken="its sides are longer than a PDF page may have")
    out = Page(number, frame.width, frame.height)
    tags = Tags(page)
    found = words_of(text_page, page, frame, tags=tags) if text_page else []
    found += typed_words(page, frame)
    width, height = frame.width + 1, frame.height + 1
    found = [w for w in found if w.text and -1 <= w.x0 <= width and -1 <= w.y <= height and w.style.angle % 90 == 0]
    drawn = shapes(page, frame)
    if len(found) <= MAX_STAMP and _is_scan(drawn, frame.width * frame.height):
        found = [] if scan else found
        hidden = words_of(text_page, page, frame, hidden=True) if text_page and not scan else []
        if len(hidden) > 2 * len(found):
            found = hidden
        elif not found and ocr.installed():
            found = ocr.recognised(document, number, frame)
            out.recognised = bool(found)
        out.scanned, out.stamped = not found, bool(found) and found is not hidden and not out.recognised
    if drawn.images or drawn.pieces:
        found = once(found)
    found, drawn.level = folded(found, drawn.level, drawn.upright)
    stacks = [w for w in found if isinstance(w, Stack)]
    mark_words(found, drawn, links_of(document, page, frame))
    rtl = runs_right_to_left(found)
    grids, frames, found = _tables(drawn, found, number)
    for grid in grids if rtl else ():
        grid.table = from_right(grid.table)
    if tags:
        more, found = tagged_tables(found, number)
        grids += more
    if out.recognised:
        drawn.images = []  # The picture of the text says nothing that the text does not.
    pictures, labels = figures(page, frame, drawn, found, out.media, tags)
    taken = {id(w) for w in labels}
    frames += [f.box for f in drawn.fills]
    sides, found = boxed([w for w in found if id(w) not in taken], frames, frame.width * frame.height)
    lines = _lines(found, number)
    if stacks or any(isinstance(i, Line) and i.math for i in lines):
        lines = formulas.settle(lines, stacks, page, frame, out.media)
    out.items = placed(lines, [*grids, *pictures])
    for box, inside in sorted(sides, key=lambda s: s[0].y0):
        insert(out.items, box, _lines(inside, number, box))
    return out


def _is_scan(drawn: Shapes, whole: float) -> bool:
    return sum(i.box.area for i in drawn.images) > 0.4 * whole


def _tables(drawn: Shapes, words: list[Word], number: int) -> tuple[list[Grid], list[Box], list[Word]]:
    """The ruled tables, frames around text, and the words outside tables. Rules of both leave the shapes."""
    out: list[Grid] = []
    frames: list[Box] = []
    for lattice in lattices(drawn.level, drawn.upright):
        tables.refine(lattice, words)
        cells = tables.cells(lattice)
        if not tables.is_table(lattice, cells):
            continue
        taken, box = {id(w) for w in tables.fill(lattice, cells, words)}, lattice.box
        if not taken or tables.is_crossed(lattice, words):
            continue
        if sum(1 for c in cells if c.words) > 1:
            out.append(tables.grid(lattice, cells, drawn.fills, number))
            words = [w for w in words if id(w) not in taken]
            drawn.fills = [f for f in drawn.fills if not f.box.within(box, 4)]
        else:
            frames.append(box)
            if len(taken) <= MAX_BOX_LABEL:
                continue  # A box with a word or two may be part of a drawing, which needs its rules.
        drawn.level = [r for r in drawn.level if not r.within(box, 4)]
        drawn.upright = [r for r in drawn.upright if not r.within(box, 4)]
    for lattice, head in half_ruled(drawn.level, words):
        cells, box = tables.cells(lattice), lattice.box
        taken = {id(w) for w in tables.fill(lattice, cells, words)}
        out.append(tables.grid(lattice, cells, drawn.fills, number, head))
        words = [w for w in words if id(w) not in taken]
        drawn.level = [r for r in drawn.level if not r.within(box, 4)]
    return out, frames, words


def _lines(words: Sequence[Word], number: int, box: Box | None = None) -> list[Item]:
    """Lines in reading order, each with the bounds of its column, and tables without rules among them.

    `box` is the frame around them.
    """
    found = list(regions(segments([w for w in words if not w.style.angle])))
    out: list[Item] = []
    for column, region in enumerate(found):
        left, right = min(s.x0 for s in region), max(s.x1 for s in region)
        if box is not None and len(found) == 1:
            pad = min(max(left - box.x0, 1.0), 10.0)
            left, right = box.x0 + pad, box.x1 - pad
        for part in aligned(down_the_columns(in_rows(region)), number):
            if isinstance(part, Grid):
                out.append(part)
                continue
            lines = in_context(part)
            for line in lines:
                line.column, line.left, line.right = column, left, right
            out += lines
    return out + turned([w for w in words if w.style.angle], len(found))
