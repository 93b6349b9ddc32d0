"""Rules to write on: drawn where words leave a gap, or with the words on them that someone wrote there.

A rule between words on their baseline is a blank, and comes out as a row of low lines, as it would be typed. A rule
that is longer than the words on it is a blank that was filled; words underlined are as long as their rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..ground.page import Box, Word
from .shapes import Shapes

SHORTEST, LONGEST = 14.0, 330.0
"""Points."""
_LOW, _HIGH = 0.42, 0.12
"""Sizes below and above a baseline where a rule is to write on."""
_NEAR = 1.6
"""Sizes from a rule to the words beside it."""
_FAR = 3.0
"""Sizes to the words on its other side, for the gap between to be a mere blank."""
_MEETS = 2.5
"""Points; upright rules that meet it make it part of a frame."""
_SIGN = 5.5
"""Points of a typed low line."""
_ROOM = 0.35
"""Sizes that a rule reaches over the words on it on both sides; an underline ends with its words."""


def with_blanks(words: list[Word], shapes: Shapes) -> list[Word]:
    """The words with blanks among them; those written on a rule are marked as filled in. Takes the rules out."""
    rules = [r for r in shapes.level if SHORTEST <= r.width <= LONGEST]
    rules = [r for r in rules if not any(_meet(r, u) for u in shapes.upright)]
    if not rules:
        return words
    rows: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        if not word.style.angle:
            rows[int(word.y // 20)].append(word)
    used: set[int] = set()
    added: list[Word] = []
    for rule in rules:
        near = [w for at in (-1, 0, 1) for w in rows[int(rule.y0 // 20) + at] if _is_level(rule, w)]
        over = [w for w in near if min(w.x1, rule.x1) - max(w.x0, rule.x0) > 0.25 * min(w.x1 - w.x0, rule.width)]
        if over:
            used |= _filled(rule, over, near)
        elif beside := _beside(rule, near):
            used.add(id(rule))
            added.append(_blank(rule, beside, near))
    shapes.level = [r for r in shapes.level if id(r) not in used]
    return words + added


def _meet(rule: Box, upright: Box) -> bool:
    level = upright.y0 - _MEETS <= rule.y0 <= upright.y1 + _MEETS
    return level and rule.x0 - _MEETS <= upright.x0 <= rule.x1 + _MEETS


def _is_level(rule: Box, word: Word) -> bool:
    size = word.style.size
    return word.y - _HIGH * size <= rule.y0 <= word.y + _LOW * size


def _filled(rule: Box, over: Sequence[Word], near: Sequence[Word]) -> set[int]:
    """Mark the words on a rule that is a filled blank; gives the rule then."""
    left, right, size = min(w.x0 for w in over), max(w.x1 for w in over), over[0].style.size
    inside = rule.x0 + _ROOM * size <= left and right <= rule.x1 - _ROOM * size
    if not inside or _beside(rule, [w for w in near if w not in over]) is None:
        return set()
    for word in over:
        word.mark = word.mark._replace(filled=True, underline=True)
    # The words take the blank's place, so that no gap is seen beside them.
    min(over, key=lambda w: w.x0).x0, max(over, key=lambda w: w.x1).x1 = rule.x0, rule.x1
    return {id(rule)}


def _beside(rule: Box, near: Sequence[Word]) -> Word | None:
    """The word that a rule stands right behind or before."""
    return next(_sides(rule, near), None)


def _sides(rule: Box, near: Sequence[Word]) -> Iterator[Word]:
    yield from (w for w in near if -1.5 <= rule.x0 - w.x1 <= _NEAR * w.style.size)
    yield from (w for w in near if -1.5 <= w.x0 - rule.x1 <= _NEAR * w.style.size)


def _blank(rule: Box, word: Word, near: Sequence[Word]) -> Word:
    blank, far = 0.28 * word.style.size, _FAR * word.style.size
    left = max((w.x1 + blank for w in near if 0 <= rule.x0 - w.x1 <= far), default=rule.x0)
    right = min((w.x0 - blank for w in near if 0 <= w.x0 - rule.x1 <= far), default=rule.x1)
    text = "_" * max(3, round(rule.width / _SIGN))
    made = Word(text, min(left, rule.x0), max(right, rule.x1), word.y, word.style)
    made.spaced, made.order, made.tag = True, word.order, word.tag
    return made
