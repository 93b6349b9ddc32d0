"""Table rows whose cells hold whole columns: labels in one, figures in the next, a line of text for each row.

People type such tables and align the figures with empty paragraphs. What Word shows as rows becomes rows, so that
a screen reader says the figure after its label and a phone's narrower column cannot shift one against the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest

from msgspec.structs import replace

from ...document import Block, Cell, Inline, Paragraph, Row, Span
from ...text.patterns import lazy

_FIGURE = lazy(r"(?=.*\d)(?:\W*[^\W\d_]){0,3}[\W\d_]+[^\W\d_]{0,3}\W*|[-–—.]+", re.DOTALL)
_WORDS = lazy(r"[^\W\d_]{3}")
_LEAST = 3
"""Two lines beside each other are as often two lines of prose."""

Column = list[Block | None]
"""The lines of a cell; None for an empty one."""


def split(rows: Sequence[Row]) -> Iterator[Row]:
    """A table's rows, cut where their lines align; empty paragraphs stay only where they align others."""
    regular = all(cell.rowspan == 1 for row in rows for cell in row.cells)
    for row in rows:
        columns = [_column(cell) for cell in row.cells]
        if not row.header and regular and _aligns(columns):
            yield from _cut(row, columns)
        else:
            yield Row(tuple(map(_without_empty, row.cells)), row.header)


def _cut(row: Row, columns: Sequence[Column | None]) -> Iterator[Row]:
    groups = _even(columns) or _even_to_gap(columns)
    if not groups or _breaks_paragraphs(groups):
        groups = [tuple(_trimmed(cell) for cell in row.cells)]
    for group in groups:
        yield _with(row, group)


def _breaks_paragraphs(groups: Sequence[Group]) -> bool:
    """Whether lines of one paragraph would stand in several rows: its text must be read on without a gap."""
    for column in zip(*groups, strict=True):
        if any(above[-1].where == below[0].where for above, below in pairwise(filter(None, column))):
            return True
    return False


def _with(row: Row, group: Iterable[tuple[Block, ...]]) -> Row:
    cells = (replace(cell, blocks=blocks) for cell, blocks in zip(row.cells, group, strict=True))
    return Row(tuple(cells), row.header)


def _column(cell: Cell) -> Column | None:
    """The lines of a cell of plain paragraphs, empty ones at its end left out; None for any other cell."""
    lines: Column = []
    for block in cell.blocks:
        if not isinstance(block, Paragraph) or block.marker is not None:
            return None
        lines += _lines(block)
    while lines and lines[-1] is None:
        lines.pop()
    return lines


def _lines(paragraph: Paragraph) -> Iterator[Block | None]:
    """A paragraph cut at its line breaks."""
    pieces: list[list[Inline]] = [[]]
    for inline in paragraph.inlines:
        if isinstance(inline, Span) and "\n" in inline.text:
            first, *more = inline.text.split("\n")
            pieces[-1].append(replace(inline, text=first))
            pieces += [[replace(inline, text=text)] for text in more]
        else:
            pieces[-1].append(inline)
    anchors = paragraph.anchors
    for piece in pieces:
        shown = tuple(i for i in piece if not (isinstance(i, Span) and not i.text))
        if any(not isinstance(i, Span) or i.text.strip() for i in shown):
            yield replace(paragraph, inlines=shown, anchors=anchors)
            anchors = ()
        else:
            yield None


def _aligns(columns: Sequence[Column | None]) -> bool:
    """Whether a column of words stands beside one of figures."""
    kinds = [_kind(column) for column in columns if column is not None]
    return len(kinds) == len(columns) and "figures" in kinds and "words" in kinds


def _kind(column: Column) -> str:
    texts = [b.text.strip() for b in column if isinstance(b, Paragraph)]
    if len(texts) < _LEAST:
        return ""
    figures = sum(len(t) <= 24 and _FIGURE.fullmatch(t) is not None for t in texts)
    if 3 * figures >= 2 * len(texts):
        return "figures"
    return "words" if 3 * sum(_WORDS.search(t) is not None for t in texts) >= 2 * len(texts) else ""


Group = tuple[tuple[Block, ...], ...]
"""One new row: the blocks of each column."""


def _even(columns: Sequence[Column | None]) -> list[Group]:
    """A row for every line, where all columns that hold any hold equally many."""
    lengths = {len(column) for column in columns if column}
    if len(lengths) != 1:
        return []
    return [g for g in _side_by_side([[[b] for b in column or ()] for column in columns]) if any(g)]


def _even_to_gap(columns: Sequence[Column | None]) -> list[Group]:
    """Rows as far as a line that is empty in all columns; below it, a row for every block between empty lines.

    Below, a label that wraps takes more lines than its figure, and people make up for that with more empty ones.
    """
    filled = [column for column in columns if column]
    shortest = min(map(len, filled))
    gap = next((n for n in range(shortest + 1) if all(n >= len(c) or c[n] is None for c in filled)), None)
    if gap is None:
        return []
    head = _side_by_side([[[b] for b in (column or ())[:gap]] for column in columns])
    below = [list(_stacks((column or [])[gap:])) for column in columns]
    if len({len(stacks) for stacks in below if stacks}) > 1:
        return []
    return [g for g in (*head, *_side_by_side(below)) if any(g)]


def _side_by_side(columns: Sequence[Sequence[Column]]) -> list[Group]:
    """The n-th lines of every column as one row each."""
    return [tuple(tuple(b for b in part or () if b is not None) for part in parts) for parts in zip_longest(*columns)]


def _stacks(column: Column) -> Iterator[Column]:
    """The lines between empty ones."""
    stack: Column = []
    for line in (*column, None):
        if line is not None:
            stack.append(line)
        elif stack:
            yield stack
            stack = []


def _without_empty(cell: Cell) -> Cell:
    kept = tuple(b for b in cell.blocks if not _is_empty(b))
    return cell if len(kept) == len(cell.blocks) else replace(cell, blocks=kept)


def _trimmed(cell: Cell) -> tuple[Block, ...]:
    blocks = list(cell.blocks)
    while blocks and _is_empty(blocks[-1]):
        blocks.pop()
    return tuple(blocks)


def _is_empty(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.inlines
