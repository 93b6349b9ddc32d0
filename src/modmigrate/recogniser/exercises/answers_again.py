"""Questions counted, and behind them their answers, counted anew alike: `a) Explain … b) Name …`, `a) Because … b) …`.

Worked papers and lab books print them so, with a word between them at most. The first run asks, the second does not,
and both have as many entries.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...text.amounts import MOST, PAIR, SEVERAL, reaches
from ...text.signs import asks_in, ends_sentence, is_open
from ..lines.line import Line
from ..words.words import Words

Range = tuple[int, int]
"""The first line of an answer, and the one behind its last."""


def answered_again(
    flat: Sequence[Line], starts: Sequence[int], end: int, words: Words
) -> tuple[list[int], list[Range]]:
    """The lines that begin questions, and where the answer of each stands; no ranges where nothing answers them so."""
    half = len(starts) // 2
    counts = [label.number if (label := flat[at].label) is not None else 0 for at in starts]
    once = list(range(1, half + 1))
    if half < PAIR or len(starts) % PAIR or counts != once * PAIR:
        return list(starts), []
    first, second = starts[:half], starts[half:]
    asked = sum(_asks(flat[at], words) for at in first)
    if not reaches(asked, half, MOST) or any(_asks(flat[at], words) for at in second):
        return list(starts), []
    if second[0] - 1 > first[-1] and _introduces(flat[second[0] - 1]):
        return list(starts), []
    ends = [*second[1:], end]
    return list(first), list(zip(second, ends, strict=True))


def _introduces(line: Line) -> bool:
    """Whether a line between both runs says more than that answers follow: `The best flour is | a) wheat`."""
    return line.words > SEVERAL and (is_open(line.text) or not ends_sentence(line.text))


def _asks(line: Line, words: Words) -> bool:
    """Whether a line asks or tells to do something; a command in capitals (`SELECT …`) tells a machine."""
    opening = line.text.split()[:1]
    order = words.tells(line.text) and not (opening and opening[0].isupper() and len(opening[0]) > 1)
    return asks_in(line.text) or is_open(line.text) or order
