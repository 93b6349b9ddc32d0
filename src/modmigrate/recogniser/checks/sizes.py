"""Headings by what they hold: a chapter with nearly all of the text, headings with nothing below, and none at all."""

from __future__ import annotations

from collections import Counter

from ...source import Where
from .fault import Fault, Seen, counted, where

SEVERAL = 3
"""Chapters from which on one should not hold nearly all."""
PAGES = 900
"""Words of several pages."""
ALL = 0.9
"""The share of a text that leaves nothing for the rest."""


def sizes(seen: Seen) -> Fault | None:
    """A division that divides nothing."""
    words: Counter[int | None] = Counter()
    for held in seen.parts:
        words[held.part.chapter] += held.words
    total = sum(words.values())
    chapters = [h for h in seen.headings if h.level == 1]
    most, count = max(words.items(), key=lambda pair: pair[1], default=(None, 0))
    if len(chapters) >= SEVERAL and most is not None and count > ALL * total:
        says = f"one of {len(chapters)} chapters holds {count / total:.0%} of the text"
        return Fault(says, seen.places([chapters[most]]), count / total)
    if not seen.headings and not seen.drafts and total:
        return Fault(f"{total} words stand below no heading", (_first(seen),), min(1.0, total / PAGES))
    return None


def _first(seen: Seen) -> Where:
    return where(seen.lines[0])


def empty(seen: Seen) -> Fault | None:
    """Headings with nothing below them but the next of their level; keys leave nothing behind."""
    found = []
    for held, after in zip(seen.parts, [*seen.parts[1:], None], strict=True):
        heading, following = held.part.heading, after.part.heading if after is not None else None
        bare = not (held.part.lines or held.part.role == "key" or held.objectives)
        if heading is not None and bare and (following is None or following.level <= heading.level):
            found.append(heading)
    if not found:
        return None
    says = counted("headings with nothing below them", len(found), len(seen.headings), found[0].title)
    return Fault(says, seen.places(found), len(found) / len(seen.headings))
