"""How headings nest: each hangs under the nearest stronger one before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .heading import Heading
from .label_titles import Merged


def levels(merged: Sequence[Merged], chapters: set[int], ranks: Mapping[str, int]) -> list[Heading]:
    """Nest the headings: each hangs under the nearest stronger one before it."""
    out: list[Heading] = []
    stack: list[tuple[float, ...]] = []
    for m in merged:
        c = m.candidate
        if c.at in chapters:
            stack, level = [], 1
        else:
            strength = c.strength(ranks)
            while stack and not _weaker(strength, stack[-1], ranks["lower"]):
                stack.pop()
            stack.append(strength)
            level = 1 + len(stack)
        out.append(Heading(c.at, m.end, level, c.title, c.number, c.role, c.value, c.evidence))
    return out


def _weaker(a: tuple[float, ...], b: tuple[float, ...], small: int) -> bool:
    """Whether a heading of strength `a` hangs under one of strength `b`; a missing marker says nothing."""
    if a[:-1] != b[:-1]:
        return a[:-1] > b[:-1]
    # Small letters letter what is inside an unmarked heading.
    return bool(a[-1] and (b[-1] or int(a[-1]) == small) and a[-1] > b[-1])
