"""Reading order: where text runs in columns side by side, and where things only stand in a row.

A gutter is a strip that no text crosses over a run of lines, with text on both sides. It parts columns when the
lines on both sides stand on baselines of their own, or fill their sides as prose does; tabbed options and tables
without rules share their baselines and leave room.
"""

from __future__ import annotations

import itertools
import statistics
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from ....text.patterns import lazy
from ..lines.labels import label
from ..lines.rows import Segment

MIN_LINES = 4
_DEPTH = 4
MIN_BESIDE = 2
_APART = 2.5
"""Sizes from one line to the next across the whole page, where no text stands in any column."""
_NEAR = 2.0
"""Sizes; lines of another column stand at most so far above or below."""
_COUNTED = lazy(r"\(?(\d{1,3})[.)](?!\d)")


def regions(parts: Sequence[Segment], depth: int = 0) -> Iterator[list[Segment]]:
    """The segments in columns, in reading order; each region is read down by itself."""
    found = _columns(parts) if depth < _DEPTH and len(parts) >= 2 * MIN_LINES else None
    if found is None:
        if parts:
            yield list(parts)
        return
    above, left, right, below = found
    for group in (above, left, right, below):
        if group:
            yield from regions(group, depth + 1)


def gutter(parts: Sequence[Segment]) -> float | None:
    """Where the right column of the longest gutter begins."""
    found = _longest(parts) if len(parts) >= 2 * MIN_LINES else None
    return None if found is None else found[1]


def beside(parts: Sequence[Segment], edge: float) -> tuple[list[Segment], list[Segment]] | None:
    """A few lines in columns whose gutter is known from elsewhere on the page; None if some line crosses it."""
    left = [s for s in parts if s.x1 <= edge + 1]
    right = [s for s in parts if s.x0 >= edge - 1]
    if len(left) + len(right) < len(parts) or min(len(left), len(right)) < MIN_BESIDE:
        return None
    return left, right


_Found = tuple[list[Segment], list[Segment], list[Segment], list[Segment]]


def _columns(parts: Sequence[Segment]) -> _Found | None:
    """What stands above, left, right and below of the longest gutter."""
    found = _longest(parts)
    if found is None:
        return None
    run, edge = found
    top, bottom = run[0].y, run[-1].y
    inside = {id(s) for s in run}
    rest = sorted((s for s in parts if id(s) not in inside), key=lambda s: s.y)
    left = [s for s in run if s.x1 <= edge + 1]
    right = [s for s in run if s.x1 > edge + 1]
    middle = (top + bottom) / 2
    return [s for s in rest if s.y <= middle], left, right, [s for s in rest if s.y > middle]


def _longest(parts: Sequence[Segment]) -> tuple[list[Segment], float] | None:
    """The segments on both sides of the longest gutter, by height, and where it ends."""
    best: tuple[int, list[Segment], float] | None = None
    ordered = sorted(parts, key=lambda s: s.y)
    for edge in _edges(ordered):
        for whole in _runs(ordered, edge):
            run = _without_tail(whole, edge, ordered)
            if (best is None or len(run) > best[0]) and _is_gutter(run, edge):
                best = (len(run), run, edge)
    return None if best is None else best[1:]


def _edges(parts: Sequence[Segment]) -> list[float]:
    """Where right columns may begin: left edges shared by several segments that have a neighbour to their left."""
    counts: Counter[int] = Counter()
    for at, part in enumerate(parts):
        near = (p for p in parts[max(0, at - 6) : at + 7] if p is not part and abs(p.y - part.y) < _NEAR * part.size)
        if any(p.x1 < part.x0 - 0.8 * part.size for p in near):
            counts[round(part.x0 / 3)] += 1
    edges = [x * 3.0 - 2.5 for x, n in counts.most_common(8) if n + counts[x - 1] + counts[x + 1] >= MIN_LINES]
    return sorted(edges)


def _runs(parts: Sequence[Segment], edge: float) -> Iterator[list[Segment]]:
    """Maximal runs of segments, by height, that do not cross an edge."""
    run: list[Segment] = []
    for part in parts:
        if part.x0 < edge - 1 and part.x1 > edge + 1:
            if len(run) >= 2 * MIN_LINES:
                yield run
            run = []
        else:
            run.append(part)
    if len(run) >= 2 * MIN_LINES:
        yield run


def _without_tail(run: list[Segment], edge: float, ordered: Sequence[Segment]) -> list[Segment]:
    """A run without what stands apart below its columns: a foot in two parts, or lines of the text over the whole page.

    Such lines may be too short to cross the gutter; what follows them does, close by.
    """
    gaps = [at for at in range(1, len(run)) if run[at].y - run[at - 1].y > _APART * run[at].size]
    if not gaps:
        return run
    tail = run[gaps[-1] :]
    beside = sum(s.x1 > edge + 1 for s in tail)
    rows = len({round(s.y) for s in tail})
    after = next((s for s in ordered if s.y > run[-1].y and s is not run[-1]), None)
    goes_on = after is not None and after.y - run[-1].y <= _APART * after.size
    foot = rows == 1 and after is None
    return run[: gaps[-1]] if beside < MIN_LINES and (foot or (goes_on and not beside)) else run


def _is_gutter(run: Sequence[Segment], edge: float) -> bool:
    left = [s for s in run if s.x1 <= edge + 1]
    right = [s for s in run if s.x1 > edge + 1]
    if min(len(left), len(right)) < MIN_LINES:
        return False
    overlap = min(left[-1].y, right[-1].y) - max(left[0].y, right[0].y)
    shorter = min(left[-1].y - left[0].y, right[-1].y - right[0].y)
    if overlap < 0.6 * shorter or overlap <= 0:
        return False
    baselines = [s.y for s in left]  # in order, as the run is
    shared = sum(_holds(baselines, s.y, 0.12 * s.size) for s in right)
    if _are_lists(left, right) or _count_on(left, right):
        return True
    share = shared / min(len(right), len(left))
    words = min(_words_per_line(left), _words_per_line(right))
    if share <= 0.4 or (share <= 0.75 and words >= 3.5):
        return words >= 2
    return (_is_prose(left) and _is_prose(right)) or (words >= 3.5 and _flows(left) and _flows(right))


def _are_lists(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether both sides have the same markers beside each other: `a. … a. …` above `b. … b. …` are two lists."""
    beside = 0
    for part in left:
        marker = label(part.text)
        beside += bool(marker) and marker.strip("().").isalnum() and any(
            abs(other.y - part.y) < 0.12 * other.size and label(other.text) == marker for other in right
        )  # fmt: skip
    return beside >= MIN_BESIDE


def _count_on(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether the numbers down the left side go on at the top of the right one: `1. 2. 3.` beside `4. 5. 6.`."""
    down, after = numbers(left), numbers(right)
    both = down + after
    return min(len(down), len(after)) >= MIN_BESIDE and all(b == a + 1 for a, b in itertools.pairwise(both))


def numbers(side: Sequence[Segment]) -> list[int]:
    """The numbers that lines begin with, from top to bottom."""
    found = (_COUNTED.match(s.words[0].text) for s in side)
    return [int(m[1]) for m in found if m]


def _holds(heights: Sequence[float], y: float, slack: float) -> bool:
    """Whether one of the heights, which rise, is nearer than the slack."""
    at = bisect_right(heights, y - slack)
    return at < len(heights) and heights[at] < y + slack


def _words_per_line(side: Sequence[Segment]) -> float:
    return statistics.mean(len(s.words) for s in side)


def _is_prose(side: Sequence[Segment]) -> bool:
    """Full lines of several words: most reach the right edge that the longest one reaches."""
    wide = max(s.x1 for s in side) - min(s.x0 for s in side)
    full = sum(s.x1 - s.x0 >= 0.8 * wide for s in side)
    return len(side) >= 6 and full >= 0.55 * len(side) and _words_per_line(side) >= 4


def _flows(side: Sequence[Segment]) -> bool:
    """A long column in which many lines begin in the middle of a sentence."""
    low = sum(s.words[0].text[:1].islower() for s in side)
    return len(side) >= 10 and low >= 0.3 * len(side)
