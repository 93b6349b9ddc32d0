"""Words to rows and segments: what stands on one baseline, cut where a wide gap parts it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from math import inf
from statistics import median

from msgspec import Struct

from ..glyphs.direction import is_rtl
from ..glyphs.overprint import printed_once
from ..ground.page import Word
from .labels import is_marker

WIDE = 2.2
"""A gap of so many sizes parts columns, tabbed options, table cells; justified blanks stay below it."""
OVER, TANGLED = 0.4, 2
"""Sizes by which words of two lines overlap, and how many such pairs show that there are two."""
LINE = 4
"""Words that follow each other: no script is so long."""


class Segment(Struct):
    """Words beside each other on one baseline, left to right."""

    words: list[Word]
    x0: float
    x1: float
    y: float
    size: float

    @property
    def text(self) -> str:
        """Words with single blanks."""
        return " ".join(w.text for w in self.words)


def segment(words: list[Word]) -> Segment:
    """A segment of these words, which are in order."""
    main = words[0]
    if any(w.style is not main.style for w in words):
        main = max(words, key=lambda w: (w.style.size, w.x1 - w.x0))
    return Segment(words, min([w.x0 for w in words]), max([w.x1 for w in words]), main.y, main.style.size)


def segments(words: Iterable[Word]) -> list[Segment]:
    """All segments, by baseline and then from left to right."""
    rows = _scripted([part for row in _rows(words) for part in _untangled(printed_once(row))])
    return [segment(_unspaced(part)) for row in rows for part in _cut(row)]


def once(words: Sequence[Word]) -> list[Word]:
    """The words without what is printed over others: for pages with pictures, whose words are told apart by these."""
    level = [w for w in words if not w.style.angle]
    return [w for row in _rows(level) for w in printed_once(row)] + [w for w in words if w.style.angle]


def _rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words grouped by baseline, each group from left to right."""
    rows: list[list[Word]] = []
    last = 0.0
    for word in sorted(words, key=lambda w: (w.y, w.x0)):
        if rows and word.y - last <= 0.16 * min(word.style.size, rows[-1][0].style.size):
            rows[-1].append(word)
        else:
            rows.append([word])
            last = word.y
    for row in rows:
        row.sort(key=lambda w: (w.x0, w.x1))
    return rows


def _untangled(row: list[Word]) -> list[list[Word]]:
    """A row, or the lines that were set over each other in it, a point or two apart, each by itself."""
    over = sum(a.x1 - b.x0 > OVER * min(a.style.size, a.x1 - a.x0) and a.y != b.y for a, b in itertools.pairwise(row))
    if over < TANGLED:
        return [row]
    lines: dict[float, list[Word]] = {}
    for word in row:
        lines.setdefault(round(word.y, 1), []).append(word)
    return list(lines.values())


def _is_line(row: Sequence[Word]) -> bool:
    """Whether words follow each other as in a line of text: scripts are a sign or a word or two."""
    letters = count = 0
    edge = -inf
    for word in row:
        if not 0 < word.x0 - edge < 0.6 * word.style.size:
            letters = count = 0
        edge, count, letters = word.x1, count + 1, letters + len(word.text)
        if count >= LINE and letters >= 4 * LINE:
            return True
    return False


def _scripted(rows: list[list[Word]]) -> list[list[Word]]:
    """Rows with the small words above and below their baselines drawn in as super- and subscripts."""
    smallest = [min([w.style.size for w in row]) for row in rows]
    largest = [max([w.style.size for w in row]) for row in rows]
    lines = [_is_line(row) for row in rows]
    touched = set()
    for at, row in enumerate(rows):
        for other in (at - 1, at + 1, at - 2, at + 2):
            small = 0 <= other < len(rows) and smallest[at] <= 0.82 * largest[other] and not lines[at]
            if small and row and rows[other]:
                _adopt(row, rows[other], largest[other])
                touched.add(other)
    for at in touched:
        rows[at].sort(key=lambda w: w.x0)
    return [row for row in rows if row]


def _adopt(row: list[Word], other: list[Word], size: float) -> None:
    """Move from `row` to `other`, whose letters have this size, the words that are scripts there."""
    if abs(other[0].y - row[0].y) > 0.75 * size:
        return
    first = min(other, key=lambda w: w.x0)
    for word in list(row):
        if word.style.size > 0.82 * size:
            continue
        beside = next(
            (w for w in other if w.style.size * 0.82 >= word.style.size
             and (-0.4 * size <= word.x0 - w.x1 <= 0.3 * size or 0 <= w.x0 - word.x1 <= 0.1 * size
                  or (word.text.isdecimal() and 0 <= w.x0 - word.x1 <= size and w is first))), None,
        )  # fmt: skip
        if beside is None:
            # A script of several words follows its first one.
            beside = next((w for w in other if w.mark.script and 0 <= word.x0 - w.x1 <= 0.3 * size), None)
        if beside is not None:
            script = "super" if word.y < other[0].y else "sub"
            if beside.mark.script is None or beside.style.size > word.style.size:
                word.mark = word.mark._replace(script=script)
            else:
                word.mark = word.mark._replace(script=beside.mark.script)
            row.remove(word)
            other.append(word)


def _cut(row: list[Word]) -> list[list[Word]]:
    """A row's words, parted at gaps that are wide, or clearly wider than the row's others: the gutter may be narrow."""
    gaps = [b.x0 - a.x1 for a, b in itertools.pairwise(row)]
    if not gaps or max(gaps) <= 0.9 * row[0].style.size:
        return [row]
    usual = median([g for g in gaps if g > 0] or [0.0])
    parts = [[row[0]]]
    for before, gap, word in zip(row, gaps, row[1:], strict=False):
        size = max(word.style.size, before.style.size)
        wide = gap > WIDE * size or (gap > 0.9 * size and gap > 2.2 * usual)
        # A marker belongs to its item, however far that is set in.
        if wide and not (len(parts[-1]) == 1 and gap < 5 * size and is_marker(before.text)):
            parts.append([])
        parts[-1].append(word)
    return parts


def _unspaced(words: list[Word]) -> list[Word]:
    """Letter-spaced text as words again: B A B   S A T U."""
    if len(words) < 4:
        return words
    letters = [w for w in words if len(w.text) == 1]
    if len(letters) < 4 or len(letters) < 0.8 * len(words) or is_rtl("".join(w.text for w in words)):
        return words
    if sum(w.text.isalpha() for w in letters) < 0.8 * len(letters):
        return words
    gaps = [b.x0 - a.x1 for a, b in itertools.pairwise(words)]
    usual = median(gaps)
    out = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap <= 1.6 * max(usual, 0.1 * word.style.size) and gap < word.style.size and word.style == out[-1].style:
            last = out[-1]
            out[-1] = Word(last.text + word.text, last.x0, word.x1, last.y, last.style, last.mark)
        else:
            out.append(word)
    return out


def _over(part: Segment, other: Segment) -> bool:
    """Whether two pieces of about one height are lines set over each other."""
    shared = min(part.x1, other.x1) - max(part.x0, other.x0)
    return part.y != other.y and shared > max(2 * part.size, 0.5 * min(part.x1 - part.x0, other.x1 - other.x0))


def in_rows(parts: Sequence[Segment]) -> list[list[Segment]]:
    """Segments of one region by row, each row from left to right."""
    rows: list[list[Segment]] = []
    for part in sorted(parts, key=lambda s: (s.y, s.x0)):
        near = rows and abs(part.y - rows[-1][0].y) <= 0.25 * min(part.size, rows[-1][0].size)
        if near and not any(_over(part, other) for other in rows[-1]):
            rows[-1].append(part)
        else:
            rows.append([part])
    for row in rows:
        row.sort(key=lambda s: s.x0)
    return rows
