"""What a tagged file says, taken at its word only where it fits what the pages show.

Many files are tagged by machines: every line a paragraph, every bold line a heading, body text as artifacts.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from ..ground.page import Line, Page
from ..lines.breaks import is_full
from ..lines.labels import ends_sentence

EDGE = 0.15
"""Share of a page's height at its top and bottom where artifacts are running heads and feet."""
MAX_HEADINGS = 0.35
"""Share of the lines; where more are headings, something else was tagged so."""
MAX_CUT = 0.1
"""Share of neighbouring lines of one sentence that may stand in different blocks."""


def settle(pages: Sequence[Page]) -> None:
    """Keep of the tags on the lines what can be trusted in this file."""
    lines = [i for p in pages for i in p.items if isinstance(i, Line)]
    for page in pages:
        for item in page.items:
            if isinstance(item, Line) and EDGE * page.height < item.y < (1 - EDGE) * page.height:
                item.artifact = False
    headings = [line for line in lines if line.level is not None]
    if len(headings) < 2 or len(headings) > MAX_HEADINGS * len(lines):
        for line in headings:
            line.level = None
    if not _blocks_fit(pages):
        for line in lines:
            line.block = 0


def _blocks_fit(pages: Sequence[Page]) -> bool:
    """Whether blocks hold paragraphs, and not lines or pages."""
    pairs = list(_pairs(pages))
    cut = sum(a.block != b.block for a, b in pairs)
    return cut <= MAX_CUT * len(pairs)


def _pairs(pages: Sequence[Page]) -> Iterator[tuple[Line, Line]]:
    """Tagged lines of which the second surely goes on with the first one's sentence."""
    for page in pages:
        for a, b in itertools.pairwise(page.items):
            if not (isinstance(a, Line) and isinstance(b, Line) and a.block and b.block and a.column == b.column):
                continue
            near = 0 < b.y - a.y < 1.6 * a.size and abs(a.size - b.size) < 0.5
            if near and is_full(a, b) and b.text[:1].islower() and not b.label and not ends_sentence(a.text):
                yield a, b
