"""Files that may exhaust memory, told before pdfium opens them: forms, streams that unpack to far more, huge pictures.

pdfium takes twenty times a content stream's unpacked size. The dictionaries looked at are a stream's own, which are
never compressed (ISO 32000-1, 7.5.7).
"""

from __future__ import annotations

import mmap
import zlib
from collections.abc import Iterator
from pathlib import Path

from ....errors import DamagedError
from ....text.patterns import lazy

_FORM = lazy(rb"/Subtype\s*/Form\b")
"""A form may draw itself."""
_TWICE = lazy(rb"/FlateDecode\s*/(?:FlateDecode|Fl\b)")
"""Packed twice, a hundred million bytes take a few hundred."""
_WIDTH = lazy(rb"/Width\s+(\d{4,7})\b")
_HEIGHT = lazy(rb"/Height\s+(\d{4,7})\b")
_INDEX = lazy(rb"/Type\s*/(?:ObjStm|XRef)\b")
_HARMLESS = lazy(rb"/Subtype\s*/Image\b|/Length1\b|/FontFile")
PACKED = 15_000
"""Bytes; zlib packs a thousand into one at best, so what is smaller unpacks to no more than `UNPACKED`."""
UNPACKED = 15_000_000
INDEX = 60_000_000
"""The same for the file's index and packed objects, which pdfium unpacks to open it."""
PIXELS = 30_000_000
_HEAD = 2_000
"""Bytes before a stream in which its dictionary stands."""


def is_suspect(path: Path) -> bool:
    """Whether to read a file with bounded memory. Raises DamagedError for one whose index alone exhausts it."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        large = False
        for head, start, end in _streams(data):
            limit = INDEX if _INDEX.search(head) else UNPACKED
            if not _HARMLESS.search(head) and _exceeds(data, start, end, limit, packed=b"Fl" in head):
                if limit == INDEX:
                    raise DamagedError(f"{path.name}: the file unpacks to more than a module holds; export it again")
                large = True
        return (
            large or bool(_FORM.search(data) or _TWICE.search(data) or data.find(b"/LZWDecode") >= 0) or _is_huge(data)
        )


def _streams(data: mmap.mmap) -> Iterator[tuple[bytes, int, int]]:
    """The dictionary, start and end of each stream that is large enough to matter."""
    start = data.find(b"stream")
    while 0 <= start < len(data) - PACKED:
        end = data.find(b"stream", start + 6)
        end = end if end >= 0 else len(data)
        if end - start > PACKED and data[start - 3 : start] != b"end":
            head = data[max(0, start - _HEAD) : start]
            yield head[head.rfind(b" obj") + 1 :], start + 6 + (data[start + 6 : start + 8] == b"\r\n") + 1, end
        start = end


def _exceeds(data: mmap.mmap, start: int, end: int, limit: int, *, packed: bool) -> bool:
    """Whether a stream unpacks to more than the limit."""
    if not packed:
        return end - start > limit
    unpacker, total = zlib.decompressobj(), 0
    try:
        for at in range(start, end, 65_536):
            rest = data[at : min(at + 65_536, end)]
            while rest and total <= limit and not unpacker.eof:
                total += len(unpacker.decompress(rest, 1_000_000))
                rest = unpacker.unconsumed_tail
            if unpacker.eof or total > limit:
                break
    except zlib.error:
        pass
    return total > limit


def _is_huge(data: mmap.mmap) -> bool:
    """Whether a picture has more pixels than a scan of a page needs."""
    for width in _WIDTH.finditer(data):
        near = data[max(0, width.start() - 500) : width.end() + 500]
        height = max((int(h[1]) for h in _HEIGHT.finditer(near)), default=0)
        if int(width[1]) * height > PIXELS:
            return True
    return False
