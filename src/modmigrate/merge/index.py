"""Where the elements with ids stand in a module."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from ..module import Block, Glossary, Heading, List, Module, Note, Objectives, Table
from ..questions import Question
from .words import identity

CHAPTERS, OPENING = "chapters", "opening"


class Spot(Struct, frozen=True):
    """An element, the list it stands in (`c-12ab34`, `c-12ab34/list` …), its chapter's id and the heading's above."""

    element: Any
    container: str
    chapter: str = ""
    heading: str = ""


def index(module: Module) -> dict[str, Spot]:
    """All elements with ids in reading order, by id."""
    spots: dict[str, Spot] = {}
    _blocks(module.opening, OPENING, Spot(None, ""), spots)
    for chapter in module.chapters:
        spots[chapter.id] = Spot(chapter, CHAPTERS)
        _blocks(chapter.content, chapter.id, Spot(None, "", chapter.id), spots)
    return spots


def _blocks(blocks: tuple[Block, ...], container: str, above: Spot, spots: dict[str, Spot]) -> None:
    for block in blocks:
        if name := identity(block):
            spots[name] = Spot(block, container, above.chapter, above.heading)
        if isinstance(block, Heading):
            above = Spot(None, "", above.chapter, block.id)
        inner = inside(block, container)
        if isinstance(block, List):
            for item in block.items:
                _blocks(item.content, inner, above, spots)
        elif isinstance(block, Table):
            for cell in (c for row in block.rows for c in row):
                _blocks(cell.content, inner, above, spots)
        elif isinstance(block, Objectives):
            for objective in (o for o in block.objectives if o.id):
                spots[objective.id] = Spot(objective, inner, above.chapter, above.heading)
        elif isinstance(block, Glossary):
            for term in (t for t in block.terms if t.id):
                spots[term.id] = Spot(term, inner, above.chapter, above.heading)
        elif isinstance(block, Note | Question):
            _blocks(block.content, inner, above, spots)


def inside(element: Any, container: str) -> str:
    """The name of the lists inside an element: by its id, else by its kind."""
    return identity(element) or f"{container}/{type(element).__name__.lower()}"
