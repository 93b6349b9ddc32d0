"""Title pages: whole pages of nothing but a few large lines, before the text begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ..lines.line import Line, fold
from .candidate import Candidate

MAX_LINES = 15
MAX_WORDS = 12
MAX_TITLE = 3
"""Lines of the title that opens the text."""
LARGER = 1.5
"""Points by which the lines of a title page exceed the text."""


def cover_of(lines: Sequence[Line], body: float) -> int:
    """How many lines make up the title pages; 0 where there are none, or the file tells no pages."""
    end = 0
    for page, found in groupby(lines, key=_page):
        whole = list(found)
        texts = [line for line in whole if line.text]
        if page is None or any(line.table is not None for line in whole) or len(texts) > MAX_LINES:
            break
        if not texts or not all(_is_large(line, body) for line in texts):
            break
        end += len(whole)
    return end if any(line.text or line.table is not None for line in lines[end:]) else 0


def _page(line: Line) -> int | None:
    block = line.block
    return block.where.page


def _is_large(line: Line, body: float) -> bool:
    paragraph = line.paragraph
    size = (paragraph.layout.size or 0) if paragraph is not None else 0
    return line.label is None and line.words <= MAX_WORDS and size >= body + LARGER


def title_below(lines: Sequence[Line], cover: int, found: Sequence[Candidate]) -> tuple[str, frozenset[int]]:
    """The title that opens the text behind a cover, and its lines; '' where there is none."""
    start = next((at for at in range(cover, len(lines)) if lines[at].text or lines[at].table is not None), len(lines))
    block: list[Candidate] = []
    for c in found:
        follows = c.at == (block[-1].at + 1 if block else start)
        if follows and not c.marker and (not block or c.look == block[0].look):
            block.append(c)
    if not cover or not 0 < len(block) <= MAX_TITLE:
        return "", frozenset()
    return fold(" ".join(c.title for c in block)), frozenset(c.at for c in block)
