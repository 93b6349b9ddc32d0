"""One paragraph's inline content while it is being read."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from ...document import Block, Inline, Look, Span

ROOM = "____"
"""A line to write on: blanks that are underlined, and tabs that draw one, are nothing else to whoever sees them."""
WRITABLE = 3
"""Fewer underlined blanks stand between underlined words."""


class Line(Struct):
    """Inlines so far, blocks that float in text boxes, and bookmarks."""

    inlines: list[Inline] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    choices: list[tuple[str, ...]] = field(default_factory=list)
    """The entries of lists to choose from, in order."""
    page_breaks: int = 0
    on_next_page: bool = False
    """A page ended before the first of the text."""
    _text: list[str] = field(default_factory=list)
    _look: Look | None = None
    _link: str | None = None

    def text(self, text: str, look: Look, link: str | None) -> None:
        """Add text; runs of the same look and link become one span."""
        if self._text and (look is not self._look or link != self._link):
            self.flush()
        self._text.append(text)
        self._look, self._link = look, link

    def add(self, inline: Inline) -> None:
        """Add a picture, note mark or formula."""
        self.flush()
        self.inlines.append(inline)

    def flush(self) -> None:
        """End the span that is being gathered."""
        if self._text and self._look is not None:
            text, look = "".join(self._text), self._look
            if look.underline and text.isspace() and "\n" not in text and (len(text) >= WRITABLE or "\t" in text):
                text, look = ROOM, replace(look, underline=False)
            self.inlines.append(Span(text, look, self._link))
            self._text.clear()

    @property
    def empty(self) -> bool:
        """No visible text, picture, note mark or formula."""
        self.flush()
        return not any(not isinstance(i, Span) or i.text.strip() for i in self.inlines)
