"""pdfium's functions for the calls made once per word or object: the same ones, without ctypes' checks.

A checked call through pypdfium2 takes twice as long, and a returned pointer object costs as much again; with a
hundred thousand words that is what reading a module costs. Handles are passed as `c_void_p`, counts as int.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

Handle = ctypes.c_void_p


def handle(pointer: Any) -> Handle:
    """A pypdfium2 pointer as a plain handle."""
    return ctypes.cast(pointer, ctypes.c_void_p)


def _fast(function: Any, result: Any = None) -> Any:
    """The same C function as a new foreign function without argument types."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    plain = type(function)(address)
    plain.restype = result
    return plain


_I = ctypes.c_int
_P = ctypes.c_void_p

marked_content = _fast(pdfium.FPDFPageObj_GetMarkedContentID, _I)
text_object = _fast(pdfium.FPDFText_GetTextObject, _P)
char_origin = _fast(pdfium.FPDFText_GetCharOrigin, _I)
char_box = _fast(pdfium.FPDFText_GetLooseCharBox, _I)
tight_box = _fast(pdfium.FPDFText_GetCharBox, _I)
is_generated = _fast(pdfium.FPDFText_IsGenerated, _I)
char_code = _fast(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
char_matrix = _fast(pdfium.FPDFText_GetMatrix, _I)
render_mode = _fast(pdfium.FPDFTextObj_GetTextRenderMode, _I)
font_size = _fast(pdfium.FPDFTextObj_GetFontSize, _I)
font_of = _fast(pdfium.FPDFTextObj_GetFont, _P)
fill_colour = _fast(pdfium.FPDFPageObj_GetFillColor, _I)
stroke_colour = _fast(pdfium.FPDFPageObj_GetStrokeColor, _I)
count_objects = _fast(pdfium.FPDFPage_CountObjects, _I)
page_object = _fast(pdfium.FPDFPage_GetObject, _P)
object_type = _fast(pdfium.FPDFPageObj_GetType, _I)
object_bounds = _fast(pdfium.FPDFPageObj_GetBounds, _I)
object_matrix = _fast(pdfium.FPDFPageObj_GetMatrix, _I)
form_count = _fast(pdfium.FPDFFormObj_CountObjects, _I)
form_object = _fast(pdfium.FPDFFormObj_GetObject, _P)
draw_mode = _fast(pdfium.FPDFPath_GetDrawMode, _I)
segment_count = _fast(pdfium.FPDFPath_CountSegments, _I)
path_segment = _fast(pdfium.FPDFPath_GetPathSegment, _P)
segment_point = _fast(pdfium.FPDFPathSegment_GetPoint, _I)
segment_type = _fast(pdfium.FPDFPathSegment_GetType, _I)
segment_closes = _fast(pdfium.FPDFPathSegment_GetClose, _I)
