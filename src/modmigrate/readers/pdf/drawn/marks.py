"""What shapes and links make of the words they touch: underline, strike, highlight, link."""

from __future__ import annotations

from collections.abc import Sequence

from ..ground.page import Box, Word
from .shapes import Fill, Shapes

MAX_RULE, MAX_PEN = 600.0, 60.0
"""Points: longer rules and higher fills mark no words."""
_REACH = 0.32
"""How far under its baseline, in sizes, a rule still underlines a word."""

_MEETS = 2.0
"""Points between rules that meet."""


def mark_words(words: Sequence[Word], shapes: Shapes, links: Sequence[tuple[Box, str]]) -> None:
    """Set the words' marks. Takes out of the shapes what served as a mark."""
    level = [r for r in shapes.level if r.width < MAX_RULE]
    pens = [f for f in shapes.fills if f.box.height <= MAX_PEN and _is_pen(f.colour)]
    if not (level or pens or links):
        return
    level_words = [w for w in words if not w.style.angle]
    lined = _lined(level_words, level, shapes.upright)
    shapes.level = [r for r in shapes.level if r not in lined]
    penned = [f for f in pens if _highlighted(level_words, f)]
    shapes.fills = [f for f in shapes.fills if f not in penned]
    for box, target in links:
        for word in _on(level_words, box):
            # A link is underlined as a link; that says nothing of its own.
            word.mark = word.mark._replace(link=target, underline=False)


def _framed(rule: Box, upright: Sequence[Box]) -> bool:
    """Whether upright rules meet both ends of a level one: it borders cells, and underlines nothing in them."""
    met = [u for u in upright if u.y0 - _MEETS <= rule.y0 <= u.y1 + _MEETS]
    return all(any(abs(u.x0 - end) <= _MEETS for u in met) for end in (rule.x0, rule.x1))


def _lined(words: Sequence[Word], level: Sequence[Box], upright: Sequence[Box]) -> set[Box]:
    """Underline and strike words; returns the rules that mostly run along words."""
    used: dict[Box, float] = {}
    for word in words if level else ():
        size, width = word.style.size, word.x1 - word.x0
        for rule in level:
            if not word.y - 0.4 * size < rule.y0 <= word.y + _REACH * size:
                continue
            if min(rule.x1, word.x1) - max(rule.x0, word.x0) < 0.6 * width or _framed(rule, upright):
                continue
            under = rule.y0 >= word.y - 0.03 * size
            word.mark = word.mark._replace(underline=word.mark.underline or under, strike=word.mark.strike or not under)
            used[rule] = used.get(rule, 0.0) + width + 0.3 * size
    return {rule for rule, width in used.items() if width >= 0.5 * rule.width}


def _highlighted(words: Sequence[Word], pen: Fill) -> bool:
    """Highlight the words on a bright ground. A bar behind a heading or cell is wider than its text: no marker pen."""
    found = [w for w in _on(words, pen.box) if pen.box.height <= 1.8 * w.style.size + 2]
    if not found or max(w.x1 for w in found) - min(w.x0 for w in found) < 0.5 * pen.box.width:
        return False
    for word in found:
        word.mark = word.mark._replace(highlight=pen.colour)
    return True


def _on(words: Sequence[Word], box: Box) -> list[Word]:
    return [w for w in words if box.holds((w.x0 + w.x1) / 2, w.y - 0.3 * w.style.size)]


def _is_pen(colour: str) -> bool:
    """Bright colours, as marker pens have; greys shade cells and code."""
    parts = [int(colour[i : i + 2], 16) for i in (0, 2, 4)]
    return max(parts) >= 0xC0 and max(parts) - min(parts) >= 0x60
