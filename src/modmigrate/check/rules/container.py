"""The zip file itself: whether it opens, whether its entries are whole, how heavy it is."""

from __future__ import annotations

import stat
import zipfile
from collections import Counter

from ...text.amounts import kilobytes
from ..fault import CAM, Faults, Rule
from ..opened import UNPACKED, Package, is_bomb

APPNOTE = "PKWARE APPNOTE"
NOT_A_ZIP = Rule(
    "not-a-zip", "error", "the file cannot be opened as a zip", "a SCORM package is one; make it anew", CAM
)
EMPTY = Rule("empty", "error", "the zip holds no files", "put the package's files into it", CAM)
DAMAGED = Rule(
    "damaged", "error", "the file cannot be unpacked, or its checksum is wrong", "an LMS refuses the upload", APPNOTE
)
ENCRYPTED = Rule("encrypted", "error", "the file is encrypted", "no LMS asks for a password", APPNOTE)
PACKED_OTHERWISE = Rule(
    "packed-otherwise",
    "error",
    "the file is packed by method {method}",
    "LMSs unpack stored and deflated files only",
    "APPNOTE 4.4.5; PHP's ZipArchive",
)
TWICE = Rule("entry-twice", "error", "{count} entries have this name", "which one an LMS takes is chance", APPNOTE)
LINK = Rule("symbolic-link", "error", "this is a symbolic link", "LMSs refuse it, or serve a page with a path", APPNOTE)
BOMB = Rule("bomb", "error", "the file unpacks to {size} from {packed}", "servers take it for an attack", "zip bombs")
OVERSIZE = Rule(
    "oversize",
    "warning",
    "the package weighs {size}, more than {limit}",
    "many servers refuse such uploads, and phones wait for them; shrink videos and pictures",
    "upload limits of LMSs (upload_max_filesize of PHP, 100 MB of many hosts); --max-size sets another",
)
HEAVY = Rule(
    "heavy-file",
    "note",
    "the file weighs {size}",
    "on a phone's line it takes more than a minute; shrink it",
    "20 MB at 2 Mbit/s are 80 seconds",
)
STREAMED = Rule(
    "data-descriptors",
    "note",
    "{count} entries name their sizes behind their data only",
    "some LMSs' unzippers cannot read that; write the zip to a file instead of a stream",
    "APPNOTE 4.3.9",
)
WORK = Rule(
    "too-much-work",
    "error",
    "the package takes far more work than its size needs",
    "servers give up on it",
    "hostile zips",
)
HEAVY_SIZE = 20_000_000


def found(package: Package, most: int) -> Faults:
    """Faults of the container; `most` is the size in bytes that is still light enough."""
    if not package.is_zip:
        yield NOT_A_ZIP.at()
        return
    if not package.entries:
        yield EMPTY.at()
    if package.size > most:
        yield OVERSIZE.at(size=said(package.size), limit=said(most))
    times = Counter(info.filename for info in package.entries)
    yield from (TWICE.at(name, count=count) for name, count in times.items() if count > 1)
    if streamed := sum(bool(info.flag_bits & 0x08) for info in package.entries):
        yield STREAMED.at(count=streamed)
    left = UNPACKED
    for info in package.entries:
        left -= info.file_size
        yield from _entry(package, info, left > 0)


def _entry(package: Package, info: zipfile.ZipInfo, unpack: bool) -> Faults:
    if is_bomb(info):
        yield BOMB.at(info.filename, size=said(info.file_size), packed=said(info.compress_size))
    elif info.flag_bits & 0x01:
        yield ENCRYPTED.at(info.filename)
    elif info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        yield PACKED_OTHERWISE.at(info.filename, method=info.compress_type)
    elif stat.S_ISLNK(info.external_attr >> 16):
        yield LINK.at(info.filename)
    elif unpack and not package.whole(info):
        yield DAMAGED.at(info.filename)
    elif info.file_size > HEAVY_SIZE:
        yield HEAVY.at(info.filename, size=said(info.file_size))


def said(size: int) -> str:
    """A size for people."""
    return f"{size / 1e6:,.1f} MB" if size >= 1e6 else kilobytes(size)
