"""Tables without rules: rows of short pieces that begin at the same places, row after row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....document import Cell, Row, Table
from ....source import Where
from ..ground.page import Box, Grid
from ..lines.cells import WAITING
from ..lines.labels import label
from ..lines.lines import line_of
from ..lines.paragraphs import paragraph
from ..lines.rows import Segment

MIN_ROWS = 3
SNAP = 4.0
MAX_WORDS = 6
"""In a cell; longer pieces side by side are text in columns, or an option and its neighbour."""


def aligned(rows: Sequence[list[Segment]], page: int) -> Iterator[list[list[Segment]] | Grid]:
    """The rows in runs, those that make a table as a grid."""
    plain: list[list[Segment]] = []
    at = 0
    while at < len(rows):
        end = _end(rows, at)
        if end - at >= MIN_ROWS and _is_table(rows[at:end]):
            if plain:
                yield plain
            plain = []
            yield _grid(rows[at:end], page)
            at = end
        else:
            plain.append(rows[at])
            at += 1
    if plain:
        yield plain


def _end(rows: Sequence[list[Segment]], start: int) -> int:
    """How far rows have pieces at the same places and follow each other closely."""
    first = rows[start]
    end = start + 1
    while len(first) > 1 and end < len(rows):
        row, before = rows[end], rows[end - 1]
        if len(row) != len(first) or row[0].y - before[0].y > 2.6 * row[0].size:
            break
        if not all(_same_place(a, b) for a, b in zip(first, row, strict=True)):
            break
        end += 1
    return end


def _same_place(a: Segment, b: Segment) -> bool:
    middle = abs(a.x0 + a.x1 - b.x0 - b.x1) / 2
    return min(abs(a.x0 - b.x0), abs(a.x1 - b.x1), middle) <= SNAP


def _is_table(rows: Sequence[list[Segment]]) -> bool:
    """Whether aligned pieces are cells: not options, not labels with their values, not a contents table, no program."""
    pieces = [piece for row in rows for piece in row]
    if any(len(p.words) > MAX_WORDS or p.words[0].style.code or p.words[0].style.math for p in pieces):
        return False
    if any(p.text.startswith(":") or p.text.endswith(":") or label(p.text) for p in pieces):
        return False
    if any(p.words[0].mark.script for p in pieces):
        return False
    last = [row[-1].text for row in rows]
    if len(rows[0]) == 2 and all(t.isdecimal() for t in last):
        numbers = [int(t) for t in last]
        return numbers == list(range(1, len(rows) + 1)) or numbers != sorted(numbers)
    return len(rows[0]) > 2 or all(row[1].x0 - row[0].x1 > 2 * row[0].size for row in rows)


def _grid(rows: Sequence[list[Segment]], page: int) -> Grid:
    where = Where(page)
    made = []
    for row in rows:
        cells = []
        for piece in row:
            line = line_of([piece])
            line.left, line.right = line.x0, line.x1
            cells.append(Cell((paragraph([line], where, line.x0, WAITING),)))
        made.append(Row(tuple(cells)))
    box = Box(
        min(r[0].x0 for r in rows), rows[0][0].y - rows[0][0].size,
        max(r[-1].x1 for r in rows), rows[-1][0].y + 0.3 * rows[-1][0].size,
    )  # fmt: skip
    columns = tuple(min(row[n].x0 for row in rows) for n in range(len(rows[0])))
    return Grid(Table(tuple(made), where), box, columns, tuple(" ".join(p.text for p in row) for row in rows))
