"""A cover for a module, and an opener for a chapter, without a picture: a pattern that follows from a title alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from markupsafe import Markup

from ...module import Figure, folded
from ..media import Picture
from ..outline import Section

COLUMNS, ROWS, SIDE = 8, 4, 100
PHOTO = 480
"""Pixels from which a picture is wide enough to open a chapter."""
_SHAPES = (
    "M{x} {y}h100v100a100 100 0 0 1-100-100",  # quarter discs, one per corner
    "M{x} {y}h100a100 100 0 0 1-100 100z",
    "M{r} {y}v100h-100a100 100 0 0 1 100-100",
    "M{r} {b}h-100v-100a100 100 0 0 1 100 100",
    "M{x} {b}a50 50 0 0 1 100 0z",  # half discs
    "M{x} {y}a50 50 0 0 0 100 0z",
    "M{c} {y}a50 50 0 0 1 0 100 50 50 0 0 1 0-100",  # disc
    "M{c} {y}l50 50-50 50-50-50z",  # diamond
    "M{x} {y}l100 100h-100z",  # triangles
    "M{r} {y}v100l-100-100z",
)


def pattern(title: str, rows: int = ROWS) -> Markup:
    """Inline SVG in three tints of the theme's accent, of at most four rows; a title always gives the same picture."""
    seed = hashlib.sha512(folded(title).encode()).digest()
    tints: dict[int, list[str]] = {1: [], 2: [], 3: []}
    for tint, path in _tiles(seed, rows):
        tints[tint].append(path)
    paths = "".join(f'<path class="t{tint}" d="{"".join(d)}"/>' for tint, d in tints.items() if d)
    box = f"0 0 {COLUMNS * SIDE} {rows * SIDE}"
    svg = f'<svg viewBox="{box}" preserveAspectRatio="xMaxYMid slice" aria-hidden="true">{paths}</svg>'
    return Markup(svg)  # noqa: S704 - numbers of our own only


def banner(section: Section, picture: Callable[[str], Picture | None]) -> Markup:
    """A chapter's own first photograph, else a pattern of its own; a drawing would be cut."""
    file = next((b.file for b in section.chapter.content if isinstance(b, Figure)), "")
    found = picture(file) if file else None
    if found and found.path.endswith(".jpg") and found.width >= PHOTO and found.height < found.width:
        return Markup('<img class="banner" src="{}" alt="" loading="lazy">').format(found.path)
    svg = str(pattern(f"{section.chapter.number} {section.chapter.title}", rows=1))
    return Markup(svg.replace("<svg", '<svg class="banner"'))  # noqa: S704 - numbers of our own only


def _tiles(seed: bytes, rows: int) -> Iterator[tuple[int, str]]:
    for tile in range(COLUMNS * rows):
        shape, tint = seed[tile], seed[tile + 32]
        if tint < 24:
            continue  # some tiles stay empty: calm
        x, y = tile % COLUMNS * SIDE, tile // COLUMNS * SIDE
        path = _SHAPES[shape % len(_SHAPES)].format(x=x, y=y, c=x + 50, r=x + SIDE, b=y + SIDE)
        yield tint % 3 + 1, path
