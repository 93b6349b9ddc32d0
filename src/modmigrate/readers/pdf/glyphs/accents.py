"""Accents printed over letters, as old TeX fonts without accented letters have them: one letter each.

pdfium gives such an accent as a sign of its own, beside its letter or at the end of the line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from ....text.patterns import lazy
from ..ground.page import Box

_COMBINING = {
    "\u00a8": "\u0308", "\u00b4": "\u0301", "`": "\u0300", "\u02c6": "\u0302", "\u02dc": "\u0303",
    "\u00b8": "\u0327", "\u02c7": "\u030c", "\u02d8": "\u0306", "\u00af": "\u0304", "\u02d9": "\u0307",
    "\u02da": "\u030a", "\u02dd": "\u030b", "\u02db": "\u0328",
}  # fmt: skip
_ACCENT = lazy(f"[{''.join(_COMBINING)}]")
_REACH = 250
"""Signs between a letter and its accent at the end of the line."""
_RISE = 0.45
"""Heights of a letter by which its accent may be raised, as over capitals."""
_SKIPPED = "\u200b"
_DOTLESS = {"\u0131": "i", "\u0237": "j"}


def composed(text: str, place: Callable[[int], tuple[float, float, float]], box: Callable[[int], Box]) -> str:
    """The text, as long as before, with accents composed with the letters that they stand over.

    `place` gives a sign's left and right edge and baseline, `box` the rectangle of its line and width.
    """
    if _ACCENT.search(text) is None:
        return text
    letters = list(text)
    for found in _ACCENT.finditer(text):
        at = found.start()
        base = _base(text, at, place, box)
        if base is None:
            continue
        plain = _DOTLESS.get(text[base], text[base])
        letter = unicodedata.normalize("NFC", plain + _COMBINING[text[at]])
        if len(letter) == 1:
            letters[base] = letter
            inside = 0 < at < len(text) - 1 and not (text[at - 1].isspace() or text[at + 1].isspace())
            letters[at] = _SKIPPED if inside else " "
    return "".join(letters)


def _base(
    text: str, at: int, place: Callable[[int], tuple[float, float, float]], box: Callable[[int], Box]
) -> int | None:
    """The letter that an accent stands over; None for a sign that stands by itself."""
    left, right, y = place(at)
    middle = (left + right) / 2
    around = sorted(range(max(at - _REACH, 0), min(at + _REACH, len(text))), key=lambda n: abs(n - at))
    for other in around:
        if text[other].isalpha():
            letter = box(other)
            if letter.x0 <= middle <= letter.x1 and letter.y0 <= y <= letter.y1 + _RISE * letter.height:
                low = place(other)[2]
                if -1.0 <= low - y <= _RISE * letter.height:
                    return other
    return None
