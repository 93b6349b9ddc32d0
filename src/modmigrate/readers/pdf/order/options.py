"""Lettered pieces in two columns that are read down, not across: `a. … c. …` above `b. … d. …`."""

from __future__ import annotations

from collections.abc import Sequence

from ....text.letters import letter_value
from ....text.patterns import lazy
from ..lines.rows import Segment

_LETTER = lazy(r"\(?([A-Ja-j])[.)]")
_BARE = lazy(r"([A-Ja-j])\s+\S")
"""A letter that lost its sign; it counts where its neighbours show that it must come."""


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
    while end < len(rows) and 1 <= len(rows[end]) <= 2 and all(_letter(p) or _bare(p) for p in rows[end]):
        end += 1
    while end - start > 1:
        block = rows[start:end]
        pieces = [row[0] for row in block] + [row[1] for row in block if len(row) == 2]
        letters = [_letter(piece) or _bare(piece) for piece in pieces]
        signed = sum(map(bool, map(_letter, pieces)))
        counts = letters == list(range(letters[0], letters[0] + len(letters)))
        if len(pieces) > len(block) and counts and signed * 4 >= len(pieces) * 3:
            _sign(pieces)
            return end
        end -= 1
    return start


def _letter(piece: Segment) -> int:
    """The number of the letter that a piece begins with; 0 for none."""
    found = _LETTER.match(piece.text)
    return letter_value(found[1]) if found else 0


def _bare(piece: Segment) -> int:
    """The same for a letter without a point or bracket behind it."""
    found = _BARE.match(piece.text)
    return letter_value(found[1]) if found else 0


def _sign(pieces: Sequence[Segment]) -> None:
    """Give letters that lost it the sign that the first one has."""
    first = pieces[0].words[0].text
    sign = next((c for c in first if c in ".)"), ".")
    for piece in pieces:
        if not _letter(piece):
            piece.words[0].text += sign
