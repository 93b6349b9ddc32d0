"""One page while it is read: what was found so far. The steps that read a page hand it on."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from .drawn.shapes import Shapes
from .figures.fractions import Stack
from .ground.frame import Frame
from .ground.page import Box, Figure, Grid, Item, Page, Word
from .ground.tags import Tags


class Sheet(Struct):
    """pdfium's page with our record of it. Each step takes from `words` and `drawn` what it accounts for."""

    document: Any
    page: Any
    text_page: Any
    """None where pdfium finds no text."""
    number: int
    scan: bool
    """Read as a picture, whatever is printed over it."""
    frame: Frame
    out: Page
    tags: Tags
    words: list[Word] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """All words that the page says, for the account at the end."""
    drawn: Shapes = field(default_factory=Shapes)
    stacks: list[Stack] = field(default_factory=list)
    """Fractions, each one word by now."""
    grids: list[Grid] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    """Rules around text, and grounds behind it."""
    pictures: list[Figure] = field(default_factory=list)
    sides: list[tuple[Box, list[Word]]] = field(default_factory=list)
    """Boxes with the words in them."""
    lines: list[Item] = field(default_factory=list)

    @property
    def area(self) -> float:
        """Of the whole page."""
        return self.frame.width * self.frame.height
