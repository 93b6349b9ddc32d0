"""Rules that hang together as the grid lines of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..ground.page import Box

SNAP = 3.0
"""Points by which rules that should meet may miss each other."""
MAX_RULES, MAX_CELLS = 3_000, 4_000


class Lattice:
    """Rules that hang together, as grid lines: `xs` and `ys` are the edges of columns and rows."""

    def __init__(self, level: Sequence[Box], upright: Sequence[Box]) -> None:
        self.xs = _edges([r.x0 for r in upright], [(r.x0, r.x1) for r in level])
        self.ys = _edges([r.y0 for r in level], [(r.y0, r.y1) for r in upright])
        self.level, self.upright = list(level), list(upright)
        self._at: dict[tuple[str, float], list[tuple[float, float]]] = {}
        """Pieces of rules by where they stand: each cell asks for those at its sides."""

    @property
    def box(self) -> Box:
        """All around."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def parted(self, x: float, y0: float, y1: float) -> bool:
        """Whether an upright rule runs at `x` all the way between two heights."""
        found = self._at.get(("x", x))
        if found is None:
            found = self._at["x", x] = sorted((r.y0, r.y1) for r in self.upright if abs(r.x0 - x) <= SNAP)
        return _covered(found, y0, y1)

    def split(self, y: float, x0: float, x1: float) -> bool:
        """Whether a level rule runs at `y` all the way between two places."""
        found = self._at.get(("y", y))
        if found is None:
            found = self._at["y", y] = sorted((r.x0, r.x1) for r in self.level if abs(r.y0 - y) <= SNAP)
        return _covered(found, x0, x1)

    def add_row(self, y: float) -> None:
        """Part a row at a height where no rule is drawn."""
        self.ys = sorted([*self.ys, y])
        self.level = [*self.level, Box(self.box.x0, y, self.box.x1, y)]
        self._at.clear()


def lattices(level: Sequence[Box], upright: Sequence[Box]) -> Iterator[Lattice]:
    """Each group of rules that touch and make at least two cells."""
    if not level or not upright or len(level) + len(upright) > MAX_RULES:
        return
    for group in _connected([*level, *upright], len(level)):
        rows = [r for r, is_level in group if is_level]
        columns = [r for r, is_level in group if not is_level]
        if rows and columns:
            lattice = Lattice(rows, columns)
            if len(lattice.xs) >= 2 and len(lattice.ys) >= 2 and len(lattice.xs) * len(lattice.ys) <= MAX_CELLS:
                yield lattice


def _connected(rules: Sequence[Box], levels: int) -> Iterator[list[tuple[Box, bool]]]:
    parent = list(range(len(rules)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    order = sorted(range(len(rules)), key=lambda at: rules[at].y0)
    for place, a in enumerate(order):
        low = rules[a].y1 + SNAP
        for b in order[place + 1 :]:
            if rules[b].y0 > low:
                break
            if rules[a].meets(rules[b], SNAP):
                parent[root(a)] = root(b)
    found: dict[int, list[tuple[Box, bool]]] = {}
    for at, rule in enumerate(rules):
        found.setdefault(root(at), []).append((rule, at < levels))
    yield from found.values()


def _edges(places: Sequence[float], ends: Sequence[tuple[float, float]]) -> list[float]:
    """Grid lines: where rules stand, and where the crossing rules end if no rule stands there (open sides)."""
    out = _clustered(places)
    for pick in (min, max):
        tips = [pick(pair) for pair in ends]
        tip = pick(tips) if tips else 0.0
        if sum(abs(t - tip) <= SNAP for t in tips) >= 2 and all(abs(tip - x) > 8 for x in out):
            out = sorted([*out, tip])
    return out


def _clustered(places: Sequence[float]) -> list[float]:
    out: list[float] = []
    for place in sorted(places):
        if not out or place - out[-1] > SNAP:
            out.append(place)
    return out


def _covered(pieces: Sequence[tuple[float, float]], start: float, end: float) -> bool:
    """Whether pieces, in order, cover at least four fifths of a stretch."""
    total, reach = 0.0, start
    for low, high in pieces:
        if low >= end:
            break
        low, high = max(low, reach), min(high, end)
        if high > low:
            total += high - low
            reach = high
    return total >= 0.8 * (end - start)
