"""Objectives in tables: a cell that announces them, and the cells below or beside it that list them."""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Cell, Table
from .grid import cell_lines, cell_text
from .lines import Line
from .words import Words


def listed_in(table: Table, words: Words) -> list[Line]:
    """The lines that list objectives where that is all a table does; [] for other tables.

    `| Tujuan Pembelajaran |` above its list, or `| Tujuan | 1. … |` in one row.
    """
    first = next((row.cells[0] for row in table.rows if row.cells), None)
    if first is None or not _announces(first, words):
        return []
    rows = [row.cells for row in table.rows if any(cell_text(c).strip() for c in row.cells)]
    if len(rows) == 1 and len(rows[0]) == 2:
        return _lines(rows[0][1:])
    if len(rows) > 1 and all(len(cells) == 1 for cells in rows):
        return [line for cells in rows[1:] for line in _lines(cells)]
    return []


def _announces(cell: Cell, words: Words) -> bool:
    return words.role(cell_text(cell), extra=0) == "objectives"


def _lines(cells: Sequence[Cell]) -> list[Line]:
    return [line for cell in cells for line in cell_lines(cell)]
