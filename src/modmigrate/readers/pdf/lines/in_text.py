"""Whether what looks like a marker at the start of a line belongs to running text."""

from __future__ import annotations

from collections.abc import Sequence

from ....text.patterns import lazy
from ..ground.page import Line
from .labels import ends_sentence, is_bullet, is_first

SAME = 2.5
"""Points by which left edges of one paragraph's lines may differ."""
_COUNTED = lazy(r"(\()(\d{1,2})(\))")


def label_in_text(group: Sequence[Line], line: Line, *, full: bool) -> bool:
    """Whether what looks like a marker is a number or letter of running text that a line happens to begin with."""
    if is_bullet(line.text) or not full or ends_sentence(group[-1].text):
        return False
    first = group[0]
    edge = group[1].x0 if len(group) > 1 else first.inner or first.behind or first.x0
    if first.label and (edge <= first.x0 + SAME or is_first(line.label)):
        return False  # The next item, or the first of a list in the item.
    return abs(line.x0 - edge) <= SAME


def counts_on(text: str, marker: str) -> bool:
    """Whether a marker counts on behind one within the line above: `first (1) …, then (2) …` and `(3) …` below."""
    found = _COUNTED.fullmatch(marker)
    if found is None:
        return False
    before = f"{found[1]}{int(found[2]) - 1}{found[3]}"
    return before in text[1:] and not text.rstrip().endswith(before)
