"""Lines that begin with a word and a number that counts on, whatever the word: `Question 7.`, `Câu 7.`, `שאלה 7:`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...patterns import lazy
from .page import Line

_COUNTED = lazy(r"\s*([^\W\d_]{2,12})\s(\d{1,3})\s?[.:)(]")


def mark_counted(lines: Sequence[Line]) -> None:
    """Set `counted` of lines of a column whose word and number come once, beside the same word and a next number."""
    found = {at: (match[1], int(match[2])) for at, line in enumerate(lines) if (match := _COUNTED.match(line.text))}
    times = Counter(found.values())
    for at, (word, number) in found.items():
        near = times[word, number - 1] + times[word, number + 1]
        lines[at].counted = near > 0 and times[word, number] == 1 and not word[0].islower()
