"""Pictures without words for those who do not see them: one line of advice that lists where they stand."""

from __future__ import annotations

from msgspec.structs import replace

from ..document import Document, Picture, paragraphs
from ..report import Code, finding
from ..source import listed


def with_missing_told(document: Document) -> Document:
    """The document with advice on its pictures that have no alternative text; captions are none."""
    found = [p.where for p in paragraphs(document.blocks) for i in p.inlines if isinstance(i, Picture) and not i.alt]
    if not found:
        return document
    told = finding(Code.ALT_MISSING, found[0], count=len(found), places=listed(found))
    return replace(document, findings=(*document.findings, told))
