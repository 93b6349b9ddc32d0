"""Where the text of list items begins, when a mere blank parts it from the marker.

Word processors set the text of an item at a stop; a marker as wide as `25.` nearly reaches it. The lines below, or
the other items of the list, tell a stop from a typed blank.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..ground.page import Line

_SAME = 0.6
"""Points by which places at one stop may differ."""


def find_hanging(lines: Sequence[Line]) -> None:
    """Set `inner` of the lines of a page whose text stands at a stop."""
    for item, below in pairwise(lines):
        if item.behind and not item.inner and not below.label and abs(below.x0 - item.behind) <= _SAME:
            item.inner = item.behind
    stops = [(line.x0, line.inner) for line in lines if line.inner]
    for item in lines:
        if item.behind and not item.inner:
            stop = (inner for x0, inner in stops if abs(x0 - item.x0) <= _SAME and abs(inner - item.behind) <= _SAME)
            item.inner = next(stop, 0.0)
