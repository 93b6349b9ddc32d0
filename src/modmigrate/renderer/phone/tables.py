"""How a table is shown on a phone: as cards, a row each, or as it is; and which of its columns are numbers."""

from __future__ import annotations

from collections.abc import Sequence

from ...module import Cell, Table
from ...text import inline
from ...text.patterns import lazy

_NUMBER = lazy(r"[^\w\s]{0,3}\s*+(?:[A-Za-z]{1,3}\.?\s*+)?[-+–−±]?\d[\d.,'\s]*+(?:%|‰|[A-Za-z°]{1,3})?\s*+")
"""`1.250.000`, `Rp 7.500,00`, `12,5 %`, `30 cm`."""

_SAID = lazy(r"[^\s._…·-]")
FEWEST, MOST = 3, 60
"""Cells to be filled in."""
CARDS = 8
"""Of these as many as a phone shows one below the other; a form of more is moved sideways."""


def stacks(table: Table) -> bool:
    """Whether a table reads better as cards on a phone: a head, no joined cells, wordy cells."""
    cells = [c for row in table.rows for c in row]
    columns = len(table.rows[0]) if table.rows else 0
    regular = all(len(row) == columns and all(c.colspan == c.rowspan == 1 for c in row) for row in table.rows)
    wordy = sum(len(c.text) for c in cells) > 16 * len(cells)
    return table.header == 1 and len(table.rows) > 1 and 2 <= columns <= 6 and regular and wordy


def fields(table: Table) -> frozenset[tuple[int, int]]:
    """Rows and columns of the cells that a form leaves free: columns below a head that are empty down to the last row.

    A few empty cells among others are a table's own; those are no form.
    """
    plain = all(c.colspan == c.rowspan == 1 for row in table.rows for c in row)
    if table.header != 1 or not plain or table.activities == "none" or len({len(row) for row in table.rows}) != 1:
        return frozenset()
    body = list(enumerate(table.rows))[1:]
    free = [
        n
        for n in range(len(table.rows[0]))
        if all(not c.content and not _SAID.search(c.text) for c in _column(body, n))
    ]
    found = frozenset((at, n) for at, _ in body for n in free)
    return found if FEWEST <= len(found) <= MOST else frozenset()


def _column(body: Sequence[tuple[int, tuple[Cell, ...]]], n: int) -> list[Cell]:
    return [row[n] for _, row in body]


def numeric(table: Table) -> frozenset[int]:
    """Columns that hold numbers, to be written with their ends below each other; running numbers are none."""
    body = table.rows[table.header :]
    if not body or any(c.colspan > 1 or c.rowspan > 1 for row in table.rows for c in row):
        return frozenset()
    return frozenset(
        n for n in range(1, max(map(len, body))) if _is_numeric([row[n].text for row in body if n < len(row)])
    )


def _is_numeric(cells: list[str]) -> bool:
    said = [text for text in (" ".join(inline.plain(c).split()) for c in cells) if text.strip("–—-. ")]
    return len(said) > 1 and all(_NUMBER.fullmatch(text) for text in said)
