"""Whether an SVG draws and does nothing else; the same rule where pictures are read and where they are packed."""

from __future__ import annotations

import re

from .patterns import lazy

MAX_SVG = 512 * 2**10
_DANGER = lazy(
    rb"<\s*(?:[\w.-]+:)?(script|foreignObject|iframe|embed|object|handler|use[^>]+href\s*=\s*[\"'](?!#))|<!|\bon\w+\s*="
    rb"|javascript:|href\s*=\s*[\"']\s*(?!#|data:image/(png|jpeg|gif))|@import|<\?xml-stylesheet"
    rb"|url\s*\(\s*[\"']?\s*(?!#|[\"']?data:)",
    re.IGNORECASE,
)
_COMMENT = lazy(rb"<!--.*?-->", re.DOTALL)
_DOCTYPE = lazy(rb"<!DOCTYPE\s[^\[>]*>", re.IGNORECASE)


def harmless_svg(data: bytes) -> bool:
    """Whether an SVG draws only: no script, no handler, no document type, nothing loaded from elsewhere."""
    if len(data) > MAX_SVG or b"<svg" not in data:
        return False
    return _DANGER.search(_COMMENT.sub(b"", data)) is None


def cleaned_svg(data: bytes) -> bytes | None:
    """An SVG without comments and its (harmless, but needless) document type; None when it does more than draw."""
    data = _DOCTYPE.sub(b"", _COMMENT.sub(b"", data), count=1)
    return data if harmless_svg(data) else None
