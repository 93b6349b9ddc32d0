"""Whether what stood on the pages stands in the blocks: joining lines may lose none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ....document import UNEXPLAINED, Block, LeftOut, Picture, paragraphs
from ....source import Where
from ..ground.page import Figure, Line, Page, said_by

HYPHENS = 0.002
"""Share of a document's signs that joining may take away: hyphens at the ends of lines, numbers of notes."""


def unjoined(
    pages: Sequence[Page], blocks: Sequence[Block], notes: Mapping[str, tuple[Block, ...]]
) -> Iterator[LeftOut]:
    """Lines of the pages that are in no block."""
    items = [(_bare(said_by(item)), item, page) for page in pages for item in page.items]
    kept = "".join(_said((*blocks, *(block for note in notes.values() for block in note))))
    if sum(len(text) for text, _, _ in items) * (1 - HYPHENS) <= len(kept):
        return
    for text, item, page in items:
        if isinstance(item, Figure) or text in kept:
            continue
        # Its ends may have been joined to its neighbours.
        words = said_by(item).split()
        if isinstance(item, Line) and _bare(" ".join(words[1:-1])) not in kept:
            yield LeftOut(UNEXPLAINED, " ".join(words), Where(page=page.number))


def _said(blocks: Sequence[Block]) -> Iterator[str]:
    for paragraph in paragraphs(tuple(blocks)):
        yield _bare(paragraph.text)
        yield from (_bare(i.alt) for i in paragraph.inlines if isinstance(i, Picture))


def _bare(text: str) -> str:
    return "".join(text.split())
