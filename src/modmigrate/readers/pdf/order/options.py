"""Lettered pieces in two columns that are read down, not across: `a. … c. …` above `b. … d. …`."""

from __future__ import annotations

from collections.abc import Sequence

from ....text.patterns import lazy
from ..lines.rows import Segment

_LETTER = lazy(r"\(?([A-Ja-j])[.)]")


def down_the_columns(rows: Sequence[list[Segment]]) -> list[list[Segment]]:
    """The rows, with lettered ones whose letters count down the columns taken apart in the order of their letters."""
    out: list[list[Segment]] = []
    at = 0
    while at < len(rows):
        end = _end(rows, at)
        if end - at > 1:
            pieces = [piece for row in rows[at:end] for piece in row]
            out += [[piece] for piece in sorted(pieces, key=_letter)]
        else:
            end = at + 1
            out.append(rows[at])
        at = end
    return out


def _end(rows: Sequence[list[Segment]], start: int) -> int:
    """Where the lettered rows from here on end, if they count down the columns; else `start`."""
    end = start
    while end < len(rows) and 1 <= len(rows[end]) <= 2 and all(_letter(p) for p in rows[end]):
        end += 1
    while end - start > 1:
        block = rows[start:end]
        left = [_letter(row[0]) for row in block]
        right = [_letter(row[1]) for row in block if len(row) == 2]
        letters = left + right
        if right and letters == list(range(left[0], left[0] + len(letters))):
            return end
        end -= 1
    return start


def _letter(piece: Segment) -> int:
    """The number of the letter that a piece begins with; 0 for none."""
    found = _LETTER.match(piece.text)
    return ord(found[1].lower()) - 96 if found else 0
