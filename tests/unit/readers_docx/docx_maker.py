"""Word files from scraps of XML, and what the reader makes of them."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from modmigrate.document import Block, Document, Formula, Paragraph, Picture, Span, Table, paragraphs
from modmigrate.readers import read

R_ID = "r:id"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas" '
    'xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex" '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def packed(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    links: Mapping[str, tuple[str, str]] | None = None,
    parts: Mapping[str, bytes | str] | None = None,
) -> bytes:
    """The bytes of a .docx; `links` are more relationships: id → last step of the type and target."""
    main = {"styles": styles, "numbering": numbering, "footnotes": footnotes}
    rels = {f"x{kind}": (kind, f"{kind}.xml") for kind, text in main.items() if text} | dict(links or {})
    files: dict[str, bytes | str] = {
        "_rels/.rels": _rels({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _rels(rels),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        **{f"word/{kind}.xml": f"<w:{kind} {SPACES}>{text}</w:{kind}>" for kind, text in main.items() if text},
        **(parts or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def _rels(links: Mapping[str, tuple[str, str]]) -> str:
    found = "".join(
        f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if "://" in target else "/>")
        for id_, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{RELS}">{found}</Relationships>'


def opened(data: bytes, name: str = "modul.docx") -> Document:
    """What the reader makes of a file's bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return read(path)


def document(body: str, **more: object) -> Document:
    """What the reader makes of a body; see `packed`."""
    return opened(packed(body, **more))  # type: ignore[arg-type]


def p(*inner: str, props: str = "") -> str:
    """A paragraph: text becomes a run, XML stays."""
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{''.join(map(r, inner))}</w:p>"


def r(text: str, props: str = "") -> str:
    """A run; XML stays as it is."""
    if text.startswith("<"):
        return text
    return f'<w:r>{f"<w:rPr>{props}</w:rPr>" if props else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


FLD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def field(code: str, result: str) -> str:
    """A complex field and its result."""
    middle = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return FLD.format("begin") + middle + FLD.format("separate") + r(result) + FLD.format("end")


def numbered(text: str, level: int = 0, num: int = 1) -> str:
    """A list paragraph."""
    return p(text, props=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def levels(*kinds: tuple[str, str], more: str = "") -> str:
    """A numbering part's list 1: (format, text) per level; `more` goes into every level."""
    inner = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'
        for n, (kind, text) in enumerate(kinds)
    )
    return f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>{num(1)}'


def num(number: int, overrides: str = "", abstract: int = 0) -> str:
    """A w:num."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def table(*rows: str, props: str = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>') -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr>{props}</w:tblPr>{''.join(rows)}</w:tbl>"


def row(*cells: str, props: str = "") -> str:
    """A row; text becomes a cell."""
    inner = "".join(c if c.startswith("<w:tc>") else cell(c) for c in cells)
    return f"<w:tr>{f'<w:trPr>{props}</w:trPr>' if props else ''}{inner}</w:tr>"


def cell(text: str, props: str = "") -> str:
    """A cell."""
    return f"<w:tc>{f'<w:tcPr>{props}</w:tcPr>' if props else ''}{text if text.startswith('<w:p') else p(text)}</w:tc>"


def lines(found: Document) -> list[str]:
    """Every paragraph with its marker."""
    return [f"{q.marker.text} {q.text}" if q.marker else q.text for q in paragraphs(found.blocks)]


def only(found: Document) -> Block:
    """The single block."""
    (block,) = found.blocks
    return block


def shape(found: Block) -> list[list[tuple[str, int, int]]]:
    """A table's cells as text, columns and rows."""
    assert isinstance(found, Table)
    return [[(" / ".join(q.text for q in paragraphs(c.blocks)), c.colspan, c.rowspan) for c in row_.cells]
            for row_ in found.rows]  # fmt: skip


def spans(found: Document) -> list[Span]:
    """The spans of all paragraphs."""
    return [i for q in paragraphs(found.blocks) for i in q.inlines if isinstance(i, Span)]


def pictures(found: Document) -> list[Picture]:
    """The pictures of all paragraphs."""
    return [i for q in paragraphs(found.blocks) for i in q.inlines if isinstance(i, Picture)]


def formulas(found: Document) -> list[Formula]:
    """The formulas of all paragraphs."""
    return [i for q in paragraphs(found.blocks) for i in q.inlines if isinstance(i, Formula)]


def codes(found: Document) -> list[str]:
    """The codes of the findings."""
    return [f.code.code for f in found.findings]


def first(found: Document) -> Paragraph:
    """The first block, a paragraph."""
    assert isinstance(found.blocks[0], Paragraph)
    return found.blocks[0]
