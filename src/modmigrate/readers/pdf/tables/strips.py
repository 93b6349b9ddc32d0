"""Strips that lines below each other leave free: what parts the columns of tables that have no upright rules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from ..lines.rows import Segment


def strips(rows: Sequence[Sequence[Segment]], width: float) -> list[float]:
    """The middles of the strips, so many sizes wide, that all rows leave free and some row has cells beside."""
    spans = sorted((w.x0, w.x1) for row in rows for part in row for w in part.words)
    size = max(row[0].size for row in rows)
    out: list[float] = []
    reach = spans[0][1]
    for x0, x1 in spans:
        if x0 - reach >= width * size:
            out.append((reach + x0) / 2)
        reach = max(reach, x1)
    return _parting(rows, out)


def _parting(rows: Sequence[Sequence[Segment]], edges: list[float]) -> list[float]:
    """The edges without those that no row has words on both sides of: a head set left over numbers set right."""
    filled = [{bisect_right(edges, (w.x0 + w.x1) / 2) for part in row for w in part.words} for row in rows]
    groups = [{n} for n in range(len(edges) + 1)]
    for n in range(len(edges)):
        before = next(group for group in groups if n in group)
        if not any(columns & before and n + 1 in columns for columns in filled):
            groups.remove({n + 1})
            before.add(n + 1)
    return [edges[max(group)] for group, _ in pairwise(groups)]
