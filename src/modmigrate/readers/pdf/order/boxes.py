"""Framed or shaded boxes in the page: what stands in one is read by itself, at the place where the box stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..ground.page import Box, Word

SMALLEST_WIDTH, SMALLEST_HEIGHT = 60.0, 24.0
BACKGROUND = 0.6
"""A box over so much of the page is its ground or frame."""


def boxed(words: Sequence[Word], boxes: Iterable[Box], whole: float) -> tuple[list[tuple[Box, list[Word]]], list[Word]]:
    """The boxes with their words, each word in the smallest box around it; and the words outside."""
    kept = sorted((b for b in set(boxes) if _counts(b, whole)), key=lambda b: b.area)
    if not kept:
        return [], list(words)
    inside: dict[Box, list[Word]] = {}
    outside: list[Word] = []
    for word in words:
        x, y = (word.x0 + word.x1) / 2, word.y - 0.3 * word.style.size
        box = next((b for b in kept if b.holds(x, y)), None)
        if box is None:
            outside.append(word)
        else:
            inside.setdefault(box, []).append(word)
    return list(inside.items()), outside


def _counts(box: Box, whole: float) -> bool:
    return box.width >= SMALLEST_WIDTH and box.height >= SMALLEST_HEIGHT and box.area < BACKGROUND * whole
