"""Pictures of a PDF's pages, small enough to travel in one file, and where words stand on them.

Files whose opening may exhaust memory are not drawn: they were read in bounded children, and a picture is not worth
that.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping, Sequence, Set
from pathlib import Path

import pypdfium2 as pdfium
from msgspec import Struct

from ..errors import DamagedError
from ..readers.pdf.guard.opening import opened
from ..readers.pdf.guard.suspect import is_suspect

SIZES = ((24, 820, 55), (80, 620, 40), (160, 440, 32), (100_000, 380, 26))
"""Up to so many pages → width in pixels and quality: all of a module's pages are to stay below five megabytes."""
CLEAR, CLEAR_QUALITY, MOST_CLEAR = 820, 45, 30
"""Pages that a doubt is about can be read."""
MOST = 1_000
TALLEST = 4


class Frame(Struct, frozen=True):
    """A place on a page, in per cent of its width and height."""

    left: float
    top: float
    width: float
    height: float


Frames = dict[tuple[int, str], tuple[Frame, ...]]
"""Page and words → the lines on which they stand."""


class Picture(Struct, frozen=True):
    """A page as an address that holds the picture itself; `ratio` is its height by its width."""

    address: str
    ratio: float


def pictures(path: Path, password: str, doubtful: Set[int]) -> dict[int, Picture]:
    """The pages of a PDF by number; none of other files, or where they cannot be drawn safely."""
    if path.suffix.lower() != ".pdf":
        return {}
    try:
        if is_suspect(path):
            return {}
        with opened(path, password) as document:
            count = min(len(document), MOST)
            width, quality = next((w, q) for most, w, q in SIZES if count <= most)
            clear = set(sorted(doubtful)[:MOST_CLEAR])
            wanted = {n: (CLEAR, CLEAR_QUALITY) if n in clear else (width, quality) for n in range(1, count + 1)}
            drawn = {n: _drawn(document, n, *how) for n, how in wanted.items()}
            return {n: picture for n, picture in drawn.items() if picture is not None}
    except (DamagedError, OSError):
        return {}


def _drawn(document: pdfium.PdfDocument, number: int, width: int, quality: int) -> Picture | None:
    """A page; None for one that pdfium cannot draw."""
    try:
        page = document[number - 1]
        across, down = page.get_size()
        scale = width / max(1.0, across, down / TALLEST)
        bitmap = page.render(scale=scale, may_draw_forms=False)
        out = io.BytesIO()
        bitmap.to_pil().convert("RGB").save(out, "JPEG", quality=quality)
        page.close()
    except (pdfium.PdfiumError, ValueError):
        return None
    ratio = min(TALLEST, down / max(1.0, across))
    return Picture(f"data:image/jpeg;base64,{base64.b64encode(out.getvalue()).decode()}", ratio)


def frames(
    path: Path, password: str, wanted: Mapping[int, tuple[str, ...]]
) -> dict[tuple[int, str], tuple[Frame, ...]]:
    """Where words stand: page → what is looked for there; what is not found has no entry."""
    out: Frames = {}
    if not wanted or path.suffix.lower() != ".pdf" or is_suspect(path):
        return out
    with opened(path, password) as document:
        for number, texts in wanted.items():
            if not 1 <= number <= len(document):
                continue
            try:
                page = document[number - 1]
                shown, text = page.get_cropbox(), page.get_textpage()
            except pdfium.PdfiumError:
                continue
            for one in texts if not page.get_rotation() else ():
                if found := _boxes(text, one):
                    out[number, one] = tuple(_frame(box, shown) for box in found)
            page.close()
    return out


Box = tuple[float, float, float, float]


def _boxes(text: pdfium.PdfTextPage, wanted: str) -> list[Box]:
    """The lines on which the first of these words stand together."""
    words = wanted.removesuffix(" …").split()
    for count in (8, 5, 3, 2):
        if words and (len(words) >= count or count == 2):
            search = text.search(" ".join(words[:count]))
            found = search.get_next()
            search.close()
            if found is not None:
                index, length = found
                return _joined([text.get_rect(n) for n in range(text.count_rects(index, length))])
    return []


def _joined(boxes: Sequence[Box]) -> list[Box]:
    """Boxes side by side on a line, such as those of bold words among others, are one."""
    out: list[Box] = []
    for left, bottom, right, top in boxes:
        if out and min(top, out[-1][3]) - max(bottom, out[-1][1]) > (top - bottom) / 2:
            one = out.pop()
            left, bottom, right, top = min(left, one[0]), min(bottom, one[1]), max(right, one[2]), max(top, one[3])
        out.append((left, bottom, right, top))
    return out


def _frame(box: Box, shown: Box) -> Frame:
    """A place in points as one in per cent of what is shown of the page, a little larger."""
    left, bottom, right, top = box
    x0, y0, x1, y1 = shown
    across, down = max(1.0, x1 - x0), max(1.0, y1 - y0)
    return Frame(
        left=round(100 * (left - x0) / across - 1, 2), top=round(100 * (y1 - top) / down - 0.6, 2),
        width=round(100 * (right - left) / across + 2, 2), height=round(100 * (top - bottom) / down + 1.2, 2),
    )  # fmt: skip
