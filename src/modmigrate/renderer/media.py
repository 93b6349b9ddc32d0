"""The pictures a module uses, under names of our own: `media/<hash of the content>.<suffix>`."""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Callable, Mapping

from msgspec import Struct

from ..text.svg import redrawn

SIGNATURES = (
    (rb"\x89PNG\r\n\x1a\n", "png"),
    (rb"\xff\xd8\xff", "jpg"),
    (rb"GIF8[79]a", "gif"),
    (rb"RIFF....WEBP", "webp"),
    (rb"....ftypavi[fs]", "avif"),
    (rb"BM.{8}", "bmp"),
    (rb"(?:\xef\xbb\xbf)?\s*<(?=.{0,2000}<?svg[\s>])", "svg"),
)
"""What browsers show as a picture, by how its bytes begin: a name says nothing."""


class Picture(Struct, frozen=True):
    """A picture in the package; width and height in pixels, 0 where the file does not say."""

    path: str
    width: int = 0
    height: int = 0


class Shelf:
    """Takes from the module's media what pages ask for, each content once."""

    def __init__(self, media: Mapping[str, bytes]) -> None:
        self._media = media
        self.files: dict[str, bytes] = {}
        self.left_out: dict[str, str] = {}
        """Paths of what is not shown, and why."""

    def add(self, data: bytes) -> Picture | str:
        """A picture of these bytes; why not, in words, when it cannot be shown."""
        suffix = kind(data)
        if not suffix:
            return "it is no picture that browsers show"
        if suffix == "svg":
            drawn = redrawn(data)
            if drawn is None:
                return "it is an SVG that does more than draw, or is too large; save it as PNG"
            data = drawn
        return Picture(self.keep(data, suffix), *size(data))

    def keep(self, data: bytes, suffix: str) -> str:
        """The path of these bytes in the package."""
        name = f"media/{hashlib.sha256(data).hexdigest()[:12]}.{suffix}"
        self.files[name] = data
        return name

    def picture(self, path: str) -> Picture | None:
        """The picture below this path of the module's folder; None (and noted) when it cannot be shown."""
        data = self._media.get(path)
        if data is None:
            self.left_out[path] = "it is no picture file in the module's folder"
            return None
        found = self.add(data)
        if isinstance(found, str):
            self.left_out[path] = found
            return None
        return found


def ratios(media: Mapping[str, bytes]) -> Callable[[str], float]:
    """Height by width of a picture below this path; 0 where its file does not say."""

    def ratio(path: str) -> float:
        width, height = size(media.get(path, b""))
        return height / width if width else 0

    return ratio


def kind(data: bytes) -> str:
    """The file ending for these bytes; empty when they are no picture that browsers show."""
    return next((ending for start, ending in SIGNATURES if re.match(start, data, re.DOTALL)), "")


def size(data: bytes) -> tuple[int, int]:
    """Width and height from the file's head, so that a page does not jump when a picture arrives."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    if data[:4] == b"GIF8" and len(data) >= 10:
        return struct.unpack("<HH", data[6:10])
    if data[:2] == b"\xff\xd8":
        return _jpeg(data)
    return 0, 0


def _jpeg(data: bytes) -> tuple[int, int]:
    """From the first start-of-frame marker (ITU T.81, B.2.2)."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return 0, 0
