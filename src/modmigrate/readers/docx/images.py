"""Pictures cut, turned and made small enough for a phone. Pillow is loaded only when a picture needs it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from .crops import Crop
from .kinds import MAX_PIXELS

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 1600
"""Pixels; twice the width of the text column of a package, for sharp screens."""
QUALITY = 82
SNAP = 10.0
"""Degrees: a picture turned by less is a pinned photograph, better shown straight."""


def edited(data: bytes, ending: str, crop: Crop, turn: float) -> tuple[bytes, str] | None:
    """The picture as placed, as PNG or JPEG bytes; None when it need not or cannot be changed.

    Always the same bytes for the same picture: no dates, no random order.
    """
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as opened:
            if opened.width * opened.height > MAX_PIXELS and opened.format != "JPEG":
                return None
            if getattr(opened, "is_animated", False) and not any(crop) and not turn:
                return None
            # A JPEG can be unpacked at a half, a quarter or an eighth of its size, which saves time and memory.
            opened.draft("RGB", (LONGEST, LONGEST))
            if opened.width * opened.height > MAX_PIXELS:
                return None
            image: Image.Image = _turned(_cut(_plain(opened), crop), turn)
            image.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
            changed = image.size != opened.size or any(crop) or bool(turn)
            made = _written(image, ending)
    except (OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError):
        return None
    same_kind = ending in ("png", "jpg", "gif", "webp")
    return None if same_kind and not changed and len(made[0]) > 0.9 * len(data) else made


def _plain(image: Image) -> Image:
    """In a mode that both PNG and JPEG writers take."""
    if image.mode in ("RGB", "RGBA", "L", "P"):
        return image
    if image.mode in ("1", "LA", "PA", "I;16"):
        return image.convert("L" if image.mode in ("1", "I;16") else "RGBA")
    return image.convert("RGB")


def _cut(image: Image, crop: Crop) -> Image:
    left, top, right, bottom = crop
    if not any(crop) or left + right >= 1 or top + bottom >= 1:
        return image
    wide, high = image.size
    box = (round(left * wide), round(top * high), round(wide - right * wide), round(high - bottom * high))
    return image.crop(box) if box[0] < box[2] and box[1] < box[3] else image


def _turned(image: Image, turn: float) -> Image:
    quarter = round(turn / 90) * 90
    angle = quarter if abs(turn - quarter) < SNAP else turn
    if angle % 360 == 0:
        return image
    white = None if image.mode in ("RGBA", "P") else "white"
    return image.rotate(-angle, expand=True, fillcolor=white)


def _written(image: Image, ending: str) -> tuple[bytes, str]:
    """As JPEG when it was one, or when that halves a picture of many colours; as PNG otherwise."""
    photo = ending == "jpg"
    if photo:
        return _jpeg(image), "jpg"
    png = io.BytesIO()
    # Trying all filters and levels (optimize) takes ten times as long and saves a twentieth.
    image.save(png, "PNG")
    if image.mode == "RGB" and len(png.getvalue()) > 200 * 2**10:
        jpeg = _jpeg(image)
        if len(jpeg) < len(png.getvalue()) / 2:
            return jpeg, "jpg"
    return png.getvalue(), "png"


def _jpeg(image: Image) -> bytes:
    out = io.BytesIO()
    (image if image.mode in ("RGB", "L") else image.convert("RGB")).save(
        out, "JPEG", quality=QUALITY, optimize=True, progressive=True
    )
    return out.getvalue()
