"""A zip file as a package: its entries, and their bytes within bounds.

In: a path. Out: a Package. Refuses nothing that a rule can tell of: what is no zip has no entries. However a file lies
about its sizes, no more than `most` bytes of an entry are unpacked at once, and no more than UNPACKED in all.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from functools import cached_property
from pathlib import Path

from ..text.patterns import lazy
from .manifest import Manifest
from .pages import Page

TABLE = 32_000_000
"""Bytes of a zip's table of contents: 200,000 entries."""
UNPACKED = 2_000_000_000
"""Bytes that are unpacked in all to see whether they are whole."""
TEXT = 6_000_000
"""Bytes of a page, style sheet or script that are looked at."""
RATIO, FLOOR = 150, 20_000_000
"""Deflate packs text to a tenth, drawings to a fiftieth; more than this of more than 20 MB is a bomb."""
CHUNK = 1 << 20
BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError,
    IndexError, OverflowError, MemoryError, AttributeError, TypeError,
)  # fmt: skip
"""What Python's unzipper raises for damaged files."""
MANIFEST = "imsmanifest.xml"
PAGES = (".html", ".htm", ".xhtml")
SCRIPTS = (".js", ".mjs")
_TAIL = 66_000
_HEADER = lazy(r"[\w.-]+:|//")


class Package:
    """The entries of a package; `faulty` holds the names of those that cannot be unpacked."""

    def __init__(self, archive: zipfile.ZipFile | None, size: int) -> None:
        self._archive, self.size = archive, size
        self.entries = [] if archive is None else [i for i in archive.infolist() if not i.filename.endswith("/")]
        self.by_name = {i.filename: i for i in self.entries}
        self.folded: dict[str, str] = {}
        for name in self.by_name:
            self.folded.setdefault(name.casefold(), name)
        self._texts: dict[str, str] = {}

    @property
    def is_zip(self) -> bool:
        """Whether it could be opened at all."""
        return self._archive is not None

    def read(self, name: str, most: int = TEXT) -> bytes | None:
        """An entry's bytes, at most so many; None where it is not there or cannot be unpacked."""
        info = self.by_name.get(name)
        if self._archive is None or info is None or is_bomb(info):
            return None
        try:
            with self._archive.open(info) as stream:
                return stream.read(most)
        except BROKEN:
            return None

    def whole(self, info: zipfile.ZipInfo) -> bool:
        """Whether an entry can be unpacked and has the checksum that the zip names."""
        if self._archive is None:
            return False
        try:
            with self._archive.open(info) as stream:
                while stream.read(CHUNK):
                    pass
        except BROKEN:
            return False
        return True

    def text(self, name: str) -> str:
        """The text of a page, style sheet or script; empty where there is none."""
        if name not in self._texts:
            self._texts[name] = (self.read(name) or b"").decode("utf-8", "replace")
        return self._texts[name]

    @cached_property
    def manifest(self) -> Manifest:
        """The manifest at the root."""
        return Manifest(self.read(MANIFEST) or b"")

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The HTML pages, by name."""
        return {name: Page(self.read(name) or b"") for name in self.named(PAGES)}

    def named(self, endings: tuple[str, ...]) -> list[str]:
        """The names with these endings."""
        return [name for name in self.by_name if name.lower().endswith(endings)]

    @cached_property
    def handlers(self) -> list[str]:
        """Programs in attributes of pages."""
        return [text for page in self.pages.values() for text in page.handlers]

    @cached_property
    def programs(self) -> str:
        """All scripts, in files and pages, one after the other."""
        inline = (script for page in self.pages.values() for script in page.scripts)
        return "\n".join([*(self.text(name) for name in self.named(SCRIPTS)), *inline])


def opened(path: Path) -> Package:
    """The package of a path that leads to a file."""
    try:
        if _table(path) > TABLE:
            return Package(None, path.stat().st_size)
        return Package(zipfile.ZipFile(path), path.stat().st_size)
    except BROKEN:
        return Package(None, path.stat().st_size)


def is_bomb(info: zipfile.ZipInfo) -> bool:
    """Whether an entry claims to unpack to far more than anything real."""
    return info.file_size > FLOOR and info.file_size > RATIO * max(1, info.compress_size)


def _table(path: Path) -> int:
    """The size of the zip's table of contents as its end says (PKWARE APPNOTE 4.3.14, 4.3.16)."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL))
        tail = file.read()
    at, wide = tail.rfind(b"PK\x05\x06"), tail.rfind(b"PK\x06\x06")
    if wide >= 0 and len(tail) >= wide + 48:
        return int(struct.unpack_from("<Q", tail, wide + 40)[0])
    return int(struct.unpack_from("<L", tail, at + 12)[0]) if at >= 0 and len(tail) >= at + 16 else 0


def resolved(base: str, reference: str) -> str:
    """The name that a reference in the file `base` leads to; `..` in front where it leaves the package."""
    from urllib.parse import unquote

    path = unquote(reference.split("#")[0].split("?")[0]).strip()
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else base


def is_local(reference: str) -> bool:
    """Whether a reference is a path rather than an address (`https:`, `data:`, `//host`)."""
    return not _HEADER.match(reference.strip())
