"""Text up or down the page, or on its head: lines as one reads them who turns the page."""

from __future__ import annotations

from collections.abc import Sequence

from ..ground.page import Item, Word
from ..lines.lines import line_of
from ..lines.rows import Segment, segment


def turned(words: Sequence[Word], column: int) -> list[Item]:
    """Text up or down the page: a line for each run of it, as one reads who turns the page."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and _on_one_line(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    out: list[Item] = []
    for run in sorted(runs, key=_place):
        flat: list[Segment] = []
        for at, word in enumerate(run):
            flat.append(segment([Word(word.text, at * 100.0, at * 100.0 + 97, run[0].y, word.style, word.mark)]))
        line = line_of([segment([s.words[0] for s in flat])])
        line.x0, line.x1 = min(w.x0 for w in run), max(w.x1 for w in run)
        line.left, line.right, line.column = line.x0, line.x1, column
        out.append(line)
    return out


def _on_one_line(a: Word, b: Word) -> bool:
    apart = abs(a.y - b.y) if a.style.angle == 180 else abs(a.x1 - b.x1)
    return a.style.angle == b.style.angle and apart < b.style.size


def _place(run: Sequence[Word]) -> tuple[int, float, float]:
    """The place of turned text: its direction, then its line, then where in the line it begins."""
    first = run[0]
    line, along = {90: (-first.x0, first.y), 270: (first.x0, -first.y)}.get(first.style.angle, (-first.y, -first.x0))
    return first.style.angle, round(line / 3), along
