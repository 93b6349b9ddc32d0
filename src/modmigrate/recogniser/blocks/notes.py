"""Foot- and endnotes as the model's: one text each, a line per paragraph and per row of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...document import Block, Paragraph
from ..lines.line import line_of
from .inline_text import labelled


def notes_of(notes: Mapping[str, tuple[Block, ...]]) -> Iterator[tuple[str, str]]:
    """The notes that say something, by their ids."""
    for key, blocks in notes.items():
        if text := "\n".join(_lines(blocks)):
            yield key, text


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            cells = [labelled(line_of(block))]
        else:
            cells = [row for r in block.rows if (row := " | ".join(" ".join(_lines(c.blocks)) for c in r.cells))]
        yield from filter(None, cells)
