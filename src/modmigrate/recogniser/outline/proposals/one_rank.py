"""A series that counts on has one rank: where some of its members begin chapters and others do not, all of them do.

Styles slip: a heading of the series has the style of another level, or none.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..candidate import Candidate
from .divisions import counts
from .proposal import Proposal

HOW = "a series keeps one rank"
MEMBERS = 3
"""Of a series that counts on."""
_KINDS = ("roman", "upper", "number")


def torn(chapters: Sequence[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """The series of which some members begin chapters and others stand inside; [] where there is none."""
    own = {c.at for c in chapters}
    for kind in _KINDS:
        series = [c for c in found if c.marker == kind]
        begun = sum(c.at in own for c in series)
        if len(series) >= MEMBERS and counts(series) and 0 < begun < len(series):
            return series
    return []


def one_rank(first: Proposal) -> Proposal | None:
    """The division in which the torn series begins chapters, with what has the styles of its members beside it."""
    series = torn(first.chapters, first.found)
    if not series or any(c.word for c in first.chapters):
        return None
    levels = {c.level for c in series if c.level is not None}
    within = {c.at for c in (*first.chapters, *series)}
    chapters = [c for c in first.found if c.at in within or (c.level in levels and not c.marker)]
    return Proposal(HOW, tuple(chapters), first.found)
