"""Documents set in a font of one width throughout: there it says nothing, least of all that all is a program."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from ..document import Block, Cell, Document, Inline, Look, Paragraph, Span, paragraphs

NEARLY_ALL = 0.9
"""Of a document's letters; the prose around listings is more than the rest."""


def without_typewriter(document: Document) -> Document:
    """The document; one that is typed as a whole without the looks that say so."""
    typed = others = 0
    for span in _spans(document):
        if span.look.code:
            typed += len(span.text)
        else:
            others += len(span.text)
    if typed <= NEARLY_ALL * (typed + others):
        return document
    notes = {key: tuple(map(_plain, blocks)) for key, blocks in document.notes.items()}
    return replace(document, blocks=tuple(map(_plain, document.blocks)), notes=notes)


def _spans(document: Document) -> Iterator[Span]:
    for paragraph in paragraphs(document.blocks):
        for inline in paragraph.inlines:
            if isinstance(inline, Span):
                yield inline


def _plain(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, inlines=tuple(map(_untyped, block.inlines)))
    rows = tuple(replace(row, cells=tuple(map(_plain_cell, row.cells))) for row in block.rows)
    return replace(block, rows=rows)


def _plain_cell(cell: Cell) -> Cell:
    return replace(cell, blocks=tuple(map(_plain, cell.blocks)))


def _untyped(inline: Inline) -> Inline:
    return replace(inline, look=_without(inline.look)) if isinstance(inline, Span) else inline


@lru_cache(256)
def _without(look: Look) -> Look:
    return replace(look, code=False)
