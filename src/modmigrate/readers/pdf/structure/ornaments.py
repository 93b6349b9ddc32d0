"""Logos and ornaments that recur on pages: told by their bytes, or by place and size, as a frame round page numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..ground.page import Figure, Page

PAGES = 3
MOST = 0.6
"""Share of the pages on which an ornament stands whose bytes differ."""
EDGE = 0.15
"""Share of a page's height or width at its edges."""
ROUGH = 12.0
"""Points by which places and sizes may differ."""
MAX_WORDS = 4
"""In an ornament; a drawing with more says something."""


def repeated_pictures(pages: Sequence[Page]) -> set[int]:
    """The ids of pictures that are furniture: the same in one place on several pages, or alike at the edge of most."""
    same: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    alike: dict[tuple[int, ...], set[int]] = defaultdict(set)
    drawn: list[tuple[Figure, int]] = []
    for page in pages:
        for item in page.items:
            if isinstance(item, Figure):
                same[item.name, round(item.box.x0 / 6), round(item.box.y0 / 6)].append(id(item))
                if _is_at_edge(item, page) and len(item.alt.split()) <= MAX_WORDS:
                    drawn.append((item, page.number))
                    for key in _places(item):
                        alike[key].add(page.number)
    out = {item for items in same.values() if len(items) >= PAGES for item in items}
    often = max(PAGES, MOST * len(pages))
    return out | {id(f) for f, _ in drawn if any(len(alike[key]) >= often for key in _places(f))}


def _is_at_edge(figure: Figure, page: Page) -> bool:
    box, across, down = figure.box, EDGE * page.width, EDGE * page.height
    level = box.y1 < down or box.y0 > page.height - down
    return level or box.x1 < across or box.x0 > page.width - across


def _places(figure: Figure) -> list[tuple[int, ...]]:
    """Its middle and its size, roughly, rounded in two ways."""
    box = figure.box
    measures = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, box.width, box.height
    return [(way, *(round(v / ROUGH + way / 2) for v in measures)) for way in (0, 1)]
