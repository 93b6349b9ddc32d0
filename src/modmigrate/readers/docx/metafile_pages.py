"""A Word file with a drawing per page, each page as large as its drawing: what LibreOffice is given to draw."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from .names import PIC, W_URI, WP, A, R

_EMU = 12700
"""Per point."""
_OFFICE = R[1:-1]
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = f'xmlns:w="{W_URI}" xmlns:wp="{WP[1:-1]}" xmlns:a="{A[1:-1]}" xmlns:pic="{PIC[1:-1]}" xmlns:r="{_OFFICE}"'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def document(drawings: Sequence[tuple[bytes, str, tuple[float, float]]]) -> bytes:
    """The .docx of drawings given as bytes, file ending, and width and height in points."""
    body = "".join(_page(n, size, last=n == len(drawings)) for n, (_, _, size) in enumerate(drawings, 1))
    links = "".join(_link(f"rId{n}", "image", f"media/{n}.{ending}") for n, (_, ending, _) in enumerate(drawings, 1))
    types = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in (("emf", "image/x-emf"), ("wmf", "image/x-wmf"), ("xml", "application/xml"),
                             ("rels", "application/vnd.openxmlformats-package.relationships+xml"))
    )  # fmt: skip
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{types}'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
        "_rels/.rels": _links(_link("rId1", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _links(links),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
        for n, (data, ending, _) in enumerate(drawings, 1):
            archive.writestr(f"word/media/{n}.{ending}", data)
    return out.getvalue()


def _link(id_: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _links(links: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _page(n: int, size: tuple[float, float], *, last: bool) -> str:
    """A paragraph of no height that holds the drawing at the page's corner, and the page's size."""
    wide, high = size
    extent = f'cx="{round(wide * _EMU)}" cy="{round(high * _EMU)}"'
    section = (
        f'<w:sectPr><w:pgSz w:w="{round(wide * 20)}" w:h="{round(high * 20)}"/><w:pgMar w:top="0" w:right="0" '
        'w:bottom="0" w:left="0" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
    )
    corner = "<wp:align>{}</wp:align>"
    drawing = (
        '<w:drawing><wp:anchor behindDoc="0" distT="0" distB="0" distL="0" distR="0" simplePos="0" locked="0" '
        'layoutInCell="1" allowOverlap="1" relativeHeight="2"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page">{corner.format("left")}</wp:positionH>'
        f'<wp:positionV relativeFrom="page">{corner.format("top")}</wp:positionV><wp:extent {extent}/><wp:wrapNone/>'
        f'<wp:docPr id="{n}" name="d{n}"/><a:graphic><a:graphicData uri="{PIC[1:-1]}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{n}" name="d{n}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId{n}"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/>'
        '</a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing>'
    )
    line = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    inner = "" if last else section
    text = f'<w:p><w:pPr>{line}{inner}</w:pPr><w:r><w:rPr><w:sz w:val="2"/></w:rPr>{drawing}</w:r></w:p>'
    return text + (section if last else "")
