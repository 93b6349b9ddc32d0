"""Pictures: stored once each under names of ours, whatever the file calls them, in kinds that browsers show."""

from __future__ import annotations

import hashlib
import zlib

from ...document import Media
from ...report import Code, Finding, finding
from ...source import Where
from ...text.svg import redrawn
from .drawing import Shown
from .kinds import MAX_PIXELS, SHOWN, kind_of, size, without_exif
from .package import MAX_PART, Package, Relationship

LARGE = 200 * 2**10
"""A picture above this many bytes is looked at, whether it could be smaller."""
TYPES = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "svg": "image/svg+xml"}
METAFILES = frozenset({"emf", "wmf"})


class MediaStore:
    """The pictures met so far, by our name for them."""

    def __init__(self, package: Package, seconds: float) -> None:
        """`seconds` are for the drawings that LibreOffice is asked to draw."""
        self._package = package
        self._seconds = seconds
        self._names: dict[tuple[object, ...], str | None] = {}
        self.media: dict[str, Media] = {}
        self.findings: list[Finding] = []
        self._metafiles: dict[str, tuple[bytes, str, str, Shown, Where]] = {}

    def add(
        self, relationship: Relationship | None, shown: Shown, where: Where, svg: Relationship | None = None
    ) -> str | None:
        """Our name (`media/1f….png`) for a picture; None, with a finding, if it cannot be shown."""
        if relationship is None:
            return None
        if relationship.external:
            if relationship.kind == "image":
                what = f"a picture linked from {relationship.target[:80]}"
                self.findings.append(finding(Code.DROPPED, where, what=what, reason="it is not stored in the file"))
            return None
        key = (relationship.target, shown.crop, shown.turn, svg and svg.target)
        if key not in self._names:
            self._names[key] = self._vector(svg, shown) or self._store(relationship.target, shown, where)
        return self._names[key]

    def _vector(self, svg: Relationship | None, shown: Shown) -> str | None:
        """The picture's SVG twin, when it is harmless and shown as it is."""
        if svg is None or svg.external or any(shown.crop) or shown.turn:
            return None
        data = redrawn(self._package.blob(svg.target) or b"")
        return self._keep(data, "svg") if data else None

    def _store(self, part: str, shown: Shown, where: Where) -> str | None:
        data = self._package.blob(part)
        if data is None:
            what, reason = f"picture {part}", "it is missing from the file or damaged"
            self.findings.append(finding(Code.DROPPED, where, what=what, reason=reason))
            return None
        data = _unpacked(data)
        ending = kind_of(data)
        if ending in METAFILES:
            # All of them are turned into PNG at the end, in one call.
            name = f"media/{_digest(data, shown)}.png"
            self._metafiles.setdefault(name, (data, ending, part.rpartition("/")[2], shown, where))
            return name
        if ending == "jpg":
            data = without_exif(data)
        if ending == "svg":
            drawn = redrawn(data)
            data, ending = (drawn, ending) if drawn else (data, "bin")
        elif ending not in SHOWN or any(shown.crop) or shown.turn or len(data) > LARGE or _is_huge(data, ending):
            from .images import edited

            data, ending = edited(data, ending, shown.crop, shown.turn) or (data, ending)
            if _is_huge(data, ending):
                return self._too_large(part.rpartition("/")[2], size(data, ending), where)
        if ending in SHOWN:
            return self._keep(data, ending)
        return self._unreadable(part.rpartition("/")[2], ending, where)

    def _unreadable(self, file: str, ending: str, where: Where) -> str:
        kind = ending.upper() if ending != "bin" else "unknown"
        what = "its place is marked; save it as PNG in the document"
        self.findings.append(finding(Code.PICTURE_UNREADABLE, where, kind=kind, what=what))
        return self._keep(placeholder(file), "svg")

    def _too_large(self, file: str, pixels: tuple[int, int], where: Where) -> str:
        reason = f"it has {pixels[0]} × {pixels[1]} pixels; its place is marked, save it smaller in the document"
        self.findings.append(finding(Code.DROPPED, where, what=f"picture {file}", reason=reason))
        return self._keep(placeholder(file), "svg")

    def _keep(self, data: bytes, ending: str, name: str = "") -> str:
        name = name or f"media/{hashlib.sha256(data).hexdigest()[:12]}.{ending}"
        self.media.setdefault(name, Media(data, TYPES[ending]))
        return name

    def finish(self) -> dict[str, str]:
        """Turn the metafiles met into PNG; gives the new names of those whose place is only marked."""
        if not self._metafiles:
            return {}
        from .metafiles import pngs

        given = {name: (data, ending) for name, (data, ending, *_) in self._metafiles.items()}
        made = pngs(given, self._seconds)
        renamed: dict[str, str] = {}
        for name, (_, ending, file, shown, where) in self._metafiles.items():
            if png := made.get(name):
                from .images import edited

                data, kind = edited(png, "png", shown.crop, shown.turn) or (png, "png")
                if kind == "png":
                    self._keep(data, kind, name)
                else:
                    renamed[name] = self._keep(data, kind)
            else:
                renamed[name] = self._unreadable(file, ending, where)
        return renamed


def _digest(data: bytes, shown: Shown) -> str:
    edits = f"{shown.crop}{shown.turn}" if any(shown.crop) or shown.turn else ""
    return hashlib.sha256(data + edits.encode()).hexdigest()[:12]


def _is_huge(data: bytes, ending: str) -> bool:
    """Whether a picture would fill a phone's memory, however well it is packed."""
    width, height = size(data, ending)
    return width * height > MAX_PIXELS


def _unpacked(data: bytes) -> bytes:
    """The bytes of a gzipped metafile (.emz, .wmz); other pictures as they are."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        return unpacker.decompress(data, MAX_PART)
    except zlib.error:
        return data


def placeholder(file: str) -> bytes:
    """A small drawing that names the picture which should stand here."""
    safe = "".join(c for c in file if c.isalnum() or c in "._- ")[:40]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120" viewBox="0 0 320 120">'
        '<rect x="1" y="1" width="318" height="118" rx="8" fill="#f1f3f5" stroke="#adb5bd" stroke-width="2"/>'
        '<path d="M130 62l18-20 14 16 8-8 20 22z" fill="#adb5bd"/><circle cx="182" cy="40" r="6" fill="#adb5bd"/>'
        '<text x="160" y="100" text-anchor="middle" font-family="sans-serif" font-size="14" fill="#495057">'
        f"{safe}</text></svg>"
    ).encode()
