"""Circles and squares drawn before words: boxes to tick, with or without their tick, as the signs that say so.

They recur, in one size, each right before words. A sign that stands where others have a box, or inside of one, is the
tick; so is a smaller shape inside. Circles round a number or a letter are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..ground.page import Box, Word
from .shapes import Shapes, Spot

FEWEST = 2
"""Boxes on a page; one alone is an ornament."""
_ROUND = 1.3
"""How many times as wide as high, or the other way round."""
_NEAR = 2.0
"""Sizes from a box to its words."""
_SAME = 2.5
"""Points by which signs and boxes of one column may miss each other."""
_TICKS = frozenset("✓✔√✗✘×xX●•")
_SIGNS = _TICKS - frozenset("xX×●•")
"""What alone, without a box around it, is a tick where others have a box."""
EMPTY, TICKED = "☐", "☑"


def with_ticks(words: list[Word], shapes: Shapes) -> list[Word]:
    """The words with the boxes before them as signs. Takes the boxes out of the shapes."""
    found = list(_boxes(words, shapes.spots)) if len(shapes.spots) >= FEWEST else []
    found = [f for f in found if sum(abs(f[0].width - other[0].width) < 0.2 * f[0].width for other in found) >= FEWEST]
    if len(found) < FEWEST:
        return words
    inside: set[int] = set()
    added: list[Word] = []
    for box, filled, word in found:
        ticks = [w for w in words if box.holds((w.x0 + w.x1) / 2, w.y - 0.35 * w.style.size, 1) and w is not word]
        drawn = any(s.box is not box and s.box.within(box, 1) and s.box.area < 0.8 * box.area for s in shapes.spots)
        drawn = drawn or any(p.within(box, 1.5) and p.area < 0.8 * box.area for p in shapes.pieces)
        inside |= {id(w) for w in ticks}
        added.append(_sign(TICKED if filled or ticks or drawn else EMPTY, box, word))
    boxes = [box for box, _, _ in found]
    for word in words:
        if id(word) not in inside and word.text in _SIGNS and _stands_for_a_box(word, boxes):
            word.text = TICKED
    _take_out(shapes, boxes)
    return [w for w in words if id(w) not in inside] + added


def _boxes(words: Sequence[Word], spots: Sequence[Spot]) -> Iterator[tuple[Box, bool, Word]]:
    """Round or square spots with words right behind them, the outermost of each place."""
    level = [w for w in words if not w.style.angle]
    seen: list[Box] = []
    for spot in sorted(spots, key=lambda s: -s.box.area):
        box = spot.box
        if not 1 / _ROUND < box.width / box.height < _ROUND or any(box.meets(other) for other in seen):
            continue
        held = [w for w in level if box.holds((w.x0 + w.x1) / 2, w.y - 0.35 * w.style.size, 1)]
        word = _behind(box, [w for w in level if w not in held])
        if word is not None and all(w.text in _TICKS for w in held):
            seen.append(box)
            yield box, spot.filled, word


def _behind(box: Box, words: Sequence[Word]) -> Word | None:
    """The word that a box stands before, on its line."""
    middle = (box.y0 + box.y1) / 2
    near = [
        w for w in words
        if -1 <= w.x0 - box.x1 <= _NEAR * w.style.size and w.y - 0.9 * w.style.size < middle < w.y + 0.2 * w.style.size
        and 0.45 * w.style.size <= box.height <= 1.5 * w.style.size
    ]  # fmt: skip
    return min(near, key=lambda w: w.x0, default=None)


def _stands_for_a_box(word: Word, boxes: Sequence[Box]) -> bool:
    """Whether a sign stands in a row or a column of boxes."""
    size, middle = word.style.size, (word.x0 + word.x1) / 2
    for box in boxes:
        level = abs((box.y0 + box.y1) / 2 - (word.y - 0.35 * size)) < 0.5 * size
        below = abs((box.x0 + box.x1) / 2 - middle) < _SAME and abs(box.y1 - word.y) < 6 * size
        if level or below:
            return True
    return False


def _sign(text: str, box: Box, word: Word) -> Word:
    made = Word(text, box.x0, box.x1, word.y, word.style, word.mark)
    made.spaced, made.order, made.tag = True, word.order, word.tag
    return made


def _take_out(shapes: Shapes, boxes: Sequence[Box]) -> None:
    def free(shape: Box) -> bool:
        return not any(shape.within(box, 1.5) for box in boxes)

    shapes.level = [r for r in shapes.level if free(r)]
    shapes.upright = [r for r in shapes.upright if free(r)]
    shapes.pieces = [p for p in shapes.pieces if free(p)]
    shapes.fills = [f for f in shapes.fills if free(f.box)]
