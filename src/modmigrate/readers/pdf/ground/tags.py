"""The structure tree of a tagged PDF (ISO 32000-1, 14.7): which block each piece of a page's content belongs to.

Word and LibreOffice write one on request, with standard types; types of a producer's own come mapped by pdfium.
"""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from ....text.patterns import lazy
from . import calls
from .calls import Handle

MAX_ELEMENTS, MAX_DEPTH = 20_000, 60
MAX_ALT = 4_000
MAX_SPAN = 60
_BLOCKS = lazy(r"P|H[1-6]?|LBody|Lbl|T[DH]|Caption|BlockQuote|Note|Title|TOCI|Figure|Formula|Form")
_HEADING = lazy(r"H([1-6])")


class Place(NamedTuple):
    """A cell's place in a tagged table, counted from 0 on the page."""

    table: int
    row: int
    column: int
    header: bool
    rows: int = 1
    columns: int = 1
    """How many of both it spans."""


class Tag(NamedTuple):
    """What the tree says of a piece of content. `block` counts the page's blocks."""

    block: int
    level: int | None = None
    cell: Place | None = None
    alt: str = ""


class Tags:
    """The tags of one page's objects, each object asked for once; without a tree, nothing is asked."""

    def __init__(self, page: Any) -> None:
        self._tags = _Tree().read(page)
        self._objects: dict[int, int] = {}

    def __bool__(self) -> bool:
        return bool(self._tags)

    def all(self) -> dict[int, Tag]:
        """The tags by the numbers of marked content (14.6)."""
        return self._tags

    def of(self, address: int | None) -> Tag | None:
        """The tag of the page object at this address."""
        if not address or not self._tags:
            return None
        if address not in self._objects:
            self._objects[address] = calls.marked_content(Handle(address))
        return self._tags.get(self._objects[address])

    def is_artifact(self, address: int) -> bool:
        """Whether an object without a tag is marked as no content (14.8.2.2)."""
        obj = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
        for at in range(max(pdfium.FPDFPageObj_CountMarks(obj), 0)):
            mark, length = pdfium.FPDFPageObj_GetMark(obj, at), ctypes.c_ulong()
            name = (ctypes.c_ushort * 32)()
            if mark and pdfium.FPDFPageObjMark_GetName(mark, name, 64, length) and _decoded(name) == "Artifact":
                return True
        return False


class _Tree:
    def __init__(self) -> None:
        self.found: dict[int, Tag] = {}
        self._left = MAX_ELEMENTS
        self._blocks = itertools.count(1)
        self._tables = itertools.count()

    def read(self, page: Any) -> dict[int, Tag]:
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        if not tree:
            return {}
        try:
            for at in range(min(pdfium.FPDF_StructTree_CountChildren(tree), MAX_ELEMENTS)):
                self._element(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at), Tag(0), 0)
        finally:
            pdfium.FPDF_StructTree_Close(tree)
        return self.found

    def _element(self, element: Any, tag: Tag, depth: int) -> None:
        self._left -= 1
        if not element or depth > MAX_DEPTH or self._left < 0:
            return
        kind = _text(pdfium.FPDF_StructElement_GetType, element)
        if kind == "Table":
            self._table(element, next(self._tables), tag, depth)
            return
        if _BLOCKS.fullmatch(kind):
            heading = _HEADING.fullmatch(kind)
            alt = _text(pdfium.FPDF_StructElement_GetAltText, element) if kind == "Figure" else ""
            tag = Tag(next(self._blocks), int(heading[1]) if heading else None, tag.cell, alt)
        self._children(element, tag, depth)

    def _children(self, element: Any, tag: Tag, depth: int) -> None:
        for at in range(min(max(pdfium.FPDF_StructElement_CountChildren(element), 0), MAX_ELEMENTS)):
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, at)
            content = -1 if child else pdfium.FPDF_StructElement_GetChildMarkedContentID(element, at)
            if child:
                self._element(child, tag, depth + 1)
            elif content >= 0:
                self.found[content] = tag

    def _table(self, element: Any, number: int, tag: Tag, depth: int) -> None:
        taken: set[tuple[int, int]] = set()
        for row, tr in enumerate(_rows(element, depth)):
            column = 0
            for cell in _elements(tr):
                while (row, column) in taken:
                    column += 1
                kind = _text(pdfium.FPDF_StructElement_GetType, cell)
                rows, columns = _span(cell, b"RowSpan"), _span(cell, b"ColSpan")
                taken |= {(row + r, column + c) for r in range(rows) for c in range(columns)}
                place = Place(number, row, column, kind == "TH", rows, columns)
                self._element(cell, tag._replace(cell=place), depth + 3)


def _span(cell: Any, name: bytes) -> int:
    """How many rows or columns a cell's attributes let it span (14.8.5.7)."""
    number = ctypes.c_float()
    for at in range(max(pdfium.FPDF_StructElement_GetAttributeCount(cell), 0)):
        attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(cell, at)
        value = pdfium.FPDF_StructElement_Attr_GetValue(attributes, name)
        if value and pdfium.FPDF_StructElement_Attr_GetNumberValue(value, number):
            return min(max(int(number.value), 1), MAX_SPAN)
    return 1


def _elements(element: Any) -> Iterator[Any]:
    for at in range(min(max(pdfium.FPDF_StructElement_CountChildren(element), 0), MAX_ELEMENTS)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, at)
        if child:
            yield child


def _rows(table: Any, depth: int) -> Iterator[Any]:
    """The rows of a table, those in its head, bodies and foot too."""
    for child in _elements(table):
        kind = _text(pdfium.FPDF_StructElement_GetType, child)
        if kind == "TR":
            yield child
        elif kind in ("THead", "TBody", "TFoot") and depth < MAX_DEPTH:
            yield from _rows(child, MAX_DEPTH)


def _text(get: Callable[..., int], element: Any) -> str:
    length = get(element, None, 0)
    if not 2 < length <= MAX_ALT:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    get(element, buffer, length)
    return _decoded(buffer)


def _decoded(buffer: Any) -> str:
    return bytes(buffer).decode("utf-16-le", "replace").partition("\0")[0].strip()
