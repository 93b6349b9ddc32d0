"""Numbers written in digits: Python refuses to read thousands of them, and no count has more than nine."""

from __future__ import annotations

import math
from typing import TypeVar

MOST = 9
"""Digits of a number that can count anything in a document."""

Other = TypeVar("Other")


def measure(text: str) -> float | None:
    """The number that a text is, with a point or without; None for one that measures nothing, such as NaN or 1e999."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) < 10**MOST else None


def is_count(text: str) -> bool:
    """Whether a text is nothing but the digits of a number that can count something."""
    return text.isdecimal() and len(text) <= MOST


def count(text: str, other: Other) -> int | Other:
    """The number that a text is; `other` for a text that is none, or that counts nothing."""
    return int(text) if is_count(text) else other
