"""Styles with their inheritance resolved: looks, heading levels, numbering, layout."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from .names import RPR, VAL, W, is_on

_HEADING = re.compile(r"heading\s*([1-9])$", re.IGNORECASE)
_TOGGLES = {
    W + "b": "bold", W + "i": "italic", W + "strike": "strike", W + "dstrike": "strike", W + "caps": "caps",
    W + "vanish": "hidden", W + "bCs": "bold_cs", W + "iCs": "italic_cs", W + "rtl": "complex",
}  # fmt: skip
"""Right-to-left runs are bold by w:bCs, never by w:b (ECMA-376 part 1, 17.3.2.2)."""
MONOSPACE = re.compile(r"courier|consolas|mono|menlo|lucida console|source code|inconsolata", re.IGNORECASE)


@dataclass(slots=True)
class Style:
    """A style, its parents' properties included."""

    id: str
    name: str
    kind: str
    run: dict[str, object] = field(default_factory=dict)
    paragraph: dict[str, object] = field(default_factory=dict)

    @property
    def level(self) -> int | None:
        """Heading level 1–9: by the style's (built-in, never localised) name, else its outline level."""
        if found := _HEADING.match(self.name):
            return int(found[1])
        outline = self.paragraph.get("outline")
        return outline + 1 if isinstance(outline, int) and outline < 9 else None


def run_props(element: etree._Element | None) -> dict[str, object]:
    """The properties of a w:rPr that recognition or the learner needs."""
    out: dict[str, object] = {}
    for child in element if element is not None else ():
        tag, value = child.tag, child.get(VAL)
        if tag in _TOGGLES:
            out[_TOGGLES[tag]] = is_on(value) or bool(out.get(_TOGGLES[tag]) and tag == W + "dstrike")
        elif tag == W + "u":
            out["underline"] = value not in (None, "none")
        elif tag == W + "highlight":
            out["highlight"] = None if value == "none" else value
        elif tag == W + "shd":
            fill = (child.get(W + "fill") or "auto").lower()
            if fill not in ("auto", "ffffff"):
                out.setdefault("highlight", fill)
        elif tag == W + "color":
            out["colour"] = None if value in (None, "auto", "000000") else value.lower()
        elif tag == W + "vertAlign":
            out["script"] = {"superscript": "super", "subscript": "sub"}.get(value or "")
        elif tag == W + "sz":
            out["size"] = _number(value, 2)
        elif tag == W + "rFonts":
            font = child.get(W + "ascii") or child.get(W + "hAnsi") or ""
            out["font"] = font
            out["code"] = bool(MONOSPACE.search(font))
        elif tag == W + "rStyle":
            out["style"] = value
    return out


def paragraph_props(element: etree._Element | None) -> dict[str, object]:
    """The properties of a w:pPr that recognition needs."""
    out: dict[str, object] = {}
    for child in element if element is not None else ():
        tag, value = child.tag, child.get(VAL)
        if tag == W + "pStyle":
            out["style"] = value
        elif tag == W + "outlineLvl":
            out["outline"] = int(value) if value and value.isdecimal() else 9
        elif tag == W + "numPr":
            out.update(_num_props(child))
        elif tag == W + "jc":
            out["align"] = value
        elif tag == W + "ind":
            out["indent"] = _number(child.get(W + "left") or child.get(W + "start"), 20) or 0.0
        elif tag == W + "pageBreakBefore":
            out["page_break"] = is_on(value)
        elif tag == W + "keepNext":
            out["keep_next"] = is_on(value)
        elif tag == W + "bidi":
            out["rtl"] = is_on(value)
        elif tag == W + "shd":
            fill = (child.get(W + "fill") or "auto").lower()
            out["shade"] = None if fill in ("auto", "ffffff") else fill
        elif tag == W + "pBdr":
            out["border"] = len(child) > 0
        elif tag == W + "framePr":
            # A drop cap stands in a paragraph of its own and begins the next one's first word.
            out["joined"] = child.get(W + "dropCap") in ("drop", "margin")
        elif tag == RPR:
            out.update(_mark_props(child))
    return out


def _mark_props(element: etree._Element) -> dict[str, object]:
    """The paragraph mark: a deleted or moved one joins the paragraph to the next (ECMA-376 part 1, 17.13.5.15)."""
    out: dict[str, object] = {}
    for child in element:
        if child.tag in (W + "del", W + "moveFrom"):
            out["joined"] = True
        elif child.tag == W + "vanish":
            out["mark_hidden"] = is_on(child.get(VAL))
    return out


def _num_props(element: etree._Element) -> dict[str, object]:
    out: dict[str, object] = {}
    for child in element:
        if child.tag == W + "numId":
            out["num"] = child.get(VAL, "0")
        elif child.tag == W + "ilvl":
            out["ilvl"] = int(child.get(VAL) or 0) if (child.get(VAL) or "0").isdecimal() else 0
    return out


_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "pc": 12.0, "pi": 12.0}


def _number(value: str | None, divisor: int) -> float | None:
    """Points: a count of twentieths or halves, or in Strict files a measure such as '12pt'."""
    try:
        if value and value[-2:] in _UNITS:
            return float(value[:-2]) * _UNITS[value[-2:]]
        return float(value) / divisor if value else None
    except ValueError:
        return None


class Styles:
    """All styles of a document; unknown ids give the default paragraph style."""

    def __init__(self, root: etree._Element | None) -> None:
        elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Style] = {}
        self.default_id = ""
        self.doc_run: dict[str, object] = {}
        self.doc_paragraph: dict[str, object] = {}
        for child in root if root is not None else ():
            if child.tag == W + "docDefaults":
                self.doc_run = run_props(child.find(f"{W}rPrDefault/{W}rPr"))
                self.doc_paragraph = paragraph_props(child.find(f"{W}pPrDefault/{W}pPr"))
            elif child.tag == W + "style":
                style_id = child.get(W + "styleId", "")
                elements[style_id] = child
                if child.get(W + "type") == "paragraph" and is_on(child.get(W + "default", "0")):
                    self.default_id = style_id
        self._elements = elements

    def get(self, style_id: object) -> Style:
        """A style by its id."""
        key = style_id if isinstance(style_id, str) and style_id in self._elements else self.default_id
        if key not in self._resolved:
            self._resolved[key] = self._resolve(key)
        return self._resolved[key]

    def char(self, style_id: object) -> dict[str, object]:
        """A character style's run properties; none for an unknown one."""
        return self.get(style_id).run if isinstance(style_id, str) and style_id in self._elements else {}

    def chain(self, style_id: str | None) -> list[etree._Element]:
        """A style and those it is based on, nearest first."""
        found: list[etree._Element] = []
        # A style may be based on itself in damaged files.
        while style_id is not None and style_id in self._elements and self._elements[style_id] not in found:
            found.append(self._elements[style_id])
            based = found[-1].find(W + "basedOn")
            style_id = None if based is None else based.get(VAL)
        return found

    def _resolve(self, style_id: str) -> Style:
        chain = self.chain(style_id)
        if not chain:
            return Style("", "Normal", "paragraph")
        name = chain[0].find(W + "name")
        style = Style(style_id, (name.get(VAL) if name is not None else "") or style_id, chain[0].get(W + "type", ""))
        for element in reversed(chain):
            style.run.update(run_props(element.find(W + "rPr")))
            style.paragraph.update(paragraph_props(element.find(W + "pPr")))
        return style
