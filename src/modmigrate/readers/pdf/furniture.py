"""Running heads and feet, and page numbers: lines that recur at the edge of pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

EDGE = 3
"""How many lines from the top and the bottom of a page may be furniture."""
_NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)


def without_furniture(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The pages' lines less those that recur, but for their numbers, at the edges of half of the pages."""
    counts: Counter[str] = Counter()
    for lines in pages:
        counts.update({_shape(line) for line in _edges(lines)})
    often = max(3, len([p for p in pages if p]) // 2)
    running = {shape for shape, count in counts.items() if count >= often}
    return [_cleaned(lines, running) for lines in pages]


def _edges(lines: Sequence[str]) -> list[str]:
    return [*lines[:EDGE], *lines[-EDGE:]]


def _shape(line: str) -> str:
    return _NUMBERS.sub("#", " ".join(line.split()).casefold())


def _cleaned(lines: Sequence[str], running: set[str]) -> list[str]:
    last = len(lines) - EDGE
    kept = []
    for at, line in enumerate(lines):
        edge = at < EDGE or at >= last
        if not (edge and (_shape(line) in running or (at in (0, len(lines) - 1) and _is_page_number(line)))):
            kept.append(line)
    return kept


def _is_page_number(line: str) -> bool:
    return re.fullmatch(r"\W*(?:\d{1,4}|[ivxlc]{1,6})\W*", line, re.IGNORECASE) is not None
