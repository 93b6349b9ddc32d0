"""EMF and WMF drawings as PNG: through LibreOffice where it is installed, on Windows through Pillow.

LibreOffice's Writer, which every installation has, puts each drawing on a page of its own; PDFium draws the pages.
"""

from __future__ import annotations

import io
import struct
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from .. import libreoffice
from .metafile_pages import document

AT_ONCE = 40
"""Drawings given to LibreOffice together: enough to start it seldom, few enough to have something when time is up."""
LONGEST = 1600
"""Pixels."""
SHARP = 2 * 96 / 72
"""Pixels per point: twice a screen's."""
USUAL = (360.0, 270.0)
"""Points, for a drawing that does not tell its size."""


def pngs(metafiles: Mapping[str, tuple[bytes, str]], seconds: float) -> dict[str, bytes]:
    """PNG bytes by name, for those of the metafiles (bytes and ending, by name) that could be drawn.

    `seconds` are LibreOffice's work on them at most.
    """
    if sys.platform == "win32":
        drawn = {name: png for name, (data, _) in metafiles.items() if (png := _by_windows(data))}
        if len(drawn) == len(metafiles):
            return drawn
    if not libreoffice.program():
        return {}
    names = list(metafiles)
    drawn: dict[str, bytes] = {}
    for at in range(0, len(names), AT_ONCE):
        if seconds > 0:
            found, used = _by_office({name: metafiles[name] for name in names[at : at + AT_ONCE]}, seconds)
            drawn |= found
            seconds -= used
    return drawn


def _by_office(metafiles: Mapping[str, tuple[bytes, str]], seconds: float) -> tuple[dict[str, bytes], float]:
    """What could be drawn, and the seconds of LibreOffice's work on it."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "drawings.docx"
        source.write_bytes(document([(data, ending, size(data)) for data, ending in metafiles.values()]))
        used = libreoffice.convert([source], "pdf", Path(folder), seconds)
        pdf = source.with_suffix(".pdf")
        pages = _pages(pdf) if pdf.is_file() else []
    # A drawing that cannot be read leaves its page empty; pages out of step mean that none can be trusted.
    found = {n: p for n, p in zip(metafiles, pages, strict=True) if p} if len(pages) == len(metafiles) else {}
    return found, seconds if used is None else used


def size(data: bytes) -> tuple[float, float]:
    """Width and height in points, by the file's head ([MS-EMF] 2.2.9, [MS-WMF] 2.3.2.3)."""
    found = USUAL
    if data[40:44] == b" EMF":
        left, top, right, bottom = struct.unpack("<4i", data[24:40])  # hundredths of a millimetre
        found = ((right - left) * 72 / 2540, (bottom - top) * 72 / 2540)
    elif data[:4] == b"\xd7\xcd\xc6\x9a" and len(data) >= 16:
        left, top, right, bottom, inch = struct.unpack("<4hH", data[6:16])
        found = (abs(right - left) * 72 / (inch or 1440), abs(bottom - top) * 72 / (inch or 1440))
    wide, high = found
    if wide <= 0 or high <= 0:
        return USUAL
    shrink = min(1.0, 1400 / max(wide, high))
    return max(wide * shrink, 4.0), max(high * shrink, 4.0)


def _pages(pdf: Path) -> list[bytes]:
    """The pages of a PDF as PNG; b'' for one that shows nothing."""
    import pypdfium2

    out: list[bytes] = []
    opened = pypdfium2.PdfDocument(pdf)
    try:
        for page in opened:
            scale = min(SHARP, LONGEST / max(page.get_size()))
            image = page.render(scale=scale).to_pil().convert("RGB")
            if image.getextrema() == ((255, 255),) * 3:
                out.append(b"")
                continue
            data = io.BytesIO()
            image.save(data, "PNG", compress_level=1)
            out.append(data.getvalue())
    finally:
        opened.close()
    return out


def _by_windows(data: bytes) -> bytes | None:
    """Drawn by Windows itself, which Pillow asks there."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as image:
            out = io.BytesIO()
            image.convert("RGB").save(out, "PNG", optimize=True)
            return out.getvalue()
    except (OSError, ValueError):
        return None
