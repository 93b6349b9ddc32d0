"""What the rules ask of texts: bare words, what contains or resembles what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from ..module import folded
from ..text import inline
from ..text.inline import Run
from ..text.patterns import lazy

SENTENCES = lazy(r"(?<=[.!?])\s+(?=[^\W\d_])")
"""Between two sentences."""
ALIKE = 0.6
"""Share of common words from which two texts may be taken for each other."""


def bare(text: str) -> str:
    """Inline Markdown as bare words, white space folded."""
    return " ".join(inline.plain(text).split())


def wordy(text: str) -> bool:
    """Whether a text is words alone: a picture, formula or note would be lost in a button."""
    return all(isinstance(part, Run) for part in inline.parse(text))


def within(one: str, other: str) -> bool:
    """Whether all words of one stand, in a row, in the other."""
    return f" {folded(one)} " in f" {folded(other)} " and bool(folded(one))


def overlapping(texts: Sequence[str]) -> str:
    """Two texts of which one is, or holds, the other, as a reason; else empty."""
    for one, other in combinations(texts, 2):
        if within(one, other) or within(other, one):
            return f"“{short(one)}” and “{short(other)}” overlap"
    return ""


def alike(texts: Sequence[str]) -> str:
    """Two texts that say nearly the same, as a reason; else empty."""
    for one, other in combinations(texts, 2):
        words = set(folded(one).split()), set(folded(other).split())
        if len(words[0] & words[1]) > ALIKE * min(map(len, words)):
            return f"“{short(one)}” and “{short(other)}” are too alike"
    return ""


def longest(texts: Iterable[str]) -> int:
    """Letters of the longest text."""
    return max(map(len, texts), default=0)


def short(text: str) -> str:
    """A text as reasons quote it."""
    return text if len(text) <= 32 else f"{text[:31].rstrip()}…"
