"""Keys in tables: beside their numbers, below them, in a column that the head names, or a column an exercise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ...document import Table
from ...module import folded
from ...text.amounts import SEVERAL
from ...text.digits import is_count
from ..lines.grid import cell_lines, cell_text
from ..lines.line import Line, line_of, pieces, unstruck
from ..words.words import Words
from .matrices import matrix


def table_entries(table: Table, words: Words) -> list[tuple[int, str]]:
    """Number and value: in the columns that the head names, side by side in each row, or one row above another."""
    grid = [[_cell_text(c.blocks) for c in row.cells] for row in table.rows]
    if named := _named_columns(grid, words):
        return named
    for above, below in pairwise(grid):
        numbers = [(i, int(t.strip(" ."))) for i, t in enumerate(above) if is_count(t.strip(" ."))]
        if (
            len(numbers) > 1
            and all(a < b for (_, a), (_, b) in pairwise(numbers))
            and len(below) == len(above)
            and not any(below[i].strip(" .").isdecimal() for i, _ in numbers)
        ):
            return [(n, below[i]) for i, n in numbers if below[i]]
    found = [entry for row in grid for entry in _side_by_side(row)]
    # Columns of entries are read downwards: 1 and 6 stand in one row.
    return sorted(found) if len({n for n, _ in found}) == len(found) else found


def by_exercise(line: Line, words: Words) -> list[tuple[str, list[tuple[int, str]]]]:
    """The keys of a table that holds one for each exercise or chapter, a column or a row each; [] for other tables.

    A head that names nothing, where both ways fit, gives one key without entries: nobody knows which way it is read.
    """
    if line.table is None:
        return []
    grid = [[_cell_text(c.blocks) for c in row.cells] for row in line.table.rows]
    if chapter := _chapter(grid, words):
        return [(chapter, table_entries(line.table, words))]
    return matrix(grid, words)


def _chapter(grid: Sequence[Sequence[str]], words: Words) -> str:
    """The chapter that the head of a table names for the one key below it: `No | Chapter 2`; '' for none."""
    label = re.compile(rf"\b(?:{words.chapter.pattern})\s*(?:\d{{1,3}}|[IVXLC]+)\b", re.IGNORECASE)
    found = {cell for cell in (grid[0] if grid else ()) if label.search(cell)}
    below = any(label.search(cell) for row in grid[1:] for cell in row)
    return found.pop() if len(found) == 1 and not below else ""


def in_cells(line: Line) -> list[tuple[str, list[Line]]]:
    """The columns of a table whose head names an exercise each, and which hold its key line by line or row by row."""
    rows = line.table.rows if line.table is not None else ()
    if len(rows) < SEVERAL or len(rows[0].cells) < SEVERAL or any(len(row.cells) != len(rows[0].cells) for row in rows):
        return []
    heads = [cell_text(cell) for cell in rows[0].cells]
    columns = zip(*(row.cells for row in rows[1:]), strict=True)
    below = [[piece for c in cells for own in cell_lines(c) for piece in pieces(own)] for cells in columns]
    if len(rows) > SEVERAL and not all(
        x.label is not None and x.label.kind == "number" for lines in below for x in lines
    ):
        return []
    if any(line.label is not None for cell in rows[0].cells for line in cell_lines(cell)):
        return []
    several = [lines for lines in below if len(lines) > 1 and any(x.label is not None for x in lines)]
    return [(head, lines) for head, lines in zip(heads, below, strict=True) if head and lines] if several else []


def _side_by_side(row: Sequence[str]) -> Iterator[tuple[int, str]]:
    for at in range(len(row) - 1):
        number = row[at].strip(" .)")
        if is_count(number) and row[at + 1] and not row[at + 1].strip(" .)").isdecimal():
            yield int(number), row[at + 1] + _explanation(row[at + 2 : at + 3])


def _named_columns(grid: Sequence[Sequence[str]], words: Words) -> list[tuple[int, str]]:
    """The entries below a head that names one column of keys: `No | Bobot | Kunci`."""
    heads = [words.columns.get(folded(text), "") for text in grid[0]] if grid else []
    at = heads.index("key") if heads.count("key") == 1 else 0
    rows = [row for row in grid[1:] if at and len(row) > at and row[at] and is_count(row[0].strip(" .)"))]
    return [(int(row[0].strip(" .)")), row[at] + _explanation(row[at + 1 : at + 2])) for row in rows]


def _explanation(cells: Sequence[str]) -> str:
    """The words of a column behind the key's: why it is right."""
    return f". {cells[0]}" if cells and len(cells[0].split()) > 1 and not cells[0].strip(" .)").isdecimal() else ""


def _cell_text(blocks: Iterable[object]) -> str:
    lines = [unstruck(line_of(b)) for b in blocks]  # type: ignore[arg-type]
    return " ".join(f"{x.label.text} {x.text}" if x.label else x.text for x in lines).strip()
