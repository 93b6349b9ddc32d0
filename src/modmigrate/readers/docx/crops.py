"""Which part of a picture is shown: the shares cut off left, top, right and bottom."""

from __future__ import annotations

from lxml import etree

from ...text.digits import measure
from .names import A

Crop = tuple[float, float, float, float]
WHOLE: Crop = (0.0, 0.0, 0.0, 0.0)


def of_fill(fill: etree._Element) -> Crop:
    """What a DrawingML fill cuts off: by a:srcRect, or by stretching the picture beyond its shape (a:fillRect)."""
    source = fill.find(A + "srcRect")
    left, top, right, bottom = (max(_thousandths(source, side), 0.0) for side in "ltrb")
    if not any((left, top, right, bottom)):
        stretched = fill.find(f"{A}stretch/{A}fillRect")
        over = [max(-_thousandths(stretched, side), 0.0) for side in "ltrb"]
        wide, high = 1 + over[0] + over[2], 1 + over[1] + over[3]
        left, top, right, bottom = over[0] / wide, over[1] / high, over[2] / wide, over[3] / high
    return (min(left, 1.0), min(top, 1.0), min(right, 1.0), min(bottom, 1.0))


def of_vml(data: etree._Element) -> Crop:
    """What a v:imagedata cuts off, as fractions or 65536ths (`6554f`)."""
    left, top, right, bottom = (_part(data.get("crop" + side)) for side in ("left", "top", "right", "bottom"))
    return (left, top, right, bottom)


def _thousandths(rectangle: etree._Element | None, side: str) -> float:
    """ST_Percentage: thousandths of a per cent, in Strict files `12%`; 0 where it cannot be read."""
    value = "" if rectangle is None else rectangle.get(side) or ""
    if value.endswith("%"):
        return (measure(value[:-1]) or 0.0) / 100
    return (measure(value) or 0.0) / 100000


def _part(value: str | None) -> float:
    fixed = (value or "").endswith("f")
    share = (measure((value or "").removesuffix("f")) or 0.0) / (65536 if fixed else 1)
    return min(max(share, 0.0), 1.0)
