"""Pages cut across before they are cut along: what spans the columns parts bands, each with columns of its own.

Banners, rules, tables and pictures over the whole text part bands by themselves. A gap over all columns does so only
where the numbers of what is counted come in order then, and do not without.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from ..ground.page import Box
from ..lines.rows import Segment
from .columns import beside, gutter, numbers, regions

MAX_CUTS = 24
"""Stripes of a shaded table cut nothing."""
_MARGIN = 0.12
"""Share of the text's width that what spans it may leave free on either side."""
_GAP = 3.0
"""Sizes without text over the whole width."""


def in_bands(parts: Sequence[Segment], spanning: Iterable[Box]) -> list[list[Segment]]:
    """The segments in columns, in reading order; `spanning` are shapes, tables and pictures that may part bands."""
    plain = list(regions(parts))
    if len(plain) < 2:
        return plain
    cuts = _cuts(parts, spanning)
    best = list(_banded(parts, cuts)) if cuts else plain
    if best is not plain and _leaps(best) > _leaps(plain):
        best = plain
    gaps = _gaps(parts)
    if gaps and _leaps(best):
        other = list(_banded(parts, sorted({*cuts, *gaps})))
        if _leaps(other) < _leaps(best):
            return other
    return best


def _cuts(parts: Sequence[Segment], spanning: Iterable[Box]) -> list[float]:
    """Upper and lower edges of all that spans the text."""
    left, right = min(s.x0 for s in parts), max(s.x1 for s in parts)
    slack = _MARGIN * (right - left)
    top, bottom = min(s.y for s in parts), max(s.y for s in parts)
    wide = [b for b in spanning if b.x0 <= left + slack and b.x1 >= right - slack]
    found = sorted({y for b in wide for y in (b.y0, b.y1) if top - 20 < y < bottom})
    return found if len(found) <= MAX_CUTS else []


def _gaps(parts: Sequence[Segment]) -> list[float]:
    """Heights at which no column has text for some lines."""
    ordered = sorted(parts, key=lambda s: s.y)
    return [(a.y + b.y) / 2 for a, b in itertools.pairwise(ordered) if b.y - a.y > _GAP * max(a.size, b.size)]


def _banded(parts: Sequence[Segment], cuts: Sequence[float]) -> Iterator[list[Segment]]:
    bands: list[list[Segment]] = [[] for _ in range(len(cuts) + 1)]
    for part in parts:
        # A line's middle tells on which side of an edge it stands.
        bands[bisect_right(cuts, part.y - 0.3 * part.size)].append(part)
    edges = [edge for band in bands if (edge := gutter(band)) is not None]
    for band in bands:
        found = list(regions(band))
        known = (halves for edge in edges if (halves := beside(band, edge)) is not None)
        yield from (next(known, None) or found) if len(found) == 1 else found


def _leaps(order: Sequence[Sequence[Segment]]) -> int:
    """How often a number follows that neither counts on nor begins anew."""
    found = [n for region in order for n in numbers(sorted(region, key=lambda s: (s.y, s.x0)))]
    return sum(b not in (1, a, a + 1) for a, b in itertools.pairwise(found))
