"""The two columns of a table whose entries are to be matched, with the numbers and letters that name them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from ....document import Row, Table
from ....text.amounts import PAIR
from ....text.letters import LETTER, OPTIONS, letter_value
from ....text.patterns import lazy
from ...lines.grid import cell_lines
from ...lines.labels import Label
from ...lines.line import Line, unlabelled
from ..places.rooms import without_front_room

COLUMNS = range(2, 6)
"""Two columns of entries, with columns of numbers and room to write beside them."""
DIGITS = 4
"""A number of so many digits is a year or an amount, no label."""
_BARE = lazy(rf"\s*(\d{{1,2}}|[{OPTIONS}])\s+(?=\S)")


def columns_of(table: Table, *, told: bool = False) -> tuple[list[Line], list[Line]] | None:
    """The two columns of a table that hold entries, its head left out; None where there are more or fewer."""
    rows = list(table.rows)
    if not rows or any(len(r.cells) != len(rows[0].cells) for r in rows) or len(rows[0].cells) not in COLUMNS:
        return None
    grid = [[cell_lines(c) for c in row.cells] for row in rows]
    if _is_head(rows[0], grid):
        grid = grid[1:]
    if told and grid and len(grid[0]) == PAIR:
        return _entries(grid, 0), _entries(grid, 1)
    wide = [i for i in range(len(grid[0])) if _is_wide(grid, i)] if grid else []
    if len(wide) != PAIR:
        return None
    left, right = _labelled(grid, wide[0], wide[0] - 1), _labelled(grid, wide[1], wide[1] - 1)
    letters = [x.label.number for x in right if x.label is not None and x.label.kind in ("upper", "lower")]
    if len(letters) == len(right):  # a key counts letters, wherever they stand
        right.sort(key=lambda x: x.label.number if x.label is not None else 0)
    return left, right


def _is_head(row: Row, grid: Sequence[Sequence[Sequence[Line]]]) -> bool:
    first = [lines[0] for lines in grid[0] if lines]
    bold = bool(first) and all(x.paragraph is not None and x.paragraph.layout.bold for x in first)
    below = any(lines and lines[0].label for cells in grid[1:] for lines in cells)
    return row.header or bold or (below and not any(x.label for x in first))


def _is_wide(grid: Sequence[Sequence[Sequence[Line]]], column: int) -> bool:
    """A column of entries, not of bare numbers, letters or blanks to write in."""
    texts = [" ".join(x.text for x in cells[column]) for cells in grid]
    filled = [t for t in texts if len(t.strip(" .()_…")) > 1 and not t.strip(" .()").isdecimal()]
    return len(filled) * 2 > len([t for t in texts if t])


def _labelled(grid: Sequence[Sequence[Sequence[Line]]], column: int, names: int) -> list[Line]:
    """A column's entries; one without labels takes them from the column before it: `16. | Statement`, `a. | word`."""
    rows = [cells for cells in grid if cells[column]]
    out = _entries(rows, column)
    if names < 0 or any(line.label is not None for line in out):
        return out
    labels = [_label(cells[names]) for cells in rows]
    if any(label is None for label in labels) or len({label.kind for label in labels if label}) != 1:
        return out
    return [replace(line, label=label) for line, label in zip(out, labels, strict=True)]


def _label(cell: Sequence[Line]) -> Label | None:
    """What a cell says that holds nothing but a number or a letter."""
    text = (cell[0].text if cell else "").strip(" .()")
    if text.isdecimal() and len(text) < DIGITS:
        return Label("number", int(text), text, "cell")
    return Label("lower", letter_value(text), text, "cell") if re.fullmatch(LETTER, text) else None


def _entries(grid: Sequence[Sequence[Sequence[Line]]], column: int) -> list[Line]:
    return _counted(without_front_room([cells[column][0] for cells in grid if cells[column]]))


def _counted(lines: list[Line]) -> list[Line]:
    """Entries behind bare numbers or letters that count them, one by one: `1  a loaf`, `2  a dozen`; `b  eggs`."""
    found = [_BARE.match(line.paragraph.text, line.start, line.end) if line.paragraph else None for line in lines]
    names = [m[1] for m in found if m is not None]
    numbers = [int(n) if n.isdecimal() else letter_value(n) for n in names]
    kinds = {"number" if n.isdecimal() else "upper" if n.isupper() else "lower" for n in names}
    whole = sorted(numbers) == list(range(1, len(lines) + 1)) and len(kinds) == 1 and len(lines) > 1
    if not whole or any(line.label is not None for line in lines):
        return lines
    return [
        replace(unlabelled(line, m.end(), line.end), label=Label(next(iter(kinds)), number, m[1], "cell"))
        for line, m, number in zip(lines, found, numbers, strict=True)
        if m is not None
    ]
