"""Pages that stay the same from one version of a file to the next, which one process reads: each is read once.

Two pages are the same if all that is read of them is: the page and every object that it leads to, as pdfium copies them
into a document of their own, with their numbers counted anew; and its part of the structure tree. (What no page
leads to is which layers the file switches off; who changes nothing else sees it with the next change.)
"""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Iterator, Sequence
from multiprocessing.reduction import ForkingPickler
from typing import Any

import pypdfium2.raw as pdfium
from msgspec import Struct

from ..content import read_page
from ..ground.page import Page
from ..ground.tags import Tags

MOST = 300_000_000
"""Bytes of pages, each with all that it needs, that are compared; those behind are read anew each time."""
_FIRST = b"\n4 0 obj"
"""The page, behind catalog, pages and information of a new document."""


class Read(Struct, frozen=True):
    """A page as a process hands it over; `page` is None for one that is as it was."""

    number: int
    print: bytes = b""
    page: Page | None = None


class _Kept:
    on = False
    pages: dict[int, tuple[bytes, bytes]] = {}  # noqa: RUF012 - the process's own
    """Number → print and page, packed as for a pipe between processes: what follows changes the pages it gets."""


def keep() -> None:
    """From now on keep the pages of the file that was read last."""
    _Kept.on = True


def read(document: Any, numbers: Sequence[int]) -> Iterator[Read]:
    """The pages with these numbers, each unless it is known, one by one."""
    # All prints first: reading a page changes what pdfium has of its fonts.
    prints = _prints(document, numbers) if _Kept.on else [b""] * len(numbers)
    for number, found in zip(numbers, prints, strict=True):
        known = bool(found) and _Kept.pages.get(number, (b"", b""))[0] == found
        yield Read(number, found, None if known else read_page(document, number))


def pages(found: Sequence[Read]) -> list[Page]:
    """The pages, those that are as they were from the version before."""
    out = [ForkingPickler.loads(_Kept.pages[r.number][1]) if r.page is None else r.page for r in found]
    if _Kept.on:
        _Kept.pages = {
            r.number: _Kept.pages[r.number] if r.page is None else (r.print, bytes(ForkingPickler.dumps(r.page)))
            for r in found
            if r.print
        }
    return out


def _prints(document: Any, numbers: Sequence[int]) -> list[bytes]:
    """A digest of all that is read of each page; empty from where on there is too much of it."""
    room, out = MOST, []
    for number in numbers:
        data = _copied(document, number, room) if room > 0 else b""
        room = room - len(data) if data else 0
        out.append(_print(document, number, data) if data else b"")
    return out


def _print(document: Any, number: int, data: bytes) -> bytes:
    begin, end = data.find(_FIRST), data.rfind(b"trailer")  # Before it stands the time, behind it a random identifier.
    if begin < 0 or end < begin:
        return b""
    digest = hashlib.sha256(data[begin:end])
    if b"/StructParents" in data:
        digest.update(_tags(document, number))
    return digest.digest()


def _copied(document: Any, number: int, most: int) -> bytes:
    """A file with this page alone; empty for one that is longer than so many bytes."""
    copy = pdfium.FPDF_CreateNewDocument()
    try:
        if not pdfium.FPDF_ImportPagesByIndex(copy, document, (ctypes.c_int * 1)(number - 1), 1, 0):
            return b""
        return _saved(copy, most)
    finally:
        pdfium.FPDF_CloseDocument(copy)


def _saved(document: Any, most: int) -> bytes:
    parts: list[bytes] = []
    size = 0

    def write(_: Any, data: int, length: int) -> int:
        nonlocal size
        size += length
        if size > most:
            return 0
        parts.append(ctypes.string_at(data, length))
        return 1

    file = pdfium.FPDF_FILEWRITE(version=1)
    file.WriteBlock = type(file.WriteBlock)(write)
    return b"".join(parts) if pdfium.FPDF_SaveAsCopy(document, file, pdfium.FPDF_NO_INCREMENTAL) else b""


def _tags(document: Any, number: int) -> bytes:
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        return b""
    try:
        return repr(Tags(page).all()).encode("utf-8", "surrogatepass")
    finally:
        pdfium.FPDF_ClosePage(page)
