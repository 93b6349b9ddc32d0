"""Headings that ask and have room to write right below them are questions, whatever style they have.

Work sheets to type in are written so: a part in a heading's style, its questions in the next, a row of dots below each.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....text.amounts import SEVERAL
from ....text.signs import asks_in, is_room
from ...lines.line import Line
from ..candidate import Candidate


def without_roomed(found: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """The candidates without such questions, where there are several; one may be a heading above a form."""
    roomed = {c.at for c in found if not (c.word or c.role) and asks_in(c.title) and _has_room(c.at, lines)}
    return [c for c in found if c.at not in roomed] if len(roomed) >= SEVERAL else list(found)


def _has_room(at: int, lines: Sequence[Line]) -> bool:
    later = (lines[n] for n in range(at + 1, len(lines)))
    below = next((x for x in later if x.text or x.table is not None), None)
    return below is not None and below.label is None and is_room(below.text)
