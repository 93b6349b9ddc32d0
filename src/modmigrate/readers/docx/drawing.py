"""Drawings: which pictures, text boxes and diagrams a w:drawing, w:pict or w:object holds, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from ...text.digits import is_count, measure
from ...text.patterns import lazy
from .crops import WHOLE, Crop, of_fill, of_vml
from .markup import branches
from .names import ADEC, ASVG, CX, DGM, MC, PIC, WP, WPC, WPG, A, C, O, R, V, W, is_on

EMU_PER_PIXEL = 9525
_FILE_NAME = lazy(r"(\S.*)?\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)\s*$", re.IGNORECASE)
_FILLS = frozenset({PIC + "blipFill", A + "blipFill"})
WORDS = frozenset({C + "chart", CX + "chart", DGM + "relIds"})
"""Name a part with words and numbers, which are read; what is drawn of them is not."""
_GROUPS = frozenset({WPG + "wgp", WPG + "grpSp", WPC + "wpc"})
_LEAVES = _FILLS | WORDS | {W + "txbxContent", V + "imagedata", V + "textpath"}


class Shown(Struct, frozen=True):
    """A picture as placed: relationship ids (`svg` of a vector twin), words, width in CSS pixels, edits.

    `crop` are the parts cut off left, top, right and bottom (0–1), `turn` degrees clockwise.
    """

    id: str
    svg: str = ""
    alt: str = ""
    width: int | None = None
    crop: Crop = WHOLE
    turn: float = 0.0


def leaves(element: etree._Element) -> Iterator[etree._Element]:
    """Pictures, text boxes, word art, charts and diagrams below an element, each once, in reading order."""
    for child in element:
        if child.tag == MC + "AlternateContent":
            for branch in branches(child):
                yield from leaves(branch)
            yield from words_behind(child)
        elif child.tag in _LEAVES:
            yield child
        elif len(child):
            yield from leaves(child)


def words_behind(alternate: etree._Element) -> Iterator[etree._Element]:
    """Charts and diagrams of an mc:AlternateContent whose stored picture is read in their stead.

    The picture shows what we cannot draw; words and numbers are kept all the same.
    """
    if any(branch.tag == MC + "Fallback" for branch in branches(alternate)):
        yield from (leaf for leaf in alternate.iterfind(f"{MC}Choice//*") if leaf.tag in WORDS)


def is_decorative(drawing: etree._Element) -> bool:
    """Whether the author marked the drawing as decoration (Office 2019's extension of wp:docPr)."""
    mark = next(drawing.iter(ADEC + "decorative"), None)
    return mark is not None and is_on(mark.get("val"))


def drawn(fill: etree._Element, drawing: etree._Element, *, alone: bool) -> Shown | None:
    """The picture of a DrawingML blipFill; `alone` says that the drawing's own size and words are this picture's."""
    blip = fill.find(A + "blip")
    id_ = None if blip is None else blip.get(R + "embed") or blip.get(R + "link")
    if blip is None or not id_:
        return None
    svg = next(blip.iter(ASVG + "svgBlip"), None)
    holder = fill.getparent()
    names = [] if holder is None else [e.get("descr") for e in holder.iter(PIC + "cNvPr")]
    outer = next(drawing.iter(WP + "docPr"), None)
    if outer is not None and alone:
        names.insert(0, outer.get("descr") or outer.get("title"))
    turn = _turn(holder)
    width = _width(holder, drawing, "cy" if round(turn / 90) % 2 else "cx", alone=alone)
    return Shown(id_, "" if svg is None else svg.get(R + "embed", ""), _alt(names), width, of_fill(fill), turn)


def vml(data: etree._Element) -> Shown | None:
    """The picture of a VML v:imagedata."""
    id_ = data.get(R + "id") or data.get(O + "relid")
    if not id_:
        return None
    shape = data.getparent()
    style = "" if shape is None else shape.get("style") or ""
    turned = re.search(r"rotation:\s*(-?[\d.]+)(fd)?", style)
    turn = (measure(turned[1]) or 0.0) / (65536 if turned[2] else 1) if turned else 0.0
    names = [None if shape is None else shape.get("alt"), data.get(O + "title")]
    return Shown(id_, "", _alt(names), _points(style), of_vml(data), turn % 360)


def _alt(names: list[str | None]) -> str:
    """The first words that describe; a file's name, as Word used to put there, does not."""
    return next((" ".join(n.split()) for n in names if n and n.strip() and not _FILE_NAME.match(n)), "")


def _width(holder: etree._Element | None, drawing: etree._Element, side: str, *, alone: bool) -> int | None:
    """How wide a picture is laid out, in CSS pixels: as the drawing, or by its own place in a group or canvas.

    A group measures what it holds in units of its own (a:chExt; ECMA-376 part 1, 20.1.7.6).
    """
    groups = [] if holder is None else [e for e in holder.iterancestors() if e.tag in _GROUPS]
    if holder is None or not groups:
        extent = next(drawing.iter(WP + "extent"), None) if alone else None
        return None if extent is None else _pixels(extent.get(side))
    own = next((e for e in holder.iter(A + "ext") if e.get(side)), None)
    size = 0.0 if own is None else _emu(own.get(side))
    for frame in (f for group in groups if (f := group.find(f"{WPG}grpSpPr/{A}xfrm")) is not None):
        outer, inner = (
            _emu(e.get(side)) if (e := frame.find(A + name)) is not None else 0.0 for name in ("ext", "chExt")
        )
        size *= outer / inner if outer and inner else 1.0
    return round(size / EMU_PER_PIXEL) or None


def _emu(value: str | None) -> float:
    return float(value) if value and is_count(value) else 0.0


def _turn(holder: etree._Element | None) -> float:
    frame = None if holder is None else next(holder.iter(A + "xfrm"), None)
    value = "" if frame is None else frame.get("rot") or ""
    return int(value) / 60000 % 360 if is_count(value.lstrip("-")) else 0.0


def _pixels(emu: str | None) -> int | None:
    return round(int(emu) / EMU_PER_PIXEL) or None if emu and is_count(emu) else None


def _points(style: str) -> int | None:
    found = re.search(r"(?:^|;)\s*width:\s*([\d.]+)(pt|px|in|cm|mm)", style)
    if not found:
        return None
    pixels = {"pt": 96 / 72, "px": 1.0, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54}[found[2]]
    return round((measure(found[1]) or 0.0) * pixels) or None
