"""Tables with level rules alone, as statistics and journals set them: columns are parted by gaps that every row has.

What is found is given as a lattice with the upright rules that the eye adds, and read like any ruled table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mean

from ..ground.page import Box, Word
from ..lines.rows import Segment, in_rows, segments
from .headed import headed
from .lattice import Lattice

MIN_WIDTH = 90.0
SAME = 4.0
"""Points by which the ends of a table's rules may differ."""
GUTTER = 0.55
"""Sizes; gaps between columns are wider."""
MAX_WORDS = 5.0
"""Words in a cell, on average; columns of prose hold more."""
MAX_RULED = 12.0
"""The same where a rule stands below every row."""
MIN_FULL = 0.6
"""Share of a table's rows that fill at least two columns."""
MAX_GROUPS = 40

Rows = list[list[Segment]]


def half_ruled(level: Sequence[Box], words: Sequence[Word]) -> Iterator[tuple[Lattice, float]]:
    """Lattices of tables between level rules, and the height of the rule below the head; 0 without one."""
    stacks, lone = _stacks(level)
    for rules in [*stacks, *headed(lone, words)]:
        box = Box(rules[0].x0 - SAME, rules[0].y0, rules[0].x1 + SAME, rules[-1].y0)
        inside = [w for w in words if box.holds((w.x0 + w.x1) / 2, w.y - 0.3 * w.style.size) and not w.style.angle]
        rows = in_rows(segments(inside))
        if len(rows) < 2:
            continue
        body = [row for row in rows if len(rules) == 2 or row[0].y > rules[1].y0] or rows
        xs = _gutters(body)
        limit = MAX_WORDS
        if _is_ruled(rules, rows):
            body, limit = list(_bands(rules, body)), MAX_RULED
        if xs and _is_table(body, xs, limit):
            made = _lattice(rules, rows, [box.x0, *xs, box.x1])
            yield made, rules[1].y0 if len(rules) > 2 and len(body) < len(rows) else 0.0


def _stacks(level: Sequence[Box]) -> tuple[list[list[Box]], list[Box]]:
    """Rules with the same ends below each other, two at least; and the rules that have none beside them."""
    groups: list[list[Box]] = []
    for rule in sorted(level, key=lambda r: r.y0):
        if rule.width < MIN_WIDTH:
            continue
        for group in groups:
            if abs(group[0].x0 - rule.x0) < SAME and abs(group[0].x1 - rule.x1) < SAME:
                if rule.y0 - group[-1].y0 > 3:
                    group.append(rule)
                break
        else:
            groups.append([rule])
    groups = groups[:MAX_GROUPS]
    return [g for g in groups if len(g) > 1], [g[0] for g in groups if len(g) == 1]


def _gutters(rows: Rows) -> list[float]:
    """Places that no word of a full row crosses, each in the middle of its gap."""
    full = [row for row in rows if len(row) > 1 or (len(row[0].words) > 1 and len(rows) < 3)]
    if len(full) < 2:
        return []
    spans = sorted((w.x0, w.x1) for row in full for part in row for w in part.words)
    size = max(row[0].size for row in full)
    out, reach = [], spans[0][1]
    for x0, x1 in spans:
        if x0 - reach > GUTTER * size:
            out.append((reach + x0) / 2)
        reach = max(reach, x1)
    return out


def _is_ruled(rules: Sequence[Box], rows: Rows) -> bool:
    """Whether rules part the rows, which may have more than one line each."""
    return len(rules) > 3 and len(rules) - 1 >= 0.3 * len(rows)


def _bands(rules: Sequence[Box], rows: Rows) -> Iterator[list[Segment]]:
    """What stands between two rules, as one row."""
    for above, below in pairwise(rules):
        band = [part for row in rows if above.y0 < row[0].y <= below.y0 for part in row]
        if band:
            yield band


def _is_table(rows: Rows, xs: Sequence[float], limit: float) -> bool:
    filled = [{sum(part.x0 >= x for x in xs) for part in row} for row in rows]
    if sum(len(columns) > 1 for columns in filled) < MIN_FULL * len(rows):
        return False
    edges = [float("-inf"), *xs, float("inf")]
    counts = [
        sum(left <= w.x0 < right for part in row for w in part.words) for row in rows for left, right in pairwise(edges)
    ]
    return mean([n for n in counts if n]) <= limit


def _lattice(rules: Sequence[Box], rows: Rows, xs: list[float]) -> Lattice:
    ys = _edges(rules, rows)
    level = [Box(xs[0], y, xs[-1], y) for y in ys]
    upright = []
    for top, bottom in pairwise(ys):
        words = [w for row in rows if top < row[0].y - 0.3 * row[0].size < bottom for part in row for w in part.words]
        # A head over several columns crosses what parts them below.
        parts = [p for row in rows if top < row[0].y - 0.3 * row[0].size < bottom for p in row]
        upright += [
            Box(x, top, x, bottom) for x in xs
            if not any(w.x0 < x - 1 and w.x1 > x + 1 for w in words) and not any(_spans(p, x) for p in parts)
        ]  # fmt: skip
    return Lattice(level, upright)


def _spans(part: Segment, x: float) -> bool:
    """Whether words close together stand on both sides of a place."""
    return any(a.x1 <= x <= b.x0 and b.x0 - a.x1 < GUTTER * part.size for a, b in pairwise(part.words))


def _edges(rules: Sequence[Box], rows: Rows) -> list[float]:
    """Heights of the table's rules, and between the rows that no rule parts; lines of one cell stay together."""
    ys = [r.y0 for r in rules]
    if _is_ruled(rules, rows):
        return ys
    first = min(row[0].x0 for row in rows)
    for above, below in pairwise(rows):
        y = below[0].y - 0.95 * below[0].size
        head = len(rules) > 2 and below[0].y < rules[1].y0
        goes_on = below[0].x0 > first + 2 * below[0].size and len(below) < len(above)
        if not head and not goes_on and not any(above[0].y < rule <= below[0].y for rule in ys[: len(rules)]):
            ys.append(y)
    return sorted(ys)
