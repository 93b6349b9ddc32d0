"""What is drawn on a page beside text: rules, filled rectangles, pictures, and pieces of drawings.

Comes from the page's objects without rendering. A thin rectangle is a rule, as most word processors draw them;
paths of a few straight level or upright strokes are rules each; everything else belongs to a drawing.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium
from msgspec import Struct, field

from ..glyphs.fonts import colour_name
from ..ground import calls
from ..ground.calls import Handle
from ..ground.frame import Frame
from ..ground.geometry import Matrix, apply, around, box_of, is_rectangle, product
from ..ground.page import Box

THIN = 2.6
"""Points; what is thinner is a line, not an area."""
MAX_OBJECTS = 60_000
MAX_SEGMENTS = 64
"""A path of more strokes is a drawing, whatever their directions."""
SMALL, LARGE = 5.0, 18.0
"""Points; boxes to tick are between."""
_DEPTH = 4

_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5


class Fill(NamedTuple):
    """A filled rectangle."""

    box: Box
    colour: str


class Image(NamedTuple):
    """A placed picture; `handle` is its page object, valid while the page is open."""

    box: Box
    handle: int
    nested: bool = False
    """Stands in a form, whose own matrix moves it."""


class Spot(NamedTuple):
    """A small shape about as wide as high: a circle or square to tick, a bullet, a sign."""

    box: Box
    filled: bool


class Shapes(Struct):
    """All shapes of a page. Rules are boxes with no width or no height."""

    level: list[Box] = field(default_factory=list)
    upright: list[Box] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    pieces: list[Box] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    """Small ones among all these."""


def shapes(page: Any, frame: Frame) -> Shapes:
    """The shapes of an open page."""
    return _Reader(frame).read(calls.handle(page))


class _Reader:
    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.found = Shapes()
        self._four = [ctypes.c_float() for _ in range(4)]
        self._by_four = [ctypes.byref(v) for v in self._four]
        self._rgba = [ctypes.c_uint() for _ in range(4)]
        self._by_rgba = [ctypes.byref(v) for v in self._rgba]
        self._mode, self._stroke = ctypes.c_int(), ctypes.c_int()
        self._left = MAX_OBJECTS

    def read(self, page: Handle) -> Shapes:
        for at in range(min(calls.count_objects(page), MAX_OBJECTS)):
            self._object(calls.page_object(page, at), None, 0)
        return self.found

    def _object(self, address: int | None, matrix: Matrix | None, depth: int) -> None:
        obj = Handle(address)
        kind = calls.object_type(obj)
        if kind == _TEXT or not address or self._left <= 0:
            return
        self._left -= 1
        if kind == _FORM:
            self._form(obj, matrix, depth)
            return
        box = self._box(obj, matrix)
        if box is None:
            return
        if kind == _IMAGE:
            self.found.images.append(Image(box, address, depth > 0))
        elif kind == _PATH:
            self._path(obj, box, matrix)
        elif kind == _SHADING:
            self.found.pieces.append(box)

    def _form(self, obj: Handle, matrix: Matrix | None, depth: int) -> None:
        if depth >= _DEPTH:
            return
        own = pdfium.FS_MATRIX()
        calls.object_matrix(obj, ctypes.byref(own))
        inner = (own.a, own.b, own.c, own.d, own.e, own.f)
        inner = inner if matrix is None else product(inner, matrix)
        for at in range(min(calls.form_count(obj), self._left)):
            self._object(calls.form_object(obj, ctypes.c_ulong(at)), inner, depth + 1)

    def _box(self, obj: Handle, matrix: Matrix | None) -> Box | None:
        """The visible part of an object's bounds."""
        if not calls.object_bounds(obj, *self._by_four):
            return None
        left, bottom, right, top = (v.value for v in self._four)
        if matrix is not None:
            corners = [apply(matrix, x, y) for x in (left, right) for y in (bottom, top)]
            left, right = min(x for x, _ in corners), max(x for x, _ in corners)
            bottom, top = min(y for _, y in corners), max(y for _, y in corners)
        box = self.frame.box(left, bottom, right, top)
        frame = self.frame
        if box.x1 < 0 or box.y1 < 0 or box.x0 > frame.width or box.y0 > frame.height:
            return None
        return Box(max(box.x0, 0.0), max(box.y0, 0.0), min(box.x1, frame.width), min(box.y1, frame.height))

    def _path(self, obj: Handle, box: Box, matrix: Matrix | None) -> None:
        calls.draw_mode(obj, ctypes.byref(self._mode), ctypes.byref(self._stroke))
        stroked, filled = self._stroke.value != 0, self._mode.value != 0
        if not stroked and not filled:
            return
        colour = self._colour(obj, calls.fill_colour) if filled else ""
        stroke = self._colour(obj, calls.stroke_colour) if stroked else ""
        if (not filled or colour == "ffffff") and (not stroked or stroke == "ffffff"):
            return
        if box.height <= THIN or box.width <= THIN:
            if box.height > THIN or box.width > THIN:
                self._rule(box)
            return
        self._area(obj, box, matrix, colour, stroke)

    def _area(self, obj: Handle, box: Box, matrix: Matrix | None, colour: str, stroke: str) -> None:
        if SMALL <= box.width <= LARGE and SMALL <= box.height <= LARGE:
            self.found.spots.append(Spot(box, bool(colour) and colour != "ffffff"))
        count = calls.segment_count(obj)
        lines = list(self._strokes(obj, count, matrix)) if 1 < count <= MAX_SEGMENTS else []
        if not lines:
            self.found.pieces.append(box)
            return
        if colour and colour != "ffffff" and is_rectangle(lines, box):
            self.found.fills.append(Fill(box, colour))
        if stroke and stroke != "ffffff":
            for line in lines:
                self._rule(line)
        elif colour and not is_rectangle(lines, box):
            self._thin_parts(lines, box)

    def _thin_parts(self, lines: list[Box], box: Box) -> None:
        """A path may fill several thin rectangles at once: a table's rules in one go."""
        bars = [around(lines[at : at + 4]) for at in range(0, len(lines) - 3, 4)]
        if all(min(bar.width, bar.height) <= THIN for bar in bars):
            for bar in bars:
                self._rule(bar)
        else:
            self.found.pieces.append(box)

    def _rule(self, box: Box) -> None:
        if box.width >= box.height and box.width > THIN:
            y = (box.y0 + box.y1) / 2
            self.found.level.append(Box(box.x0, y, box.x1, y))
        elif box.height > THIN:
            x = (box.x0 + box.x1) / 2
            self.found.upright.append(Box(x, box.y0, x, box.y1))

    def _colour(self, obj: Handle, get: Any) -> str:
        if not get(obj, *self._by_rgba):
            return "000000"
        red, green, blue, alpha = (v.value for v in self._rgba)
        if alpha < 8:
            return "ffffff"
        return colour_name(red, green, blue) or "000000"

    def _strokes(self, obj: Handle, count: int, matrix: Matrix | None) -> Iterator[Box]:
        """The path's strokes as boxes; nothing at all if one of them is bent or slanted."""
        points: list[tuple[float, float]] = []
        found: list[Box] = []
        start = None
        own = pdfium.FS_MATRIX()
        calls.object_matrix(obj, ctypes.byref(own))
        full: Matrix = (own.a, own.b, own.c, own.d, own.e, own.f)
        full = full if matrix is None else product(full, matrix)
        x, y = ctypes.c_float(), ctypes.c_float()
        for at in range(count):
            segment = Handle(calls.path_segment(obj, at))
            kind = calls.segment_type(segment)
            calls.segment_point(segment, ctypes.byref(x), ctypes.byref(y))
            point = self.frame.point(*apply(full, x.value, y.value))
            if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
                return
            if kind == pdfium.FPDF_SEGMENT_MOVETO or not points:
                start = point
            else:
                found.append(box_of(points[-1], point))
            points.append(point)
            if calls.segment_closes(segment) and start is not None:
                found.append(box_of(point, start))
        if all(min(box.width, box.height) <= 1.0 for box in found):
            yield from (box for box in found if max(box.width, box.height) > 0.5)
