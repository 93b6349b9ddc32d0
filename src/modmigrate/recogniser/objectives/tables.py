"""Objectives in tables: a cell that announces them, and the cells below or beside it that list them.

`| Tujuan Pembelajaran |` above its list, `| Tujuan | : | 1. … |` among other rows of a lesson's head table, or a
column headed `Objetivos`. What is taken leaves the table; its other rows and columns stay.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ...document import Cell, Row, Table
from ...text.amounts import PAIR, SEVERAL
from ..lines.grid import cell_lines, cell_text
from ..lines.line import Line
from ..words.words import Words

HEAD = 6
"""Words of a column's head."""
HEAD = 3
"""Words in a cell of a table's head."""
LEAD = 15
"""Words of a sentence that leads to objectives in the next cell: `At the end trainees can:`"""
MAX_COLUMNS = 4
"""A wider table is a plan of lessons."""


def taken(table: Table, words: Words) -> tuple[Table | None, list[Line]]:
    """The table without its objectives (None if nothing is left), and the lines that list them; [] if it has none."""
    rows = [row for row in table.rows if any(cell_text(c).strip() for c in row.cells)]
    first = rows[0].cells[0] if rows and rows[0].cells else None
    if first is None:
        return table, []
    if _announces(first, words, 0) and len(rows) > 1 and all(len(row.cells) == 1 for row in rows):
        return None, [line for row in rows[1:] for line in _lines(row.cells)]
    return _columns(table, rows, words) or _row(table, rows, words)


def whole(table: Table) -> list[Line]:
    """All entries of a table below a heading that announces objectives: `Outcome | Assessment criteria`; [] if wide."""
    head, rows = table.rows[:1], table.rows[1:]
    if not rows or any(len(row.cells) > MAX_COLUMNS for row in table.rows):
        return []
    headed = all(x.label is None and x.words <= HEAD for row in head for c in row.cells for x in cell_lines(c))
    found = [line for row in (rows if headed else table.rows) for c in row.cells for line in cell_lines(c)]
    return [x for x in found if x.words > 1]


def _row(table: Table, rows: Sequence[Row], words: Words) -> tuple[Table | None, list[Line]]:
    """The row of a head table that announces objectives in its first cell and lists them in its last."""
    for row in rows:
        if len(row.cells) < SEVERAL or not _announces(row.cells[0], words, 1):
            continue
        filled = [c for c in row.cells if cell_text(c).strip(" :：")]
        if len(filled) == PAIR and filled[0] is row.cells[0]:
            left = tuple(r for r in table.rows if r is not row)
            lines = _lines(filled[1:])
            if len(rows) == 1 or _lists(lines, words) or len(cell_text(filled[0]).split()) > 1:
                return (replace(table, rows=left) if len(rows) > 1 else None), lines
    return table, []


def _lists(lines: Sequence[Line], words: Words) -> bool:
    """Whether lines show that they are objectives: an `Indikator` may be a lamp."""
    return any(x.label is not None or "\n" in x.text or words.lead.match(x.text) for x in lines)


def _columns(table: Table, rows: Sequence[Row], words: Words) -> tuple[Table | None, list[Line]] | None:
    """The columns whose heads announce objectives; None where no head does."""
    width = len(rows[0].cells)
    if not 1 < width <= MAX_COLUMNS or len(rows) < SEVERAL or any(len(r.cells) != width for r in table.rows):
        return None
    heads = [_announces(c, words, 1) for c in rows[0].cells]
    # Below the first head of two stands the second one where a table is a form: `Tujuan | …`, `Waktu | …`.
    if not any(heads) or not all(cell_text(c).strip(" :：") for c in rows[0].cells) or _is_form(rows, heads):
        return None
    lines = [line for row in rows[1:] for cell, mine in zip(row.cells, heads, strict=True) if mine
             for line in cell_lines(cell)]  # fmt: skip
    if not (_lists(lines, words) or sum(heads) > 1 or len(rows) == PAIR):
        return None
    left = tuple(replace(r, cells=tuple(c for c, mine in zip(r.cells, heads, strict=True) if not mine))
                 for r in table.rows)  # fmt: skip
    return (None if all(heads) else replace(table, rows=left)), lines


def _is_form(rows: Sequence[Row], heads: Sequence[bool]) -> bool:
    """Whether rows and not columns are headed: the cell beside the announcing one is as long as what it announces."""
    at = heads.index(True)
    return at == 0 and any(x.label is not None or x.words > HEAD for c in rows[0].cells[1:] for x in cell_lines(c))


def _announces(cell: Cell, words: Words, extra: int) -> bool:
    text = cell_text(cell).strip(" :：")
    led = len(text.split()) <= LEAD and words.lead.match(text) is not None
    return led or words.role(text, extra=extra) == "objectives"


def _lines(cells: Sequence[Cell]) -> list[Line]:
    return [line for cell in cells for line in cell_lines(cell)]
