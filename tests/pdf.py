"""PDF files made in code: sheets of placed text, rules, fills and pictures in the standard fonts."""

from __future__ import annotations

import hashlib
import re
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

FONTS = {"": "Helvetica", "bold": "Helvetica-Bold", "italic": "Helvetica-Oblique", "code": "Courier",
         "arabic": "Helvetica", "math": "CMMI10", "cjk": "Helvetica"}  # fmt: skip
ARABIC = {ord("a") + n: 0x0627 + n for n in range(20)} | {ord("z"): 0x064B, ord("."): ord("9")}
"""What the codes of the Arabic font mean: letters from alef on, a vowel mark, a low stroke that is named a digit."""
CJK = dict(zip(map(ord, "abcdefgh"), map(ord, "\u7b2c\u4e00\u7ae0\u9879\u76ee\u7ba1\u7406\u3002"), strict=True))
"""What those of the Chinese font mean."""
WIDTH, HEIGHT = 595, 842
Colour = tuple[float, float, float]


@dataclass
class Sheet:
    """One page; places are points from the upper left corner, `y` of text is its baseline."""

    width: float = WIDTH
    height: float = HEIGHT
    rotate: int = 0
    ops: list[str] = field(default_factory=list)
    annotations: list[str] = field(default_factory=list)
    scan: tuple[int, int, bytes] | None = None
    """Width, height and grey pixels of a picture that fills the page."""
    packed: bytes = b""
    """Zlib-packed content to take the place of all else."""

    def text(self, x: float, y: float, said: str, size: float = 11, font: str = "", colour: Colour = (0, 0, 0),
             mode: int = 0) -> Sheet:  # fmt: skip
        """A piece of text on one baseline."""
        safe = said.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        name = f"F{list(FONTS).index(font)}"
        self.ops.append(
            f"BT {colour[0]} {colour[1]} {colour[2]} rg {mode} Tr /{name} {size} Tf "
            f"1 0 0 1 {x} {self.height - y} Tm ({safe}) Tj ET"
        )
        return self

    def ideographs(self, x: float, y: float, said: str, size: float = 11, step: float = 0) -> Sheet:
        """Letters of the Chinese font, `step` points apart; a blank is a gap, and no glyph."""
        name = f"F{list(FONTS).index('cjk')}"
        pieces = ") -400 (".join(said.split(" "))
        self.ops.append(
            f"BT 0 g 0 Tr /{name} {size} Tf {step} Tc 1 0 0 1 {x} {self.height - y} Tm [({pieces})] TJ 0 Tc ET"
        )
        return self

    def lines(self, x: float, y: float, *said: str, step: float = 14, size: float = 11, font: str = "") -> Sheet:
        """Lines below each other."""
        for at, line in enumerate(said):
            self.text(x, y + at * step, line, size, font)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """A thin line."""
        self.ops.append(f"0 0 0 RG 0.5 w {x0} {self.height - y0} m {x1} {self.height - y1} l S")
        return self

    def fill(self, x0: float, y0: float, x1: float, y1: float, colour: Colour) -> Sheet:
        """A filled rectangle."""
        self.ops.append(f"{colour[0]} {colour[1]} {colour[2]} rg {x0} {self.height - y1} {x1 - x0} {y1 - y0} re f")
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> Sheet:
        """The rules of a table."""
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        return self

    def circle(self, x: float, y: float, r: float) -> Sheet:
        """A curve, as drawings have."""
        k, cy = 0.5523 * r, self.height - y
        self.ops.append(
            f"0 0 1 RG 1 w {x + r} {cy} m {x + r} {cy + k} {x + k} {cy + r} {x} {cy + r} c "
            f"{x - k} {cy + r} {x - r} {cy + k} {x - r} {cy} c S"
        )
        return self

    def rounded(self, x0: float, y0: float, x1: float, y1: float, r: float = 10) -> Sheet:
        """A frame with round corners."""
        k, a, b = 0.45 * r, self.height - y1, self.height - y0
        self.ops.append(
            f"0 0 0 RG 1 w {x0 + r} {a} m {x1 - r} {a} l {x1 - k} {a} {x1} {a + k} {x1} {a + r} c {x1} {b - r} l "
            f"{x1} {b - k} {x1 - k} {b} {x1 - r} {b} c {x0 + r} {b} l {x0 + k} {b} {x0} {b - k} {x0} {b - r} c "
            f"{x0} {a + r} l {x0} {a + k} {x0 + k} {a} {x0 + r} {a} c S"
        )
        return self

    def ring(self, x: float, y: float, r: float, *, filled: bool = False) -> Sheet:
        """A circle round a middle, as before an option."""
        k, cy = 0.5523 * r, self.height - y
        self.ops.append(
            f"0 0 0 RG 0 0 0 rg 1 w {x + r} {cy} m {x + r} {cy + k} {x + k} {cy + r} {x} {cy + r} c "
            f"{x - k} {cy + r} {x - r} {cy + k} {x - r} {cy} c {x - r} {cy - k} {x - k} {cy - r} {x} {cy - r} c "
            f"{x + k} {cy - r} {x + r} {cy - k} {x + r} {cy} c {'B' if filled else 'S'}"
        )
        return self

    def square(self, x: float, y: float, side: float) -> Sheet:
        """A box to tick, by its upper left corner."""
        self.ops.append(f"0 0 0 RG 0.7 w {x} {self.height - y - side} {side} {side} re S")
        return self

    def slanted(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """A stroke of an arrow."""
        self.ops.append(f"0 0 0 RG 1 w {x0} {self.height - y0} m {x1} {self.height - y1} l S")
        return self

    def filled_field(self, x0: float, y0: float, x1: float, y1: float, value: str) -> Sheet:
        """A text field of a form, with what was typed into it."""
        box = f"{x0} {self.height - y1} {x1} {self.height - y0}"
        self.annotations.append(f"<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [{box}] /V ({value}) >>")
        return self

    def check_box(self, x: float, y: float, *, ticked: bool) -> Sheet:
        """A form's box to tick, on a line's baseline."""
        box = f"{x} {self.height - y - 2} {x + 10} {self.height - y + 8}"
        state = "Yes" if ticked else "Off"
        self.annotations.append(f"<< /Type /Annot /Subtype /Widget /FT /Btn /Rect [{box}] /V /{state} /AS /{state} >>")
        return self

    def picture(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """The one picture that the maker knows, four pixels in grey."""
        self.ops.append(f"q {x1 - x0} 0 0 {y1 - y0} {x0} {self.height - y1} cm /Im0 Do Q")
        return self


def pdf(*sheets: Sheet, outline: Sequence[tuple[str, int]] = (), title: str = "") -> bytes:
    """A PDF file. `outline` holds flat bookmarks: title and page from 1."""
    objects: list[bytes] = [b"", b""]
    fonts = []
    meanings = {}
    for look, codes in (("arabic", ARABIC), ("cjk", CJK)):
        objects.append(_stream(_to_unicode(codes)))
        meanings[look] = b" /ToUnicode %d 0 R" % len(objects)
    for look, name in FONTS.items():
        font = b"/Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding" % name.encode()
        wide = (
            b" /FirstChar 97 /LastChar 104 /Widths [%s]" % b" ".join([b"1000"] * 7 + [b"990"]) if look == "cjk" else b""
        )
        objects.append(b"<< %s%s%s >>" % (font, wide, meanings.get(look, b"")))
        fonts.append(len(objects))
    objects.append(_picture(2, 2, bytes((0, 90, 180, 250))))
    small = len(objects)
    pages = []
    for sheet in sheets:
        picture, ops = small, list(sheet.ops)
        if sheet.scan is not None:
            objects.append(_picture(*sheet.scan))
            picture = len(objects)
            ops.append(f"q {sheet.width} 0 0 {sheet.height} 0 0 cm /Im0 Do Q")
        named = " ".join(f"/F{n} {number} 0 R" for n, number in enumerate(fonts))
        resources = f"<< /Font << {named} >> /XObject << /Im0 {picture} 0 R >> >>"
        content = "\n".join(ops).encode("cp1252")
        objects.append(_packed(sheet.packed) if sheet.packed else _stream(content))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.width} {sheet.height}] /Rotate {sheet.rotate} "
            f"/Resources {resources} /Contents {len(objects)} 0 R /Annots [{' '.join(sheet.annotations)}] >>".encode()
        )
        pages.append(len(objects))
    objects[1] = f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{p} 0 R' for p in pages)}] >>".encode()
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R {_outline(objects, outline, pages)}>>".encode()
    objects.append(f"<< /Title ({title}) >>".encode())
    return _file(objects)


def with_form(data: bytes, content: str) -> bytes:
    """A file whose pages can draw a form, `/X0 Do`, with this content, from which `/X0` is the form itself."""
    count = int(re.findall(rb"/Size (\d+)", data)[-1])
    resources = re.search(rb"/Resources (<< .*? >> >>)", data)
    assert resources is not None
    drawn = resources[1].replace(b"/XObject << ", b"/XObject << /X0 %d 0 R " % count)
    body = content.encode("cp1252")
    head = b"<< /Type /XObject /Subtype /Form /BBox [0 0 %d %d] /Resources %s /Length %d >>"
    form = head % (WIDTH, HEIGHT, drawn, len(body)) + b"\nstream\n%s\nendstream" % body
    objects = _bodies(data.replace(resources[1], drawn))
    # The last object is the file's information; readers do not mind that the form stands in its place.
    return _file([*objects, form])


def with_attachment(data: bytes, name: str) -> bytes:
    """The file with an empty file attached, as a portfolio keeps its contents."""
    files = f"/Names << /EmbeddedFiles << /Names [({name}) << /Type /Filespec /F ({name}) >>] >> >>".encode()
    return _file([body.replace(b"/Type /Catalog", b"/Type /Catalog " + files) for body in _bodies(data)])


def encrypted(data: bytes, *, owner: str, user: str = "") -> bytes:
    """The file under RC4 with a key of 40 bits (ISO 32000-1, 7.6.2 and 7.6.3), its title gone."""
    name = bytes(range(16))
    hidden = _rc4(hashlib.md5(_padded(owner)).digest()[:5], _padded(user))
    allowed = -60
    key = hashlib.md5(_padded(user) + hidden + struct.pack("<i", allowed) + name).digest()[:5]
    bodies = _bodies(data)[:-1]
    out = [_STREAM.sub(lambda m, n=n: m[1] + _rc4(_object_key(key, n), m[2]) + m[3], body)  # type: ignore[misc]
           for n, body in enumerate(bodies, 1)]  # fmt: skip
    secrets = f"/O <{hidden.hex()}> /U <{_rc4(key, _PADDING).hex()}>"
    rules = f"<< /Filter /Standard /V 1 /R 2 {secrets} /P {allowed} >>".encode()
    whole = _file([*out, rules])
    extra = b"/Encrypt %d 0 R /ID [<%s> <%s>] >>\nstartxref" % (len(out) + 1, *[name.hex().encode()] * 2)
    return re.sub(rb"/Info \d+ 0 R >>\nstartxref", extra, whole)


_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_STREAM = re.compile(rb"(.*?stream\n)(.*)(\nendstream)", re.DOTALL)


def _padded(password: str) -> bytes:
    return (password.encode() + _PADDING)[:32]


def _object_key(key: bytes, number: int) -> bytes:
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[: len(key) + 5]


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def _bodies(data: bytes) -> list[bytes]:
    return re.findall(rb"\d+ 0 obj\n(.*?)\nendobj\n", data, re.DOTALL)


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _packed(data: bytes) -> bytes:
    return b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _to_unicode(codes: dict[int, int]) -> bytes:
    pairs = "".join(f"<{code:02x}> <{letter:04x}>\n" for code, letter in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{pairs}endbfchar\n"
        "endcmap end end"
    ).encode()


def _picture(width: int, height: int, grey: bytes) -> bytes:
    data = zlib.compress(grey)
    head = b"<< /Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"
    size = b" /Width %d /Height %d /Length %d >>" % (width, height, len(data))
    return head + size + b"\nstream\n%s\nendstream" % data


def _outline(objects: list[bytes], outline: Sequence[tuple[str, int]], pages: Sequence[int]) -> str:
    if not outline:
        return ""
    root = len(objects) + 1
    first, last = root + 1, root + len(outline)
    objects.append(f"<< /Type /Outlines /First {first} 0 R /Last {last} 0 R /Count {len(outline)} >>".encode())
    for at, (title, page) in enumerate(outline):
        number = first + at
        around = (f"/Prev {number - 1} 0 R " if at else "") + (f"/Next {number + 1} 0 R " if number < last else "")
        objects.append(f"<< /Title ({title}) /Parent {root} 0 R {around}/Dest [{pages[page - 1]} 0 R /Fit] >>".encode())
    return f"/Outlines {root} 0 R "


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, len(objects), len(out))
    )


def saved(folder: Path, *sheets: Sheet, outline: Sequence[tuple[str, int]] = (), title: str = "") -> Path:
    """The file, written."""
    path = folder / "module.pdf"
    path.write_bytes(pdf(*sheets, outline=outline, title=title))
    return path
