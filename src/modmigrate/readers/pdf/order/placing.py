"""Where tables, figures and boxes stand among the lines of a page."""

from __future__ import annotations

from collections.abc import Sequence

from ..ground.page import Box, Figure, Grid, Item, Line
from ..lines.alike import is_code

SLACK = 5.0
APART = 5.0
"""Sizes; lines of one program are nearer to each other."""


def placed(lines: list[Item], others: Sequence[Grid | Figure]) -> list[Item]:
    """Tables and figures among the lines: before the first line of their column that stands below them."""
    items: list[Item] = list(lines)
    for other in sorted(others, key=lambda o: (o.box.y0, o.box.x0)):
        items.insert(_place(items, other.box), other)
    return items


def _place(items: Sequence[Item], box: Box) -> int:
    """Behind the last item that stands above it; with columns side by side, above it in its own column."""
    several = len({i.column for i in items if isinstance(i, Line)}) > 1
    best = 0
    for at, item in enumerate(items):
        if isinstance(item, Line):
            # A picture set beside a line begins at the line's upper edge.
            y, x0, x1 = item.y - 0.5 * item.size, item.left, item.right
        else:
            y, x0, x1 = item.box.y0, item.box.x0, item.box.x1
        beside = several and min(x1, box.x1) - max(x0, box.x0) <= -5
        if y <= box.y0 + 3 and not beside:
            best = at + 1
    return best


def insert(items: list[Item], box: Box, lines: list[Item]) -> None:
    """A box's lines at its place, in columns of their own."""
    first = max((i.column for i in items if isinstance(i, Line)), default=-1) + 1
    for line in lines:
        if isinstance(line, Line):
            line.column += first
            line.framed = True
    at = _place(items, box)
    if 0 < at < len(items) and _is_caption(items[at - 1], items[at], box):
        at += 1
    if 0 < at < len(items) and _is_beside(items[at], box):
        while at < len(items) and _cuts_code(items[at - 1], items[at]):
            at += 1
    items[at:at] = lines


def _is_caption(above: Item, line: Item, box: Box) -> bool:
    """Whether a line right below a picture, which a box stands beside, is short enough to name it."""
    if not isinstance(above, Figure) or not isinstance(line, Line) or above.box.x1 > box.x0 + SLACK:
        return False
    inside = above.box.x0 - SLACK <= line.x0 and line.x1 <= above.box.x1 + SLACK
    return inside and 0 < line.y - above.box.y1 < 2.5 * line.size


def _is_beside(item: Item, box: Box) -> bool:
    return isinstance(item, Line) and (item.x1 <= box.x0 or item.x0 >= box.x1)


def _cuts_code(above: Item, below: Item) -> bool:
    """Whether a box would part the lines of a program here."""
    if not isinstance(above, Line) or not isinstance(below, Line) or not is_code(above) or not is_code(below):
        return False
    return above.column == below.column and below.y - above.y < APART * above.size
