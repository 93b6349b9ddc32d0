"""Exercises that stand in tables: two columns to match, statements with true/false columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from ..document import Row, Table
from ..module import folded
from .accounted import holds
from .draft import Draft, Option
from .form_tables import form
from .grid import TICKS, cell_lines, cell_text
from .labels import LETTER, Label, letter_value
from .lines import Line
from .match_forms import match_form
from .rooms import without_front_room
from .words import Words


def drafts_of(table: Table, words: Words, hint: str) -> list[Draft]:
    """Questions in a table; [] if it is none of the known kinds."""
    if hint == "match" and (pairs := _match(table, hint)):
        return pairs
    if found := match_form(table, words) or form(table, words):
        return found
    shown = examples(table, words)
    rest = table if shown is None else replace(table, rows=tuple(r for r in table.rows if r not in shown.rows[1:]))
    found = _true_false(table, words, hint) or _match(table, hint)
    return found if found and holds(found, rest) else []


def _true_false(table: Table, words: Words, hint: str) -> list[Draft]:
    """Columns `No | Pernyataan | B | S`: a question a row, ticked or not."""
    if len(table.rows) < 2:
        return []
    heads = [cell_text(c) for c in table.rows[0].cells]
    if hint != "truefalse" and any(folded(h) in words.yes_no for h in heads[1:]):
        return []  # Yes | No columns are an observation sheet as a rule
    head = [words.truth(h) for h in heads]
    # The two columns stand side by side; a heading 'No' before them is a number's.
    yes = next((at for at in range(1, len(head) - 1) if {head[at], head[at + 1]} == {True, False}), 0)
    if not yes or len(head) < 3:
        return []
    yes, no = (yes, yes + 1) if head[yes] else (yes + 1, yes)
    out: list[Draft] = []
    for row in table.rows[1:]:
        if _is_example(row, words):
            continue
        if len(row.cells) == len(head) and (draft := _statement(row, yes, no, len(out) + 1)):
            out.append(draft)
    return out


def _is_example(row: Row, words: Words) -> bool:
    """A row that shows how to answer: `Contoh | Modal dipakai untuk usaha. | v | |`."""
    return bool(row.cells) and words.box(cell_text(row.cells[0]).strip(" .:")) == "example"


def examples(table: Table, words: Words) -> Table | None:
    """The head of a table of questions and the rows that show how to answer; None if it shows none."""
    rows = tuple(row for row in table.rows[1:] if _is_example(row, words))
    return replace(table, rows=(table.rows[0], *rows)) if rows else None


def _statement(row: Row, yes: int, no: int, number: int) -> Draft | None:
    others = [cell_lines(c) for i, c in enumerate(row.cells) if i not in (yes, no)]
    lines = max(others, key=lambda found: sum(len(x.text) for x in found), default=[])
    if not lines:
        return None
    first = cell_text(row.cells[0]).strip(" .)")
    label = lines[0].label
    count = int(first) if first.isdecimal() else label.number if label else number
    ticked = [(cell_text(row.cells[i]).strip().casefold() in TICKS) for i in (yes, no)]
    answer = "" if ticked.count(True) != 1 else ("true" if ticked[0] else "false")
    return Draft(tuple(lines), count, f"{count}.", kind="truefalse", answer=answer,
                 answer_source="marked" if answer else "none")  # fmt: skip


def _match(table: Table, hint: str) -> list[Draft]:
    """Two columns (with or without columns of labels) to be paired."""
    columns = columns_of(table)
    if columns is None:
        return []
    left, right = columns
    kinds = [{x.label.kind for x in side if x.label} for side in (left, right)]
    lettered = bool(kinds[1] & {"upper", "lower"}) and bool(kinds[0] & {"number"})
    if not (hint == "match" or lettered) or len(left) < 2 or len(right) < 2:
        return []
    options = tuple(Option((line,), n + 1) for n, line in enumerate(left))
    return [Draft((), options=options, right=tuple(right), kind="match")]


def columns_of(table: Table, *, told: bool = False) -> tuple[list[Line], list[Line]] | None:
    """The two columns of a table that hold entries, its head left out; None where there are more or fewer."""
    rows = list(table.rows)
    if not rows or any(len(r.cells) != len(rows[0].cells) for r in rows) or len(rows[0].cells) not in (2, 3, 4, 5):
        return None
    grid = [[cell_lines(c) for c in row.cells] for row in rows]
    if _is_head(rows[0], grid):
        grid = grid[1:]
    if told and grid and len(grid[0]) == 2:
        return _entries(grid, 0), _entries(grid, 1)
    wide = [i for i in range(len(grid[0])) if _is_wide(grid, i)] if grid else []
    if len(wide) != 2:
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
    if text.isdecimal() and len(text) < 4:
        return Label("number", int(text), text, "cell")
    return Label("lower", letter_value(text), text, "cell") if re.fullmatch(LETTER, text) else None


def _entries(grid: Sequence[Sequence[Sequence[Line]]], column: int) -> list[Line]:
    return without_front_room([cells[column][0] for cells in grid if cells[column]])
