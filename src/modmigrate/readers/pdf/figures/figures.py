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
from .clusters import clusters, is_drawing, is_ground
from .labels import is_text
from .pictures import picture, region

SMALLEST = 14.0
"""Points; smaller pictures are bullets and ornaments."""
BACKGROUND = 0.7
"""A picture over so much of a page that has text is its ground."""
MAX_OUTER_LABEL = 3
_MIDDLE = 4.0
"""Points."""
_FILE = lazy(r"^\S+\.\w{3,4}$|^[A-Za-z]:\\|^(?:Picture|Image|Gambar|Bild) ?\d*$")
_FILLED = 0.12
"""Share of a drawing: covered with words, it is their ground if all its pieces are nearly as wide or high."""


def figures(
    page: Any, frame: Frame, shapes: Shapes, words: Sequence[Word], media: dict[str, Media], tags: Tags
) -> tuple[list[Figure], list[Word]]:
    """The page's figures, and the words that are their labels."""
    whole = frame.width * frame.height
    images = [i for i in shapes.images if i.box.width >= SMALLEST and i.box.height >= SMALLEST]
    images = [i for i in images if not (words and i.box.area > BACKGROUND * whole)]

    def accepts(box: Box, _: Sequence[Box]) -> bool:
        if not is_drawing(box, shapes, whole):
            return False
        inside = _inside(_with_labels(box, words), words)
        if is_text(inside, words, box, shapes):
            return False
        return not (_cover(inside, box) > _FILLED and is_ground(box, shapes))

    out: list[Figure] = []
    labels: list[Word] = []
    for box, members in clusters(images, shapes, frame, accepts):
        if not members:
            box = _with_labels(box, words)
        inside = _inside(box, words)
        if members and is_text(inside, words, box, shapes):
            if len(members) != 1 or members[0].box.area < 0.5 * box.area or _cover(inside, box) > 0.1:
                continue
            inside = []
        name = (
            picture(page, frame, members[0], media)
            if len(members) == 1 and not inside and members[0].box.area > 0.9 * box.area
            else region(page, frame, _padded(box, frame), media, 2.5 if members else 2.0)
        )
        if name is not None:
            out.append(Figure(name, box, _text(inside) or _alternative(members, tags), words=len(inside)))
            labels += inside
    return out, labels


def _alternative(members: Sequence[Image], tags: Tags) -> str:
    """What the file's structure tree says a picture shows; names of picture files say nothing."""
    said = (tag.alt for image in members if (tag := tags.of(image.handle)))
    return next((alt for alt in said if alt and not _FILE.search(alt)), "")


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
        short = len(label.words) <= MAX_OUTER_LABEL
        named = not any(c.isdigit() or c in ".:" for c in label.text) or _is_measure(place, box, words)
        if short and named and place.meets(box, 0.6 * size) and not place.within(box):
            grown = grown.joined(place)
    return grown


def _is_measure(place: Box, box: Box, words: Sequence[Word]) -> bool:
    """Whether a number stands alone above or below the middle of a drawing: how long its side is."""
    middle = abs((place.x0 + place.x1) - (box.x0 + box.x1)) / 2 < _MIDDLE
    return middle and not any(
        place.y0 < w.y - 0.3 * w.style.size < place.y1 and not place.x0 - 1 <= (w.x0 + w.x1) / 2 <= place.x1 + 1
        for w in words
    )


def _cover(inside: Sequence[Word], box: Box) -> float:
    return sum((w.x1 - w.x0) * w.style.size for w in inside) / max(box.area, 1)


def _text(words: Sequence[Word]) -> str:
    return " ".join(line_of(row).text.replace("\t", " ") for row in in_rows(segments(words)))


def _padded(box: Box, frame: Frame) -> Box:
    return Box(max(box.x0 - 2, 0), max(box.y0 - 2, 0), min(box.x1 + 2, frame.width), min(box.y1 + 2, frame.height))
