"""Lattices of rules that are no tables: rules behind running text, frames of pages, the grids of charts."""

from __future__ import annotations

from collections.abc import Sequence

from ..ground.page import Box, Word
from .lattice import SNAP, Lattice
from .tables import Spot

CROSSED = 0.1
"""Share of a table's words that may run over its upright rules, as in cells too narrow for theirs."""
PAGE, NEARLY_ALL = 0.5, 0.9
"""Share of a page that its frame covers at least, and of the frame's words that stand in one cell of it."""
FEW, MANY_CELLS = 0.1, 9
"""Share of cells with words in the grid of a chart, and how many cells it has at least."""
MIN_DRAWN = 3


def is_crossed(lattice: Lattice, words: Sequence[Word]) -> bool:
    """Whether words run over the upright rules: then they are a decoration behind the text, and no table."""
    box = lattice.box
    near = [w for w in words if box.y0 < w.y <= box.y1 and w.x1 > box.x0 and w.x0 < box.x1 and not w.style.angle]
    over = sum(
        any(w.x0 + 2 < x < w.x1 - 2 and lattice.parted(x, w.y - 0.5 * w.style.size, w.y) for x in lattice.xs)
        for w in near
    )
    return over > 1 and over > CROSSED * len(near)


def frames_page(lattice: Lattice, cells: Sequence[Spot], whole: float) -> bool:
    """Whether bands and borders round a page make cells, and one of them, most of the page, holds what it says."""
    if lattice.box.area < PAGE * whole:
        return False
    most = max(cells, key=lambda c: len(c.words))
    inner = (lattice.xs[most.c1 + 1] - lattice.xs[most.c0]) * (lattice.ys[most.r1 + 1] - lattice.ys[most.r0])
    others = [c for c in cells if c is not most and c.words]
    return inner >= PAGE * whole and len(others) < len(cells) / 3 and _count([most]) >= NEARLY_ALL * _count(cells)


def is_plot(lattice: Lattice, cells: Sequence[Spot], pieces: Sequence[Box]) -> bool:
    """Whether something is drawn across a grid of nearly empty cells: the lines and marks of a chart."""
    if len(cells) < MANY_CELLS or sum(1 for c in cells if c.words) > FEW * len(cells):
        return False
    drawn = [p for p in pieces if p.within(lattice.box, SNAP)]
    inner = lattice.xs[1:-1]
    return len(drawn) >= MIN_DRAWN and any(p.x0 + SNAP < x < p.x1 - SNAP for p in drawn for x in inner)


def _count(cells: Sequence[Spot]) -> int:
    return sum(len(c.words) for c in cells)
