"""Whether questions made of a table hold what the table says: one whose words would be lost is no exercise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....document import Table, paragraphs
from ....module import folded
from ...lines.line import Line
from ..draft import Draft

NUMBERS = 1
"""Columns of bare numbers that may stand beside the questions: their points."""


def holds(drafts: Sequence[Draft], table: Table) -> bool:
    """Whether all words below a table's head stand in its questions, and nearly all its columns of numbers."""
    said = {word for draft in drafts for text in _texts(draft) for word in folded(text).split()}
    numbers: set[int] = set()
    for row in table.rows[1:]:
        for column, cell in enumerate(row.cells):
            missing = {w for q in paragraphs(cell.blocks) for w in folded(q.text).split()} - said
            if any(len(word) > 1 and not word.isdecimal() for word in missing):
                return False
            if any(word.isdecimal() for word in missing):
                numbers.add(column)
    return len(numbers) <= NUMBERS


def _texts(draft: Draft) -> Iterator[str]:
    yield from (draft.printed, str(draft.number), draft.answer, *(text for _, text in draft.pairs))
    options = (line for option in draft.options for line in option.lines)
    for line in (*draft.stem, *options, *draft.right, *draft.feedback, *draft.lead, *draft.rest):
        yield from _line(line)


def _line(line: Line) -> Iterator[str]:
    for paragraph in paragraphs((line.block,)):
        yield paragraph.text
    if line.label is not None:
        yield line.label.text
