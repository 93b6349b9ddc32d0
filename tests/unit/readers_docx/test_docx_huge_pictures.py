"""Small files that unpack to pictures which fill a phone's memory."""

from __future__ import annotations

import struct
import zlib

import pytest
from docx_maker import codes, document, p

from modmigrate.readers.docx import kinds

PICTURE = (
    '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="i1"/>'
    "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(side: int) -> bytes:
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def jpeg(wide: int, high: int) -> bytes:
    return (
        b"\xff\xd8\xff\xe0\x00\x04JF\xff\xc4\x00\x03x\xff\xc2\x00\x0b\x08"
        + struct.pack(">HH", high, wide)
        + b"\x01\x01\x11\x00\xff\xd9"
    )


def test_a_picture_of_too_many_pixels_is_marked_and_said() -> None:
    found = document(p(PICTURE), links={"i1": ("image", "media/a.png")}, parts={"word/media/a.png": png(30_000)})
    assert codes(found) == ["dropped", "alt-missing"]
    assert "picture a.png is left out: it has 30000 × 30000 pixels" in found.findings[0].message
    assert [m.type for m in found.media.values()] == ["image/svg+xml"]


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [
        (png(70), "png", (70, 70)),
        (b"GIF89a\x05\x00\x07\x00", "gif", (5, 7)),
        (jpeg(300, 200), "jpg", (300, 200)),
        (jpeg(300, 200)[:12], "jpg", (0, 0)),
        (b"\xff\xd8\xff\xff", "jpg", (0, 0)),
        (b"BM", "bmp", (0, 0)),
    ],
)
def test_sizes_are_read_from_the_head(data: bytes, kind: str, size: tuple[int, int]) -> None:
    assert kinds.size(data, kind) == size
