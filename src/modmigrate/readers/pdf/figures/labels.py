"""Whether the words in a drawing are its labels, or text on a ground: words are text until they are proven labels.

Drawings have single words beside their strokes and in their boxes. Sentences, items of lists and headings are read,
and so is what holds most of a page's words; frames and boxes round such lines contain them. Strokes that lead from
box to box make a chart, even of boxes with sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ....text.patterns import lazy
from ..drawn.shapes import Shapes
from ..ground.page import Box, Word
from ..lines.labels import is_marker
from ..lines.rows import Segment, in_rows, segments

MAX_LABEL = 6
"""Words; a longer line inside a drawing is text with a decorated ground."""
SENTENCE, ITEM = 4, 3
"""Words from which on a piece of a line is a sentence by its last sign, an item by its marker."""
HEADING = 1.2
"""Times the size of the page's text."""
MOST = 0.6
"""Share of a page's words; a drawing with so many is the page's ground."""
_FEW = 8
_THICK = 14.0
"""Points; strokes and arrow heads are thinner, boxes round words are not."""
_ENDS = lazy(r"[.?!。？！:][\"'”’»)]*$")


def is_text(inside: Sequence[Word], words: Sequence[Word], box: Box, shapes: Shapes) -> bool:
    """Whether the words over a drawing or picture are reading matter; `words` are all of the page."""
    if not inside:
        return False
    parts = segments(inside)
    rows = in_rows(parts)
    long = [row for row in rows if sum(len(s.words) for s in row) > MAX_LABEL]
    if len(long) >= 2 and sum(len(s.words) for row in long for s in row) > 0.5 * len(inside):
        return True
    read = _read(parts, _size(words))
    said = sum(len(s.words) for s in read)
    most = len(inside) >= max(_FEW, MOST * len(words))
    enough = len(read) >= 2 and said > 0.5 * len(inside)
    return (enough or (most and said > 0.25 * len(inside))) and not _is_chart(box, shapes, inside)


def _read(parts: Sequence[Segment], body: float) -> list[Segment]:
    """Pieces of lines that are sentences, items or headings."""
    return [
        s for s in parts
        if len(s.words) > MAX_LABEL
        or (len(s.words) >= SENTENCE and _ENDS.search(s.words[-1].text))
        or (len(s.words) > ITEM and is_marker(s.words[0].text))
        or (s.size >= HEADING * body and any(c.isalpha() for c in s.text))
    ]  # fmt: skip


def _size(words: Sequence[Word]) -> float:
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.style.size] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_chart(box: Box, shapes: Shapes, inside: Sequence[Word]) -> bool:
    """Whether strokes lead from one box with words to the next."""
    near = [p for p in shapes.pieces if p.within(box, 1)]
    around = [p for p in (*near, *(f.box for f in shapes.fills if f.box.within(box, 1))) if _holds_word(p, inside)]
    rules = [r for r in (*shapes.level, *shapes.upright) if r.within(box, 1)]
    thin = [p for p in near if min(p.width, p.height) < _THICK and not _holds_word(p, inside)]
    strokes = [p for p in (*thin, *rules) if max(p.width / box.width, p.height / box.height) < 0.5]
    return len(around) >= 2 and len(strokes) >= max(2, len(around) // 2)


def _holds_word(piece: Box, words: Sequence[Word]) -> bool:
    return any(piece.holds((w.x0 + w.x1) / 2, w.y - 0.3 * w.style.size) for w in words)
