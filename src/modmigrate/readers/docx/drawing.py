"""Drawings: which pictures and text boxes a w:drawing, w:pict or w:object holds."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from .names import MC, WP, A, O, R, V, W

EMU_PER_PIXEL = 9525


def pictures(element: etree._Element) -> Iterator[tuple[str, str, int | None]]:
    """Relationship id, alternative text and width in CSS pixels of each picture."""
    properties = next(element.iter(WP + "docPr"), None)
    alt = "" if properties is None else (properties.get("descr") or "")
    extent = next(element.iter(WP + "extent"), None)
    width = None if extent is None else _pixels(extent.get("cx"))
    for blip in _seen(element, A + "blip"):
        if relationship := blip.get(R + "embed") or blip.get(R + "link"):
            yield relationship, alt, width
    for data in _seen(element, V + "imagedata"):
        if relationship := data.get(R + "id"):
            yield relationship, data.get(O + "title") or "", None


def text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """Contents of text boxes and shapes with text, outermost ones only, each once."""
    for box in _seen(element, W + "txbxContent"):
        if not any(a is not element and a.tag == W + "txbxContent" for a in _ancestors(box, element)):
            yield box


def _seen(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Descendants that a reader sees: not those in the fallback of a drawing already met."""
    for found in element.iter(tag):
        if not any(a.tag == MC + "Fallback" and _has_choice(a) for a in _ancestors(found, element)):
            yield found


def _has_choice(fallback: etree._Element) -> bool:
    parent = fallback.getparent()
    choice = None if parent is None else parent.find(MC + "Choice")
    return choice is not None and len(choice) > 0


def _ancestors(element: etree._Element, top: etree._Element) -> Iterator[etree._Element]:
    for ancestor in element.iterancestors():
        if ancestor is top:
            return
        yield ancestor


def _pixels(emu: str | None) -> int | None:
    return round(int(emu) / EMU_PER_PIXEL) if emu and emu.isdecimal() else None
