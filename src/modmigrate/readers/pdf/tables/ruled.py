"""The tables of a page that rules tell of, and the frames around its text."""

from __future__ import annotations

from ..drawn.shapes import Shapes
from ..ground.page import Box, Grid, Word
from . import tables
from .half_ruled import half_ruled
from .lattice import lattices
from .no_tables import frames_page, is_crossed, is_plot

MAX_BOX_LABEL = 8
"""Words."""


def ruled(drawn: Shapes, words: list[Word], number: int, whole: float) -> tuple[list[Grid], list[Box], list[Word]]:
    """The ruled tables, frames around text, and the words outside tables. Rules of both leave the shapes.

    `whole` is the area of the page.
    """
    out: list[Grid] = []
    frames: list[Box] = []
    for lattice in lattices(drawn.level, drawn.upright):
        tables.refine(lattice, words)
        cells = tables.cells(lattice)
        if not tables.is_table(lattice, cells):
            continue
        taken, box = {id(w) for w in tables.fill(lattice, cells, words)}, lattice.box
        if not taken or is_crossed(lattice, words) or is_plot(lattice, cells, drawn.pieces):
            continue
        if frames_page(lattice, cells, whole):
            _remove(drawn, box)
            continue
        if sum(1 for c in cells if c.words) > 1:
            out.append(tables.grid(lattice, cells, drawn.fills, number))
            words = [w for w in words if id(w) not in taken]
            drawn.fills = [f for f in drawn.fills if not f.box.within(box, 4)]
        else:
            frames.append(box)
            if len(taken) <= MAX_BOX_LABEL:
                continue  # A box with a word or two may be part of a drawing, which needs its rules.
        _remove(drawn, box)
    for lattice, head in half_ruled(drawn.level, words):
        cells, box = tables.cells(lattice), lattice.box
        taken = {id(w) for w in tables.fill(lattice, cells, words)}
        out.append(tables.grid(lattice, cells, drawn.fills, number, head))
        words = [w for w in words if id(w) not in taken]
        drawn.level = [r for r in drawn.level if not r.within(box, 4)]
    return out, frames, words


def _remove(drawn: Shapes, box: Box) -> None:
    """Take the rules of a table or frame out of the page's shapes."""
    drawn.level = [r for r in drawn.level if not r.within(box, 4)]
    drawn.upright = [r for r in drawn.upright if not r.within(box, 4)]
