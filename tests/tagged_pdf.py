"""Tagged PDF files made in code: text with marked content, and the structure tree that names it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pdf import HEIGHT, WIDTH, _file, _stream

Node = tuple[str, "int | list[Node]", str]
"""Type, children or the number of a piece of content, and attributes."""


class Tagged:
    """One page. `text` places a piece of content and gives its number."""

    def __init__(self) -> None:
        self.ops: list[str] = []
        self.count = 0

    def text(self, x: float, y: float, said: str, size: float = 11) -> int:
        """A marked piece of content."""
        self.ops.append(
            f"/Span << /MCID {self.count} >> BDC BT /F0 {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm ({said}) Tj ET EMC"
        )
        self.count += 1
        return self.count - 1

    def artifact(self, x: float, y: float, said: str) -> None:
        """Text that the file calls no content."""
        self.ops.append(f"/Artifact BMC BT /F0 9 Tf 1 0 0 1 {x} {HEIGHT - y} Tm ({said}) Tj ET EMC")

    def saved(self, path: Path, tree: Sequence[Node]) -> Path:
        """The file, written, with these elements below its Document."""
        objects: list[bytes] = [
            b"<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 6 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /StructParents 0 /Contents 4 0 R "
            b"/Resources << /Font << /F0 5 0 R >> >> >>" % (WIDTH, HEIGHT),
            _stream("\n".join(self.ops).encode("cp1252")),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            b"",
        ]
        owners: dict[int, int] = {}
        root = _element(objects, ("Document", list(tree), ""), 6, owners)
        nums = " ".join(f"{owners[n]} 0 R" for n in range(self.count))
        objects[5] = f"<< /Type /StructTreeRoot /K {root} 0 R /ParentTree << /Nums [0 [{nums}]] >> >>".encode()
        objects.append(b"<< >>")
        path.write_bytes(_file(objects))
        return path


def _element(objects: list[bytes], node: Node, parent: int, owners: dict[int, int]) -> int:
    kind, content, attributes = node
    objects.append(b"")
    number = len(objects)
    if isinstance(content, int):
        owners[content] = number
        kids = str(content)
    else:
        kids = "[" + " ".join(f"{_element(objects, child, number, owners)} 0 R" for child in content) + "]"
    objects[number - 1] = (
        f"<< /Type /StructElem /S /{kind} /P {parent} 0 R /Pg 3 0 R /K {kids} {attributes} >>".encode()
    )
    return number
