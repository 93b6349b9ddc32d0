"""Looks of text objects: what the font's name, weight and flags, the matrix and the fill colour say."""

from __future__ import annotations

import ctypes
import math
import re
from functools import lru_cache
from typing import Any

import pypdfium2.raw as pdfium

from ....text.patterns import lazy
from ..ground import calls
from ..ground.calls import Handle
from ..ground.page import Style

_BOLD = lazy(r"bold|black|heavy|semibold|demi(?!l)|[-,]bd\b|\bbx|cmb|-b$|\.b$", re.IGNORECASE)
_NOT_BOLD = lazy(r"boldface-?regular", re.IGNORECASE)
_ITALIC = lazy(r"ital|obli|kursiv|slanted|-it$|[-,]bi$|cmti|cmsl", re.IGNORECASE)
_CODE = lazy(r"courier|consol|mono|menlo|typewriter|cmtt|lettergothic|fixedsys|inconsolata|cascadia", re.I)
_MATH = lazy(r"math|^cm(?:mi|sy|ex)\d|symbolmt$|xits|stix", re.IGNORECASE)
_FIXED, _ITALIC_FLAG, _FORCE_BOLD = 1, 1 << 6, 1 << 18
"""Font descriptor flags, ISO 32000-1 table 123."""
_INVISIBLE = 3
_FILL_STROKE = 2


class Styles:
    """The looks of one page's text objects, each asked for once."""

    def __init__(self, text_page: Handle, turn: int, hidden: bool = False) -> None:
        self._text_page = text_page
        self._hidden = hidden
        self._turn = turn
        self._fonts: dict[int, tuple[bool, bool, bool, bool]] = {}
        self._objects: dict[int, Style | None] = {}
        self._known: dict[Style, Style] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._size = ctypes.c_float()
        self._rgba = [ctypes.c_uint() for _ in range(4)]
        self._by_matrix, self._by_size = ctypes.byref(self._matrix), ctypes.byref(self._size)
        self._by_rgba = [ctypes.byref(part) for part in self._rgba]

    def at(self, index: int) -> Style | None:
        """The look of one character."""
        return self.of(calls.text_object(self._text_page, index), index)

    def of(self, address: int | None, index: int) -> Style | None:
        """The look of the text object at this address, which holds the char `index`; None for invisible text."""
        if not address:
            return None
        if address not in self._objects:
            self._objects[address] = self._read(Handle(address), index)
        return self._objects[address]

    def _read(self, obj: Handle, index: int) -> Style | None:
        mode = calls.render_mode(obj)
        if mode == _INVISIBLE and not self._hidden:
            return None
        calls.font_size(obj, self._by_size)
        calls.char_matrix(self._text_page, index, self._by_matrix)
        matrix = self._matrix
        b, c, d = matrix.b, matrix.c, matrix.d
        size = self._size.value * math.hypot(c, d)
        angle = (round(math.degrees(math.atan2(-b, matrix.a))) + self._turn) % 360
        bold, italic, code, maths = self._font(calls.font_of(obj))
        slanted = abs(c) > 0.15 * abs(d) > 0 and abs(b) < 0.01
        colour = self._colour(obj)
        return Style(round(size, 1) or 1.0, bold or mode == _FILL_STROKE, italic or slanted, code, colour, angle, maths)

    def _font(self, address: int | None) -> tuple[bool, bool, bool, bool]:
        if not address:
            return False, False, False, False
        found = self._fonts.get(address)
        if found is None:
            found = self._fonts[address] = _font_looks(ctypes.cast(address, pdfium.FPDF_FONT))
        return found

    def _colour(self, obj: Handle) -> str | None:
        if not calls.fill_colour(obj, *self._by_rgba):
            return None
        red, green, blue, _ = self._rgba
        return colour_name(red.value, green.value, blue.value)


def _font_looks(font: Any) -> tuple[bool, bool, bool, bool]:
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    weight = pdfium.FPDFFont_GetWeight(font)
    return looks_of(buffer.value.decode("utf-8", "replace"), weight, max(pdfium.FPDFFont_GetFlags(font), 0))


@lru_cache(1024)
def looks_of(name: str, weight: int, flags: int) -> tuple[bool, bool, bool, bool]:
    """Bold, italic, monospaced, mathematical: the name is surest, then flags; many files give wrong weights."""
    plain = name.partition("+")[2] or name
    bold = bool(_BOLD.search(plain) and not _NOT_BOLD.search(plain)) or bool(flags & _FORCE_BOLD) or weight >= 700
    italic = bool(_ITALIC.search(plain)) or bool(flags & _ITALIC_FLAG)
    code = bool(_CODE.search(plain)) or bool(flags & _FIXED and not plain.lower().startswith(("simsun", "ms")))
    return bold, italic, code, bool(_MATH.search(plain))


@lru_cache(1024)
def colour_name(red: int, green: int, blue: int) -> str | None:
    """Six hex digits; None for black and what the eye takes for black."""
    if max(red, green, blue) <= 0x28:
        return None
    return f"{red:02x}{green:02x}{blue:02x}"
