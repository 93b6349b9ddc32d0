"""Lettered and numbered pieces in columns that are read down, not across: `a. … c. …` above `b. … d. …`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from ....text.letters import letter_value
from ....text.patterns import lazy
from ..lines.rows import Segment

MOST = 5
"""Columns."""
_LETTER = lazy(r"\(?([A-Ja-j])[.)]")
_BARE = lazy(r"([A-Ja-j])\s+\S")
"""A letter that lost its sign; it counts where its neighbours show that it must come."""
_NUMBER = lazy(r"\(?(\d{1,2})[.)](?!\d)\s*\S")


def down_the_columns(rows: Sequence[list[Segment]]) -> list[list[Segment]]:
    """The rows, with labelled ones whose labels count down the columns taken apart in the order of these."""
    out: list[list[Segment]] = []
    at = 0
    while at < len(rows):
        for label in (_letter, _number):
            end = _end(rows, at, label)
            if end - at > 1:
                pieces = [piece for row in rows[at:end] for piece in row]
                out += [[piece] for piece in sorted(pieces, key=label)]
                at = end
                break
        else:
            out.append(rows[at])
            at += 1
    return out


def _end(rows: Sequence[list[Segment]], start: int, label: Callable[[Segment], int]) -> int:
    """Where the labelled rows from here on end, if they count down the columns; else `start`."""
    bare = _bare if label is _letter else label

    def is_labelled(row: Sequence[Segment]) -> bool:
        return 1 <= len(row) <= MOST and all(label(piece) or bare(piece) for piece in row)

    end = start + len(list(takewhile(is_labelled, rows[start:])))
    while end - start > 1:
        block = rows[start:end]
        pieces = [row[at] for at in range(len(block[0])) for row in block if at < len(row)]
        labels = [label(piece) or bare(piece) for piece in pieces]
        signed = sum(map(bool, map(label, pieces)))
        counts = labels == list(range(labels[0], labels[0] + len(labels)))
        if len(pieces) > len(block) and counts and signed * 4 >= len(pieces) * 3:
            _sign(pieces, label)
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


def _number(piece: Segment) -> int:
    """The number that a piece begins with; 0 for none."""
    found = _NUMBER.match(piece.text)
    return int(found[1]) if found else 0


def _sign(pieces: Sequence[Segment], label: Callable[[Segment], int]) -> None:
    """Give letters that lost it the sign that the first one has."""
    first = pieces[0].words[0].text
    sign = next((c for c in first if c in ".)"), ".")
    for piece in pieces:
        if not label(piece):
            piece.words[0].text += sign
