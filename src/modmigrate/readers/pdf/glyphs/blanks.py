"""Blanks between the letters of a recognised line, seen in its picture.

The engine's model comes from a script without blanks and leaves half of them out; in the picture they are plain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from ....text.patterns import lazy

WIDE = 0.17
"""Of a line's height; so wide a gap without ink is a blank, if it is also twice as wide as the line's other gaps."""
FIGURES = 0.3
"""The same between figures, which are all set as wide as the widest."""
ABOVE = 0.8
"""Of a line's height, from its upper edge: about down to the baseline."""
Blank = tuple[float, float]
"""The middle of a gap, and how wide it is in heights of the line."""
_CJK = lazy(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


class Glyph(NamedTuple):
    """A letter, and where it begins and ends."""

    text: str
    x0: float
    x1: float

    @property
    def middle(self) -> float:
        """Between its sides."""
        return (self.x0 + self.x1) / 2


def in_words(glyphs: Sequence[Glyph], blanks: Sequence[Blank]) -> Iterator[list[Glyph]]:
    """The letters of each word, parted at blanks of the text and at those seen in the picture."""
    seen = _between(glyphs, blanks)
    word: list[Glyph] = []
    for at, glyph in enumerate(glyphs):
        if word and (at in seen or not glyph.text.strip()):
            yield word
            word = []
        if glyph.text.strip():
            word.append(glyph)
    if word:
        yield word


def _between(glyphs: Sequence[Glyph], blanks: Sequence[Blank]) -> set[int]:
    """The letters that have a blank before them: the engine knows about where each is, and blanks take the nearest."""
    borders = [(a.middle + b.middle) / 2 for a, b in pairwise(glyphs)]
    found = set()
    for middle, width in blanks if borders else ():
        at = min(range(len(borders)), key=lambda n: abs(borders[n] - middle)) + 1
        if _may_part(glyphs[at - 1], glyphs[at], width):
            found.add(at)
    return found


def _may_part(a: Glyph, b: Glyph, width: float) -> bool:
    if _CJK.match(a.text) or _CJK.match(b.text):
        return False
    return width >= FIGURES or not (a.text.isdecimal() and b.text.isdecimal())


def blanks_in(picture: Any, box: Sequence[Sequence[float]], numpy: Any) -> list[Blank]:
    """The wide gaps of a line, which may run a little aslant; `box` holds its corners, clockwise."""
    (left, top), (right, top_right), (_, low_right), (_, low) = box
    height, columns = round((low - top + low_right - top_right) / 2), numpy.arange(round(left), round(right))
    if height < 2 or len(columns) < 2:
        return []
    tops = top + (top_right - top) * (columns - left) / (right - left)
    # What hangs below the line, as the tail of a y does, reaches into blanks.
    rows = (tops + numpy.arange(round(ABOVE * height))[:, None]).round().astype(int).clip(0, picture.shape[0] - 1)
    line = picture.min(axis=2)[rows, columns.clip(0, picture.shape[1] - 1)]
    inked = (line < (int(line.min()) + float(numpy.median(line))) / 2).any(axis=0)
    places = numpy.flatnonzero(inked)
    gaps = [(b - a - 1, left + (a + b) / 2) for a, b in pairwise(places.tolist()) if b - a > 1]
    least = max(WIDE * height, 2 * median([width for width, _ in gaps] or [0]))
    return [(middle, width / height) for width, middle in gaps if width >= least]
