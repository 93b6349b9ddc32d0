"""Exercises that stand in tables: two columns to match, statements with true/false columns."""

from __future__ import annotations

from msgspec.structs import replace

from ....document import Row, Table
from ....module import folded
from ....text.amounts import SEVERAL
from ....text.digits import is_count
from ...lines.grid import TICKS, cell_lines, cell_text
from ...words.words import Words
from ..draft import Draft, Option
from .accounted import holds
from .form_tables import form
from .match_columns import columns_of
from .match_forms import match_form
from .offered_tables import offered

JUDGED = 3
"""Columns of a table to tick at least: statements, true and false."""


def drafts_of(table: Table, words: Words, hint: str) -> list[Draft]:
    """Questions in a table; [] if it is none of the known kinds."""
    if hint == "match" and (pairs := _match(table, hint)):
        return pairs
    if found := match_form(table, words) or form(table, words) or offered(table, words):
        return found
    shown = examples(table, words)
    rest = table if shown is None else replace(table, rows=tuple(r for r in table.rows if r not in shown.rows[1:]))
    found = _true_false(table, words, hint) or _match(table, hint)
    return found if found and holds(found, rest) else []


def _true_false(table: Table, words: Words, hint: str) -> list[Draft]:
    """Columns `No | Pernyataan | B | S`: a question a row, ticked or not."""
    if len(table.rows) < SEVERAL:
        return []
    heads = [cell_text(c) for c in table.rows[0].cells]
    if hint != "truefalse" and any(folded(h) in words.yes_no for h in heads[1:]):
        return []  # Yes | No columns are an observation sheet as a rule
    head = [words.truth(h) for h in heads]
    # The two columns stand side by side; a heading 'No' before them is a number's.
    yes = next((at for at in range(1, len(head) - 1) if {head[at], head[at + 1]} == {True, False}), 0)
    if not yes or len(head) < JUDGED:
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
    count = int(first) if is_count(first) else label.number if label else number
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
    if not (hint == "match" or lettered) or len(left) < SEVERAL or len(right) < SEVERAL:
        return []
    options = tuple(Option((line,), n + 1) for n, line in enumerate(left))
    return [Draft((), options=options, right=tuple(right), kind="match")]
