"""Keys of several exercises in one table: numbers along one side, exercises, chapters or versions along the other.

`No | Test 1 | Test 2`, `Chapter | 1 | 2 | 3`, `Chapter \\ Question | 1 | 2 | 3`: the corner names the rows, or rows and
columns. Where both sides are bare numbers and the corner names neither, both ways fit and nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...module import folded
from ...text.amounts import SEVERAL
from ...text.digits import is_count
from ...text.letters import CAPITALS
from ...text.patterns import lazy
from ..lines.signs import LONE_LETTER
from ..words.words import EXERCISES, Words

COLUMNS = 3
"""Columns of a table of keys at least: names of exercises or numbers, and two with keys."""
Keys = list[tuple[str, list[tuple[int, str]]]]
_EMPTY = lazy(r"[\s\-–—._…]*")
_BETWEEN = lazy(r"\s*[\\\\/|]\s*")
DOUBTFUL: Keys = [("", [])]
"""A key that nobody can read."""


def matrix(grid: Sequence[Sequence[str]], words: Words) -> Keys:
    """The keys of a table by the name of what they answer; [] for a table that holds one key, or none."""
    grid = _squared(grid)
    if len(grid) < SEVERAL or len(grid[0]) < COLUMNS:
        return _turned(grid, words) if len(grid) > SEVERAL else []
    heads, side = grid[0][1:], [row[0] for row in grid[1:]]
    counted = [all(is_count(_bare(cell)) for cell in cells) for cells in (heads, side)]
    if counted == [True, True]:
        return _by_corner(grid, words)
    if counted[1]:
        return _columns(grid, heads) if _all_named(heads, words) or _is_lettered(grid, words) else []
    return _turned(grid, words)


def _turned(grid: Sequence[Sequence[str]], words: Words) -> Keys:
    """Keys in rows, below a head of numbers."""
    turned = [list(column) for column in zip(*grid, strict=True)]
    if len(turned) < SEVERAL or len(turned[0]) < COLUMNS or not all(is_count(_bare(row[0])) for row in turned[1:]):
        return []
    heads = turned[0][1:]
    return _columns(turned, heads) if _all_named(heads, words) or _is_lettered(turned, words) else []


def _by_corner(grid: Sequence[Sequence[str]], words: Words) -> Keys:
    """Keys where numbers stand along both sides, by what the corner names."""
    rows, columns = _corner(grid[0][0])
    turned = [list(column) for column in zip(*grid, strict=True)]
    if _is_group(rows, words) and not _is_group(columns, words):
        return _columns(turned, [f"{rows} {_bare(head)}" for head in turned[0][1:]])
    if _is_group(columns, words) and not _is_group(rows, words):
        return _columns(grid, [f"{columns} {_bare(head)}" for head in grid[0][1:]])
    numbers = [[int(_bare(cell)) for cell in cells] for cells in (grid[0][1:], turned[0][1:])]
    both = all(found == list(range(1, len(found) + 1)) and len(found) > 1 for found in numbers)
    return DOUBTFUL if both and _is_lettered(grid, words) else []


def _corner(text: str) -> tuple[str, str]:
    """What a corner says of the rows and of the columns: `Chapter \\ Question`, `Chapter`."""
    found = [part.strip(" .:") for part in _BETWEEN.split(text, maxsplit=1)]
    return found[0], found[1] if len(found) > 1 else ""


def _columns(grid: Sequence[Sequence[str]], names: Sequence[str]) -> Keys:
    """A key for each column behind the first, which numbers the rows; dashes say that there is no entry."""
    rows = [(int(_bare(row[0])), row) for row in grid[1:]]
    return [(name, [(n, row[at]) for n, row in rows if not _EMPTY.fullmatch(row[at])])
            for at, name in enumerate(names, 1)]  # fmt: skip


def _all_named(heads: Sequence[str], words: Words) -> bool:
    """Whether all heads name exercises or chapters, each another."""
    label = re.compile(rf"(?:{words.chapter.pattern})\s*(?:\d{{1,3}}|[IVXLC]+|[{CAPITALS}])\b", re.IGNORECASE)
    named = all(words.role(head, extra=2) in EXERCISES or label.match(head) for head in heads)
    return named and len({folded(head) for head in heads}) == len(heads)


def _is_group(name: str, words: Words) -> bool:
    """Whether a corner names chapters or exercises, not their questions."""
    if not name or words.columns.get(folded(name)):
        return False
    return words.chapter.fullmatch(name) is not None or words.role(name, extra=0) in EXERCISES


def _is_lettered(grid: Sequence[Sequence[str]], words: Words) -> bool:
    """Whether a table holds, behind one column of numbers, nothing but columns of letters: several keys."""
    body = grid[1:]
    if sum(words.columns.get(folded(head), "") == "key" for head in grid[0]) == 1:
        return False
    return all(LONE_LETTER.fullmatch(cell) or _EMPTY.fullmatch(cell) for row in body for cell in row[1:]) and any(
        LONE_LETTER.fullmatch(cell) for row in body for cell in row[1:]
    )


def _squared(grid: Sequence[Sequence[str]]) -> list[list[str]]:
    """The grid without empty rows; a head of numbers alone gets a corner. [] where rows differ in length."""
    rows = [list(row) for row in grid if any(cell for cell in row)]
    if rows and len({len(row) for row in rows}) == 1 and all(is_count(_bare(row[0])) for row in rows):
        widths = len(rows[0])
        if widths > SEVERAL and all(LONE_LETTER.fullmatch(cell) for row in rows for cell in row[1:]):
            return [[""] * widths, *rows]
    return rows if len({len(row) for row in rows}) == 1 else []


def _bare(cell: str) -> str:
    return cell.strip(" .)")
