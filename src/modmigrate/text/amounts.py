"""Amounts that all rooms mean alike: how many are several, and which share is half of them, most, or nearly all."""

from __future__ import annotations

SEVERAL = 2
"""One alone is no list, no series, no column and no exercise."""
PAIR = 2
"""Two and no more: an entry and its match, columns side by side."""
HALF, MOST, NEARLY_ALL, ALMOST_ALL = 5, 6, 8, 9
"""Shares in tenths: exact, where fractions of numbers like .7 are not."""


def reaches(count: int, total: int, tenths: int) -> bool:
    """Whether so many of all are a share of so many tenths at least."""
    return count * 10 >= total * tenths


def kilobytes(size: int) -> str:
    """A size in bytes for people: 1 kB at least."""
    return f"{max(1, round(size / 1000)):,} kB"


def many(number: int, what: str) -> str:
    """`1 doubt`, `2 doubts`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
