"""Changes in the depth of a module: frozen blocks in, new blocks out."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from .module import Block, List, Note, Table
from .questions import Question


def rebuilt(blocks: tuple[Block, ...], change: Callable[[Block], Block]) -> tuple[Block, ...]:
    """The blocks, each after `change`, those in lists, tables, notes and questions first."""
    return tuple(change(_inside(block, change)) for block in blocks)


def _inside(block: Block, change: Callable[[Block], Block]) -> Block:
    match block:
        case List(items=items):
            return replace(block, items=tuple(replace(i, content=rebuilt(i.content, change)) for i in items))
        case Table(rows=rows):
            return replace(
                block, rows=tuple(tuple(replace(c, content=rebuilt(c.content, change)) for c in row) for row in rows)
            )
        case Note() | Question():
            return replace(block, content=rebuilt(block.content, change))
    return block
