"""Text printed more than once at one place: poor bold and shadows, and pages printed in strips.

Some printer drivers cut a decorated page into strips and print in each all text that touches it: words come in
pieces that overlap, `Ku` and `umpulan`.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ..ground.page import Word

_TWIN = 0.12
"""Sizes by which two prints of one word may miss each other."""
_OVERLAP = 0.2
"""Sizes by which neighbours overlap that do not only lean on each other."""
_LEVEL = 0.05
"""Sizes; pieces of one word stand on one baseline."""


def printed_once(row: list[Word]) -> list[Word]:
    """The words of a baseline, from left to right, each once and whole."""
    if all(b.x0 - a.x0 > 2 and b.x0 > a.x1 - _OVERLAP * a.style.size for a, b in itertools.pairwise(row)):
        return row
    return _whole(_without_twins(row))


def _without_twins(row: Sequence[Word]) -> list[Word]:
    """A word printed twice, a hair apart, is bold by poor means."""
    out: list[Word] = []
    for word in row:
        twin = next((w for w in out[-3:] if w.text == word.text and abs(w.x0 - word.x0) < _TWIN * w.style.size), None)
        if twin is None:
            out.append(word)
        elif twin.x0 != word.x0 or twin.y != word.y:
            twin.style = twin.style._replace(bold=True)
    return out


def _whole(row: Sequence[Word]) -> list[Word]:
    """Pieces that overlap and end with the letters that the next begins with, as one word."""
    out: list[Word] = []
    for word in row:
        last = out[-1] if out else None
        count = _common(last, word) if last is not None else 0
        if last is None or not count:
            out.append(word)
        elif word.x1 > last.x1:
            out[-1] = Word(last.text + word.text[count:], last.x0, word.x1, last.y, last.style, last.mark)
    return out


def _common(a: Word, b: Word) -> int:
    """How many letters two pieces share where they overlap; 0 for words that only touch."""
    shared = min(a.x1, b.x1) - b.x0
    if shared <= _OVERLAP * a.style.size or a.style.size != b.style.size or abs(a.y - b.y) > _LEVEL * a.style.size:
        return 0
    if b.x1 <= a.x1:
        return len(b.text) if b.text in a.text else 0
    counts = [n for n in range(1, min(len(a.text), len(b.text)) + 1) if a.text.endswith(b.text[:n])]
    width = (b.x1 - b.x0) / len(b.text)
    # Letters differ in width: a shared `m` is wide, a shared `i` narrow.
    return next((n for n in reversed(counts) if 0.3 * n * width <= shared <= 2.2 * n * width), 0)
