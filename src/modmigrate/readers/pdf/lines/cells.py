"""Text of table cells as far as it waits for the whole document: where lines end in a hyphen, or in a torn word.

Cells are read page by page, and only the document's words tell what such a line end is. The place is marked in the
cell's text until they are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from ....document import Block, Inline, Paragraph, Span, Table, paragraphs
from ..glyphs.hyphens import Hyphens
from ..ground.page import Line

MARK = "\ufdd0"
"""A code that no text holds (The Unicode Standard, 23.7)."""
_SIGNS = ".,;:?!\u2026()\"'"
_NARROW, _LETTER = 8.0, 0.6
"""Sizes: so narrow a cell may be too narrow for a word; so little room is left of a letter's."""


class Waiting(Hyphens):
    """Leaves the decisions for later."""

    def joint(self, before: str, after: str) -> tuple[str, str]:
        """The text, and the mark where its last hyphen may fall."""
        start, between = super().joint(before, after)
        return (start, between) if between or before[-1:] != "-" else (before, MARK)

    def torn(self, before: str, after: str) -> str:
        """The mark."""
        return MARK if before and after else " "


WAITING = Waiting(tuple)


def is_torn(last: Line, line: Line) -> bool:
    """Whether a line may end within a word that is wider than its narrow cell."""
    width = line.right - line.left
    if width > _NARROW * line.size or width - (last.x1 - last.x0) > _LETTER * line.size or last.rtl:
        return False
    return last.text.isalpha() and line.text[:1].islower()


def halves(table: Table) -> Iterator[str]:
    """The words around the marks in a table."""
    for paragraph in paragraphs((table,)):
        if MARK in paragraph.text:
            for before, after in pairwise(paragraph.text.split(MARK)):
                yield from (word.strip(_SIGNS) for word in (*before.split()[-1:], *after.split()[:1]))


def changed(table: Table, change: Callable[[Paragraph], Paragraph]) -> Table:
    """The table with the paragraphs of its cells, and of tables in them, changed."""

    def block(old: Block) -> Block:
        return changed(old, change) if isinstance(old, Table) else change(old)

    rows = (
        replace(row, cells=tuple(replace(cell, blocks=tuple(map(block, cell.blocks))) for cell in row.cells))
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def from_right(table: Table) -> Table:
    """The table with the cells of each row in the order in which they are read on a page from right to left."""
    return replace(table, rows=tuple(replace(row, cells=row.cells[::-1]) for row in table.rows))


def settled(table: Table, hyphens: Hyphens) -> Table:
    """The table with its line ends joined by the document's words."""
    if not any(MARK in paragraph.text for paragraph in paragraphs((table,))):
        return table
    return changed(table, lambda p: replace(p, inlines=_settled(p.inlines, hyphens)))


def _settled(inlines: Sequence[Inline], hyphens: Hyphens) -> tuple[Inline, ...]:
    out = list(inlines)
    for at, inline in enumerate(out):
        if not isinstance(inline, Span) or MARK not in inline.text:
            continue
        text = inline.text
        while MARK in text:
            before, _, after = text.partition(MARK)
            follows = after or next((i.text for i in out[at + 1 :] if isinstance(i, Span)), "")
            if before.endswith("-"):
                before, between = hyphens.joint(before, follows)
            else:
                between = hyphens.torn(before, follows)
            text = before + between + after
        out[at] = replace(inline, text=text)
    return tuple(out)
