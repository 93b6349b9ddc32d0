"""Whether a table shows any line or shade: one that shows none only places its content."""

from __future__ import annotations

from lxml import etree

from .names import VAL, W, is_on
from .styles import Styles

_NO_LINE = frozenset({None, "nil", "none"})


def is_bare(table: etree._Element, styles: Styles) -> bool:
    """No visible border by the table itself, its style or its cells, and no cell shaded."""
    props = table.find(W + "tblPr")
    own = None if props is None else props.find(W + "tblBorders")
    style = None if props is None else props.find(W + "tblStyle")
    by_style = own is None and style is not None and style_has_lines(styles, style.get(VAL))
    lines = by_style or (own is not None and has_lines(own))
    return not lines and not any(has_lines(b) for b in table.iter(W + "tcBorders")) and not _is_shaded(table)


def has_lines(borders: etree._Element) -> bool:
    """Whether one of the borders is drawn (ECMA-376 part 1, 17.18.2)."""
    return any(b.get(VAL) not in _NO_LINE for b in borders)


def style_has_lines(styles: Styles, style_id: str | None) -> bool:
    """Whether a table style draws borders, by itself or for some of its rows and cells."""
    for element in styles.chain(style_id):
        if any(has_lines(b) for tag in ("tblBorders", "tcBorders") for b in element.iter(W + tag)):
            return True
    return False


def style_has_head(styles: Styles, style_id: str | None) -> bool:
    """Whether a table style sets the first row apart, in bold or by a shade (ECMA-376 part 1, 17.7.6)."""
    for element in styles.chain(style_id):
        for part in element.iterchildren(W + "tblStylePr"):
            if part.get(W + "type") == "firstRow":
                bold = part.find(f"{W}rPr/{W}b")
                return (bold is not None and is_on(bold.get(VAL))) or next(part.iter(W + "shd"), None) is not None
    return False


def _is_shaded(table: etree._Element) -> bool:
    fills = (shade.get(W + "fill") for shade in table.iterfind(f".//{W}tcPr/{W}shd"))
    return any(fill and fill.lower() not in ("auto", "ffffff") for fill in fills)
