"""Columns made with tabs: lines that stand together and have equally many pieces are a table to whoever sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ... import document as doc
from ...text.patterns import lazy
from ..lines.line import Line, cut

COLUMNS = 3
"""Fewer pieces are a label and its value, or a text behind a number."""
ROWS = 3
_PIECE = lazy(r"[^\t\n]*[^\s][^\t\n]*")


def table(lines: Sequence[Line], at: int) -> tuple[doc.Table, int] | None:
    """The table that begins at a line and the line behind it; None where none does."""
    rows: list[doc.Row] = []
    end = at
    while end < len(lines) and (found := _rows(lines[end])) and (not rows or len(found[0].cells) == len(rows[0].cells)):
        rows += found
        end += 1
    if len(rows) < ROWS:
        return None
    return doc.Table(tuple(rows), lines[at].block.where), end


def _rows(line: Line) -> list[doc.Row]:
    """A line's rows, one for every break in it; [] unless all have equally many pieces, and enough of them."""
    block = line.block
    if not isinstance(block, doc.Paragraph) or line.label is not None or "\t" not in line.text:
        return []
    rows = [doc.Row(tuple(_cells(block, start, end))) for start, end in _parts(block.text, line.start, line.end)]
    widths = {len(row.cells) for row in rows}
    return rows if len(widths) == 1 and min(widths) >= COLUMNS else []


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r"[^\n]+", text[start:end]):
        if found[0].strip():
            yield start + found.start(), start + found.end()


def _cells(block: doc.Paragraph, start: int, end: int) -> Iterator[doc.Cell]:
    pieces = [m.span() for m in _PIECE.finditer(block.text, start, end)]
    for n, (first, last) in enumerate(pieces):
        # Pictures and note marks stand between offsets: what is before the first piece belongs to it.
        inlines = cut(block.inlines, first, last, start if n == 0 else None)
        yield doc.Cell((doc.Paragraph(inlines, block.where, layout=doc.Layout(bold=_bold(inlines))),))


def _bold(inlines: Sequence[doc.Inline]) -> bool:
    spans = [i for i in inlines if isinstance(i, doc.Span) and i.text.strip()]
    return bool(spans) and all(s.look.bold for s in spans)
