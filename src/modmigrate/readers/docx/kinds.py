"""What kind a picture is, by its bytes: names and content types in files are often wrong."""

from __future__ import annotations

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"\xd7\xcd\xc6\x9a", "wmf"),
    (b"\x01\x00\x09\x00", "wmf"),
)
SHOWN = frozenset({"png", "jpg", "gif", "webp", "svg"})
"""Kinds that every browser shows and that are small enough for a phone."""

MAX_PIXELS = 40_000_000
"""Some 160 MB unpacked; larger pictures are not opened, neither here nor on a learner's phone."""


def kind_of(data: bytes) -> str:
    """Our file ending for a picture's bytes; 'bin' for what is not known."""
    for signature, ending in SIGNATURES:
        if data.startswith(signature):
            return ending
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[:4] == b"\x01\x00\x00\x00" and data[40:44] == b" EMF":
        return "emf"
    if b"<svg" in data[:2000]:
        return "svg"
    return "bin"


def size(data: bytes, ending: str) -> tuple[int, int]:
    """Width and height that a PNG, GIF or JPEG announces; (0, 0) for other kinds, and where that is damaged."""
    if ending == "png":
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    if ending == "gif":
        return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    at = 2
    while ending == "jpg" and at + 9 <= len(data) and data[at] == 0xFF:
        # Start of frame, of any coding; C4, C8 and CC are none (ITU T.81, table B.1).
        if 0xC0 <= data[at + 1] <= 0xCF and data[at + 1] not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return 0, 0


def without_exif(data: bytes) -> bytes:
    """A JPEG without its Exif segments.

    They tell where a photograph was taken, and which way up: Word has turned the picture already (a:xfrm),
    a browser would turn it once more.
    """
    out = [data[:2]]
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if not (data[at + 1] == 0xE1 and data[at + 4 : at + 8] == b"Exif"):
            out.append(data[at:end])
        at = end
    return b"".join(out) + data[at:]
