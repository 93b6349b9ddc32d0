"""Pictures: stored once each under names of ours, whatever the file calls them."""

from __future__ import annotations

import hashlib

from ...document import Media
from ...report import Code, Finding, finding
from ...source import Where
from .package import Package, Relationship

SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png", "png"),
    (b"\xff\xd8\xff", "image/jpeg", "jpg"),
    (b"GIF8", "image/gif", "gif"),
    (b"BM", "image/bmp", "bmp"),
    (b"II*\x00", "image/tiff", "tiff"),
    (b"MM\x00*", "image/tiff", "tiff"),
    (b"\xd7\xcd\xc6\x9a", "image/wmf", "wmf"),
    (b"\x01\x00\x00\x00", "image/emf", "emf"),
)
SHOWN = frozenset({"png", "jpg", "gif", "bmp", "webp", "svg"})
"""Kinds that every browser shows."""


def kind_of(data: bytes) -> tuple[str, str]:
    """Media type and file ending, by the bytes: names and content types in files are often wrong."""
    for signature, media_type, ending in SIGNATURES:
        if data.startswith(signature):
            return media_type, ending
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp", "webp"
    if b"<svg" in data[:1000]:
        return "image/svg+xml", "svg"
    return "application/octet-stream", "bin"


class MediaStore:
    """The pictures met so far, by our name for them."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._by_part: dict[str, str | None] = {}
        self.media: dict[str, Media] = {}
        self.findings: list[Finding] = []

    def add(self, relationship: Relationship | None, where: Where) -> str | None:
        """Our name (`media/1f….png`) for a picture; None, with a finding, if it cannot be shown."""
        if relationship is None:
            return None
        if relationship.external:
            what = f"a picture linked from {relationship.target[:80]}"
            self.findings.append(finding(Code.DROPPED, where, what=what, reason="it is not stored in the file"))
            return None
        part = relationship.target
        if part not in self._by_part:
            self._by_part[part] = self._store(part, where)
        return self._by_part[part]

    def _store(self, part: str, where: Where) -> str | None:
        data = self._package.blob(part)
        if data is None:
            self.findings.append(
                finding(Code.DROPPED, where, what=f"picture {part}", reason="it is missing from the file or damaged")
            )
            return None
        media_type, ending = kind_of(data)
        if ending not in SHOWN:
            what = "save it as PNG in the document"
            kind = ending.upper() if ending != "bin" else "unknown"
            self.findings.append(finding(Code.PICTURE_UNREADABLE, where, kind=kind, what=what))
            return None
        name = f"media/{hashlib.sha256(data).hexdigest()[:12]}.{ending}"
        self.media[name] = Media(data, media_type)
        return name
