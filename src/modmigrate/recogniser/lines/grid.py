"""Tables as a grid of cells, merged cells standing in all their places."""

from __future__ import annotations

from collections.abc import Mapping

from ...document import Cell, Paragraph, Table
from ...text.amounts import PAIR, SEVERAL
from .line import Line, line_of

ROOMY = 3
"""Cells among which one is empty in a form."""
TICKS = frozenset({"v", "x", "✓", "✔", "√", "☑", "☒", "✗", "•", "/"})
"""What people put into a cell to mark it."""
MAX_CELLS = 20_000


def cell_lines(cell: Cell) -> list[Line]:
    """The lines with words or pictures in a cell."""
    return [line_of(b) for b in cell.blocks if isinstance(b, Paragraph) and (b.text.strip() or b.inlines)]


def cell_text(cell: Cell) -> str:
    """A cell's words as one string, labels of lists not included."""
    return " ".join(line.text for line in cell_lines(cell))


def has_room(table: Table) -> bool:
    """Whether a third of the cells below the table's head at least are empty, to be filled in."""
    below = [cell for row in table.rows[1:] for cell in row.cells]
    empty = [cell for cell in below if not cell_lines(cell)]
    return bool(below) and len(empty) * ROOMY >= len(below)


def ticked_options(table: Table) -> list[tuple[Line, bool]]:
    """Options in a table whose other column is ticked or left empty: `| X | the price |`; [] for other tables."""
    if len(table.rows) < SEVERAL or any(len(row.cells) != PAIR for row in table.rows):
        return []
    for tick, words in ((0, 1), (1, 0)):
        marks = [cell_text(row.cells[tick]).strip(" ()").casefold() for row in table.rows]
        lines = [cell_lines(row.cells[words]) for row in table.rows]
        # Boxes are left empty before the words where the key is kept back; behind them it may be room to write in.
        if (
            all(not m or m in TICKS for m in marks)
            and (any(marks) or not tick)
            and all(len(found) == 1 for found in lines)
        ):
            return [(found[0], bool(m)) for found, m in zip(lines, marks, strict=True)]
    return []


Grid = Mapping[tuple[int, int], tuple[Cell, bool]]
"""(row, column) → cell, and whether the cell begins there."""


def grid(table: Table) -> Grid:
    """All places of a table; empty for tables too large to be an exercise."""
    out: dict[tuple[int, int], tuple[Cell, bool]] = {}
    if sum(len(row.cells) for row in table.rows) > MAX_CELLS:
        return out
    for number, row in enumerate(table.rows):
        column = 0
        for cell in row.cells:
            while (number, column) in out:
                column += 1
            for down in range(cell.rowspan):
                for across in range(cell.colspan):
                    out[number + down, column + across] = (cell, not down and not across)
            column += cell.colspan
    return out


def text_at(places: Grid, row: int, column: int) -> str:
    """The words of the cell in a place, labels of lists not included; '' where there is none."""
    return cell_text(places[row, column][0]).strip() if (row, column) in places else ""
