"""From the order in which a line's pieces stand to the order in which they are read (the Unicode bidi algorithm back).

In a line that runs from right to left, Latin words and the numbers behind them run from left to right among themselves.
A number before a Latin word (`100 Mbps`) stands to its right, as one behind it does (`Python 3`): the order in which
the file draws them tells these apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....text.patterns import lazy
from ..ground.page import Word

RIGHT, LEFT, NUMBER, NEUTRAL = "right", "left", "number", "neutral"
_RTL = lazy(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
BLANK = 0.08
"""Sizes; a wider gap is a blank."""
_SIGNS = frozenset("،؛؟٪٫٬")
_PAIRS = {"(": ")", "[": "]", "{": "}", "«": "»"}
_OPENING = {**{a: a for a in _PAIRS}, **{b: a for a, b in _PAIRS.items()}}


def is_rtl(text: str) -> bool:
    """Whether a text holds letters of a script that runs from right to left."""
    return _RTL.search(text) is not None


def kind(text: str) -> str:
    """The direction of a piece, by its first letter or digit."""
    for char in text:
        if char.isdecimal():
            return NUMBER
        if _RTL.match(char) and char not in _SIGNS:
            return RIGHT
        if char.isalpha():
            return LEFT
    return NEUTRAL


def runs_right_to_left(words: Sequence[Word]) -> bool:
    """Whether a line's words run from right to left: at least half of those with letters do."""
    if all(w.text.isascii() for w in words):
        return False
    # Numbers and signs take the direction of the words around them.
    spoken = [kind(w.text) for w in words if any(c.isalpha() for c in w.text)]
    return bool(spoken) and spoken.count(RIGHT) * 2 >= len(spoken)


def right_to_left(words: Sequence[Word]) -> tuple[list[Word], list[float]]:
    """The words of a line from right to left in the order of reading, and the gap before each but the first."""
    groups = list(_groups(sorted(words, key=lambda w: w.x0)))
    groups.reverse()
    out: list[Word] = []
    gaps: list[float] = []
    for at, group in enumerate(groups):
        if at:
            gaps.append(groups[at - 1][0].x0 - group[-1].x1)
        gaps += [b.x0 - a.x1 for a, b in pairwise(group)]
        out += group
    _with_brackets(out, gaps)
    return out, gaps


def _groups(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Pieces from left to right: runs that are read so as one group, others alone."""
    at = 0
    while at < len(words):
        end = at
        if kind(words[at].text) == LEFT:
            while end + 1 < len(words) and kind(words[end + 1].text) != RIGHT:
                end += 1
            while kind(words[end].text) == NEUTRAL:
                end -= 1
            while end > at and kind(words[end].text) == NUMBER and 0 <= words[end].order < words[at].order:
                end -= 1
                while kind(words[end].text) == NEUTRAL:
                    end -= 1
        yield list(words[at : end + 1])
        at = end + 1


def _with_brackets(words: Sequence[Word], gaps: Sequence[float]) -> None:
    """Give brackets the form that their place asks for: a file may name them as they look or as they are read."""
    open_now: list[str] = []
    for at, word in enumerate(words):
        if word.text in _OPENING:
            blank = BLANK * word.style.size
            starts = at == 0 or gaps[at - 1] > blank or words[at - 1].text in _PAIRS
            ends = at + 1 == len(words) or gaps[at] > blank or kind(words[at + 1].text) == NEUTRAL
            word.text = _bracket(_OPENING[word.text], open_now, starts=starts, ends=ends)


def _bracket(form: str, open_now: list[str], *, starts: bool, ends: bool) -> str:
    """The bracket that opens or closes here."""
    if form in open_now and not (starts and not ends):
        open_now.remove(form)
        return _PAIRS[form]
    if ends and not starts:
        return _PAIRS[form]  # Behind an option's letter.
    open_now.append(form)
    return form
