"""Tables by their rules: a lattice of level and upright lines, its merged cells, and the words in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ....document import Block, Cell, Row, Table
from ....source import Where
from ..drawn.shapes import Fill
from ..ground.page import Grid, Word
from ..lines.breaks import groups
from ..lines.cells import WAITING
from ..lines.lines import line_of
from ..lines.paragraphs import paragraph
from ..lines.rows import Segment, in_rows, segments
from ..order.columns import regions
from .lattice import Lattice

CLOSED = 0.7
"""Share of a table's area in cells with rules or table edges all around; drawings of boxes and arrows stay below."""


def refine(lattice: Lattice, words: Sequence[Word]) -> None:
    """Part rows that stand between the same two rules: where all cells hold as many short lines at the same heights."""
    found: list[float] = []
    for top, bottom in zip(lattice.ys, lattice.ys[1:], strict=False):
        inside = [w for w in words if lattice.box.holds((w.x0 + w.x1) / 2, w.y - 0.3 * w.style.size)
                  and top < w.y - 0.3 * w.style.size < bottom]  # fmt: skip
        columns = [
            segments([w for w in inside if left <= (w.x0 + w.x1) / 2 < right])
            for left, right in zip(lattice.xs, lattice.xs[1:], strict=False)
        ]
        found += _row_edges([c for c in columns if c])
    for y in found:
        lattice.add_row(y)


def _row_edges(columns: Sequence[Sequence[Segment]]) -> list[float]:
    heights = [sorted({round(s.y, 1) for s in column}) for column in columns]
    if len(columns) < 2 or len(heights[0]) < 3 or any(len(h) != len(heights[0]) for h in heights):
        return []
    level = all(max(ys) - min(ys) < 3 for ys in zip(*heights, strict=True))
    short = all(len(s.words) <= 3 for column in columns for s in column)
    if not (level and short):
        return []
    size = columns[0][0].size
    return [b - 0.95 * size - (b - a - size) * 0.3 for a, b in zip(heights[0], heights[0][1:], strict=False)]


class Spot:
    """A cell's place and words: columns `c0`–`c1` and rows `r0`–`r1`, both ends included."""

    __slots__ = ("c0", "c1", "r0", "r1", "words")

    def __init__(self, r0: int, c0: int, r1: int, c1: int) -> None:
        self.r0, self.c0, self.r1, self.c1 = r0, c0, r1, c1
        self.words: list[Word] = []


def cells(lattice: Lattice) -> list[Spot]:
    """The lattice's cells, merged where no rule parts them."""
    xs, ys = lattice.xs, lattice.ys
    taken: set[tuple[int, int]] = set()
    out: list[Spot] = []
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            last = column
            while (
                last + 2 < len(xs)
                and (row, last + 1) not in taken
                and not lattice.parted(xs[last + 1], ys[row], ys[row + 1])
            ):
                last += 1
            low = row
            while (
                low + 2 < len(ys)
                and not _ruled(lattice, ys[low + 1], column, last)
                and not any(lattice.parted(xs[c + 1], ys[low + 1], ys[low + 2]) for c in range(column, last))
            ):
                low += 1
            out.append(Spot(row, column, low, last))
            taken |= {(r, c) for r in range(row, low + 1) for c in range(column, last + 1)}
    return out


def _ruled(lattice: Lattice, y: float, first: int, last: int) -> bool:
    return any(lattice.split(y, lattice.xs[c], lattice.xs[c + 1]) for c in range(first, last + 1))


def is_table(lattice: Lattice, found: Sequence[Spot]) -> bool:
    """Whether the cells are closed by rules, as a table's are; its outer sides may be open."""
    xs, ys = lattice.xs, lattice.ys
    closed = 0.0
    for cell in found:
        x0, x1, y0, y1 = xs[cell.c0], xs[cell.c1 + 1], ys[cell.r0], ys[cell.r1 + 1]
        sides = (
            cell.c0 == 0 or lattice.parted(x0, y0, y1), cell.c1 == len(xs) - 2 or lattice.parted(x1, y0, y1),
            cell.r0 == 0 or lattice.split(y0, x0, x1), cell.r1 == len(ys) - 2 or lattice.split(y1, x0, x1),
        )  # fmt: skip
        closed += (x1 - x0) * (y1 - y0) if all(sides) else 0.0
    return closed >= CLOSED * lattice.box.area


def fill(lattice: Lattice, found: Sequence[Spot], words: Sequence[Word]) -> list[Word]:
    """Give each word to the cell it stands in; returns the words taken."""
    place = {(r, c): cell for cell in found for r in range(cell.r0, cell.r1 + 1) for c in range(cell.c0, cell.c1 + 1)}
    box, taken = lattice.box, []
    for word in words:
        x, y = (word.x0 + word.x1) / 2, word.y - 0.3 * word.style.size
        if box.holds(x, y):
            key = (
                min(max(bisect_right(lattice.ys, y) - 1, 0), len(lattice.ys) - 2),
                min(max(bisect_right(lattice.xs, x) - 1, 0), len(lattice.xs) - 2),
            )
            place[key].words.append(word)
            taken.append(word)
    return taken


def grid(lattice: Lattice, found: Sequence[Spot], fills: Sequence[Fill], page: int, head: float = 0.0) -> Grid:
    """The table with its cells read. Rows above the height `head` are its header."""
    where = Where(page)
    rows: list[Row] = []
    for number in range(len(lattice.ys) - 1):
        inside = sorted((c for c in found if c.r0 == number), key=lambda c: c.c0)
        read = tuple(Cell(_blocks(lattice, c, where), c.c1 - c.c0 + 1, c.r1 - c.r0 + 1) for c in inside)
        rows.append(Row(read, header=lattice.ys[number] < head - 1 or (number == 0 and _is_shaded(lattice, fills))))
    kept = _without_slivers(lattice, rows, found)
    texts = tuple(" ".join(w.text for c in found if c.r0 == n for w in c.words) for n in range(len(rows)))
    return Grid(Table(kept, where), lattice.box, tuple(lattice.xs), texts)


def _without_slivers(lattice: Lattice, rows: list[Row], found: Sequence[Spot]) -> tuple[Row, ...]:
    """A double rule makes a row too low for text; it goes where nothing spans it."""
    spans = any(c.r1 > c.r0 for c in found)
    kept = [
        row for n, row in enumerate(rows)
        if spans or lattice.ys[n + 1] - lattice.ys[n] > 5 or any(c.blocks for c in row.cells)
    ]  # fmt: skip
    return tuple(kept)


def _is_shaded(lattice: Lattice, fills: Sequence[Fill]) -> bool:
    """Whether the first row, and not the last, has a ground of its own."""

    def ground(row: int) -> float:
        y = (lattice.ys[row] + lattice.ys[row + 1]) / 2
        behind = [f.box for f in fills if f.box.y0 <= y <= f.box.y1 and f.box.width > 8]
        return sum(min(b.x1, lattice.box.x1) - max(b.x0, lattice.box.x0) for b in behind)

    last = len(lattice.ys) - 2
    return last > 0 and ground(0) > 0.6 * lattice.box.width and ground(last) < 0.3 * lattice.box.width


def _blocks(lattice: Lattice, cell: Spot, where: Where) -> tuple[Block, ...]:
    if not cell.words:
        return ()
    left, right = lattice.xs[cell.c0], lattice.xs[cell.c1 + 1]
    out: list[Block] = []
    columns = list(regions(segments(cell.words)))
    for column in columns:
        lines = [line_of(row) for row in in_rows(column)]
        inner = min(line.x0 for line in lines)
        pad = min(max(inner - left, 1.0), 8.0)
        for line in lines:
            line.left, line.right = left + pad, right - pad
            if len(columns) > 1:
                line.left, line.right = inner, max(x.x1 for x in lines)
        out += [paragraph(group, where, left + pad, WAITING) for group in groups(lines)]
    return tuple(out)
