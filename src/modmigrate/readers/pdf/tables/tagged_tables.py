"""Tables that only the structure tree tells of: their rules are missing, their cells are tagged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....document import Block, Cell, Row, Table
from ....source import Where
from ..ground.page import Box, Grid, Word
from ..lines.breaks import groups
from ..lines.cells import WAITING
from ..lines.lines import line_of
from ..lines.paragraphs import paragraph
from ..lines.rows import in_rows, segments

FILLED = 0.6
"""Share of a table's places that hold words; what places things on a page leaves more of them empty."""
MAX_SIDE = 60
MAX_CELL = 30
"""Words; cells of more are columns of text that a table only places."""

_Cells = dict[tuple[int, int], list[Word]]


def tagged_tables(words: Sequence[Word], page: int) -> tuple[list[Grid], list[Word]]:
    """The tables, and the words outside them."""
    found: dict[int, _Cells] = {}
    for word in words:
        if word.tag is not None and word.tag.cell is not None:
            cell = word.tag.cell
            found.setdefault(cell.table, {}).setdefault((cell.row, cell.column), []).append(word)
    kept = [cells for cells in found.values() if _is_table(cells)]
    taken = {id(w) for cells in kept for inside in cells.values() for w in inside}
    return [_grid(cells, page) for cells in kept], [w for w in words if id(w) not in taken] if taken else list(words)


def _is_table(cells: _Cells) -> bool:
    rows, columns = len({r for r, _ in cells}), len({c for _, c in cells})
    if (
        rows < 2
        or columns < 2
        or max(rows, columns) > MAX_SIDE
        or len(cells) + len(set(_covered(cells))) < FILLED * rows * columns
    ):
        return False
    if any(len(inside) > MAX_CELL for inside in cells.values()):
        return False
    # `Name  : …` below each other is a form's head, which lines tell better.
    second = [inside for (_, c), inside in sorted(cells.items(), key=lambda item: item[0]) if c == 1]
    return not (columns <= 3 and second and all(inside[0].text.startswith(":") for inside in second))


def _grid(cells: _Cells, page: int) -> Grid:
    where = Where(page)
    numbers, columns = sorted({r for r, _ in cells}), range(max(c for _, c in cells) + 1)
    rows = []
    covered = set(_covered(cells))
    for number in numbers:
        row = [cells.get((number, c), []) for c in columns]
        heads = [w.tag.cell.header for inside in row for w in inside if w.tag and w.tag.cell]
        read = tuple(
            Cell(tuple(_paragraphs(inside, where)), *_spans(inside))
            for c, inside in enumerate(row) if inside or (number, c) not in covered
        )  # fmt: skip
        rows.append(Row(read, header=bool(heads) and all(heads)))
    words = [w for inside in cells.values() for w in inside]
    size = words[0].style.size
    box = Box(
        min(w.x0 for w in words), min(w.y for w in words) - size,
        max(w.x1 for w in words), max(w.y for w in words) + 0.3 * size,
    )  # fmt: skip
    edges = tuple(min((w.x0 for (_, c), inside in cells.items() if c == n for w in inside), default=0) for n in columns)
    texts = tuple(" ".join(w.text for c in columns for w in cells.get((n, c), [])) for n in numbers)
    return Grid(Table(tuple(rows), where), box, edges, texts)


def _spans(inside: Sequence[Word]) -> tuple[int, int]:
    """How many columns and rows a cell with these words spans."""
    cell = inside[0].tag.cell if inside and inside[0].tag else None
    return (cell.columns, cell.rows) if cell else (1, 1)


def _covered(cells: _Cells) -> Iterator[tuple[int, int]]:
    """Places that cells reach over from where they begin."""
    for (row, column), inside in cells.items():
        columns, rows = _spans(inside)
        yield from ((row + r, column + c) for r in range(rows) for c in range(columns) if r or c)


def _paragraphs(words: Sequence[Word], where: Where) -> Iterator[Block]:
    if not words:
        return
    lines = [line_of(row) for row in in_rows(segments(words))]
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    for line in lines:
        line.left, line.right = left, right
    yield from (paragraph(group, where, left, WAITING) for group in groups(lines))
