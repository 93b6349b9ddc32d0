"""Boxes in the text that are made of paragraphs: neighbours with one ground or one frame, as by a style of their own.

They come out as a table of one cell, as boxes drawn by a table do. Headings are none, whatever their ground.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...document import Block, Cell, Paragraph, Row, Table

FRAME = 3
"""Sides with a line; fewer are a rule above or below, or a bar beside the text."""
Look = tuple[object, tuple[str, ...]]


def look_of(props: dict[str, object]) -> Look | None:
    """The ground and the lines by which neighbours are one box; None for a paragraph without."""
    shade, border = props.get("shade"), props.get("border")
    sides = border if isinstance(border, tuple) else ()
    return (shade, sides) if shade or len(sides) >= FRAME else None


def gathered(found: Iterable[tuple[Block, Look | None]]) -> Iterator[Block]:
    """The blocks, those of one box after the other as a table of one cell."""
    held: list[Paragraph] = []
    last: Look | None = None
    for block, look in found:
        if held and look != last:
            yield _box(held)
            held = []
        if look is not None and isinstance(block, Paragraph) and block.level is None:
            held.append(block)
            last = look
            continue
        if held:
            yield _box(held)
            held = []
        yield block
    if held:
        yield _box(held)


def _box(held: list[Paragraph]) -> Table:
    return Table((Row((Cell(tuple(held)),)),), held[0].where, boxed=True)
