"""Numbers of charts as their formats show them (ECMA-376 part 1, 18.8.31): shares, dates and times, decimals."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from ...text.patterns import lazy

_EPOCH = datetime(1899, 12, 30)
"""Day 0 of a sheet's dates."""
_LAST = 2958465
"""31 December 9999."""
_LITERAL = lazy(r'"[^"]*"|\\.|\[[^\]]*\]|General', re.IGNORECASE)
_PLAIN = lazy(r"[#,0 ]*0(?:\.(0+))?(%?)[ _)]*")


def shown(text: str, code: str = "") -> str:
    """A stored number as a reader sees it; without a known format, free of the noise of binary fractions."""
    try:
        value = float(text)
    except ValueError:
        return text.strip()
    letters = _LITERAL.sub("", code.partition(";")[0])
    if plain := _PLAIN.fullmatch(letters):
        return f"{value * (100 if plain[2] else 1):.{len(plain[1] or '')}f}{plain[2]}"
    return _date(value, letters.lower()) or f"{value:.10g}"


def _date(value: float, letters: str) -> str:
    """A date as ISO 8601 writes it, which all languages read; '' for other formats."""
    parts = "".join(part for part in "ymd" if part in letters)
    clock = "h" in letters
    if not 0 <= value <= _LAST or not (clock or "y" in parts or "d" in parts) or re.search(r"[0#?@e]", letters):
        return ""
    moment = _EPOCH + timedelta(seconds=round(value * 86400))
    pattern = "%Y-%m-%d" if "d" in parts else "%Y-%m" if "m" in parts and "y" in parts and not clock else "%Y"
    words = [moment.strftime(pattern)] if "y" in parts or "d" in parts else []
    return " ".join([*words, *([moment.strftime("%H:%M")] if clock else [])])
