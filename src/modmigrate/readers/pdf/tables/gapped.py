"""Tables without rules: lines that leave the same strips free, with cells that stand at common edges.

A run of lines grows as long as none crosses the strips that the lines before left free. It is a table if its columns
are set to a common edge and hold data: not options, labels with their values, lists, columns of prose or programs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mean

from ....document import Block, Cell, Row, Table
from ....source import Where
from ..ground.page import Box, Grid, Word
from ..lines.alike import is_leader
from ..lines.breaks import groups
from ..lines.cells import WAITING
from ..lines.labels import is_marker, label
from ..lines.lines import line_of
from ..lines.paragraphs import paragraph
from ..lines.rows import Segment, segment
from .strips import strips

MIN_ROWS = 3
STRIP = 0.5
"""Sizes; strips between columns are wider."""
WIDE, OFTEN = 0.9, 0.4
"""Sizes of a gap that is no blank, and the share of rows that have one at a strip."""
STEP = 2.6
"""Sizes between lines of one table."""
ALIGNED = 0.6
"""Share of a column's cells that stand at its edge."""
SNAP = 4.0
FULL = 0.6
"""Share of the rows that fill two columns at least."""
PROSE = 3.6
"""Words in a line of a cell, on average, from which on all columns are text."""
LONGEST = 14
"""Words in a line of a cell, at most."""
MAX_LINES = 60

Rows = Sequence[list[Segment]]
Span = tuple[float, float]


def gapped(rows: Rows, page: int) -> Iterator[list[list[Segment]] | Grid]:
    """The rows in runs, those that make a table as a grid."""
    plain: list[list[Segment]] = []
    at = 0
    while at < len(rows):
        made, end = _from(rows, at, page)
        if made is None:
            plain.append(rows[at])
            at += 1
            continue
        if plain:
            yield plain
        plain = []
        yield made
        at = end
    if plain:
        yield plain


def _from(rows: Rows, start: int, page: int) -> tuple[Grid | None, int]:
    """The longest table that begins with this row, and where it ends."""
    if len(rows[start]) < 2 or any(_is_odd(part) for part in rows[start]):
        return None, start
    end = _reach(rows, start)
    while end - start >= MIN_ROWS:
        run = rows[start:end]
        edges = [edge for edge in strips(run, STRIP) if _is_wide(run, edge)]
        if edges and (cells := _table(run, edges)):
            return _grid(run, cells, edges, page), end
        # A line or two of text below may keep to the strips by chance.
        end -= 1
        if end - start < MIN_ROWS or len(rows[end]) > 1:
            break
    return None, start


def _is_wide(rows: Rows, edge: float) -> bool:
    """Whether the gap at a strip is wider than a blank in many of the rows that have words on both sides."""
    gaps = []
    for row in rows:
        words = [w for part in row for w in part.words]
        left, right = [w.x1 for w in words if w.x1 <= edge], [w.x0 for w in words if w.x0 >= edge]
        if left and right:
            gaps.append(min(right) - max(left) > WIDE * row[0].size)
    return sum(gaps) >= OFTEN * len(gaps)


def _is_odd(part: Segment) -> bool:
    first = part.words[0]
    return first.style.code or first.style.math or first.mark.script is not None or is_leader(part.text)


def _reach(rows: Rows, start: int) -> int:
    """How far rows leave strips of the first one free, closely below each other."""
    size = rows[start][0].size
    free: list[Span] = [(a.x1, b.x0) for a, b in pairwise(rows[start])]
    end = start + 1
    while end < len(rows) and end - start < MAX_LINES:
        row = rows[end]
        if row[0].y - rows[end - 1][0].y > STEP * size or any(_is_odd(part) for part in row):
            break
        left = [s for span in free for s in _cut(span, row) if s[1] - s[0] >= STRIP * size]
        if not left or (len(row) == 1 and _crosses(row[0], free)):
            break
        free = left
        end += 1
    return end


def _cut(span: Span, row: Sequence[Segment]) -> Iterator[Span]:
    """What a row leaves free of a strip."""
    x0, x1 = span
    for part in row:
        for word in part.words:
            if word.x1 > x0 and word.x0 < x1:
                if word.x0 > x0:
                    yield x0, word.x0
                x0 = max(x0, word.x1)
    if x0 < x1:
        yield x0, x1


def _crosses(part: Segment, free: Sequence[Span]) -> bool:
    """Whether a line that stands alone runs over a strip: text over the whole width."""
    return any(part.x0 < x0 - 1 and part.x1 > x1 + 1 for x0, x1 in free)


Cells = list[list[list[list[Word]]]]
"""Rows of cells of lines of words."""


def _table(rows: Rows, edges: Sequence[float]) -> Cells:
    """The cells of a table; [] for other lines."""
    lines = [_columns(row, edges) for row in rows]
    made = _joined(rows, lines)
    full = [row for row in made if sum(map(bool, row)) > 1]
    if len(made) < MIN_ROWS or len(full) < FULL * len(made):
        return []
    if len(edges) == 1 and len(full) < len(made):
        return []
    return made if _holds_data(made) and _is_set(made) and not _is_contents(made) else []


def _columns(row: Sequence[Segment], edges: Sequence[float]) -> list[list[Word]]:
    out: list[list[Word]] = [[] for _ in range(len(edges) + 1)]
    for part in row:
        for word in part.words:
            out[sum((word.x0 + word.x1) / 2 > edge for edge in edges)].append(word)
    return out


def _joined(rows: Rows, lines: Sequence[list[list[Word]]]) -> Cells:
    """Lines to rows: a row begins where its first cell is filled, or behind a wider gap."""
    steps = [b[0].y - a[0].y for a, b in pairwise(rows)]
    usual = min(steps, default=0.0)
    out: Cells = []
    for at, line in enumerate(lines):
        apart = at > 0 and steps[at - 1] > 1.3 * usual
        goes_on = line[0] and not any(line[1:]) and line[0][0].text[:1].islower()
        if out and not apart and (not line[0] or goes_on):
            for cell, words in zip(out[-1], line, strict=True):
                if words:
                    cell.append(words)
        else:
            out.append([[words] if words else [] for words in line])
    return out


def _text(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)


def _holds_data(made: Cells) -> bool:
    """Whether cells hold data, by what they begin and end with and how long they are."""
    columns = [[row[n] for row in made if row[n]] for n in range(len(made[0]))]
    first = [_text(cell[0]) for cell in columns[0]]
    if any(len(line) > LONGEST for column in columns for cell in column for line in cell):
        return False
    # Items of a list stand apart from their markers.
    if all(is_marker(text) for text in first) and len(columns) == 2:
        return False
    texts = [_text(cell[0]) for column in columns for cell in column]
    if any(t.startswith((":", "☐", "☑")) or t.endswith(":") for t in texts):
        return False
    if any(label(_text(cell[0])) for column in columns[1:] for cell in column) or _lettered(first):
        return False
    words = [mean(len(line) for cell in column for line in cell) for column in columns]
    return min(words) <= PROSE and len(columns[0]) > 1


def _lettered(first: Sequence[str]) -> bool:
    """Whether the first column holds options or items with their text: `a. …`, `1. …`."""
    return sum(bool(label(text)) and not is_marker(text) for text in first) > 1


def _is_set(made: Cells) -> bool:
    """Whether each column keeps to its left edge, its right edge or its middle."""
    for n in range(len(made[0])):
        cells = [row[n] for row in made[1:] if row[n]]
        lefts = [min(line[0].x0 for line in cell) for cell in cells]
        rights = [max(line[-1].x1 for line in cell) for cell in cells]
        middles = [(a + b) / 2 for a, b in zip(lefts, rights, strict=True)]
        if cells and max(map(_common, (lefts, rights, middles))) < ALIGNED:
            return False
    return True


def _common(places: Sequence[float]) -> float:
    """The share of places that stand at one of them."""
    return max(sum(abs(p - q) <= SNAP for q in places) for p in places) / len(places)


def _is_contents(made: Cells) -> bool:
    """Names with numbers that rise are contents, unless they count the rows."""
    last = [_text(line) for row in made for line in row[-1]]
    if len(made[0]) != 2 or not all(text.isdecimal() for text in last):
        return False
    numbers = [int(text) for text in last]
    return numbers == sorted(numbers) and numbers != list(range(1, len(numbers) + 1))


def _grid(rows: Rows, made: Cells, edges: Sequence[float], page: int) -> Grid:
    where = Where(page)
    box = Box(
        min(part.x0 for row in rows for part in row), rows[0][0].y - rows[0][0].size,
        max(part.x1 for row in rows for part in row), rows[-1][0].y + 0.3 * rows[-1][0].size,
    )  # fmt: skip
    limits = [box.x0, *edges, box.x1]
    bold = [all(w.style.bold for cell in row for line in cell for w in line) for row in made]
    out = []
    for at, row in enumerate(made):
        cells = tuple(Cell(_blocks(cell, limits[n], limits[n + 1], where)) for n, cell in enumerate(row))
        out.append(Row(cells, header=at == 0 and bold[0] and not any(bold[1:])))
    texts = tuple(" ".join(_text(line) for cell in row for line in cell) for row in made)
    return Grid(Table(tuple(out), where), box, tuple(limits[:-1]), texts)


def _blocks(cell: Sequence[list[Word]], left: float, right: float, where: Where) -> tuple[Block, ...]:
    lines = [line_of([segment(words)]) for words in cell]
    inner = min((line.x0 for line in lines), default=left)
    for line in lines:
        line.left, line.right = inner, max(right - 2, *(x.x1 for x in lines))
    return tuple(paragraph(group, where, inner, WAITING) for group in groups(lines)) if lines else ()
