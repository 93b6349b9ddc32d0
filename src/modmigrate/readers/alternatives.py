"""Pictures without words for those who do not see them: one warning that lists where they stand."""

from __future__ import annotations

from msgspec.structs import replace

from ..document import Document, Picture, paragraphs
from ..report import Code, finding

LISTED = 12
"""Places that the warning names."""


def with_missing_told(document: Document) -> Document:
    """The document with a warning for its pictures that have no alternative text; captions are none."""
    found = [p.where for p in paragraphs(document.blocks) for i in p.inlines if isinstance(i, Picture) and not i.alt]
    if not found:
        return document
    places = list(dict.fromkeys(str(where) for where in found if str(where)))
    listed = ", ".join(places[:LISTED]) + (" and others" if len(places) > LISTED else "")
    told = finding(Code.ALT_MISSING, found[0], count=len(found), places=f": {listed}" if listed else "")
    return replace(document, findings=(*document.findings, told))
