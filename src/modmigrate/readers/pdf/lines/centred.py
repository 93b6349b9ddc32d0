"""Lines in the middle of their column."""

from __future__ import annotations

from collections.abc import Sequence

from ..ground.page import Line

_ON_AXIS = 1.0
"""Points by which a line may miss the middle of the page."""


def mark_centred(lines: Sequence[Line], axis: float = 0.0) -> None:
    """Find the lines in the middle of their column, clear of both edges, that share no left edge with other lines.

    `axis` is the middle of the page, for columns that reach over it: where no line is full, their right edge is unsure.
    """
    middle = [_in_middle(line, axis) for line in lines]
    others = [line for line, centred in zip(lines, middle, strict=True) if not centred]
    edges = {round(x) for line in others for x in (line.x0, line.behind)}
    for line, centred in zip(lines, middle, strict=True):
        line.centred = centred and not {round(line.x0 - 0.4), round(line.x0 + 0.4)} & edges


def _in_middle(line: Line, axis: float) -> bool:
    left, right = line.x0 - line.left, line.right - line.x1
    width = line.right - line.left
    if width <= 0 or min(left, right) <= max(0.02 * width, 6.0) or line.label:
        return False
    on_axis = line.left < axis < line.right and abs((line.x0 + line.x1) / 2 - axis) < _ON_AXIS
    return on_axis or abs(left - right) < max(0.025 * width, 3.0)
