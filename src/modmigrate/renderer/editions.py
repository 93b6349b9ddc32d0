"""Whose package it is: a module cut down to what its learners may see, or prepared for their trainers.

What is for trainers is taken out before anything is rendered, so that a learner's package holds no trace of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from ..module import Block, Chapter, Edition, Heading, Item, List, Module, Note, Table
from ..questions import Question
from ..report import Code, Finding, finding
from ..text import inline

HIDDEN = ("key", "trainer")
"""What a heading means whose part learners do not see."""


def for_edition(module: Module, edition: Edition) -> Module:
    """The module as this edition shows it. A trainer's, whose keys lie open, scores nothing."""
    shown = _told if edition == "trainer" else _shown
    chapters = (_chapter(chapter, shown) for chapter in module.chapters)
    module = replace(module, opening=shown(module.opening), chapters=tuple(c for c in chapters if c is not None))
    return replace(module, scoring="none") if edition == "trainer" else module


def hidden_keys(module: Module) -> Iterator[Finding]:
    """A finding for each heading of a key below which the learner's edition leaves out more than headings."""
    for blocks in (module.opening, *(c.content for c in module.chapters)):
        for heading, below in _parts(blocks):
            if heading.meaning == "key" and any(not isinstance(b, Heading) for b in below):
                reason = "it may give answers away; the trainer edition has it"
                yield finding(Code.DROPPED, what=f"the text below “{inline.plain(heading.text)}”", reason=reason)


def _chapter(chapter: Chapter, of: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> Chapter | None:
    """The chapter without what its edition leaves out; None when nothing is left of it."""
    shown = of(chapter.content)
    # A body chapter that is a bare title stays; one that was a trainer's goes, and so does a front or back one.
    lost = len(shown) < len(chapter.content) or chapter.role != "body"
    return replace(chapter, content=shown) if shown or not lost else None


def _parts(blocks: tuple[Block, ...]) -> Iterator[tuple[Heading, list[Block]]]:
    """Each heading of a hidden part, with the blocks up to the next heading of its level or higher."""
    head: Heading | None = None
    below: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and (head is None or block.level <= head.level):
            if head is not None:
                yield head, below
            head, below = (block, []) if block.meaning in HIDDEN else (None, [])
        elif head is not None:
            below.append(block)
    if head is not None:
        yield head, below


def _told(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Without bare headings of keys: their answers stand with the questions."""
    bare = {
        id(b)
        for head, below in _parts(blocks)
        if head.meaning == "key" and all(isinstance(b, Heading) for b in below)
        for b in (head, *below)
    }
    return tuple(b for b in blocks if id(b) not in bare)


def _shown(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    hidden = {id(b) for head, below in _parts(blocks) for b in (head, *below)}
    return tuple(
        _inside(b) for b in blocks if id(b) not in hidden and not (isinstance(b, Note) and b.kind == "trainer")
    )


def _inside(block: Block) -> Block:
    """The block itself where nothing in it is hidden: ids of blocks go by identity."""
    match block:
        case List(items=items):
            return replace(block, items=tuple(_item(i) for i in items)) if any(i.content for i in items) else block
        case Table(rows=rows) if any(c.content for row in rows for c in row):
            cells = (tuple(replace(c, content=_shown(c.content)) for c in row) for row in rows)
            return replace(block, rows=tuple(cells))
        case Note() | Question() if block.content:
            return replace(block, content=_shown(block.content))
    return block


def _item(item: Item) -> Item:
    return replace(item, content=_shown(item.content))
