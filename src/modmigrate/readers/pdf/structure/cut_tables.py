"""The two parts of a table that a page's end cut, in the same columns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from ....document import Row
from ..ground.page import Grid

NEAR = 4.0
"""Points by which the edges of a column may differ from page to page."""


def in_columns(first: Grid, second: Grid) -> tuple[Grid, Grid] | None:
    """Both with the columns of the one that has more; None where the other's edges are not among these.

    The merged cells of a head at a page's foot show fewer columns than the rows below them on the next page.
    """
    if len(first.columns) < 2 or len(second.columns) < 2:
        return None
    shift = second.columns[0] - first.columns[0]
    few, many = sorted(([x + shift for x in first.columns], list(second.columns)), key=len)
    places = [bisect_left(many, x - NEAR) for x in few]
    if any(at == len(many) or abs(many[at] - x) > NEAR for at, x in zip(places, few, strict=True)):
        return None
    if len(few) == len(many):
        return first, second
    if places[-1] != len(many) - 1 or len(few) < 3:
        return None  # A box as wide as the table is no part of it.
    if len(first.columns) < len(second.columns):
        return _widened(first, places, second.columns), second
    return first, _widened(second, places, first.columns)


def _widened(grid: Grid, places: Sequence[int], columns: Sequence[float]) -> Grid:
    """A table whose columns are some of these, the edges at these places, with cells that span them."""
    rows: list[Row] = []
    below: dict[int, int] = {}
    for row in grid.table.rows:
        cells, at = [], 0
        hanging = {column for column, left in below.items() if left}
        below = {column: left - 1 for column, left in below.items() if left > 1}
        for cell in row.cells:
            while at in hanging:
                at += 1
            start, end = min(at, len(places) - 2), min(at + cell.colspan, len(places) - 1)
            cells.append(replace(cell, colspan=places[end] - places[start]))
            below |= dict.fromkeys(range(start, end), cell.rowspan - 1) if cell.rowspan > 1 else {}
            at = end
        rows.append(replace(row, cells=tuple(cells)))
    return Grid(replace(grid.table, rows=tuple(rows)), grid.box, tuple(columns), grid.texts)
