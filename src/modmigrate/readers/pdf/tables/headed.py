"""Tables whose only rule stands below the head: where they begin and end.

Rows below such a rule belong to the table as long as their pieces keep to the columns of the head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..ground.page import Box, Word
from ..lines.rows import Segment, in_rows, segments

NEAR = 1.8
"""Sizes from the head's baseline down to its rule."""
STEP = 2.4
"""Sizes between baselines of rows; a wider gap ends a table."""
SLACK = 8.0
"""Points that a rule may reach beyond the words."""

SNAP = 2.0
"""Points by which the words of a column may miss its left edge."""


def headed(rules: Sequence[Box], words: Sequence[Word]) -> Iterator[list[Box]]:
    """For each rule below a table's head: the table's outer edges, the rule, and what parts its rows, as rules."""
    level = [w for w in words if not w.style.angle] if rules else []
    for rule in rules:
        near = [w for w in level if rule.x0 - SLACK <= w.x0 and w.x1 <= rule.x1 + SLACK]
        rows = in_rows(segments(near))
        above = [row for row in rows if row[0].y <= rule.y0 + 1]
        head = above[-1] if above else []
        if len(head) < 2 or rule.y0 - head[0].y > NEAR * head[0].size:
            continue
        below = _body(head, [row for row in rows if row[0].y > rule.y0 + 1])
        if sum(len(row) > 1 for row in below) > 1:
            last = below[-1][0]
            between = [_at(rule, row[0].y - 0.95 * row[0].size) for row in _starts(head, below)]
            yield [_at(rule, head[0].y - head[0].size), rule, *between, _at(rule, last.y + 0.4 * last.size)]


def _starts(head: Sequence[Segment], rows: Sequence[list[Segment]]) -> list[list[Segment]]:
    """The rows, but the first, that begin one of the table's: their first cell is filled, and some stand apart."""
    steps = [b[0].y - a[0].y for a, b in pairwise(rows)]
    filled = [row for row in rows[1:] if row[0].x0 < head[1].x0 - SLACK]
    apart = [row for row, step in zip(rows[1:], steps, strict=True) if row in filled and step > 1.12 * min(steps)]
    return apart or filled


def _at(rule: Box, y: float) -> Box:
    return Box(rule.x0, y, rule.x1, y)


def _body(head: Sequence[Segment], rows: Sequence[list[Segment]]) -> list[list[Segment]]:
    """The rows that keep to the head's columns, one right below the other."""
    out: list[list[Segment]] = []
    y = head[0].y
    for row in rows:
        size = row[0].size
        if row[0].y - y > STEP * size or any(_crosses(part, head) for part in row):
            break
        # What starts at the left alone, as far below as a new paragraph, may be text behind the table.
        if len(row) == 1 and row[0].x0 < head[1].x0 - SLACK and row[0].y - y > 1.4 * size:
            break
        out.append(row)
        y = row[0].y
    return out


def _crosses(part: Segment, head: Sequence[Segment]) -> bool:
    """Whether words run on over the edge of a column, where none begins."""
    for edge in (column.x0 for column in head[1:]):
        if part.x0 < edge - SLACK and part.x1 > edge + SLACK:
            first = next(w for w in part.words if w.x1 > edge + 1)
            if abs(first.x0 - edge) > SNAP:
                return True
    return False
