"""The tables of a page that rules tell of, and the frames around its text."""

from __future__ import annotations

from ..drawn.shapes import Shapes
from ..ground.page import Box, Grid, Word
from . import tables
from .half_ruled import half_ruled
from .lattice import lattices

MAX_BOX_LABEL = 8
"""Words."""


def ruled(drawn: Shapes, words: list[Word], number: int) -> tuple[list[Grid], list[Box], list[Word]]:
    """The ruled tables, frames around text, and the words outside tables. Rules of both leave the shapes."""
    out: list[Grid] = []
    frames: list[Box] = []
    for lattice in lattices(drawn.level, drawn.upright):
        tables.refine(lattice, words)
        cells = tables.cells(lattice)
        if not tables.is_table(lattice, cells):
            continue
        taken, box = {id(w) for w in tables.fill(lattice, cells, words)}, lattice.box
        if not taken or tables.is_crossed(lattice, words):
            continue
        if sum(1 for c in cells if c.words) > 1:
            out.append(tables.grid(lattice, cells, drawn.fills, number))
            words = [w for w in words if id(w) not in taken]
            drawn.fills = [f for f in drawn.fills if not f.box.within(box, 4)]
        else:
            frames.append(box)
            if len(taken) <= MAX_BOX_LABEL:
                continue  # A box with a word or two may be part of a drawing, which needs its rules.
        drawn.level = [r for r in drawn.level if not r.within(box, 4)]
        drawn.upright = [r for r in drawn.upright if not r.within(box, 4)]
    for lattice, head in half_ruled(drawn.level, words):
        cells, box = tables.cells(lattice), lattice.box
        taken = {id(w) for w in tables.fill(lattice, cells, words)}
        out.append(tables.grid(lattice, cells, drawn.fills, number, head))
        words = [w for w in words if id(w) not in taken]
        drawn.level = [r for r in drawn.level if not r.within(box, 4)]
    return out, frames, words
