"""What of a page's shapes and pictures hangs together as one drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..drawn.shapes import Image, Shapes
from ..ground.frame import Frame
from ..ground.page import Box

MIN_PIECES = 3
_NEAR = 5.0
_TILED, _SIDE = 1.5, 0.25
"""Points between tiles of one picture, and the share of a side that they have in common."""
MAX_DRAWN = 300
"""Maps and plots have thousands of pieces; from here on they are joined by where they stand first."""
_TILE = 24.0
_DEPTH = 3
_SPAN = 0.5
"""Share of a group's width or height from which on a piece is its frame or ground, if the group is no drawing."""
_RIM = 0.08
"""The same share at its edges, where ornaments of a border stand."""
_ACROSS = 0.9
Accepts = Callable[[Box, Sequence[Box]], bool]


def clusters(images: Sequence[Image], shapes: Shapes, frame: Frame, accepts: Accepts) -> list[tuple[Box, list[Image]]]:
    """Pictures, whose tiles and annotations belong to them; and drawings, with the pictures that stand in them.

    An arrow from one picture to another does not make them one: there may be text between. `accepts` says whether
    some pieces are a drawing; where they are none, what stands in their frame is looked at by itself.
    """
    groups = [(box, [images[n] for n in members]) for box, members in _tiled([i.box for i in images])]
    boxes = [box for box, _ in groups]
    drawn = _thinned(_drawn(shapes, frame))
    free = [b for b in drawn if not any(_overlap(b, box) >= 0.3 * max(b.area, 1.0) for box in boxes)]
    out: list[tuple[Box, list[Image]]] = []
    for box, _ in _drawings(free, accepts):
        groups = [g for g in groups if _overlap(g[0], box) < 0.6 * g[0].area]
        out.append((box, []))
    return out + groups


def _drawings(boxes: Sequence[Box], accepts: Accepts, depth: int = 0) -> Iterator[tuple[Box, list[Box]]]:
    """Groups of pieces that are drawings. Of others the frame is taken off, and its content looked at again."""
    for box, members in _touching(boxes, _NEAR):
        pieces = [boxes[at] for at in members]
        if len(pieces) < MIN_PIECES:
            continue
        if accepts(box, pieces):
            yield box, pieces
        elif depth < _DEPTH:
            rest = [p for p in pieces if not _is_frame(p, box)]
            if len(rest) < len(pieces):
                yield from _drawings(rest, accepts, depth + 1)


def _is_frame(piece: Box, box: Box) -> bool:
    """Whether a piece is part of what runs round a group or lies below it."""
    if piece.width >= _SPAN * box.width or piece.height >= _SPAN * box.height:
        return True
    across, down = _RIM * box.width, _RIM * box.height
    level = piece.y1 <= box.y0 + down or piece.y0 >= box.y1 - down
    return level or piece.x1 <= box.x0 + across or piece.x0 >= box.x1 - across


def _drawn(shapes: Shapes, frame: Frame) -> list[Box]:
    """Boxes of all that may belong to a drawing; page frames and grounds do not."""
    whole = frame.width * frame.height
    boxes = [*shapes.pieces, *(f.box for f in shapes.fills), *shapes.level, *shapes.upright]
    return [b for b in boxes if b.area < 0.6 * whole and max(b.width / frame.width, b.height / frame.height) < 0.95]


def _thinned(drawn: Sequence[Box]) -> list[Box]:
    """Few boxes for many: those in one tile of the page as one."""
    if len(drawn) <= MAX_DRAWN:
        return list(drawn)
    tiles: dict[tuple[int, int], Box] = {}
    for box in drawn:
        key = int(box.x0 / _TILE), int(box.y0 / _TILE)
        tiles[key] = tiles[key].joined(box) if key in tiles else box
    return list(tiles.values())


def _tiled(boxes: Sequence[Box]) -> list[tuple[Box, list[int]]]:
    """Pictures that share a side or lie in each other, joined: a corner alone makes a logo no part of what is below."""
    found: list[tuple[Box, list[int]]] = []
    for box, members in _touching(boxes, _TILED):
        if len(members) > MAX_DRAWN:
            found.append((box, members))  # Strips of a scan; each would be asked for all others.
            continue
        while members:
            group, rest = [members[0]], members[1:]
            for at in group:
                beside = [n for n in rest if _adjoin(boxes[at], boxes[n])]
                group += beside
                rest = [n for n in rest if n not in beside]
            whole = box if not rest and len(group) == len(members) else _around([boxes[n] for n in group])
            found.append((whole, group))
            members = rest
    return found


def _common(a: Box, b: Box) -> tuple[float, float]:
    """Width and height of what two boxes have in common; below zero the gap between them."""
    return min(a.x1, b.x1) - max(a.x0, b.x0), min(a.y1, b.y1) - max(a.y0, b.y0)


def _adjoin(a: Box, b: Box) -> bool:
    width, height = _common(a, b)
    if min(width, height) < -_TILED:
        return False
    shared = max(width / max(min(a.width, b.width), 1), height / max(min(a.height, b.height), 1))
    return shared >= _SIDE


def _around(boxes: Sequence[Box]) -> Box:
    out = boxes[0]
    for box in boxes[1:]:
        out = out.joined(box)
    return out


def _touching(boxes: Sequence[Box], slack: float) -> list[tuple[Box, list[int]]]:
    """Boxes that touch, joined: the box around each group and which of the boxes are in it."""
    found: list[tuple[Box, list[int]]] = [(box, [at]) for at, box in enumerate(boxes)]
    merged = True
    while merged:
        merged = False
        out: list[tuple[Box, list[int]]] = []
        for box, members in sorted(found, key=lambda f: f[0].y0):
            for at, (other, theirs) in enumerate(out):
                if box.meets(other, slack):
                    out[at] = (other.joined(box), theirs + members)
                    merged = True
                    break
            else:
                out.append((box, members))
        found = out
    return found


def _overlap(a: Box, b: Box) -> float:
    """Area common to both; a line counts with a width of one point."""
    width, height = _common(a, b)
    return max(width, 1.0) * max(height, 1.0) if width >= 0 and height >= 0 else 0.0


def is_drawing(box: Box, shapes: Shapes, whole: float) -> bool:
    """Whether drawn shapes make a picture: big enough, with something bent, slanted or filled, and no page frame."""
    if box.width < 40 or box.height < 30 or box.area > 0.75 * whole:
        return False
    parts = [p for p in shapes.pieces if p.within(box, 1)]
    fills = [f for f in shapes.fills if f.box.within(box, 1)]
    rules = sum(r.within(box, 1) for r in (*shapes.level, *shapes.upright))
    return len(parts) >= MIN_PIECES or (len(parts) + len(fills) + rules >= 4 and bool(parts))


def is_ground(box: Box, shapes: Shapes) -> bool:
    """Whether all that is drawn reaches across: the strips of a shaded ground, frames, shadows."""
    drawn = [*shapes.pieces, *(f.box for f in shapes.fills), *shapes.level, *shapes.upright]
    parts = [p for p in drawn if p.within(box, 1)]
    return all(p.width >= _ACROSS * box.width or p.height >= _ACROSS * box.height for p in parts)
