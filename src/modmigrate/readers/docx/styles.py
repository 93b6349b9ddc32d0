"""Styles with their inheritance resolved: looks, heading levels, numbering, layout."""

from __future__ import annotations

import re

from lxml import etree
from msgspec import Struct, field

from ...text.patterns import lazy
from .names import VAL, W, is_on
from .properties import paragraph_props, run_props

_HEADING = lazy(r"heading\s*([1-9])$", re.IGNORECASE)


class Style(Struct):
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
