"""What a w:rPr and a w:pPr say, as far as recognition and learners need it (ECMA-376 part 1, 17.3)."""

from __future__ import annotations

import re

from lxml import etree

from ...text.digits import count, measure
from ...text.patterns import lazy
from .names import RPR, VAL, W, is_on

_TOGGLES = {
    W + "b": "bold", W + "i": "italic", W + "strike": "strike", W + "dstrike": "strike", W + "caps": "caps",
    W + "vanish": "hidden", W + "bCs": "bold_cs", W + "iCs": "italic_cs", W + "rtl": "complex",
}  # fmt: skip
"""Right-to-left runs are bold by w:bCs, never by w:b (ECMA-376 part 1, 17.3.2.2)."""
MONOSPACE = lazy(r"courier|consolas|mono|menlo|lucida console|source code|inconsolata", re.IGNORECASE)
_SIDES = frozenset({"top", "bottom", "left", "right", "start", "end"})


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
            out["outline"] = count(value or "", 9)
        elif tag == W + "numPr":
            out.update(_num_props(child))
        elif tag == W + "jc":
            out["align"] = value
        elif tag == W + "ind":
            out["indent"] = _number(child.get(W + "left") or child.get(W + "start"), 20) or 0.0
        elif tag == W + "tabs":
            out["lined"] = _draws_lines(child)
        elif tag == W + "spacing":
            out.update(_spacing(child))
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
            out["border"] = _borders(child)
        elif tag == W + "framePr":
            # A drop cap stands in a paragraph of its own and begins the next one's first word.
            out["joined"] = child.get(W + "dropCap") in ("drop", "margin")
        elif tag == RPR:
            out.update(_mark_props(child))
    return out


def _borders(element: etree._Element) -> tuple[str, ...]:
    """The sides of a paragraph that have a line (ECMA-376 part 1, 17.3.1.24)."""
    sides = {c.tag.rpartition("}")[2] for c in element if c.get(VAL) not in (None, "nil", "none")}
    return tuple(sorted({"start": "left", "end": "right"}.get(s, s) for s in sides & _SIDES))


def _draws_lines(tabs: etree._Element) -> bool:
    """Whether all tab stops draw a line to write on (ECMA-376 part 1, 17.18.72)."""
    leaders = [stop.get(W + "leader") for stop in tabs if stop.get(VAL) != "clear"]
    return bool(leaders) and all(leader in ("underscore", "heavy") for leader in leaders)


def _spacing(element: etree._Element) -> dict[str, object]:
    """Space above and below (ECMA-376 part 1, 17.3.1.33), each inherited by itself."""
    sides = (("before", _number(element.get(W + "before"), 20)), ("after", _number(element.get(W + "after"), 20)))
    return {side: points for side, points in sides if points is not None}


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
            out["ilvl"] = count(child.get(VAL) or "0", 0)
    return out


_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "pc": 12.0, "pi": 12.0}


def _number(value: str | None, divisor: int) -> float | None:
    """Points: a count of twentieths or halves, or in Strict files a measure such as '12pt'."""
    unit = _UNITS.get((value or "")[-2:])
    number = measure((value or "")[:-2] if unit else value or "")
    return None if number is None else number * unit if unit else number / divisor
