"""Lines in the middle of their column."""

from __future__ import annotations

from collections.abc import Sequence

from .page import Line


def mark_centred(lines: Sequence[Line]) -> None:
    """Find the lines in the middle of their column, clear of both edges, that share no left edge with other lines."""
    middle = [_in_middle(line) for line in lines]
    edges = {
        round(x) for line, centred in zip(lines, middle, strict=True) if not centred for x in (line.x0, line.behind)
    }
    for line, centred in zip(lines, middle, strict=True):
        line.centred = centred and not {round(line.x0 - 0.4), round(line.x0 + 0.4)} & edges


def _in_middle(line: Line) -> bool:
    left, right = line.x0 - line.left, line.right - line.x1
    width = line.right - line.left
    if width <= 0 or min(left, right) <= max(0.02 * width, 6.0) or line.label:
        return False
    return abs(left - right) < max(0.025 * width, 3.0)
