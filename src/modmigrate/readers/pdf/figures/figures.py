"""Figures: which pictures and drawings on a page are content, and which words belong to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ....document import Media
from ....text.patterns import lazy
from ..drawn.shapes import Image, Shapes
from ..ground.frame import Frame
from ..ground.page import Box, Figure, Word
from ..ground.tags import Tags
from ..lines.lines import line_of
from ..lines.rows import in_rows, segments
from .pictures import picture, region

SMALLEST = 14.0
"""Points; smaller pictures are bullets and ornaments."""
MIN_PIECES = 3
BACKGROUND = 0.7
"""A picture over so much of a page that has text is its ground."""
MAX_LABEL = 6
"""Words; a longer line inside a drawing is text with a decorated ground."""
MAX_OUTER_LABEL = 3
_FILE = lazy(r"^\S+\.\w{3,4}$|^[A-Za-z]:\\|^(?:Picture|Image|Gambar|Bild) ?\d*$")
_NEAR = 5.0
_FILLED, _ACROSS = 0.12, 0.9
"""Shares of a drawing: covered with words, it is their ground if all its pieces are nearly so wide or high."""
MAX_DRAWN = 300
"""Maps and plots have thousands of pieces; from here on they are joined by where they stand first."""
_TILE = 24.0


def figures(
    page: Any, frame: Frame, shapes: Shapes, words: Sequence[Word], media: dict[str, Media], tags: Tags
) -> tuple[list[Figure], list[Word]]:
    """The page's figures, and the words that are their labels."""
    whole = frame.width * frame.height
    images = [i for i in shapes.images if i.box.width >= SMALLEST and i.box.height >= SMALLEST]
    images = [i for i in images if not (words and i.box.area > BACKGROUND * whole)]
    out: list[Figure] = []
    labels: list[Word] = []
    for box, members in _clusters(images, _drawn(shapes, frame)):
        if not members and not _is_drawing(box, shapes, whole):
            continue
        if not members:
            box = _with_labels(box, words)
        inside = _inside(box, words)
        if not members and _cover(inside, box) > _FILLED and _is_ground(box, shapes):
            continue
        if _is_text_on_ground(inside):
            if len(members) != 1 or members[0].box.area < 0.5 * box.area or _cover(inside, box) > 0.1:
                continue
            inside = []
        name = (
            picture(page, frame, members[0], media)
            if len(members) == 1 and not inside and members[0].box.area > 0.9 * box.area
            else region(page, frame, _padded(box, frame), media, 2.5 if members else 2.0)
        )
        if name is not None:
            out.append(Figure(name, box, _text(inside) or _alternative(members, tags)))
            labels += inside
    return out, labels


def _alternative(members: Sequence[Image], tags: Tags) -> str:
    """What the file's structure tree says a picture shows; names of picture files say nothing."""
    said = (tag.alt for image in members if (tag := tags.of(image.handle)))
    return next((alt for alt in said if alt and not _FILE.search(alt)), "")


def _drawn(shapes: Shapes, frame: Frame) -> list[Box]:
    """Boxes of all that may belong to a drawing; page frames and grounds do not."""
    whole = frame.width * frame.height
    boxes = [*shapes.pieces, *(f.box for f in shapes.fills), *shapes.level, *shapes.upright]
    return [b for b in boxes if b.area < 0.6 * whole and max(b.width / frame.width, b.height / frame.height) < 0.95]


def _clusters(images: Sequence[Image], drawn: Sequence[Box]) -> list[tuple[Box, list[Image]]]:
    """Pictures, whose tiles and annotations belong to them; and drawings, with the pictures that stand in them.

    An arrow from one picture to another does not make them one: there may be text between.
    """
    groups = [(box, [images[n] for n in members]) for box, members in _touching([i.box for i in images], 1.5)]
    boxes = [box for box, _ in groups]
    free = [b for b in _thinned(drawn) if not any(_overlap(b, box) >= 0.3 * max(b.area, 1.0) for box in boxes)]
    out: list[tuple[Box, list[Image]]] = []
    for box, pieces in _touching(free, _NEAR):
        inner = [g for g in groups if _overlap(g[0], box) >= 0.6 * g[0].area]
        if len(pieces) + len(inner) < MIN_PIECES or (inner and len(pieces) < MIN_PIECES):
            continue
        groups = [g for g in groups if g not in inner]
        out.append((box, []))
    return out + groups


def _thinned(drawn: Sequence[Box]) -> list[Box]:
    """Few boxes for many: those in one tile of the page as one."""
    if len(drawn) <= MAX_DRAWN:
        return list(drawn)
    tiles: dict[tuple[int, int], Box] = {}
    for box in drawn:
        key = int(box.x0 / _TILE), int(box.y0 / _TILE)
        tiles[key] = tiles[key].joined(box) if key in tiles else box
    return list(tiles.values())


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
    width = min(a.x1, b.x1) - max(a.x0, b.x0)
    height = min(a.y1, b.y1) - max(a.y0, b.y0)
    return max(width, 1.0) * max(height, 1.0) if width >= 0 and height >= 0 else 0.0


def _is_drawing(box: Box, shapes: Shapes, whole: float) -> bool:
    """Whether drawn shapes make a picture: big enough, with something bent, slanted or filled, and no page frame."""
    if box.width < 40 or box.height < 30 or box.area > 0.75 * whole:
        return False
    parts = [p for p in shapes.pieces if p.within(box, 1)]
    fills = [f for f in shapes.fills if f.box.within(box, 1)]
    rules = sum(r.within(box, 1) for r in (*shapes.level, *shapes.upright))
    return len(parts) >= MIN_PIECES or (len(parts) + len(fills) + rules >= 4 and bool(parts))


def _is_ground(box: Box, shapes: Shapes) -> bool:
    """Whether all that is drawn reaches across: the strips of a shaded ground, frames, shadows."""
    drawn = [*shapes.pieces, *(f.box for f in shapes.fills), *shapes.level, *shapes.upright]
    parts = [p for p in drawn if p.within(box, 1)]
    return all(p.width >= _ACROSS * box.width or p.height >= _ACROSS * box.height for p in parts)


def _inside(box: Box, words: Sequence[Word]) -> list[Word]:
    """Words whose whole piece of line stands in a box; a line that only runs into it is text beside or behind."""
    near = [w for w in words if box.y0 - 2 <= w.y - 0.3 * w.style.size <= box.y1 + 2]
    if not any(box.holds((w.x0 + w.x1) / 2, w.y - 0.3 * w.style.size, 2) for w in near):
        return []
    level = [s for s in segments([w for w in near if not w.style.angle]) if s.x0 >= box.x0 - 3 and s.x1 <= box.x1 + 3]
    turned = [w for w in near if w.style.angle and box.x0 - 3 <= (w.x0 + w.x1) / 2 <= box.x1 + 3]
    return [w for s in level for w in s.words] + turned


def _with_labels(box: Box, words: Sequence[Word]) -> Box:
    """A drawing's box with the short labels at its edges: what an arrow comes from or leads to."""
    grown = box
    for label in segments([w for w in words if not w.style.angle]):
        size = label.size
        place = Box(label.x0, label.y - 0.75 * size, label.x1, label.y + 0.25 * size)
        short = len(label.words) <= MAX_OUTER_LABEL and not any(c.isdigit() or c in ".:" for c in label.text)
        if short and place.meets(box, 0.6 * size) and not place.within(box):
            grown = grown.joined(place)
    return grown


def _is_text_on_ground(inside: Sequence[Word]) -> bool:
    """Whether the words over a drawing or picture are reading matter: full lines that follow each other."""
    if not inside:
        return False
    rows = in_rows(segments(inside))
    long = [row for row in rows if sum(len(s.words) for s in row) > MAX_LABEL]
    return len(long) >= 2 and sum(len(s.words) for row in long for s in row) > 0.5 * len(inside)


def _cover(inside: Sequence[Word], box: Box) -> float:
    return sum((w.x1 - w.x0) * w.style.size for w in inside) / max(box.area, 1)


def _text(words: Sequence[Word]) -> str:
    return " ".join(line_of(row).text.replace("\t", " ") for row in in_rows(segments(words)))


def _padded(box: Box, frame: Frame) -> Box:
    return Box(max(box.x0 - 2, 0), max(box.y0 - 2, 0), min(box.x1 + 2, frame.width), min(box.y1 + 2, frame.height))
